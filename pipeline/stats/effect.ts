import { moments } from './moments.ts';

/**
 * Cohen's h of two shares: 2 arcsin √p₁ − 2 arcsin √p₂ (Cohen 1988, chapter 6); above 0 where the first is larger. He
 * calls 0.2 small, 0.5 medium, 0.8 large.
 */
export function cohensH(p1: number, p2: number): number {
  return 2 * (Math.asin(Math.sqrt(p1)) - Math.asin(Math.sqrt(p2)));
}

/** Difference of log-odds, its ratio e^δ, and its standard error. */
export interface OddsDifference {
  readonly logOdds: number;
  readonly ratio: number;
  readonly standardError: number;
}

/**
 * Log odds ratio of a of c against b of d: ln(a/(c − a)) − ln(b/(d − b)), above 0 where the first group has more;
 * standard error √(1/a + 1/(c − a) + 1/b + 1/(d − b)) (Woolf 1955). Where a cell is 0 each gets ½ more (Haldane 1956,
 * Anscombe 1956). `null` where a group is empty.
 */
export function oddsDifference(a: number, b: number, c: number, d: number): OddsDifference | null {
  if (c <= 0 || d <= 0) return null;
  const cells = [a, c - a, b, d - b] as const;
  const more = cells.includes(0) ? 0.5 : 0;
  const [yes1, no1, yes2, no2] = [cells[0] + more, cells[1] + more, cells[2] + more, cells[3] + more];
  const logOdds = Math.log(yes1 / no1) - Math.log(yes2 / no2);
  const standardError = Math.sqrt(1 / yes1 + 1 / no1 + 1 / yes2 + 1 / no2);
  return { logOdds, ratio: Math.exp(logOdds), standardError };
}

/**
 * Cohen's d from sums of values and of squares: (x̄₁ − x̄₂) / s, s² being the pooled variance (Cohen 1988, 2.5.2).
 * `null` where a side has fewer than two values or neither varies.
 */
export function cohensD(
  sum1: number,
  sumOfSquares1: number,
  n1: number,
  sum2: number,
  sumOfSquares2: number,
  n2: number,
): number | null {
  const [one, two] = [moments(sum1, sumOfSquares1, n1), moments(sum2, sumOfSquares2, n2)];
  if (one === null || two === null) return null;
  const pooled = ((n1 - 1) * one.variance + (n2 - 1) * two.variance) / (n1 + n2 - 2);
  return pooled === 0 ? null : (one.mean - two.mean) / Math.sqrt(pooled);
}

/** Hedges's g: Cohen's d less its bias in small samples, d (1 − 3 / (4 (n₁ + n₂) − 9)) (Hedges 1981). */
export function hedgesG(d: number, n1: number, n2: number): number {
  return d * (1 - 3 / (4 * (n1 + n2) - 9));
}
