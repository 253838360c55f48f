import { BELIEFS } from '../../../pipeline/attribute/sequence/endings.ts';
import type { EndingColumns } from '../../../pipeline/attribute/sequence/weights.ts';
import type { EndCase } from './endings.ts';
import { randomOf, shuffle } from './random.ts';

/** How to train. */
export interface EndTraining {
  readonly epochs: number;
  /** Learning rate of AdaGrad (Duchi et al. 2011). */
  readonly rate: number;
  /** Share of features hidden at each step, from all ends of a content alike. */
  readonly dropout: number;
  readonly seed: number;
}

/** A feature that fewer ends have is left out, and one that weighs less. */
const FEWEST = 4;
const LEAST = 0.05;
/** What one step of the stored integers is worth. */
const STEP = 0.002;
/** How often, in an epoch but the first, the weights are added to the average. */
const SNAPSHOTS = 4;

/**
 * Weights that make the annotators’ ends likely among those weighed: multinomial logistic regression by stochastic gradient,
 * one content at a time, the average of the weights along the way (Polyak and Juditsky 1992).
 */
export function fitEndings(cases: readonly EndCase[], { epochs, rate, dropout, seed }: EndTraining): EndingColumns {
  const known = frequent(cases);
  const data = cases.map((one) => sampleOf(one, known));
  const [random, now, average] = [randomOf(seed), parametersOf(known.size), parametersOf(known.size)];
  const squares = parametersOf(known.size);
  now.beliefs[0] = 1;
  squares.beliefs.fill(1);
  let snapshots = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(data, random);
    data.forEach((sample, n) => {
      step(now, squares, thinned(sample, dropout, random), rate);
      if (epoch === 0 || n % Math.ceil(data.length / SNAPSHOTS) !== 0) return;
      add(average, now);
      snapshots++;
    });
  }
  return columnsOf(average, 1 / snapshots, known);
}

/** The features that enough ends have, each with its row; the same cases give the same rows. */
function frequent(cases: readonly EndCase[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { choice } of cases) for (const key of choice.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= FEWEST).map(([key]) => key);
  return new Map(often.sort((a, b) => a - b).map((key, row) => [key, row]));
}

/** A content: rows of features and beliefs of each of its ends, and which one is right. */
interface Sample {
  readonly rows: readonly (readonly number[])[];
  readonly beliefs: readonly (readonly number[])[];
  readonly gold: number;
}

function sampleOf({ choice: { ends, keys, beliefs }, gold }: EndCase, known: ReadonlyMap<number, number>): Sample {
  const width = keys.length / ends.length;
  return {
    rows: ends.map((_, n) => keys.slice(n * width, (n + 1) * width).flatMap((key) => known.get(key) ?? [])),
    beliefs: ends.map((_, n) => beliefs.slice(n * BELIEFS, (n + 1) * BELIEFS)),
    gold,
  };
}

/** A sample with a share of its features hidden, each from all ends that have it. */
function thinned(sample: Sample, dropout: number, random: () => number): Sample {
  const kept = new Map<number, boolean>();
  const isKept = (row: number): boolean => {
    const known = kept.get(row) ?? random() >= dropout;
    kept.set(row, known);
    return known;
  };
  return { ...sample, rows: sample.rows.map((rows) => rows.filter(isKept)) };
}

/** Weights of features and of beliefs. */
interface Parameters {
  readonly features: Float64Array;
  readonly beliefs: Float64Array;
}

function parametersOf(size: number): Parameters {
  return { features: new Float64Array(size), beliefs: new Float64Array(BELIEFS) };
}

function add(a: Parameters, b: Parameters): void {
  for (const part of ['features', 'beliefs'] as const) b[part].forEach((value, k) => (a[part][k]! += value));
}

function step(now: Parameters, squares: Parameters, { rows, beliefs, gold }: Sample, rate: number): void {
  const scores = rows.map((own, n) => {
    const features = own.reduce((sum, row) => sum + now.features[row]!, 0);
    return beliefs[n]!.reduce((sum, belief, k) => sum + now.beliefs[k]! * belief, features);
  });
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, value) => sum + value, 0);
  const slopes = new Map<number, number>();
  const beliefSlopes = new Map<number, number>();
  odds.forEach((value, n) => {
    const size = (n === gold ? 1 : 0) - value / all;
    for (const row of rows[n]!) slopes.set(row, (slopes.get(row) ?? 0) + size);
    beliefs[n]!.forEach((belief, k) => beliefSlopes.set(k, (beliefSlopes.get(k) ?? 0) + size * belief));
  });
  climb(now.features, squares.features, slopes, rate);
  climb(now.beliefs, squares.beliefs, beliefSlopes, rate);
}

/** Slopes smaller than this change nothing: what all ends have in common has none. */
const LEAST_SLOPE = 1e-6;

function climb(values: Float64Array, squares: Float64Array, slopes: ReadonlyMap<number, number>, rate: number): void {
  for (const [at, slope] of slopes) {
    if (Math.abs(slope) < LEAST_SLOPE) continue;
    squares[at]! += slope * slope;
    values[at]! += (rate * slope) / (1e-3 + Math.sqrt(squares[at]!));
  }
}

function columnsOf(sum: Parameters, share: number, known: ReadonlyMap<number, number>): EndingColumns {
  const values = Int32Array.from(sum.features, (value) => Math.round((value * share) / STEP));
  const kept = [...known].filter(([, row]) => Math.abs(values[row]!) * STEP >= LEAST);
  return {
    keys: Int32Array.from(kept, ([key]) => key),
    values: Int32Array.from(kept, ([, row]) => values[row]!),
    beliefs: Array.from(sum.beliefs, (value) => value * share),
    step: STEP,
  };
}
