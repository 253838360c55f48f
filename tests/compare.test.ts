import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared } from './support/compared.ts';
import { byCodeUnit } from '../pipeline/compare/order.ts';
import type {
  Article,
  Call,
  Codebooks,
  Comparison,
  Count,
  Outlet,
  Reading,
  ScoredArticle,
  SideShare,
  Stance,
  Statement,
  Study,
} from '../pipeline/model.ts';
import { reasonText } from '../pipeline/report/claim-text.ts';
import { english } from '../pipeline/report/words/english.ts';
import { type Cluster, percentileInterval } from '../pipeline/stats/percentile.ts';
import { wilsonInterval } from '../pipeline/stats/wilson.ts';
import { isWord } from '../pipeline/text/word.ts';
import { attributed, entity, type Said } from './support/attributed.ts';
import { NOTHING_READ, PLAIN_PLAN, PLAIN_READING } from './support/plain.ts';

describe('passages: voice | group | statement | words', () => {
  test.each([
    [
      'a text without statements is the outlet’s own',
      'Rain fell. It was cold.',
      [],
      ['own|vestonian|-|Rain fell. It was cold.'],
    ],
    [
      'marks part quoted from attributed words',
      'Brek said it was “very cold” there.',
      [{ source: 'Brek', cue: 'said', content: 'it was “very cold” there', origin: 'norland' }],
      [
        'own|vestonian|-|Brek said',
        'attributed|norland|1|it was',
        'quoted|norland|1|“very cold”',
        'attributed|norland|1|there',
        'own|vestonian|-|.',
      ],
    ],
    ['marks outside any statement quote nobody', 'The “peace” came.', [], ['own|vestonian|-|The “peace” came.']],
    [
      'a content in two pieces around its cue',
      '“We stay,” Brek said, “for good.”',
      [{ source: 'Brek', cue: 'said', content: ['“We stay,”', '“for good.”'] }],
      ['quoted|-|1|“We stay,”', 'own|vestonian|-|Brek said,', 'quoted|-|1|“for good.”'],
    ],
    [
      'a source and a cue inside the content are nobody’s but the outlet’s',
      'The port, Brek says, is shut.',
      [{ source: 'Brek', cue: 'says', content: 'The port, Brek says, is shut.' }],
      ['attributed|-|1|The port,', 'own|vestonian|-|Brek says', 'attributed|-|1|, is shut.'],
    ],
    [
      'source and cue of a statement within are words of the one around it',
      'Post reports that Brek said “no” again.',
      [
        { source: 'Post', cue: 'reports', content: 'that Brek said “no” again', origin: 'norland' },
        { source: 'Brek', cue: 'said', content: '“no”', within: 'sample#1', origin: 'vestonian' },
      ],
      [
        'own|vestonian|-|Post reports',
        'attributed|norland|1|that Brek said',
        'quoted|vestonian|2|“no”',
        'attributed|norland|1|again',
        'own|vestonian|-|.',
      ],
    ],
    [
      'the innermost statement owns the words, whatever the order of the list',
      'A B C D',
      [{ content: 'A B C D' }, { content: 'B C', within: 'sample#1' }, { content: 'C', within: 'sample#2' }],
      ['attributed|-|1|A', 'attributed|-|2|B', 'attributed|-|3|C', 'attributed|-|1|D'],
    ],
    [
      'words in marks within marks are quoted once',
      'Brek said: “He said ‘no’ twice.”',
      [{ content: '“He said ‘no’ twice.”' }, { content: '‘no’', within: 'sample#1' }],
      ['own|vestonian|-|Brek said:', 'quoted|-|1|“He said', 'quoted|-|2|‘no’', 'quoted|-|1|twice.”'],
    ],
    ['an empty text has none', '', [], []],
    ['a blank text has none', ' \n ', [], []],
  ])('%s', (_trap, text, said, expected) => {
    const { passages } = compared([scored(text, said, { publisher: POST })], STUDY, NO_CODEBOOKS);
    const lines = passages.map(({ voice, group, statement, span }) =>
      [voice, group ?? '-', statement?.replace('sample#', '') ?? '-', text.slice(...span)].join('|'),
    );
    expect(lines).toEqual(expected);
  });

  test.each([
    ['an unknown publisher', null],
    ['a publisher of no group', ILEX],
  ])('own voice of %s belongs to no group', (_trap, publisher) => {
    const { passages } = compared([scored('Rain fell.', [], { publisher })], STUDY, NO_CODEBOOKS);
    expect(passages.map(({ group }) => group)).toEqual([null]);
  });
});

