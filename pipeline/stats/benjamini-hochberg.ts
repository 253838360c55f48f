import type { Numbers } from './numbers.ts';

/**
 * Adjusted p-values of a family by the step-up rule of Benjamini and Hochberg (1995), in the order given: the least of
 * m p₍ⱼ₎ / j over all j from the rank of the p-value on. Claiming those of at most q holds the expected share of false
 * claims at q where tests are independent or depend positively. A test without a p-value (NaN) counts as one of 1.
 */
export function benjaminiHochberg(pValues: Numbers): Float64Array {
  const order = ascending(pValues);
  const adjusted = new Float64Array(order.length);
  let least = 1;
  for (let rank = order.length; rank > 0; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (known(pValues[at]!) * order.length) / rank);
    adjusted[at] = least;
  }
  return adjusted;
}

/**
 * Adjusted p-values by the step-down rule of Holm (1979): the largest of (m − j + 1) p₍ⱼ₎ over all j up to the rank of
 * the p-value, at most 1. Claiming those of at most α holds the chance of any false claim at α, however tests depend.
 */
export function holm(pValues: Numbers): Float64Array {
  const order = ascending(pValues);
  const adjusted = new Float64Array(order.length);
  let most = 0;
  order.forEach((at, before) => {
    most = Math.max(most, Math.min(1, known(pValues[at]!) * (order.length - before)));
    adjusted[at] = most;
  });
  return adjusted;
}

/** Places of the p-values, the lowest first. */
function ascending(pValues: Numbers): Uint32Array {
  const places = Uint32Array.from({ length: pValues.length }, (_, i) => i);
  return places.sort((i, j) => known(pValues[i]!) - known(pValues[j]!) || i - j);
}

function known(p: number): number {
  return Number.isNaN(p) ? 1 : p;
}
