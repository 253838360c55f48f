import { type Numbers, sumOf } from './numbers.ts';

/**
 * Shannon's entropy (1948) of a distribution given by counts or weights, in bits: −Σ p log₂ p. `null` without any
 * weight.
 */
export function entropy(weights: Numbers): number | null {
  const total = sumOf(weights);
  if (total <= 0) return null;
  let bits = 0;
  for (const weight of weights) bits -= plogp(weight / total);
  return Math.max(0, bits);
}

/**
 * Jensen–Shannon divergence of two distributions over the same categories, given by counts or weights, in bits: the
 * entropy of their mean less the mean of their entropies (Lin 1991). 0 where they are the same, 1 where they share
 * nothing; its square root is a distance. Small samples differ by chance alone, so it needs an interval. `null` where
 * either has no weight.
 */
export function jensenShannon(first: Numbers, second: Numbers): number | null {
  const [total1, total2] = [sumOf(first), sumOf(second)];
  if (total1 <= 0 || total2 <= 0) return null;
  let bits = 0;
  for (let i = 0; i < first.length; i++) {
    const [p, q] = [first[i]! / total1, second[i]! / total2];
    bits += (plogp(p) + plogp(q)) / 2 - plogp((p + q) / 2);
  }
  return Math.min(1, Math.max(0, bits));
}

/**
 * Herfindahl–Hirschman index of concentration, Σ p² (Hirschman 1964): from 1/n, where n have the same share, to 1,
 * where one has all. `null` without any weight.
 */
export function herfindahl(weights: Numbers): number | null {
  const total = sumOf(weights);
  if (total <= 0) return null;
  let index = 0;
  for (const weight of weights) index += (weight / total) ** 2;
  return index;
}

function plogp(p: number): number {
  return p > 0 ? p * Math.log2(p) : 0;
}