describe('groups', () => {
  test('empty groups stay, in the study’s order, and no group comes only where something has none', () => {
    const comparison = compared([scored('Rain fell.', [], { publisher: POST })], STUDY, NO_CODEBOOKS);
    expect(comparison.groups).toEqual([
      summary('norland', 'Norland’s', 0, [], 0, [0, 0, 0]),
      summary('vestonian', 'Vestonian', 1, ['Vestonia Post'], 0, [2, 0, 0]),
    ]);
  });

  test('words, statements and outlets are counted where their voice is', () => {
    const text = 'The Grey House says “rain - 2 drops - fell”, and it snowed.';
    const said = [{ content: '“rain - 2 drops - fell”, and it snowed', speaker: GREY_HOUSE, origin: 'norland' }];
    const { groups } = compared([scored(text, said, { publisher: ILEX })], STUDY, NO_CODEBOOKS);
    expect(groups).toEqual([
      summary('norland', 'Norland’s', 1, ['the Grey House'], 1, [0, 4, 3]),
      summary('vestonian', 'Vestonian', 0, [], 0, [0, 0, 0]),
      summary(null, 'No group', 1, ['Ilex Times'], 0, [4, 0, 0]),
    ]);
  });

  test('relaying bodies and speaking outlets of no group stand under no group; people and unnamed media nowhere', () => {
    const court = entity('Ilex Court', 'institution');
    const said: readonly Said[] = [
      { content: 'A', speaker: entity('Ilex Wire', 'outlet'), relay: [entity('Vestonian media', 'group', 'VE')] },
      { content: 'B', speaker: court, relay: [] },
      { content: 'C', speaker: null, relay: [entity('Ilex Office', 'institution'), BREK] },
    ];
    const { groups } = compared([scored('A B C', said)], STUDY, NO_CODEBOOKS);
    expect(groups.at(-1)?.outlets.map(({ name }) => name)).toEqual(['Ilex Office', 'Ilex Wire']);
  });

  test('an outlet is listed once, without what the registry knows besides', () => {
    const articles = ['b', 'a'].map((id) => scored('Rain.', [], { id, publisher: POST }));
    const { groups } = compared(articles, STUDY, NO_CODEBOOKS);
    expect(groups[1]?.outlets).toEqual([entity('Vestonia Post', 'outlet', 'VE')]);
    expect(groups[1]?.articles).toBe(2);
  });
});

