import { featureHash } from '../text/hash.ts';
import { type Numbers, sumOf } from './numbers.ts';

/** At most so many ways to choose the treated outlets are all tried; of more, so many are drawn. */
const EXACT_LIMIT = 20_000;
const DRAWS = 9_999;
/** Differences within this share of the outlets' mean size are the same. */
const TIE = 1e-12;

/** What a permutation of outlet labels says of a difference of means. */
export interface Permutation {
  /** Mean of the treated outlets less that of the others. */
  readonly difference: number;
  /** Two-sided p: how often chance labels give a difference at least as large. */
  readonly p: number;
  /** The least p that this design can reach, whatever the values. Above .05 nothing can be significant at .05. */
  readonly floor: number;
  /** Assignments looked at: all there are, or those drawn. */
  readonly draws: number;
  readonly exact: boolean;
}

/**
 * Permutation test over outlets (Fisher 1935; Pitman 1937): were it chance which k₁ of the k outlets are the treated
 * ones, how often would |mean of the treated − mean of the others| be as large as it is? All C(k, k₁) assignments are
 * tried, of more than 20,000 there are 9,999 drawn by hash of `seed`, with p = (r + 1)/(m + 1) (Phipson and Smyth
 * 2010). The floor is 1/C(k, k₁), twice that where both sides are the same size, for then changing them over gives the
 * same difference.
 *
 * `values` has one number an outlet, `treated` the places of some in it. `null` where either side is empty.
 */
export function outletPermutation(values: Numbers, treated: readonly number[], seed: number): Permutation | null {
  const chosen = [...new Set(treated)];
  const [k, size] = [values.length, chosen.length];
  if (size === 0 || size >= k) return null;
  const differenceOf = contrast(values, size);
  const difference = differenceOf(sumOf(chosen.map((at) => values[at]!)));
  const bar = Math.abs(difference) - TIE * meanSize(values);
  const ways = choose(k, size);
  const design = (2 * size === k ? 2 : 1) / ways;
  const isAsLarge = (sum: number): boolean => Math.abs(differenceOf(sum)) >= bar;
  if (ways <= EXACT_LIMIT) {
    const reached = countAll(values, size, isAsLarge);
    return { difference, p: reached / ways, floor: design, draws: ways, exact: true };
  }
  const p = (countDrawn(values, size, seed, isAsLarge) + 1) / (DRAWS + 1);
  return { difference, p, floor: Math.max(design, 1 / (DRAWS + 1)), draws: DRAWS, exact: false };
}

/** Difference of means by the sum of the `size` treated values. */
function contrast(values: Numbers, size: number): (sum: number) => number {
  const total = sumOf(values);
  return (sum) => sum / size - (total - sum) / (values.length - size);
}

function meanSize(values: Numbers): number {
  return sumOf(Array.from(values, Math.abs)) / values.length;
}

/** Binomial coefficient. */
function choose(k: number, size: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(size, k - size); i++) ways = (ways * (k - i + 1)) / i;
  return Math.round(ways);
}

/** How many of all choices of `size` values have a sum that passes. */
function countAll(values: Numbers, size: number, passes: (sum: number) => boolean): number {
  const visit = (from: number, missing: number, sum: number): number => {
    if (missing === 0) return passes(sum) ? 1 : 0;
    let count = 0;
    for (let at = from; at <= values.length - missing; at++) count += visit(at + 1, missing - 1, sum + values[at]!);
    return count;
  };
  return visit(0, size, 0);
}

/** The same of `DRAWS` choices by chance: the first places of shuffles (Fisher and Yates 1938). */
function countDrawn(values: Numbers, size: number, seed: number, passes: (sum: number) => boolean): number {
  const deck = Float64Array.from(values);
  let count = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    let sum = 0;
    for (let place = 0; place < size; place++) {
      const share = (featureHash(seed, draw, place) >>> 0) / 2 ** 32;
      const other = place + Math.floor(share * (deck.length - place));
      [deck[place], deck[other]] = [deck[other]!, deck[place]!];
      sum += deck[place]!;
    }
    if (passes(sum)) count++;
  }
  return count;
}
