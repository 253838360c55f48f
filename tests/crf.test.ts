import { describe, expect, test } from 'vitest';
import { randomOf } from '../models/attribution/train/random.ts';
import {
  beliefs,
  marginalsOf,
  NEVER,
  PAIR_COUNT,
  pairOf,
  PAIRS,
  viterbi,
  type Chain,
} from '../pipeline/attribute/sequence/crf.ts';
import { potentialsOf } from '../pipeline/attribute/sequence/potentials.ts';
import { isInside, LABEL_COUNT, LABELS, mayFollow } from '../pipeline/attribute/sequence/labels.ts';

/** Lengths and seeds for which everything is counted out; the longest has 9,000 sequences. */
const CASES = [1, 2, 3, 4, 5].flatMap((length) => [1, 2, 3].map((seed) => [length, seed] as const));

describe('the chain', () => {
  test.each(CASES)('%i tokens, seed %i: the best of all sequences comes out', (length, seed) => {
    const scores = randomScores(length, seed);
    const best = sequencesOf(length).reduce((a, b) => (scoreOf(scores, b) > scoreOf(scores, a) ? b : a));
    expect([...viterbi(scores)]).toEqual(best);
  });

  test.each(CASES)('%i tokens, seed %i: beliefs are shares of all sequences', (length, seed) => {
    const scores = randomScores(length, seed);
    const counted = countedBeliefs(scores, length);
    const { marginals, pairs } = beliefs(potentialsOf(scores));
    expect(furthest(marginals, counted.marginals)).toBeLessThan(1e-9);
    expect(furthest(pairs, counted.pairs)).toBeLessThan(1e-9);
    expect(marginalsOf(potentialsOf(scores))).toEqual(marginals);
  });

  test('scores too large for exp change nothing', () => {
    const scores = randomScores(3, 1);
    const raised = { unigrams: scores.unigrams.map((score) => score + 2000), pairs: scores.pairs };
    expect(furthest(marginalsOf(potentialsOf(raised)), marginalsOf(potentialsOf(scores)))).toBeLessThan(1e-9);
    expect(viterbi(raised)).toEqual(viterbi(scores));
  });

  test('what the scores of tokens want most gives way where labels may not stand together', () => {
    for (const [before, here] of impossible()) {
      const scores = { unigrams: new Float64Array(2 * LABEL_COUNT), pairs: new Float64Array(2 * PAIR_COUNT) };
      scores.unigrams[before] = 50;
      scores.unigrams[LABEL_COUNT + here] = 50;
      const [first, second] = viterbi(scores);
      expect(mayFollow(first!, second!)).toBe(true);
      expect([first, second]).toSatisfy(([a, b]) => a === before || b === here);
    }
  });

  test('a label that is never right has no probability, and the rest still sum to one', () => {
    const scores = randomScores(4, 7);
    for (let y = 0; y < LABEL_COUNT; y++) if (isInside(y)) scores.unigrams[2 * LABEL_COUNT + y] = NEVER;
    const here = [...marginalsOf(potentialsOf(scores)).subarray(2 * LABEL_COUNT, 3 * LABEL_COUNT)];
    expect(here.filter((_, y) => isInside(y))).toEqual([0, 0, 0]);
    expect(here.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  test('no token: nothing', () => {
    const none = { unigrams: new Float64Array(0), pairs: new Float64Array(0) };
    expect(viterbi(none)).toHaveLength(0);
    expect(marginalsOf(potentialsOf(none))).toHaveLength(0);
    expect(beliefs(potentialsOf(none)).pairs).toHaveLength(0);
  });
});

describe('pairs of labels', () => {
  test('an inside goes on with its own role only; all else may follow anything', () => {
    const named = impossible().map(([before, here]) => `${LABELS[before]!} ${LABELS[here]!}`);
    expect(named).toHaveLength(3 * (LABEL_COUNT - 2));
    expect(named).toContain('O I-cue');
    expect(named).toContain('B-source I-content');
    expect(named).not.toContain('B-content I-content');
    expect(named).not.toContain('I-source I-source');
  });

  test('each is found under its number', () => {
    expect(PAIRS.map(([before, here]) => pairOf(before, here))).toEqual(PAIRS.map((_, k) => k));
    expect(PAIR_COUNT).toBe(LABEL_COUNT ** 2 - impossible().length);
  });
});

/** Scores so near each other that a sequence is often best by little. */
function randomScores(length: number, seed: number): Chain<Float64Array> {
  const random = randomOf(seed * 100 + length);
  const column = (width: number): Float64Array => Float64Array.from({ length: width }, () => 2 * random() - 1);
  return { unigrams: column(length * LABEL_COUNT), pairs: column(length * PAIR_COUNT) };
}

/** Every sequence of labels that may be. */
function sequencesOf(length: number): readonly (readonly number[])[] {
  const labels = LABELS.map((_, y) => y);
  if (length === 1) return labels.map((y) => [y]);
  return sequencesOf(length - 1).flatMap((start) =>
    labels.filter((y) => mayFollow(start.at(-1)!, y)).map((y) => [...start, y]),
  );
}

function scoreOf({ unigrams, pairs }: Chain<Float64Array>, labels: readonly number[]): number {
  return labels.reduce((sum, y, i) => {
    const pair = i === 0 ? 0 : pairs[i * PAIR_COUNT + pairOf(labels[i - 1]!, y)]!;
    return sum + unigrams[i * LABEL_COUNT + y]! + pair;
  }, 0);
}

/** Beliefs as the definition has them: of all sequences, by the exp of their score, the share that has a label or a pair. */
function countedBeliefs(scores: Chain<Float64Array>, length: number): { marginals: Float64Array; pairs: Float64Array } {
  const marginals = new Float64Array(length * LABEL_COUNT);
  const pairs = new Float64Array(length * PAIR_COUNT);
  let total = 0;
  for (const labels of sequencesOf(length)) {
    const weight = Math.exp(scoreOf(scores, labels));
    total += weight;
    labels.forEach((y, i) => {
      marginals[i * LABEL_COUNT + y]! += weight;
      if (i > 0) pairs[i * PAIR_COUNT + pairOf(labels[i - 1]!, y)]! += weight;
    });
  }
  return { marginals: marginals.map((sum) => sum / total), pairs: pairs.map((sum) => sum / total) };
}

function furthest(a: Float64Array, b: Float64Array): number {
  expect(a).toHaveLength(b.length);
  return a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);
}

/** The pairs that may not stand together. */
function impossible(): readonly (readonly [number, number])[] {
  const all = LABELS.flatMap((_, before) => LABELS.map((_, here) => [before, here] as const));
  return all.filter(([before, here]) => pairOf(before, here) === -1);
}