describe('sources', () => {
  const text = 'A: “one two three” four. B: five. C: six seven. D: eight.';
  const said: readonly Said[] = [
    { content: '“one two three” four', speaker: BREK, origin: 'norland' },
    { content: 'five', speaker: VOLNY, origin: 'norland' },
    { content: 'six seven', speaker: null, origin: 'norland' },
    { content: 'eight', speaker: BREK, origin: null },
  ];

  test('each speaker of a group has words by voice and a share; groups in order, most words first', () => {
    const { sources } = compared([scored(text, said)], STUDY, NO_CODEBOOKS);
    expect(sources).toEqual([
      { group: 'norland', speaker: BREK, statements: ['sample#1'], quotedWords: 3, attributedWords: 1, share: 4 / 7 },
      { group: 'norland', speaker: null, statements: ['sample#3'], quotedWords: 0, attributedWords: 2, share: 2 / 7 },
      { group: 'norland', speaker: VOLNY, statements: ['sample#2'], quotedWords: 0, attributedWords: 1, share: 1 / 7 },
      { group: null, speaker: BREK, statements: ['sample#4'], quotedWords: 0, attributedWords: 1, share: 1 },
    ]);
  });

  test('equal words are in the order of names, an unknown speaker last', () => {
    const even = ['one', 'two', 'three'].map((content, i) => ({ content, speaker: [null, VOLNY, BREK][i]! }));
    const { sources } = compared([scored('one two three', even)], STUDY, NO_CODEBOOKS);
    expect(sources.map(({ speaker }) => speaker?.name ?? null)).toEqual(['Ada Brek', 'Marek Volny', null]);
  });

  test('words passed on count for whoever said them; a statement of no words has share 0', () => {
    const nested = [
      { content: 'one two', speaker: BREK, origin: 'norland' },
      { content: 'one two', speaker: VOLNY, within: 'sample#1', origin: 'vestonian' },
    ];
    const { sources } = compared([scored('one two', nested)], STUDY, NO_CODEBOOKS);
    expect(sources.map(({ attributedWords, share }) => [attributedWords, share])).toEqual([
      [0, 0],
      [2, 1],
    ]);
  });

  test('one speaker’s statements in several articles are one row', () => {
    const articles = ['b', 'a'].map((id) => scored('one', [{ content: 'one', speaker: BREK }], { id }));
    const { sources } = compared(articles, STUDY, NO_CODEBOOKS);
    expect(sources.map(({ statements, attributedWords }) => [statements, attributedWords])).toEqual([
      [['a#1', 'b#1'], 2],
    ]);
  });
});

describe('chain: from → to (group) statements', () => {
  test.each([
    ['a publisher quotes', POST, [{ speaker: BREK }], ['Vestonia Post → Ada Brek (-) 1']],
    ['a publisher that is not known', null, [{ speaker: BREK }], ['? → Ada Brek (-) 1']],
    ['a speaker who is not known', POST, [{ speaker: null }], ['Vestonia Post → ? (-) 1']],
    [
      'relays, outermost first',
      null,
      [{ speaker: BREK, relay: [POST_VOICE, GREY_HOUSE], origin: 'norland' }],
      [
        'Vestonia Post → the Grey House (norland) 1',
        'the Grey House → Ada Brek (norland) 1',
        '? → Vestonia Post (norland) 1',
      ],
    ],
    [
      'a voice that passes itself on',
      POST,
      [{ speaker: BREK, relay: [POST_VOICE] }],
      ['Vestonia Post → Ada Brek (-) 1'],
    ],
    ['an outlet that speaks for itself', POST, [{ speaker: POST_VOICE }], []],
    [
      'equal links are one, the most frequent first',
      POST,
      [{ speaker: BREK }, { speaker: VOLNY }, { speaker: VOLNY }],
      ['Vestonia Post → Marek Volny (-) 2 3', 'Vestonia Post → Ada Brek (-) 1'],
    ],
    [
      'a link stands once for each group, in the study’s order, no group last',
      POST,
      [{ speaker: BREK }, { speaker: BREK, origin: 'vestonian' }, { speaker: BREK, origin: 'norland' }],
      [
        'Vestonia Post → Ada Brek (norland) 3',
        'Vestonia Post → Ada Brek (vestonian) 2',
        'Vestonia Post → Ada Brek (-) 1',
      ],
    ],
    [
      'equally frequent ones are in the order of names, nobody last',
      null,
      [
        { speaker: BREK, relay: [GREY_HOUSE] },
        { speaker: null, relay: [GREY_HOUSE] },
      ],
      ['? → the Grey House (-) 1 2', 'the Grey House → Ada Brek (-) 1', 'the Grey House → ? (-) 2'],
    ],
    [
      'two of one name are two, in the order of their ids',
      POST,
      [{ speaker: { ...BREK, id: 'z' } }, { speaker: { ...BREK, id: 'a' } }],
      ['Vestonia Post → Ada Brek (-) 2', 'Vestonia Post → Ada Brek (-) 1'],
    ],
  ])('%s', (_trap, publisher, said, expected) => {
    const article = scored(
      'Word.',
      said.map((one) => ({ content: 'Word', ...one })),
      { publisher },
    );
    const lines = compared([article], STUDY, NO_CODEBOOKS).chain.map(
      ({ from, to, group, statements }) =>
        `${from?.name ?? '?'} → ${to?.name ?? '?'} (${group ?? '-'}) ${statements.map((id) => id.slice('sample#'.length)).join(' ')}`,
    );
    expect(lines).toEqual(expected);
  });
});

