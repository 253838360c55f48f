import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { Article, Group, Statement } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { within } from '../pipeline/text/span.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const { registry, lexicons } = readOwnSeeds();
const GROUPS: readonly Group[] = [
  { id: 'russian', label: 'Russian', members: ['tass', 'ria-novosti', 'kremlin'], countries: ['RU'] },
  { id: 'western', label: 'Western', members: ['bbc', 'reuters', 'white-house'], countries: ['GB', 'US'] },
];

describe('spans: kind | source | cue | content', () => {
  test.each([
    [
      'a quotation after the cue',
      'Olga Marsh said: “We will not go home.”',
      ['direct | Olga Marsh | said | “We will not go home.”'],
    ],
    [
      'a quotation before the cue',
      '“We will not go home,” Olga Marsh said.',
      ['direct | Olga Marsh | said | “We will not go home,”'],
    ],
    [
      'inverted order',
      '“We will not go home,” said Olga Marsh, who left.',
      ['direct | Olga Marsh | said | “We will not go home,”'],
    ],
    [
      'a quotation in two pieces is one statement',
      '“We stay,” Olga Marsh said, “until it is over.”',
      ['direct | Olga Marsh | said | “We stay,” + “until it is over.”'],
    ],
    [
      'a second quotation in the paragraph goes on',
      '“We stay,” Olga Marsh said. “It is not over by far.”',
      ['direct | Olga Marsh | said | “We stay,” + “It is not over by far.”'],
    ],
    [
      'quoted and unquoted words are mixed',
      'Olga Marsh said the deal was “a gift to nobody at all” and left.',
      ['mixed | Olga Marsh | said | the deal was “a gift to nobody at all” and left'],
    ],
    [
      'no answer is an act',
      'The mayor did not respond to questions.',
      ['attitude | The mayor | respond | to questions'],
    ],
    [
      'an answer that holds a “not” is words',
      'The port was not shut, the mayor replied.',
      ['indirect | the mayor | replied | The port was not shut'],
    ],
    [
      'a label in the paragraph before',
      'And from Chairwoman Olga Marsh, of Ellory:\n\n“We will not go home.”',
      ['direct | Chairwoman Olga Marsh |  | “We will not go home.”'],
    ],
    [
      'a label may be a desk',
      'From the desk of Olga Marsh: “We will not go home.”',
      ['direct | Olga Marsh |  | “We will not go home.”'],
    ],
    [
      'a heading with a verb is no label',
      'Olga Marsh opened the port:\n\n“We will not go home.”',
      ['direct |  |  | “We will not go home.”'],
    ],
    [
      'a phrase that goes on is no label',
      'The mayor behind the port:\n\n“We will not go home.”',
      ['direct |  |  | “We will not go home.”'],
    ],
    [
      'a dash and a name behind a quotation',
      '“We will not go home.” – Olga Marsh, a baker.',
      ['direct | Olga Marsh |  | “We will not go home.”'],
    ],
    [
      'the same in a line of its own',
      '“We will not go home.”\n\n— Olga Marsh',
      ['direct | Olga Marsh |  | “We will not go home.”'],
    ],
    [
      'a dash before more text signs nothing',
      '“We will not go home.” – Olga Marsh. The port was shut.',
      ['direct |  |  | “We will not go home.”'],
    ],
    [
      'a dash before no one signs nothing',
      '“We will not go home” – the rain.',
      ['direct |  |  | “We will not go home”'],
    ],
    [
      'the words of a relative clause end before the main verb',
      'Olga Marsh, who says the port is shut, left for Ellory.',
      ['indirect | who | says | the port is shut'],
    ],
    [
      'a main verb that is tagged as a noun',
      'Olga Marsh, who says the port is shut, lives beneath it.',
      ['indirect | who | says | the port is shut'],
    ],
    [
      'a participle is no main verb',
      'Olga Marsh, who says the port, built long ago, is shut, waiting to leave, went home.',
      ['indirect | who | says | the port, built long ago, is shut, waiting to leave'],
    ],
    [
      'nor is a noun in a list',
      'Olga Marsh, who says the port has ships, cranes, dogs and sheds, roads to the sea that were shut.',
      ['indirect | who | says | the port has ships, cranes, dogs and sheds, roads to the sea that were shut'],
    ],
    [
      'a relative clause without a comma runs on',
      'Bakers who say the port is shut, left for Ellory.',
      ['indirect | who | say | the port is shut, left for Ellory'],
    ],
    ['a motto is no statement', 'Its lid carries the motto “Keep it clean at all times”.', []],
    ['nor is the title of a work', 'A poster for the film “The Last Boat Out of Ellory” hides the slot.', []],
    ['nor what nobody said', 'The bakers shrug as if to say “Not in my street today”.', []],
    ['nor what nobody said, put otherwise', 'The bakers shrug, as though saying, “Not in my street today”.', []],
    [
      'words after a show are a statement',
      'After the show, “We will not go home,” Olga Marsh said.',
      ['direct | Olga Marsh | said | “We will not go home,”'],
    ],
    [
      'a that-clause',
      'The mayor said on Friday that the port was shut.',
      ['indirect | The mayor | said | that the port was shut'],
    ],
    ['a clause without that', 'The mayor said the port was shut.', ['indirect | The mayor | said | the port was shut']],
    ['a fronted clause', 'The port is shut, the mayor says.', ['indirect | the mayor | says | The port is shut']],
    [
      'a clause around the cue',
      'The port, the mayor says, is shut for good.',
      ['indirect | the mayor | says | The port + is shut for good'],
    ],
    [
      'a clause that goes on after the cue',
      'The port is shut, the mayor says, and will stay so.',
      ['indirect | the mayor | says | The port is shut + and will stay so'],
    ],
    [
      'a fronted clause before who was told',
      'The port is shut, the mayor told Reuters on Monday.',
      ['indirect | the mayor | told | The port is shut'],
    ],
    [
      'a fronted clause before where it was said',
      'The port is shut, the mayor said in an interview with the BBC.',
      ['indirect | the mayor | said | The port is shut'],
    ],
    [
      'an aside that is the name belongs to the source',
      'The port is shut, the mayor, Anna Quill, said.',
      ['indirect | the mayor, Anna Quill | said | The port is shut'],
    ],
    ['an adjunct in front is no clause', 'After the port was shut, the mayor says, ships left.', []],
    [
      'a quotation behind a label',
      'From Olga Marsh: “We will not go home.”',
      ['direct | Olga Marsh |  | “We will not go home.”'],
    ],
    [
      'words lead into a quotation',
      'The deal was “a gift to nobody at all,” the mayor said.',
      ['mixed | the mayor | said | The deal was “a gift to nobody at all,”'],
    ],
    [
      'quoted by no one',
      'Olga Marsh was quoted as saying: “We will not go home.”',
      ['direct | Olga Marsh | saying | “We will not go home.”'],
    ],
    [
      'a hyphen within a title',
      'The vice-chancellor said it was shut.',
      ['indirect | The vice-chancellor | said | it was shut'],
    ],
    [
      'a possessor before a noun of saying',
      'He rejected the minister’s claim that ships must wait.',
      [
        'indirect | He | rejected | the minister’s claim that ships must wait',
        'indirect | the minister | claim | that ships must wait',
      ],
    ],
    [
      'according to, in front',
      'According to Olga Marsh, the port is shut.',
      ['indirect | Olga Marsh | According to | the port is shut'],
    ],
    [
      'according to, at the end',
      'The port is shut, according to Olga Marsh.',
      ['indirect | Olga Marsh | according to | The port is shut'],
    ],
    [
      'according to, in the middle',
      'The port, according to Olga Marsh, is shut.',
      ['indirect | Olga Marsh | according to | The port + is shut'],
    ],
    [
      'an aside between speaker and verb',
      'Hugh Hill, a baker who lives nearby, said the port was shut.',
      ['indirect | Hugh Hill | said | the port was shut'],
    ],
    [
      'an adverbial without its closing comma',
      'Hugh Hill, in particular said that it was shut.',
      ['indirect | Hugh Hill | said | that it was shut'],
    ],
    [
      'a participle shares the speaker',
      'The port is shut, the mayor says, adding that ships must wait.',
      ['indirect | the mayor | says | The port is shut', 'indirect | the mayor | adding | that ships must wait'],
    ],
    [
      'a joined verb shares the speaker',
      'The mayor said that it was shut and warned that ships must wait.',
      ['indirect | The mayor | said | that it was shut', 'indirect | The mayor | warned | that ships must wait'],
    ],
    [
      'a rival speaker ends the clause',
      'The mayor said that it was shut, while the baker said it was open.',
      ['indirect | The mayor | said | that it was shut', 'indirect | the baker | said | it was open'],
    ],
    [
      'a noun that carries words',
      'The port stays shut amid media reports that ships must wait.',
      ['indirect | media | reports | that ships must wait'],
    ],
    [
      'a noun of saying that is the speaker’s head',
      'British media reports said that ships must wait.',
      ['indirect | British media reports | said | that ships must wait'],
    ],
    [
      'a denial has what it denies as content',
      'The mayor denied reports that the port was shut.',
      ['indirect | The mayor | denied | reports that the port was shut'],
    ],
    [
      'a short quotation is a word of the clause',
      'The mayor said “yes” to the plan.',
      ['mixed | The mayor | said | “yes” to the plan'],
    ],
    [
      'a question ends a quotation, not the sentence',
      '“Why shut the port?” Hugh Hill asked.',
      ['direct | Hugh Hill | asked | “Why shut the port?”'],
    ],
    [
      'a quotation over two paragraphs is one statement',
      '“We began at dawn.\n\n“We ended at dusk,” said Olga Marsh.',
      ['direct | Olga Marsh | said | “We began at dawn. + “We ended at dusk,”'],
    ],
    [
      'a text that breaks off',
      'Olga Marsh noted that the port is not only shut but also',
      ['indirect | Olga Marsh | noted | that the port is not only shut but also'],
    ],
    ['a passive has no speaker', 'It was said that the port was shut.', []],
    ['an infinitive says nothing', 'The mayor came to say that the port was shut.', []],
    ['a modal says nothing', 'The mayor could say that the port was shut.', []],
    ['continuing an action says nothing', 'The presidents will continue talks in Minsk.', []],
    [
      'an attitude',
      'Olga Marsh believes that the port is shut.',
      ['attitude | Olga Marsh | believes | that the port is shut'],
    ],
  ])('%s', (_trap, text, expected) => {
    expect(spansOf(text)).toEqual(expected);
  });
});

