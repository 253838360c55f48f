import { randomOf, shuffle } from '../../attribution/train/random.ts';
import { scoresOf, toErrors, WIDTH } from './gradient.ts';
import type { Cases } from './matrix.ts';

const EPOCHS = 8;
/** Share of features hidden at each step. */
const DROPOUT = 0.8;
/** Learning rate of AdaGrad (Duchi et al. 2011). */
const RATE = 0.05;
/** How often, in an epoch but the first, the weights are added to the average that is returned. */
const SNAPSHOTS = 4;

/**
 * The same regression by stochastic gradient with most features hidden at each step (Wager et al. 2013), so that rare
 * ones learn beside frequent ones; the average of the weights along the way. The same seed gives the same weights.
 */
export function fitDropout(cases: Cases, rowCount: number, seed: number): Float64Array {
  const random = randomOf(seed);
  const size = rowCount * WIDTH;
  const [weights, squares, average] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const order = [...cases.labels.keys()];
  const every = Math.ceil(order.length / SNAPSHOTS);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    order.forEach((i, n) => {
      if (epoch > 0 && n % every === 0) for (let k = 0; k < weights.length; k++) average[k]! += weights[k]!;
      climb(thinned(cases, i, random), weights, squares);
    });
  }
  const times = (EPOCHS - 1) * Math.ceil(order.length / every);
  return average.map((sum) => (sum * (1 - DROPOUT)) / times);
}

/** Case `i` alone, with a share of its features hidden. */
function thinned({ rows, values, ends, labels }: Cases, i: number, random: () => number): Cases {
  const kept: number[] = [];
  for (let n = i === 0 ? 0 : ends[i - 1]!; n < ends[i]!; n++) if (random() >= DROPOUT) kept.push(n);
  return {
    rows: Int32Array.from(kept, (n) => rows[n]!),
    values: Float64Array.from(kept, (n) => values[n]!),
    ends: Int32Array.of(kept.length),
    labels: labels.subarray(i, i + 1),
  };
}

function climb(one: Cases, weights: Float64Array, squares: Float64Array): void {
  const errors = scoresOf(one, 0, weights);
  toErrors(errors, one.labels[0]!);
  one.rows.forEach((row, n) => {
    for (let k = 0; k < WIDTH; k++) {
      const [at, slope] = [row * WIDTH + k, errors[k]! * one.values[n]!];
      squares[at]! += slope * slope;
      weights[at]! -= (RATE * slope) / (1e-6 + Math.sqrt(squares[at]!));
    }
  });
}
