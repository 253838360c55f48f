import { betaLogitQuantile, regularisedBeta } from './beta.ts';

/**
 * Exact interval of a share of which k in n were seen, at level 1 − alpha (Clopper and Pearson 1934): the shares under
 * which k or more, and k or fewer, have probability alpha/2. [0, 1] for n = 0.
 */
export function clopperPearson(k: number, n: number, alpha: number): readonly [low: number, high: number] {
  return [share(exactLogit(k, n, alpha)), 1 - share(exactLogit(n - k, n, alpha))];
}

/**
 * Mid-P interval: as `clopperPearson`, with half the probability of k itself (Lancaster 1961; Berry and Armitage 1995).
 * On average over shares it covers 1 − alpha, for some a little less; the exact one never covers less, and mostly more.
 */
export function midPInterval(k: number, n: number, alpha: number): readonly [low: number, high: number] {
  return [share(midPLogit(k, n, alpha)), 1 - share(midPLogit(n - k, n, alpha))];
}

/** Logit of the lower exact bound; −∞ for k = 0. That of the upper bound is minus the one of n − k. */
export function exactLogit(k: number, n: number, alpha: number): number {
  return k <= 0 ? -Infinity : betaLogitQuantile(alpha / 2, k, n - k + 1);
}

/**
 * Logit of the lower mid-P bound; −∞ for k = 0. At a share x the probability of more than k and half that of k is
 * (I_x(k, n − k + 1) + I_x(k + 1, n − k)) / 2; the bound lies between those of the two terms, and is found by
 * bisection.
 */
export function midPLogit(k: number, n: number, alpha: number): number {
  if (k <= 0) return -Infinity;
  if (k >= n) return betaLogitQuantile(alpha, k, 1);
  let low = betaLogitQuantile(alpha / 2, k, n - k + 1);
  let high = betaLogitQuantile(alpha / 2, k + 1, n - k);
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    const [x, y] = [share(middle), share(-middle)];
    if (regularisedBeta(x, k, n - k + 1, y) + regularisedBeta(x, k + 1, n - k, y) < alpha) low = middle;
    else high = middle;
  }
  return low;
}

function share(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
