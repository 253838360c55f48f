import { betaLogitQuantile, regularisedBeta } from './beta.ts';

/**
 * Two-sided p-value of Student's t with `df` degrees of freedom (any number > 0): I_x(df/2, ½) at x = df / (df + t²)
 * (Abramowitz and Stegun 1964, 26.7.1). NaN without degrees of freedom.
 */
export function studentTwoSided(t: number, df: number): number {
  if (!Number.isFinite(t)) return df > 0 && !Number.isNaN(t) ? 0 : NaN;
  const whole = df + t * t;
  return regularisedBeta(df / whole, df / 2, 0.5, (t * t) / whole);
}

/** The t below which Student's distribution with `df` > 0 degrees of freedom has probability p; ∓∞ for p = 0 and 1. */
export function studentQuantile(p: number, df: number): number {
  const size = Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * Math.min(p, 1 - p), df / 2, 0.5) / 2);
  return p < 0.5 ? -size : size;
}
