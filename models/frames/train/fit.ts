import { minimise } from '../../stance/train/minimise.ts';

/** Products of all articles (`gram`), of which some are used. */
export interface Products {
  readonly products: Float64Array;
  /** How many articles there are in all. */
  readonly size: number;
}

const ROUNDS = 200;

/**
 * Logistic regression in the span of the articles `rows`: a number each, so that an article's score is the sum of these
 * numbers times its products. `targets` are shares in 0 … 1; both classes weigh the same in all. `strength` is the weight
 * of the log-loss beside half the squared length (C of LIBLINEAR, Fan et al. 2008).
 */
export function fitKernel(
  { products, size }: Products,
  rows: readonly number[],
  targets: readonly number[],
  strength: number,
): Float64Array {
  const n = rows.length;
  const local = new Float64Array(n * n);
  rows.forEach((row, i) => {
    rows.forEach((other, j) => (local[i * n + j] = products[row * size + other]!));
  });
  const yes = targets.reduce((sum, target) => sum + target, 0);
  const [forYes, forNo] = [(strength * n) / 2 / yes, (strength * n) / 2 / (n - yes)];
  const loss = (at: Float64Array, slope: Float64Array): number => {
    const scores = times(local, at, n);
    let sum = 0;
    const pull = scores.map((score, i) => {
      const [up, down] = [targets[i]! * forYes, (1 - targets[i]!) * forNo];
      sum += up * softplus(-score) + down * softplus(score) + (at[i]! * score) / 2;
      return (up + down) / (1 + Math.exp(-score)) - up + at[i]!;
    });
    slope.set(times(local, pull, n));
    return sum;
  };
  return minimise(loss, n, ROUNDS);
}

/** Scores of any articles by what was fitted on `rows`. */
export function scoresBy(
  { products, size }: Products,
  rows: readonly number[],
  numbers: Float64Array,
  of: readonly number[],
): readonly number[] {
  return of.map((one) => rows.reduce((sum, row, i) => sum + numbers[i]! * products[one * size + row]!, 0));
}

function times(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    return sum;
  });
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
