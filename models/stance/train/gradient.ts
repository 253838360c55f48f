import type { Cases } from './matrix.ts';

/** Weights of a feature: negative, neutral, positive. */
export const WIDTH = 3;

/** The scores of case `i` under weights. */
export function scoresOf({ rows, values, ends }: Cases, i: number, weights: Float64Array): Float64Array {
  const scores = new Float64Array(WIDTH);
  for (let n = i === 0 ? 0 : ends[i - 1]!; n < ends[i]!; n++) {
    const [at, value] = [rows[n]! * WIDTH, values[n]!];
    for (let k = 0; k < WIDTH; k++) scores[k]! += value * weights[at + k]!;
  }
  return scores;
}

/** Turns scores into probabilities less the truth, in place, and returns the log-loss. */
export function toErrors(scores: Float64Array, label: number): number {
  const most = Math.max(...scores);
  const loss = most - scores[label]!;
  let sum = 0;
  for (let k = 0; k < WIDTH; k++) sum += scores[k] = Math.exp(scores[k]! - most);
  for (let k = 0; k < WIDTH; k++) scores[k] = scores[k]! / sum - (k === label ? 1 : 0);
  return loss + Math.log(sum);
}

/** Adds what case `i` with its errors tells to the slope. */
export function addErrors({ rows, values, ends }: Cases, i: number, errors: Float64Array, slope: Float64Array): void {
  for (let n = i === 0 ? 0 : ends[i - 1]!; n < ends[i]!; n++) {
    const at = rows[n]! * WIDTH;
    for (let k = 0; k < WIDTH; k++) slope[at + k]! += values[n]! * errors[k]!;
  }
}
