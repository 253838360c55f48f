import { describe, expect, test } from 'vitest';
import type { Reading, Registry, Topic } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { score } from '../pipeline/score/score.ts';
import { attributed, entity, type Said } from './support/attributed.ts';
import { PLAIN_ACTOR } from './support/plain.ts';

describe('who and what is a target', () => {
  test.each([
    ['a topic by its name', '“Levies went up.”', 'levies'],
    ['a topic by an alias with any ending', '“Tolls and tollgates went up.”', 'levies'],
    ['a name with “the” is found without it', '“No River pact was signed.”', 'the River pact'],
    ['a capital in a pattern counts', '“A river pact was signed.”', ''],
    ['a topic hides the name within', '“The war in Vestonia went on.”', 'the war in Vestonia'],
    ['a longer name hides a topic within', '“The Levies Office went on.”', 'the Levies Office'],
    ['a name beside a topic is its own', '“Levies on Vestonia went up.”', 'levies, Vestonia'],
    ['what is shared with someone else is no topic of ours', '“We value our ties with Vestonia.”', 'Vestonia'],
    ['… and what is ours is', '“We value our ties.”', 'the River pact'],
    ['a metonym is its actor', '“Port Vest went on.”', 'Vestonia'],
    ['the speaker is no target', '“Ada Brek went on.”', ''],
    ['an unknown speaker of the article is one', '“Oto Marsh went on.”', 'Oto Marsh'],
    ['… by the surname', '“Marsh went on.”', 'Oto Marsh'],
    ['… and not by a common word that looks like it', '“A marsh went on.”', ''],
    ['a bank hides the country in its name', '“The Bank of Vestonia went on.”', 'the Bank of Vestonia'],
    ['a person behind a title', '“The minister Ida Holm left, and Holm slept.”', 'Ida Holm'],
    ['two names without a title are not known for a person', '“Green Shore left.”', ''],
    ['of three names behind a title the last may be a day', '“Minister Ida Holm Monday left.”', ''],
  ])('%s', (_trap, content, expected) => {
    expect(namesOf(readOne(content))).toBe(expected);
  });

  test('two people of one surname are found by their full names only', () => {
    const text = 'Minister Ida Holm and minister Ulf Holm met. Ada Brek said: “Holm left. Ida Holm left.”';
    const reading = readings(text, [{ content: '“Holm left. Ida Holm left.”', speaker: BREK }])[0]!;
    expect(namesOf(reading)).toBe('Ida Holm');
    expect(reading.stances[0]?.evidence).toHaveLength(1);
  });

  test('a surname that someone of the registry bears, too, is nobody’s', () => {
    const text = 'Minister Ida Volny met Marek Volny. Ada Brek said: “Volny left.”';
    expect(namesOf(readings(text, [{ content: '“Volny left.”', speaker: BREK }])[0]!)).toBe('');
  });

  test('who is only described is nobody by name', () => {
    const said = { content: '“A spokesman left.”', speaker: entity('a spokesman') };
    expect(namesOf(readings('Said: “A spokesman left.”', [said, { ...said, speaker: BREK }])[1]!)).toBe('');
  });

  test('two hundred targets in one sentence are each found', () => {
    const nameOf = (i: number): string =>
      `Ada ${'abcdefghij'.charAt(i / 10).toUpperCase()}o${'klmnprstvz'.charAt(i % 10)}`;
    const people = Array.from({ length: 200 }, (_, i) => `${nameOf(i % 100)}${i >= 100 ? 'a' : 'e'} is a liar`);
    const content = `“${people.join(' and ')} and levies are illegal.”`;
    const actors = people.map((person) => ({ ...entity(person.slice(0, -10)), ...PLAIN_ACTOR }));
    const given = attributed(content, [{ content, speaker: BREK }]);
    const read = score(given, { outlets: [], actors }, lexicons, { stanceThreshold: 0.7, targets: TOPICS }, null);
    expect(read.readings[0]?.stances.length).toBe(201);
  });
});