describe('naming: name = uses, by voice', () => {
  test.each([
    [
      'a longer name is not also the shorter one',
      'The special military operation, an operation.',
      'smo own 1, operation own 1',
    ],
    ['a pattern without capitals ignores case', 'War, WAR and war.', 'war own 3'],
    ['a pattern with a capital does not', 'The Operation Ilex and operation ilex.', 'operation own 1, ilex own 1'],
    ['a star matches any ending', 'They invaded; an invader of the invasion.', 'invasion own 3'],
    ['a part of a word is no use', 'The warden warned of prewar days.', ''],
    ['a negated name is a use', 'It was no war.', 'war own 1'],
    ['marks make it a quoted use', 'Brek said it was “a war” there.', 'war quoted 1'],
    ['a reported use is attributed', 'Brek said it was “cold” in war there.', 'war attributed 1'],
  ])('%s', (_trap, text, expected) => {
    const said = text.startsWith('Brek') ? [{ content: text.slice('Brek said '.length, -1) }] : [];
    const { naming } = compared([scored(text, said)], STUDY, CODEBOOKS);
    const uses = naming[0]!.rows.flatMap(({ name, counts }) =>
      counts.filter(({ uses: n }) => n > 0).map(({ voice, uses: n }) => `${name} ${voice} ${n}`),
    );
    expect(uses.join(', ')).toBe(expected);
  });

  test('a name across an edge belongs where it begins', () => {
    const article = scored('Brek said special military operation.', [{ content: 'special' }]);
    const { naming } = compared([article], STUDY, CODEBOOKS);
    const uses = naming[0]!.rows.flatMap(({ counts }) => counts.filter(({ uses: n }) => n > 0));
    expect(uses.map(({ voice, uses: n }) => [voice, n])).toEqual([['attributed', 1]]);
  });

  test('every group has every voice, and a count names its articles and places', () => {
    const articles = ['b', 'a'].map((id) => scored('War and war.', [], { id, publisher: POST }));
    const { naming } = compared(articles, STUDY, CODEBOOKS);
    const war = naming[0]?.rows.find(({ name }) => name === 'war')?.counts ?? [];
    expect(war.map(({ group, voice, uses, articles: n }) => [group, voice, uses, n])).toEqual([
      ['norland', 'own', 0, 0],
      ['norland', 'quoted', 0, 0],
      ['norland', 'attributed', 0, 0],
      ['vestonian', 'own', 4, 2],
      ['vestonian', 'quoted', 0, 0],
      ['vestonian', 'attributed', 0, 0],
    ]);
    const at = { voice: 'own', group: 'vestonian', statement: null };
    expect(war[3]?.mentions).toEqual([
      { article: 'a', span: [0, 3], ...at },
      { article: 'a', span: [8, 11], ...at },
      { article: 'b', span: [0, 3], ...at },
      { article: 'b', span: [8, 11], ...at },
    ]);
  });
});