describe('speakers: speaker | type | country', () => {
  test.each([
    ['the registry’s name for a surname', 'Putin said the talks were over.', 'Vladimir Putin | person | RU'],
    [
      'a title and a demonym before the name',
      'Belarusian President Alexander Lukashenko said it was over.',
      'Alexander Lukashenko | person | BY',
    ],
    ['a full name that no registry knows', 'Olga Marsh said it was over.', 'Olga Marsh | person | -'],
    ['a surname after the full name', 'Olga Marsh came. Marsh said it was over.', 'Olga Marsh | person | -'],
    [
      'a pronoun: who spoke last',
      '“It is over,” Olga Marsh said. She said that ships must wait.',
      'Olga Marsh | person | -',
    ],
    [
      'a pronoun of the other gender skips a man',
      'Olga Marsh met Putin. She said that ships must wait.',
      'Olga Marsh | person | -',
    ],
    [
      'a role that introduced a name',
      'Defence Minister Olga Marsh came. Putin left. Minister Olga Marsh said no word is true. The minister said it was over.',
      'Olga Marsh | person | -',
    ],
    ['an office and its country', 'The Belarusian president said it was over.', 'Alexander Lukashenko | person | BY'],
    ['unnamed media of a country', 'Russian media said it was over.', 'Russian media | group | RU'],
    [
      'a noun of saying is no part of the name',
      'Russian media reports said it was over.',
      'Russian media | group | RU',
    ],
    ['nothing but a collective', 'The talks failed amid media reports that it was over.', 'unnamed media | group | -'],
    ['a side', 'According to the Belarusian side, it was over.', 'the Belarusian side | group | BY'],
    ['someone unnamed', 'A senior official said it was over.', 'a senior official | person | -'],
    [
      'the speaker of a body is not the body',
      'A Kremlin spokesman said it was over.',
      'a Kremlin spokesman | person | RU',
    ],
    ['a place that speaks for a state', 'Moscow said it was over.', 'Russia | institution | RU'],
    ['a document of an outlet is its word', 'According to a report by the BBC, it was over.', 'BBC | outlet | GB'],
    ['the aside is the name', 'The mayor of Port Ellory, Anna Quill, said it was over.', 'Anna Quill | person | -'],
    ['it: the body that spoke last', 'TASS said no word is true. It said ships must wait.', 'TASS | outlet | RU'],
    [
      'they: the many that spoke last',
      'Russian media said no word is true. They said ships must wait.',
      'Russian media | group | RU',
    ],
    ['who: the name before', 'Olga Marsh, who said ships must wait, left.', 'Olga Marsh | person | -'],
    ['a title tells the gender', 'Mrs Quill met Mr Bell. She said ships must wait.', 'Quill | person | -'],
    ['a pronoun for which no one was named', 'He said ships must wait.', '-'],
    ['a noun that no list knows', 'The baker said ships must wait.', 'the baker | unknown | -'],
    ['a body by its words', 'The Ellory Institute said ships must wait.', 'the Ellory Institute | institution | -'],
    ['no one', '“It is over and everybody knows it.”', '-'],
    [
      'a quotation of its own: who spoke last',
      '“It is over,” Olga Marsh said.\n\n“And everybody knows it by now.”',
      'Olga Marsh | person | -',
    ],
  ])('%s', (_trap, text, expected) => {
    const { speaker } = statementsOf(text).at(-1)!;
    expect(speaker === null ? '-' : [speaker.name, speaker.type, speaker.country ?? '-'].join(' | ')).toBe(expected);
  });

  test.each([
    ['who held the office on the day', 'The Russian president said it was over.', '2010-05-01', 'Dmitry Medvedev'],
    ['the leader is whoever governs', 'The Belarusian leader said it was over.', '2022-05-01', 'Alexander Lukashenko'],
    [
      'an office that no one held yet',
      'The Ukrainian president said it was over.',
      '1980-05-01',
      'the Ukrainian president',
    ],
  ])('%s', (_trap, text, date, expected) => {
    expect(statementsOf(text, { date })[0]?.speaker?.name).toBe(expected);
  });

  test('a description that could mean anyone is known in its article only', () => {
    const [statement] = statementsOf('A senior official said it was over.');
    expect(statement?.speaker?.id).toBe('sample/a-senior-official');
  });
});

