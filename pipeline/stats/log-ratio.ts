import { exactLogit, midPLogit } from './clopper-pearson.ts';

/**
 * Log Ratio (Hardie 2014): binary logarithm of the ratio of a in c to b in d, above 0 where the first group has more; 1
 * is twice as much. A count of 0 is taken for 0.5. `null` where a group is empty or neither has the word.
 */
export function logRatio(a: number, b: number, c: number, d: number): number | null {
  if (c <= 0 || d <= 0 || a + b === 0) return null;
  return Math.log2((a || 0.5) / c / ((b || 0.5) / d));
}

/**
 * Conservative Log Ratio, LRC (Evert 2022): the end of the exact interval of `logRatio` that lies nearer to 0, or 0
 * where the interval holds 0. The interval is that of the share a / (a + b) (`clopperPearson`) at level 1 − alpha, so
 * that the ratio is (d/c) · share / (1 − share); for a family of m words give alpha/m (Bonferroni). Counts of documents
 * are wanted, tokens are not independent. `null` where a group is empty or neither has the word.
 */
export function conservativeLogRatio(a: number, b: number, c: number, d: number, alpha: number): number | null {
  return bound(a, b, c, d, (k) => exactLogit(k, a + b, alpha));
}

/** The same by the mid-P interval, which is less wide (`midPInterval`). */
export function midPLogRatio(a: number, b: number, c: number, d: number, alpha: number): number | null {
  return bound(a, b, c, d, (k) => midPLogit(k, a + b, alpha));
}

/**
 * `lower` gives the logit of the lower bound for k of a + b; that of the upper bound for a is minus the lower one for
 * b.
 */
function bound(a: number, b: number, c: number, d: number, lower: (k: number) => number): number | null {
  if (c <= 0 || d <= 0 || a + b === 0) return null;
  const sizes = Math.log(d / c);
  if (a * d > b * c) return Math.max(0, (sizes + lower(a)) / Math.LN2);
  return Math.min(0, (sizes - lower(b)) / Math.LN2);
}
