import { minimise } from '../../stance/train/minimise.ts';

/** Cases as a sparse matrix: the features of case i stand at [ends[i − 1], ends[i]), each with its row and value; a target for each class. */
export interface Cases {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly ends: Int32Array;
  /** How much each class of a case counts: `classes` numbers a case. */
  readonly targets: Float64Array;
  readonly classes: number;
  /** How many rows there are. */
  readonly width: number;
}

const ROUNDS = 150;

/**
 * Multinomial logistic regression: `classes` weights a row, those of the bias last (it is not shrunk). `strength` is the
 * weight of the log-loss beside half the squared weights.
 */
export function fitSoftmax(cases: Cases, strength: number): Float64Array {
  const { classes, width, ends, targets } = cases;
  const loss = (at: Float64Array, slope: Float64Array): number => {
    let sum = 0;
    slope.fill(0);
    for (let k = 0; k < width * classes; k++) {
      slope[k] = at[k]!;
      sum += (at[k]! * at[k]!) / 2;
    }
    for (let i = 0; i < ends.length; i++) {
      const p = softmax(scoresOf(cases, i, at));
      let total = 0;
      for (let k = 0; k < classes; k++) total += targets[i * classes + k]!;
      const errors = p.map((share, k) => strength * (share * total - targets[i * classes + k]!));
      p.forEach((share, k) => (sum -= strength * targets[i * classes + k]! * Math.log(Math.max(share, TINY))));
      addErrors(cases, i, errors, slope);
    }
    return sum;
  };
  return minimise(loss, (width + 1) * classes, ROUNDS);
}

const TINY = 1e-12;

/** The scores of case `i`. */
export function scoresOf(
  { rows, values, ends, classes, width }: Cases,
  i: number,
  weights: Float64Array,
): Float64Array {
  const scores = weights.slice(width * classes, (width + 1) * classes);
  for (let n = i === 0 ? 0 : ends[i - 1]!; n < ends[i]!; n++)
    for (let k = 0; k < classes; k++) scores[k]! += values[n]! * weights[rows[n]! * classes + k]!;
  return scores;
}

function addErrors(
  { rows, values, ends, classes, width }: Cases,
  i: number,
  errors: Float64Array,
  slope: Float64Array,
): void {
  errors.forEach((error, k) => (slope[width * classes + k]! += error));
  for (let n = i === 0 ? 0 : ends[i - 1]!; n < ends[i]!; n++)
    for (let k = 0; k < classes; k++) slope[rows[n]! * classes + k]! += values[n]! * errors[k]!;
}

/** Turns scores into probabilities. */
export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}