describe('frames: the words that count', () => {
  test.each([
    ['a lemma finds its forms', 'They fought and fight.', ['fought', 'fight']],
    ['a star matches any ending', 'The victory of victors.', ['victory', 'victors']],
    ['a phrase is one use, not also its words', 'A peace talk and talks.', ['peace talk', 'talks']],
    ['of a phrase and a beginning the longer counts', 'A victory parade.', ['victory parade']],
    ['what overlaps an earlier use does not count', 'The fight for peace talk.', ['fight for peace', 'talk']],
    ['a word of no frame', 'Rain fell.', []],
  ])('%s', (_trap, text, expected) => {
    const { frames } = compared([scored(text, [])], STUDY, CODEBOOKS);
    const found = frames[0]!.counts.flatMap(({ mentions }) => mentions.map(({ span }) => text.slice(...span)));
    expect(found).toEqual(expected);
  });
});

test('the terms of a dictionary match words as they stand', () => {
  const terms = ['fight', 'peace*', 'vic?or', 'talk of*'].map((term) => ({ term, weight: 1 }));
  const frames = [{ ...CODEBOOKS.frames[0]!, match: 'surface' as const, terms }];
  const text = 'They fought a fight, Peacefully; a victor may talk of peace.';
  const { frames: found } = compared([scored(text, [])], STUDY, { naming: [], frames });
  expect(found[0]!.counts.flatMap(({ mentions }) => mentions.map(({ span }) => text.slice(...span)))).toEqual([
    'fight',
    'Peacefully',
    'victor',
    'talk of',
    'peace',
  ]);
});

describe('stances', () => {
  test('calls are counted for each known speaker and target, "no call" too, in the order of names', () => {
    const meridia = entity('Meridia', 'alliance');
    const said = [{ speaker: VOLNY }, { speaker: BREK }, { speaker: BREK }, { speaker: null }];
    const article = scored(
      'Word.',
      said.map((one) => ({ content: 'Word', ...one })),
      {},
      [
        [stance(meridia, 'opposes')],
        [stance(meridia, 'no call'), stance(VOLNY, 'supports')],
        [stance(meridia, 'no call')],
        [stance(meridia, 'neither')],
      ],
    );
    const { stances } = compared([article], STUDY, NO_CODEBOOKS);
    const none = { opposes: 0, neither: 0, supports: 0, 'no call': 0 };
    expect(stances).toEqual(
      [
        {
          speaker: BREK,
          target: VOLNY,
          calls: { ...none, supports: 1 },
          articles: 1,
          shares: null,
          statements: ['sample#2'],
        },
        {
          speaker: BREK,
          target: meridia,
          calls: { ...none, 'no call': 2 },
          articles: 0,
          shares: null,
          statements: ['sample#2', 'sample#3'],
        },
        {
          speaker: VOLNY,
          target: meridia,
          calls: { ...none, opposes: 1 },
          articles: 1,
          shares: null,
          statements: ['sample#1'],
        },
      ].sort((a, b) => byCodeUnit(a.speaker.name + a.target.name, b.speaker.name + b.target.name)),
    );
  });

  test.each<[string, readonly (readonly Call[])[], Partial<Record<'opposes' | 'supports', SideShare>> | null]>([
    ['fewer calls than the study asks for are no finding', [['opposes', 'opposes', 'no call', 'no call']], null],
    [
      'calls of few articles have Wilson’s interval',
      [['opposes', 'opposes', 'no call'], ['supports']],
      { opposes: { share: 2 / 3, interval: wilsonInterval(2, 3), method: 'wilson' } },
    ],
    [
      'what is withheld is in no share',
      [['opposes', 'opposes', 'opposes', 'no call']],
      {
        opposes: { share: 1, interval: wilsonInterval(3, 3), method: 'wilson' },
        supports: { share: 0, interval: wilsonInterval(0, 3), method: 'wilson' },
      },
    ],
    [
      'where ten articles hold calls, whole articles are drawn; a share of none has no variance to draw from',
      Array.from({ length: 10 }, (_, i): readonly Call[] => (i < 4 ? ['opposes', 'opposes'] : ['neither'])),
      {
        opposes: { share: 8 / 14, interval: percentileInterval(tenArticles(), 1), method: 'bootstrap' },
        supports: { share: 0, interval: wilsonInterval(0, 14), method: 'wilson' },
      },
    ],
    [
      'an article whose calls are all withheld is none of the ten',
      Array.from({ length: 10 }, (_, i): readonly Call[] => (i === 0 ? ['no call'] : [i < 4 ? 'opposes' : 'neither'])),
      { opposes: { share: 3 / 9, interval: wilsonInterval(3, 9), method: 'wilson' } },
    ],
  ])('shares: %s', (_trap, callsOf, expected) => {
    const articles = callsOf.map((calls, i) => {
      const said = calls.map(() => ({ content: 'Word', speaker: BREK }));
      return scored(
        'Word.',
        said,
        { id: `harbour-${i}` },
        calls.map((call) => [stance(VOLNY, call)]),
      );
    });
    const [summary] = compared(articles, { ...STUDY, minimum: { ...STUDY.minimum, calls: 3 } }, NO_CODEBOOKS).stances;
    if (expected === null) expect(summary!.shares).toBeNull();
    else expect(summary!.shares).toMatchObject(expected);
  });
});

