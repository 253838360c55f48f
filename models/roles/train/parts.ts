import type { Portrait } from '../../../pipeline/score/cast/context.ts';
import { ROLES } from '../../../pipeline/score/cast/weights.ts';
import { DIMENSIONS } from '../../../pipeline/score/target/vectors.ts';
import type { Tally } from '../../../pipeline/text/tally.ts';
import type { VectorOf } from '../../frames/train/kernel.ts';
import type { Example } from './corpus.ts';
import { fitSoftmax, scoresOf, type Cases } from './fit.ts';

/** Rows of features, then of the mean vector's numbers, and how these are brought to one scale. */
export interface Space {
  readonly rows: ReadonlyMap<number, number>;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
}

/** What tells the part of an actor that plays one. */
export interface PartModel {
  readonly space: Space;
  /** `ROLES.length` weights a row, the bias last. */
  readonly weights: Float64Array;
}

/** A feature of fewer actors tells nothing. */
const FEWEST = 3;
/** What a standard deviation of a number of the mean vector is worth beside a feature of 1. */
const DENSE = 0.1;

/** Fits on all who play a part, names or not; each counts once, shared out by how many annotators gave it which part. */
export function fitParts(examples: readonly Example[], vectorOf: VectorOf, strength: number): PartModel {
  const cast = examples.filter(({ parts }) => parts !== null);
  const space = spaceOf(cast, vectorOf);
  return { space, weights: fitSoftmax(casesOf(cast, space, vectorOf), strength) };
}

/** Scores of the parts, whoever plays one or not. */
export function partScores(
  model: PartModel,
  examples: readonly Example[],
  vectorOf: VectorOf,
): readonly Float64Array[] {
  const cases = casesOf(examples, model.space, vectorOf);
  return examples.map((_, i) => scoresOf(cases, i, model.weights));
}

function spaceOf(cast: readonly Example[], vectorOf: VectorOf): Space {
  const counts = new Map<number, number>();
  for (const { portrait } of cast)
    for (const [key] of entriesOf(portrait.features)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST);
  const vectors = cast.map(({ portrait }) => meanVector(portrait, vectorOf)).filter((vector) => vector !== null);
  const mean = new Float64Array(DIMENSIONS).map((_, d) => average(vectors.map((one) => one[d]!)));
  const spread = mean.map((centre, d) => Math.sqrt(average(vectors.map((one) => (one[d]! - centre) ** 2))));
  const scale = spread.map((one) => (one === 0 ? 0 : DENSE / one));
  return { rows: new Map(kept.map(([key], row) => [key, row])), mean, scale };
}

function casesOf(examples: readonly Example[], { rows, mean, scale }: Space, vectorOf: VectorOf): Cases {
  const [places, values]: [number[], number[]] = [[], []];
  const ends = examples.map(({ portrait }) => {
    for (const [key, value] of entriesOf(portrait.features)) {
      const row = rows.get(key);
      if (row === undefined) continue;
      places.push(row);
      values.push(value);
    }
    meanVector(portrait, vectorOf)?.forEach((value, d) => {
      places.push(rows.size + d);
      values.push((value - mean[d]!) * scale[d]!);
    });
    return places.length;
  });
  return {
    rows: Int32Array.from(places),
    values: Float64Array.from(values),
    ends: Int32Array.from(ends),
    targets: Float64Array.from(examples.flatMap(sharesOf)),
    classes: ROLES.length,
    width: rows.size + DIMENSIONS,
  };
}

function sharesOf({ parts }: Example): readonly number[] {
  const total = parts?.reduce((sum, count) => sum + count, 0) ?? 0;
  return ROLES.map((_, k) => (parts === null ? 0 : parts[k]! / total));
}

/** `null` where no word around has a vector: then their mean tells nothing, as in the product. */
function meanVector({ words }: Portrait, vectorOf: VectorOf): Float64Array | null {
  const sum = new Float64Array(DIMENSIONS);
  let total = 0;
  for (const [key, weight] of entriesOf(words)) {
    const vector = vectorOf(key);
    if (vector === null) continue;
    total += weight;
    vector.forEach((value, d) => (sum[d]! += weight * value));
  }
  return total === 0 ? null : sum.map((value) => value / total);
}

/** Keys with their sums. */
function entriesOf({ keys, sums, size }: Tally): readonly (readonly [key: number, sum: number])[] {
  return Array.from({ length: size }, (_, n) => [keys[n]!, sums[n]!]);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
