import { normalCdf } from './normal.ts';

/** Probability that χ² with one degree of freedom is x or more: 2 Φ(−√x). 1 for x ≤ 0. */
export function chiSquaredOne(x: number): number {
  return 2 * normalCdf(-Math.sqrt(Math.max(0, x)));
}