describe('claims', () => {
  const lacks = [
    'The group “Norland’s” has 0 articles and 0 outlets; the study asks for at least 2 articles and 1 outlet, so it lacks 2 articles and 1 outlet.',
    'The group “Vestonian” has 1 article and 1 outlet; the study asks for at least 2 articles and 1 outlet, so it lacks 1 article.',
  ];
  test.each([
    [
      'nothing to read',
      0,
      STUDY,
      [
        'There is no readable article, so there is nothing to describe.',
        lacks[0]!,
        lacks[0]!.replace('Norland’s', 'Vestonian'),
      ],
    ],
    [
      'one article is described',
      1,
      STUDY,
      [
        'There is one article: its words are described and counted, and no difference between groups is claimed.',
        ...lacks,
      ],
    ],
    [
      'several are described, and a group with enough lacks nothing',
      2,
      STUDY,
      [
        'The 2 articles are described and their words counted; no difference between groups has been tested, so none is claimed.',
        lacks[0]!,
      ],
    ],
    [
      'one group has nothing to be compared with',
      2,
      { ...studyOf(1), minimum: { articles: 0, outlets: 0, calls: 0 } },
      [
        'The 2 articles are described and their words counted; no difference between groups has been tested, so none is claimed.',
        'The study names 1 group; a comparison needs at least two.',
      ],
    ],
    [
      'no group at all',
      1,
      studyOf(0),
      [
        'There is one article: its words are described and counted, and no difference between groups is claimed.',
        'The study names 0 groups; a comparison needs at least two.',
      ],
    ],
  ])('%s', (_trap, number, study, reasons) => {
    const articles = Array.from({ length: number }, (_, i) => scored('Rain.', [], { id: `n${i}`, publisher: POST }));
    const { claims } = compared(articles, study, NO_CODEBOOKS);
    expect(claims.differences).toBe(false);
    expect(claims.reasons.map((reason) => reasonText(english, reason))).toEqual(reasons);
  });
});

