import { addErrors, scoresOf, toErrors, WIDTH } from './gradient.ts';
import type { Cases } from './matrix.ts';
import { minimise } from './minimise.ts';

/** Enough rounds: more change no call. */
const ROUNDS = 100;

/**
 * Multinomial logistic regression over all cases at once. `shrinkage` / 2 of each weight squared is added to the summed
 * log-loss; the value of a feature of n cases counts (n / 50)^−¼ times, so that the frequent ones shrink more.
 */
export function fitWhole(cases: Cases, counts: readonly number[], shrinkage: number): Float64Array {
  const factors = counts.map((count) => (count / 50) ** -0.25);
  const scaled = { ...cases, values: cases.values.map((value, n) => value * factors[cases.rows[n]!]!) };
  const loss = (at: Float64Array, slope: Float64Array): number => {
    let sum = 0;
    at.forEach((weight, k) => {
      slope[k] = shrinkage * weight;
      sum += (shrinkage / 2) * weight * weight;
    });
    for (let i = 0; i < cases.labels.length; i++) {
      const scores = scoresOf(scaled, i, at);
      sum += toErrors(scores, cases.labels[i]!);
      addErrors(scaled, i, scores, slope);
    }
    return sum;
  };
  return minimise(loss, counts.length * WIDTH, ROUNDS).map((weight, k) => weight * factors[Math.floor(k / WIDTH)]!);
}
