import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { AttributedArticle, Coreference, Entity, Stance } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { score } from '../pipeline/score/score.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { attributed, entity, type Said } from './support/attributed.ts';

const { registry, lexicons, attributionWeights, stanceWeights } = readOwnSeeds();
const HILL = entity('Hugh Hill');
const MARSH = entity('Emma Marsh');
const PUTIN = entity('Vladimir Putin', 'person', 'RU');

describe('a mention that is no name', () => {
  test.each([
    ['a subject', 'Hugh Hill left. “He is a liar,” Emma Marsh said.', 'Hugh Hill opposes: He, liar'],
    [
      'a possessive and a deed',
      'Hugh Hill left. “We saw his aggression,” Emma Marsh said.',
      'Hugh Hill opposes: his, aggression',
    ],
    ['an object of the cue', 'Hugh Hill left. Emma Marsh praised him.', 'Hugh Hill supports: praised, him'],
    [
      'an office',
      'Emma Marsh said the Russian president is a liar.',
      'Vladimir Putin opposes: Russian president, liar',
    ],
    ['nobody of two', 'Hugh Hill met Boris Roe. “He is a liar,” Emma Marsh said.', ''],
    ['the speaker', 'Hugh Hill said he is a liar.', ''],
    [
      'no owner of what is said of a friend',
      'Hugh Hill left. “His friend is dear,” Emma Marsh said.',
      'Hugh Hill no call: His',
    ],
  ])('is a target of stance: %s', (_trap, text, expected) => {
    const titled = `Mayor Hugh Hill and mayor Boris Roe and mayor Emma Marsh live in Saltby.\n\nIt rained. It snowed. It rained. It snowed.\n\n${text}`;
    const read = attribute(
      tokenise(article(titled, { date: '2022-06-01' })),
      registry,
      lexicons,
      [],
      attributionWeights.bytes,
    );
    expect(told(read, null)).toBe(expected);
  });
});

describe('where some mentions are names', () => {
  const text = 'Emma Marsh said: “Hugh Hill came. It rained. He is a liar. We saw him.”';
  const content = '“Hugh Hill came. It rained. He is a liar. We saw him.”';

  test('the mention that decides is shown, and its doubt counts', () => {
    const stance = stanceOf(text, { content, speaker: MARSH }, [mention(text, 'He', HILL), mention(text, 'him', HILL)]);
    expect(shown(text, stance)).toBe('opposes: Hugh Hill, He, liar');
    expect(stance.coreferent).toEqual([spanOf(text, 'He')]);
    const sure = stanceOf(text, { content, speaker: MARSH }, [mention(text, 'He', HILL, 1)]);
    expect(stance.p[0]).toBeCloseTo(0.95 * sure.p[0], 12);
    expect(stance.p[2]).toBeCloseTo(0.95 * sure.p[2], 12);
    expect(stance.p[0] + stance.p[1] + stance.p[2]).toBeCloseTo(1, 12);
  });

  test('a mention that may well be another’s takes no side', () => {
    const stance = stanceOf(text, { content, speaker: MARSH }, [mention(text, 'He', HILL, 0.6)]);
    expect(stance.call).toBe('no call');
  });

  test('what a name decides has no doubt of a pronoun beside it', () => {
    const named = text.replace('He is', 'Hill is');
    const said = { content: content.replace('He is', 'Hill is'), speaker: MARSH };
    const stance = stanceOf(named, said, [mention(named, 'him', HILL)]);
    expect(shown(named, stance)).toBe('opposes: Hugh Hill, Hill, liar');
    expect(stance).toEqual(stanceOf(named, said, []));
  });

  test('an irony mark before a name is of the name behind it', () => {
    const before = 'Emma Marsh said: “He met the so-called Hugh Hill.”';
    const said = { content: '“He met the so-called Hugh Hill.”', speaker: MARSH };
    expect(shown(before, stanceOf(before, said, [mention(before, 'He', HILL)]))).toBe('opposes: so-called, Hugh Hill');
  });

  test('a pronoun for whom the article names nowhere is no target, a description is', () => {
    const other = 'Emma Marsh said he left the Russian president.';
    const said = { content: 'he left the Russian president', speaker: MARSH };
    const mentions = [
      mention(other, 'he', entity('Boris Roe')),
      mention(other, 'Russian president', PUTIN, 0.95, 'description'),
    ];
    expect(scored(other, said, mentions).map(({ target }) => target.name)).toEqual(['Russia', 'Vladimir Putin']);
  });
});

