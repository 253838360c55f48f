import { keyOfHash } from '../../../pipeline/text/table.ts';
import { DIMENSIONS } from '../../../pipeline/score/target/vectors.ts';
import type { PrunedVectors } from '../../stance/train/vectors.ts';
import type { Example } from './corpus.ts';

/** Terms of training articles with their rows, rarity by row, and how vectors are averaged and brought to one scale. */
export interface Space {
  readonly rows: ReadonlyMap<number, number>;
  /** ln((1 + n) / (1 + articles with the term)) + 1, by row. */
  readonly rarity: Float64Array;
  /** The same less 1 for any word: what its vector weighs. */
  readonly weightOf: (key: number) => number;
  readonly mean: Float64Array;
  /** What a number of the mean vector, less the mean of training, is multiplied by. */
  readonly scale: Float64Array;
}

/** An article in a space: TF-IDF of unit length by row, and its mean vector, standardised. */
export interface Place {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly dense: Float64Array;
}

/** A term of fewer articles is no feature. */
const FEWEST = 3;
/** What a standard deviation of a number of the mean vector is worth beside a TF-IDF of length 1. */
const DENSE = 0.03;

/** The vector of a word by its key; `null` without one. */
export type VectorOf = (key: number) => Float64Array | null;

/** Looks vectors up by the keys that articles have. */
export function vectorLookUp({ keys, steps, worth }: PrunedVectors): VectorOf {
  const places = new Map(Array.from(keys, (key, n) => [keyOfHash(key), n]));
  const known = new Map<number, Float64Array>();
  return (key) => {
    const [before, n] = [known.get(key), places.get(key)];
    if (before !== undefined || n === undefined) return before ?? null;
    const vector = Float64Array.from({ length: DIMENSIONS }, (_, d) => steps[n * DIMENSIONS + d]! * worth[n]!);
    known.set(key, vector);
    return vector;
  };
}

/** Learns a space from the words of training articles; labels play no part. */
export function spaceOf(examples: readonly Example[], vectorOf: VectorOf): Space {
  const counts = new Map<number, number>();
  for (const { terms } of examples) for (const { key } of terms) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST);
  const weightOf = (key: number): number => Math.log((1 + examples.length) / (1 + (counts.get(key) ?? 0)));
  const means = examples.map((example) => meanVector(example, weightOf, vectorOf));
  const mean = new Float64Array(DIMENSIONS).map((_, d) => average(means.map((one) => one[d]!)));
  const spread = mean.map((centre, d) => Math.sqrt(average(means.map((one) => (one[d]! - centre) ** 2))));
  const scale = spread.map((one) => (one === 0 ? 0 : DENSE / one));
  return {
    rows: new Map(kept.map(([key], row) => [key, row])),
    rarity: Float64Array.from(kept, ([key]) => weightOf(key) + 1),
    weightOf,
    mean,
    scale,
  };
}

/** Puts an article into a space, as the product reads it. */
export function placeIn(space: Space, example: Example, vectorOf: VectorOf): Place {
  const known = example.terms.flatMap(({ key, count }) => {
    const row = space.rows.get(key);
    return row === undefined ? [] : [{ row, value: (1 + Math.log(count)) * space.rarity[row]! }];
  });
  known.sort((a, b) => a.row - b.row);
  const length = Math.sqrt(known.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  const own = meanVector(example, space.weightOf, vectorOf);
  return {
    rows: Int32Array.from(known, ({ row }) => row),
    values: Float64Array.from(known, ({ value }) => value / length),
    dense: own.map((value, d) => (value - space.mean[d]!) * space.scale[d]!),
  };
}

function meanVector({ terms }: Example, weightOf: (key: number) => number, vectorOf: VectorOf): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  let total = 0;
  for (const { key, count, width } of terms) {
    const vector = width === 1 ? vectorOf(key) : null;
    if (vector === null) continue;
    const weight = (1 + Math.log(count)) * weightOf(key);
    total += weight;
    vector.forEach((value, d) => (sum[d]! += weight * value));
  }
  return sum.map((value) => value / (total || 1));
}

/** Products of all pairs of places, row by row; 1 is added for the bias. */
export function gram(places: readonly Place[]): Float64Array {
  const n = places.length;
  const products = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) products[i * n + j] = products[j * n + i] = 1 + product(places[i]!, places[j]!);
  return products;
}

function product(a: Place, b: Place): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += a.dense[d]! * b.dense[d]!;
  for (let i = 0, j = 0; i < a.rows.length && j < b.rows.length;) {
    if (a.rows[i] === b.rows[j]) sum += a.values[i++]! * b.values[j++]!;
    else if (a.rows[i]! < b.rows[j]!) i++;
    else j++;
  }
  return sum;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
