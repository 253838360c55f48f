import type { Amounts } from './measure.ts';

/** A ratio of sums over units, and over the units of each bootstrap sample. */
export interface Sum {
  numerator: number;
  denominator: number;
  /** Units with anything to count. */
  articles: number;
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
}

/** Sums that are used again: a contrast has one for each outlet and period, and thousands of contrasts need no new ones. */
export interface SumStore {
  /** A sum of nothing yet. */
  readonly take: () => Sum;
  /** From now on all that were taken may be given out again. */
  readonly takeBack: () => void;
}

/** A store of sums with so many bootstrap samples. */
export function sumStore(replicates: number): SumStore {
  const made: Sum[] = [];
  let taken = 0;
  return {
    take: () => {
      const sum = made[taken] ?? emptySum(replicates);
      made[taken++] = sum;
      return emptied(sum);
    },
    takeBack: () => {
      taken = 0;
    },
  };
}

function emptySum(replicates: number): Sum {
  const [numerators, denominators] = [new Float64Array(replicates), new Float64Array(replicates)];
  return { numerator: 0, denominator: 0, articles: 0, numerators, denominators };
}

function emptied(sum: Sum): Sum {
  [sum.numerator, sum.denominator, sum.articles] = [0, 0, 0];
  sum.numerators.fill(0);
  sum.denominators.fill(0);
  return sum;
}

/** Adds one unit, and in each sample as many of it as its weight there says. */
export function addTo(sum: Sum, part: number, whole: number, weights: Uint8Array): void {
  sum.numerator += part;
  sum.denominator += whole;
  sum.articles++;
  const { numerators, denominators } = sum;
  for (let i = 0; i < weights.length; i++) denominators[i]! += whole * weights[i]!;
  // Of most units nothing is a part.
  if (part !== 0) for (let i = 0; i < weights.length; i++) numerators[i]! += part * weights[i]!;
}

/** Adds all of another sum, each sample of it as often as `draws` says. Sums are whole numbers, so their order does not matter. */
export function mergeInto(sum: Sum, other: Sum, draws: Uint8Array): void {
  sum.numerator += other.numerator;
  sum.denominator += other.denominator;
  sum.articles += other.articles;
  for (let i = 0; i < draws.length; i++) {
    sum.numerators[i]! += other.numerators[i]! * draws[i]!;
    sum.denominators[i]! += other.denominators[i]! * draws[i]!;
  }
}

/** The ratio, `null` of nothing. */
export function valueOf({ numerator, denominator }: Pick<Sum, 'numerator' | 'denominator'>): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** The ratio in each sample; NaN where a sample has nothing to count. */
export function ratios({ numerators, denominators }: Sum): Float64Array {
  return numerators.map((part, i) => part / denominators[i]!);
}

/** Log odds of a part of a whole, with half a count more on either side, so that none is infinite (Haldane 1956). */
export function logit(part: number, whole: number): number {
  return Math.log((part + HALF) / (whole - part + HALF));
}

const HALF = 0.5;

/** The log odds in each sample; NaN where a sample has nothing to count. */
export function logits({ numerators, denominators }: Sum): Float64Array {
  return numerators.map((part, i) => (denominators[i] === 0 ? NaN : logit(part, denominators[i]!)));
}

/** The ratios of the samples that have anything to count, ascending. */
export function sortedRatios({ numerators, denominators }: Sum): Float64Array {
  const found = new Float64Array(numerators.length);
  let count = 0;
  for (let i = 0; i < numerators.length; i++) {
    if (denominators[i] !== 0) found[count++] = numerators[i]! / denominators[i]!;
  }
  return found.subarray(0, count).sort();
}

/** Differences of two lists of replicates, those that are numbers, ascending. */
export function differences(one: Float64Array, two: Float64Array): Float64Array {
  return one
    .map((value, i) => value - two[i]!)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/** The ratio over the units that `keeps` holds for; `null` of nothing. */
export function ratioOver({ numerator, denominator }: Amounts, keeps: (unit: number) => boolean): number | null {
  let [part, whole] = [0, 0];
  for (let i = 0; i < numerator.length; i++) {
    if (!keeps(i)) continue;
    part += numerator[i]!;
    whole += denominator[i]!;
  }
  return valueOf({ numerator: part, denominator: whole });
}