describe('how the model reads them', () => {
  test.each([
    ['by the pronoun alone', 'Emma Marsh condemned him as a cruel and shameful thief.', ['him']],
    [
      'by the name, with the pronoun beside it',
      'Emma Marsh condemned Hugh Hill and his cruel and shameful theft.',
      ['his'],
    ],
  ])('%s', (_trap, last, pronouns) => {
    const text = `Mayor Hugh Hill left. ${last}`;
    const said: Said = {
      cue: 'condemned',
      cueLemma: 'condemn',
      content: last.slice('Emma Marsh condemned '.length, -1),
      speaker: MARSH,
    };
    const mentions = pronouns.map((words) => mention(text, words, HILL));
    const [stance] = scored(text, said, mentions, stanceWeights.bytes, 0.5);
    expect(stance!.call).toBe('opposes');
    expect(shown(text, stance!)).toContain(last.includes('Hugh') ? 'Hugh Hill' : 'him');
  });
});

test('two thousand pronouns in one sentence are mentions of one target', () => {
  const text = `Emma Marsh said: “Hugh Hill left, ${'he is a liar, '.repeat(2_000)}.”`;
  const starts = Array.from(text.matchAll(/\bhe\b/gu), ({ index }) => index);
  const mentions = starts.map((at): Coreference => ({ span: [at, at + 2], form: 'pronoun', entity: HILL, p: 0.95 }));
  const stance = stanceOf(text, { content: text.slice(text.indexOf('“')), speaker: MARSH }, mentions);
  expect(stance.call).toBe('opposes');
  expect(stance.coreferent.length).toBeGreaterThan(1_990);
});

function mention(
  text: string,
  words: string,
  meant: Entity,
  p = 0.95,
  form: Coreference['form'] = words === 'his' ? 'possessive' : 'pronoun',
): Coreference {
  return { span: spanOf(text, words), form, entity: meant, p };
}

function spanOf(text: string, words: string): [number, number] {
  const at = text.search(new RegExp(`\\b${words}\\b`, 'u'));
  return [at, at + words.length];
}

function scored(
  text: string,
  said: Said,
  coreferences: readonly Coreference[],
  weights: Uint8Array | null = null,
  stanceThreshold = 0.7,
): readonly Stance[] {
  // Whoever speaks is known by name to the article: so is Hugh Hill.
  const known = attributed(text, [{ ...said, relay: text.includes('Hugh Hill') ? [HILL] : [] }]);
  return score({ ...known, coreferences }, registry, lexicons, { stanceThreshold, targets: [] }, weights).readings[0]!
    .stances;
}

function stanceOf(text: string, said: Said, coreferences: readonly Coreference[]): Stance {
  return scored(text, said, coreferences).find(({ target }) => target.id === HILL.id)!;
}

/** "opposes: Hugh Hill, He, liar". */
function shown(text: string, { call, evidence }: Stance): string {
  return `${call}: ${evidence.map((span) => text.slice(...span)).join(', ')}`;
}

/** The stances toward people in what is said last. */
function told(read: AttributedArticle, weights: Uint8Array | null): string {
  const { readings, text } = score(read, registry, lexicons, { stanceThreshold: 0.7, targets: [] }, weights);
  const people = readings.at(-1)!.stances.filter(({ target }) => target.type === 'person');
  return people.map((stance) => `${stance.target.name} ${shown(text, stance)}`).join('; ');
}