describe('stance toward topics', () => {
  test.each([
    ['what is said of it', '“Levies are a mistake.”', 'levies opposes'],
    ['… with whom it is against', '“Levies on Vestonia are illegal.”', 'levies opposes'],
    ['… in favour', '“The war in Vestonia is a success.”', 'the war in Vestonia supports'],
    ['more of it', '“The strengthening of our ties has become a natural response.”', 'the River pact supports'],
    ['less of it', '“The lifting of levies is a mistake.”', 'levies supports'],
    ['something else about it', '“Talks on levies are a mistake.”', ''],
    ['… or its victim', '“Victims of the war in Vestonia are a disaster.”', ''],
    ['a negated judgement decides nothing', '“Levies are no mistake.”', ''],
    ['a judgement on the second of two', '“Norland and levies are a mistake.”', ''],
    ['an adjective before it', '“The illegal levies went up.”', 'levies opposes'],
    ['an adjective before another noun', '“The illegal talks on levies went on.”', ''],
    ['a step about it', '“Landmark decisions about closer ties of our coasts show it.”', 'the River pact supports'],
    ['a deed is no topic’s', '“The levies regime went on.”', ''],
    ['irony is against the name', '“The so-called levies went up.”', ''],
    ['a question', '“Are levies a mistake?”', ''],
    ['a condition', '“If levies are a mistake, we stop.”', ''],
    [
      'what stands before a “that” with a condition is asserted',
      '“Landmark steps on levies show that we win if it rains.”',
      'levies supports',
    ],
    ['what is to be overcome is a trouble', '“We can overcome the levies.”', 'levies opposes'],
    ['… in a list', '“We overcome storms, floods or levies.”', 'levies opposes'],
    ['… in the passive and under a condition', '“Levies can be overcome only if we stand.”', 'levies opposes'],
    ['… and what overcomes it is none', '“Levies overcome the storm.”', ''],
    ['we support', '“We support the levies.”', 'levies supports'],
    ['we oppose', '“I strongly oppose the war in Vestonia.”', 'the war in Vestonia opposes'],
    ['we are against', '“We are against levies.”', 'levies opposes'],
    ['we are content with', '“We should be content with our ties.”', 'the River pact supports'],
    ['we support an end of it', '“We support the lifting of levies.”', 'levies opposes'],
    ['we want it', '“We want levies.”', 'levies supports'],
    ['we want an end to it', '“We want an end to the war in Vestonia.”', 'the war in Vestonia opposes'],
    ['we want something done to it', '“We want levies lifted.”', ''],
    ['we want it to do something', '“We want the war in Vestonia to end.”', ''],
    ['we do not support decides nothing', '“We do not support levies.”', ''],
    ['they support', '“They support levies.”', ''],
    ['we support what is done about it', '“We support talks on levies.”', ''],
    ['we support an actor', '“We support Vestonia.”', 'Vestonia supports'],
    ['we support what an actor does', '“We support Vestonia joining.”', ''],
    ['we support what belongs to an actor', '“We support Vestonia’s coast.”', ''],
    ['whom we want is wanted for something', '“We want Vestonia.”', ''],
  ])('%s', (_trap, content, expected) => {
    expect(callsOf(readOne(content))).toBe(expected);
  });

  test.each([
    ['praise', 'praised', 'praise', 'the levies', 'levies supports'],
    ['blame', 'condemned', 'condemn', 'the Vestonian levies', 'levies opposes'],
    ['praise of its end', 'praised', 'praise', 'the lifting of levies', 'levies opposes'],
    ['blame of something else', 'condemned', 'condemn', 'talks on levies', ''],
    ['a call for it', 'called for', 'call for', 'levies', 'levies supports'],
    ['a call for its end', 'called for', 'call for', 'an end to the war in Vestonia', 'the war in Vestonia opposes'],
    ['a call for something done to it', 'demanded', 'demand', 'levies be lifted', ''],
    ['a call on an actor', 'urged', 'urge', 'Vestonia to leave', ''],
    ['a denial', 'denied', 'deny', 'the levies', ''],
  ])('by the cue: %s', (_trap, cue, cueLemma, content, expected) => {
    const said = { cue, cueLemma, content, speaker: BREK };
    expect(callsOf(readings(`Ada Brek ${cue} ${content}.`, [said])[0]!)).toBe(expected);
  });

  test('outside quotation marks an adjective may be the reporter’s', () => {
    const said = { cue: 'said', cueLemma: 'say', content: 'that illegal levies went up', speaker: BREK };
    expect(callsOf(readings('Ada Brek said that illegal levies went up.', [said])[0]!)).toBe('');
  });

  test('a topic is a target of the type topic', () => {
    expect(readOne('“Levies went up.”').stances[0]?.target).toEqual({
      id: 'levies',
      name: 'levies',
      type: 'topic',
      country: null,
    });
  });
});

const BREK = entity('Ada Brek', 'person', 'NO');

const REGISTRY: Registry = {
  outlets: [],
  actors: [
    { ...BREK, ...PLAIN_ACTOR },
    { ...entity('Marek Volny'), ...PLAIN_ACTOR },
    { ...entity('Norland', 'country', 'NO'), ...PLAIN_ACTOR },
    { ...entity('the Levies Office', 'institution'), ...PLAIN_ACTOR },
    { ...entity('Vestonia', 'country', 'VE'), ...PLAIN_ACTOR, demonyms: ['Vestonian'], metonyms: ['Port Vest'] },
  ],
};

const TOPICS: readonly Topic[] = [
  topic('levies', 'levies', ['toll*']),
  topic('river-pact', 'the River pact', ['our ties', 'ties of our coasts']),
  topic('war', 'the war in Vestonia', []),
];

const { lexicons } = readOwnSeeds();

function topic(id: string, name: string, aliases: readonly string[]): Topic {
  return { id, name, type: 'topic', country: null, aliases };
}

function readings(text: string, said: readonly Said[]): readonly Reading[] {
  return score(attributed(text, said), REGISTRY, lexicons, { stanceThreshold: 0.7, targets: TOPICS }, null).readings;
}

/** The words as Ada Brek's, in an article in which a man and a bank speak that the registry does not know. */
function readOne(content: string): Reading {
  const others = [entity('Oto Marsh'), entity('the Bank of Vestonia', 'institution')];
  const said = [{ content, speaker: BREK }, ...others.map((speaker) => ({ content: 'so', speaker }))];
  return readings(`So so. Ada Brek said: ${content}`, said)[0]!;
}

function namesOf({ stances }: Reading): string {
  return stances.map(({ target }) => target.name).join(', ');
}

function callsOf({ stances }: Reading): string {
  const called = stances.filter(({ call }) => call !== 'no call');
  return called.map(({ target, call }) => `${target.name} ${call}`).join(', ');
}
