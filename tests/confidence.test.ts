import { describe, expect, test } from 'vitest';
import { signalsOf, COEFFICIENTS, confidenceOf, RULES_ALONE } from '../pipeline/attribute/confidence.ts';
import { attribute } from '../pipeline/attribute/attribute.ts';
import { withhold } from '../pipeline/attribute/withhold.ts';
import type { Group } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { attributed, entity } from './support/attributed.ts';

const { registry, lexicons, attributionWeights } = readOwnSeeds();
const TASS = registry.outlets.find(({ id }) => id === 'tass')!;
const GROUPS: readonly Group[] = [{ id: 'a', label: 'A', members: ['tass'], countries: [] }];

describe('the confidence of a statement', () => {
  test('as many numbers speak for it as there are coefficients', () => {
    expect(signalsOf(RULES_ALONE, 'direct', true)).toHaveLength(COEFFICIENTS);
  });

  test('a model that is certain stays within numbers that can be reckoned with', () => {
    const evidence = { ...RULES_ALONE, raw: 1 };
    expect(signalsOf(evidence, 'indirect', true)[1]).toBeCloseTo(9.21, 2);
    expect(signalsOf({ ...evidence, raw: 0 }, 'indirect', true)[1]).toBeCloseTo(-9.21, 2);
  });

  test('logistic: even odds at a sum of 0', () => {
    expect(confidenceOf([1, 2], [-2, 1])).toBe(0.5);
    expect(confidenceOf([1, 2], [-2, 2])).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  });

  test('a plain sentence is surer than a doubtful one; a statement within another is at most as sure as that', () => {
    const text =
      'Ada Finch said the port was shut. The mood of Tom Oakes carried the day. The Post reports that Ada Finch said “no”.';
    const { statements } = attribute(tokenise(article(text)), registry, lexicons, [], attributionWeights.bytes);
    const [plain] = statements;
    expect(plain!.confidence).toBeGreaterThan(0.7);
    for (const { within, confidence } of statements) {
      const around = statements.find(({ id }) => id === within);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(around?.confidence ?? 1);
    }
    expect(statements.some(({ within }) => within !== null)).toBe(true);
  });

  test('the rules alone know none', () => {
    const { statements } = attribute(
      tokenise(article('Ada Finch said the port was shut.')),
      registry,
      lexicons,
      [],
      null,
    );
    expect(statements.map(({ confidence }) => confidence)).toEqual([null]);
  });
});

describe('below the threshold', () => {
  const said = (confidence: number | null) =>
    attributed(
      'Ada Finch told Tass “no”.',
      [{ source: 'Ada Finch', cue: 'told', content: '“no”', speaker: entity('Ada Finch'), relay: [TASS], confidence }],
      { publisher: TASS },
    );
  const read = (confidence: number | null) => withhold(said(confidence), 0.4, registry, GROUPS).statements[0]!;

  test('who speaks and who relays is withheld; the words stay where they are', () => {
    const before = said(0.39).statements[0]!;
    expect(read(0.39)).toEqual({ ...before, speaker: null, relay: [], origin: 'a', withheld: true });
  });

  test.each([0.4, 0.9, null])('a confidence of %s is kept as it is', (confidence) => {
    expect(read(confidence)).toEqual(said(confidence).statements[0]);
  });
});
