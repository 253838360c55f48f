/** Mean and unbiased variance of n values. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** A variance below this share of the mean square is what rounding leaves of values that are all the same. */
const ROUNDING = 1e-12;

/** Moments from sums, which shards can add up: (Σx² − (Σx)²/n) / (n − 1). `null` for fewer than two values. */
export function moments(sum: number, sumOfSquares: number, n: number): Moments | null {
  if (n < 2) return null;
  const deviation = sumOfSquares - (sum * sum) / n;
  return { n, mean: sum / n, variance: deviation > ROUNDING * sumOfSquares ? deviation / (n - 1) : 0 };
}