describe('relays and origins: speaker < relays | origin', () => {
  test.each([
    ['an outlet that was told', 'Olga Marsh told the BBC the port was shut.', {}, 'Olga Marsh < BBC | western'],
    [
      'an interview',
      '“It is shut,” Olga Marsh said in an interview with RIA Novosti.',
      {},
      'Olga Marsh < RIA Novosti | russian',
    ],
    [
      'an interview before the speaker',
      'In an interview with Reuters, Olga Marsh said it was shut.',
      {},
      'Olga Marsh < Reuters | western',
    ],
    [
      'speaking to an outlet, before the speaker',
      'Speaking to the BBC on Monday, Olga Marsh said it was shut.',
      {},
      'Olga Marsh < BBC | western',
    ],
    ['other openings tell of no one', 'In a deal with Reuters, Olga Marsh said it was shut.', {}, 'Olga Marsh | -'],
    [
      'an aside names who was told',
      'Olga Marsh, speaking to Reuters, said it was shut.',
      {},
      'Olga Marsh < Reuters | western',
    ],
    [
      'an outlet that was told, after the words',
      'The port is shut, Olga Marsh told Reuters on Monday.',
      {},
      'Olga Marsh < Reuters | western',
    ],
    [
      'quoted by a body that was introduced',
      'The Kremlin quoted Olga Marsh as saying that it was shut.',
      {},
      'Olga Marsh < the Kremlin | russian',
    ],
    ['quoted as saying', 'TASS quoted Olga Marsh as saying that it was shut.', {}, 'Olga Marsh < TASS | russian'],
    ['was quoted by', 'Olga Marsh was quoted by TASS as saying that it was shut.', {}, 'Olga Marsh < TASS | russian'],
    [
      'a body reports what someone said',
      'The Kremlin reports that Olga Marsh said, “The port is shut.”',
      {},
      'Olga Marsh < the Kremlin | russian',
    ],
    ['told someone who is no outlet', 'Olga Marsh told reporters the port was shut.', {}, 'Olga Marsh | -'],
    ['an outlet’s own word', 'TASS said the port was shut.', {}, 'TASS | russian'],
    ['media of a country', 'Russian newspapers said the port was shut.', {}, 'Russian newspapers | russian'],
    [
      'the publisher where no one relays',
      'Olga Marsh said it was shut.',
      { publisher: outlet('bbc') },
      'Olga Marsh | western',
    ],
    [
      'the relay, not the publisher',
      'TASS quoted Olga Marsh as saying that it was shut.',
      { publisher: outlet('bbc') },
      'Olga Marsh < TASS | russian',
    ],
    [
      'an outlet of no group hides the publisher’s',
      'Xinhua said the port was shut.',
      { publisher: outlet('bbc') },
      'Xinhua | -',
    ],
  ])('%s', (_trap, text, known, expected) => {
    const { speaker, relay, origin } = statementsOf(text, known).at(-1)!;
    const chain = [speaker?.name ?? '-', ...relay.map(({ name }) => name)].join(' < ');
    expect(`${chain} | ${origin ?? '-'}`).toBe(expected);
  });

  test('a statement within another knows it, and both are numbered in the order of the text', () => {
    const [outer, inner] = statementsOf('The Kremlin reports that Olga Marsh said, “The port is shut.”');
    expect([outer?.id, outer?.kind, outer?.within]).toEqual(['sample#1', 'indirect', null]);
    expect([inner?.id, inner?.kind, inner?.within]).toEqual(['sample#2', 'direct', 'sample#1']);
  });
});

