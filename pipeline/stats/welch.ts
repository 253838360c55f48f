import { moments } from './moments.ts';
import { studentTwoSided } from './student.ts';

/** Welch's t (above 0 where the first mean is larger), its degrees of freedom and two-sided p. */
export interface Welch {
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Welch's test that two means are the same, from sums of values and of squares (Welch 1947): t = (x̄₁ − x̄₂) / √(v₁ +
 * v₂) with vᵢ = sᵢ²/nᵢ, and df = (v₁ + v₂)² / (v₁²/(n₁ − 1) + v₂²/(n₂ − 1)) (Satterthwaite 1946). For keyness a value
 * is the rate of a word in one document (Lijffijt et al. 2016). `null` where a side has fewer than two values or
 * neither varies.
 */
export function welch(
  sum1: number,
  sumOfSquares1: number,
  n1: number,
  sum2: number,
  sumOfSquares2: number,
  n2: number,
): Welch | null {
  const [one, two] = [moments(sum1, sumOfSquares1, n1), moments(sum2, sumOfSquares2, n2)];
  if (one === null || two === null) return null;
  const [v1, v2] = [one.variance / n1, two.variance / n2];
  if (v1 + v2 === 0) return null;
  const t = (one.mean - two.mean) / Math.sqrt(v1 + v2);
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (n1 - 1) + v2 ** 2 / (n2 - 1));
  return { t, df, p: studentTwoSided(t, df) };
}