describe('properties', () => {
  test('passages partition the text; words, uses and shares add up; the order of articles does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyArticle(), { minLength: 1, maxLength: 4 }), (articles) => {
        const named = articles.map((article, i) => renamed(article, `n${i}`));
        const comparison = compared(named, STUDY, CODEBOOKS);
        for (const article of named) expectPartition(article, comparison);
        expectSums(named, comparison);
        expect(compared([...named].reverse(), STUDY, CODEBOOKS)).toEqual(comparison);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

/** Any text of a few words and marks, with statements over any stretches of it, each within any earlier one or none. */
function anyArticle(): fc.Arbitrary<ScoredArticle> {
  const words = fc.array(
    fc.constantFrom('war', 'special', 'military', 'operation', 'peace', 'talk', '“no”', '“', '”', ',', '\n\n'),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  const stretch = fc.record({
    at: fc.nat(60),
    length: fc.nat(60),
    within: fc.nat(5),
    speaker: fc.constantFrom(null, BREK, VOLNY, GREY_HOUSE),
    origin: fc.constantFrom(null, 'norland', 'vestonian'),
  });
  return fc
    .tuple(words, fc.array(stretch, { maxLength: 5 }), fc.constantFrom(null, POST, ILEX))
    .map(([list, stretches, publisher]) => {
      const text = list.join(' ');
      const bare = scored(text, [], { publisher });
      const statements = stretches.map(({ at, length, within, speaker, origin }, i): Statement => {
        const start = Math.min(at, text.length);
        const content: Statement['content'] = [[start, Math.min(start + length, text.length)]];
        const outer = within < i ? `sample#${within + 1}` : null;
        const cue: Statement['cue'] =
          length > 8 ? [[Math.min(start + 2, text.length), Math.min(start + 5, text.length)]] : [];
        return { ...NO_STATEMENT, id: `sample#${i + 1}`, cue, content, speaker, origin, within: outer };
      });
      return { ...bare, statements, readings: statements.map(({ id }) => ({ ...NO_READING, statement: id })) };
    });
}

function renamed(article: ScoredArticle, id: string): ScoredArticle {
  const own = (name: string) => name.replace('sample', id);
  const statements = article.statements.map((statement) => ({
    ...statement,
    id: own(statement.id),
    within: statement.within === null ? null : own(statement.within),
  }));
  return { ...article, id, statements };
}

function expectPartition({ id, text }: ScoredArticle, { passages }: Comparison): void {
  const spans = passages.filter(({ article }) => article === id).map(({ span }) => span);
  let at = 0;
  for (const [start, end] of spans) {
    expect(text.slice(at, start).trim()).toBe('');
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(text.slice(at).trim()).toBe('');
}

function expectSums(articles: readonly ScoredArticle[], comparison: Comparison): void {
  const inText = articles.flatMap(({ tokens }) => tokens.norms.filter(isWord)).length;
  expect(total(comparison.groups.flatMap(({ words }) => Object.values(words)))).toBe(inText);
  const voiced = comparison.groups.map(({ words }) => words.quoted + words.attributed);
  expect(total(comparison.sources.map(({ quotedWords, attributedWords }) => quotedWords + attributedWords))).toBe(
    total(voiced),
  );
  for (const { group } of comparison.groups) {
    const shares = comparison.sources.filter((row) => row.group === group).map(({ share }) => share);
    const hasWords = comparison.sources.some((row) => row.group === group && row.share > 0);
    if (hasWords) expect(total(shares)).toBeCloseTo(1, 12);
  }
  const wars = articles.flatMap(({ text }) => [...text.matchAll(/\bwar\b/gu)]).length;
  const war = comparison.naming[0]?.rows.find(({ name }) => name === 'war')?.counts ?? [];
  expect(total(war.map(({ uses }) => uses))).toBe(wars);
  expect([...war, ...(comparison.frames[0]?.counts ?? [])].every(isSound)).toBe(true);
}

function isSound({ group, voice, uses, articles, mentions }: Count): boolean {
  const distinct = new Set(mentions.map(({ article }) => article)).size;
  const inCell = mentions.every((mention) => mention.group === group && mention.voice === voice);
  return mentions.length === uses && distinct === articles && inCell;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}

const SOURCED = { note: 'Made up.', sourceNote: 'None.' };

const BREK = entity('Ada Brek', 'person', 'NO');
const VOLNY = entity('Marek Volny', 'person', 'VE');
const GREY_HOUSE = entity('the Grey House', 'institution', 'NO');
const POST_VOICE = entity('Vestonia Post', 'outlet', 'VE');
const POST = outlet('Vestonia Post', 'VE');
const ILEX = outlet('Ilex Times', null);

const STUDY = studyOf(2);

const NO_CODEBOOKS: Codebooks = { naming: [], frames: [] };

const CODEBOOKS: Codebooks = {
  naming: [
    {
      id: 'war',
      title: 'The war',
      names: [
        { name: 'smo', patterns: ['special military operation', 'special operation'] },
        { name: 'operation', patterns: ['operation'] },
        { name: 'ilex', patterns: ['Operation Ilex'] },
        { name: 'war', patterns: ['war'] },
        { name: 'invasion', patterns: ['invasion', 'invad*'] },
      ],
      ...SOURCED,
    },
  ],
  frames: [
    {
      id: 'conflict',
      title: 'Conflict',
      question: 'Who fights?',
      match: 'lemma',
      terms: ['fight', 'fight for peace', 'peace talk', 'talk', 'victor*', 'victory parade'].map((term) => ({
        term,
        weight: 1,
      })),
      ...SOURCED,
    },
  ],
};

const NO_STATEMENT: Statement = {
  id: 'sample#1',
  kind: 'indirect',
  source: [],
  cue: [],
  content: [],
  cueLemma: null,
  speaker: null,
  relay: [],
  within: null,
  origin: null,
  confidence: 0.9,
  withheld: false,
};

const NO_READING: Omit<Reading, 'statement'> = {
  ...PLAIN_READING,
  valence: { mean: null, words: 0 },
};

/** An article with these statements, each read as having these stances and nothing else. */
function scored(
  text: string,
  said: readonly Said[],
  known: Partial<Article> = {},
  stances: readonly (readonly Stance[])[] = [],
): ScoredArticle {
  const article = attributed(text, said, known);
  const readings = article.statements.map(({ id }, i): Reading => {
    return { ...NO_READING, statement: id, stances: stances[i] ?? [] };
  });
  return { ...article, readings, ...NOTHING_READ };
}

function stance(target: Stance['target'], call: Call): Stance {
  return { target, call, p: [0.2, 0.6, 0.2], evidence: [], coreferent: [] };
}

/** A study of the first `n` of two groups. */
function studyOf(n: number): Study {
  const groups = [
    { id: 'norland', label: 'Norland’s', members: ['the-grey-house'], countries: ['NO'] },
    { id: 'vestonian', label: 'Vestonian', members: ['vestonia-post'], countries: ['VE'] },
  ];
  return {
    id: 'sample',
    title: 'A sample',
    question: 'Who speaks?',
    authors: ['Ilex'],
    date: null,
    language: 'en',
    groups: groups.slice(2 - n),
    targets: [],
    attributionThreshold: 0.4,
    stanceThreshold: 0.7,
    minimum: { articles: 2, outlets: 1, calls: 6 },
    comparison: PLAIN_PLAN,
    seed: 1,
  };
}

function outlet(name: string, country: string | null): Outlet {
  const none = { aliases: [], domains: [], group: null };
  return { ...entity(name, 'outlet', country), type: 'outlet', medium: 'newspaper', ...none, ...SOURCED };
}

function summary(
  group: string | null,
  label: string,
  articles: number,
  outlets: readonly string[],
  statements: number,
  [own, quoted, attributed_]: readonly [number, number, number],
): unknown {
  const named = outlets.map((name): unknown => expect.objectContaining({ name }));
  return { group, label, articles, outlets: named, statements, words: { own, quoted, attributed: attributed_ } };
}

/** Of ten articles four with two calls that oppose, six with one that does not. */
function tenArticles(): readonly Cluster[] {
  return Array.from({ length: 10 }, (_, i) => ({ id: `harbour-${i}`, part: i < 4 ? 2 : 0, whole: i < 4 ? 2 : 1 }));
}