describe('any text', () => {
  test('every statement has content, lies inside the text, and within its outer one', () => {
    fc.assert(
      fc.property(newsLike(), (text) => {
        const statements = statementsOf(text);
        for (const { content, source, cue, within: outer } of statements) {
          expect(content.length).toBeGreaterThan(0);
          for (const span of [...content, ...source, ...cue]) {
            expect(within(span, [0, text.length])).toBe(true);
            expect(span[1]).toBeGreaterThan(span[0]);
          }
          const around = statements.find(({ id }) => id === outer);
          if (around !== undefined)
            expect(around.content.some((span) => content.every((part) => within(part, span)))).toBe(true);
        }
        expect(statements.map(({ id }) => id)).toEqual(statements.map((_, i) => `sample#${i + 1}`));
      }),
      { numRuns: 400 },
    );
  });
});

function statementsOf(text: string, known: Partial<Article> = {}): readonly Statement[] {
  return attribute(tokenise(article(text, known)), registry, lexicons, GROUPS, null).statements;
}

function spansOf(text: string): readonly string[] {
  return statementsOf(text).map(({ kind, source, cue, content }) =>
    [kind, ...[source, cue, content].map((spans) => spans.map((span) => text.slice(...span)).join(' + '))].join(' | '),
  );
}

function outlet(id: string): Article['publisher'] {
  return registry.outlets.find((entry) => entry.id === id)!;
}

function newsLike(): fc.Arbitrary<string> {
  const words =
    'Putin|the BBC|TASS|Olga Marsh|he|she|who|media|reports|said|says|saying|told|according to|quoted|was|as|by|that|the port|is shut|and|but|,|.|:|“|”|"|‘|’|\n|\n\n|…|?|to|not|in Minsk|claims|denied|adding|on Monday|😀|<b>';
  return fc.array(fc.constantFrom(...words.split('|')), { maxLength: 60 }).map((list) => list.join(' '));
}
