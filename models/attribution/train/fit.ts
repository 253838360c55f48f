import { beliefs, NEVER, PAIR_COUNT, pairOf, type Chain } from '../../../pipeline/attribute/sequence/crf.ts';
import { isInside, LABEL_COUNT } from '../../../pipeline/attribute/sequence/labels.ts';
import { potentialsOf } from '../../../pipeline/attribute/sequence/potentials.ts';
import { randomOf, shuffle } from './random.ts';
import type { Rows, Sequence } from './vocabulary.ts';

/** Weights as they are trained. */
export interface Parameters {
  /** `LABEL_COUNT` a row. */
  readonly unigrams: Float32Array;
  /** `PAIR_COUNT` a row. */
  readonly pairs: Float32Array;
  readonly transitions: Float32Array;
}

/** How to train. */
export interface Training {
  readonly epochs: number;
  /** Learning rate of AdaGrad (Duchi et al. 2011). */
  readonly rate: number;
  /** Share of features hidden at each step (after Sutton et al. 2006 on undertraining). */
  readonly dropout: number;
  readonly seed: number;
}

/** How often, in an epoch but the first, the weights are added to the average; of a single epoch the last are taken. */
const SNAPSHOTS = 6;

/**
 * Trains a linear-chain CRF by stochastic gradient on the log-likelihood, one article at a time, and returns the average
 * of its weights along the way (Polyak and Juditsky 1992). Of an article that several annotators read, each step takes
 * one of them by chance.
 */
export function fit(
  sequences: readonly Sequence[],
  [unigramRows, pairRows]: readonly [number, number],
  training: Training,
): Parameters {
  const random = randomOf(training.seed);
  const parameters = emptyParameters(unigramRows, pairRows);
  const squares = emptyParameters(unigramRows, pairRows);
  const average = emptyParameters(unigramRows, pairRows);
  const order = [...sequences];
  let snapshots = 0;
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    shuffle(order, random);
    order.forEach((sequence, n) => {
      if (epoch > 0 && n % Math.ceil(order.length / SNAPSHOTS) === 0) {
        add(average, parameters);
        snapshots++;
      }
      step(parameters, squares, thinned(sequence, training.dropout, random), training.rate, random);
    });
  }
  if (snapshots === 0) return parameters;
  scale(average, 1 / snapshots);
  return average;
}

/** Weights that are all 0, for so many features of tokens and of pairs. */
export function emptyParameters(unigramRows: number, pairRows: number): Parameters {
  return {
    unigrams: new Float32Array(unigramRows * LABEL_COUNT),
    pairs: new Float32Array(pairRows * PAIR_COUNT),
    transitions: new Float32Array(PAIR_COUNT),
  };
}

/** Adds `b` to `a`. */
export function add(a: Parameters, b: Parameters): void {
  for (const part of PARTS) for (let k = 0; k < a[part].length; k++) a[part][k]! += b[part][k]!;
}

/** Multiplies all weights. */
export function scale(a: Parameters, factor: number): void {
  for (const part of PARTS) for (let k = 0; k < a[part].length; k++) a[part][k]! *= factor;
}

const PARTS = ['unigrams', 'pairs', 'transitions'] as const;

/** A sequence with a share of its features hidden. */
function thinned(sequence: Sequence, dropout: number, random: () => number): Sequence {
  const some = ({ rows, ends }: Rows): Rows => {
    const kept: number[] = [];
    let at = 0;
    const keptEnds = ends.map((end) => {
      for (; at < end; at++) if (random() >= dropout) kept.push(rows[at]!);
      return kept.length;
    });
    return { rows: Int32Array.from(kept), ends: keptEnds };
  };
  return { ...sequence, unigrams: some(sequence.unigrams), pairs: some(sequence.pairs) };
}

/** Scores of a sequence under the parameters. */
function scoresOf(parameters: Parameters, { unigrams, pairs, startsParagraph }: Sequence): Chain<Float64Array> {
  const scores = {
    unigrams: summed(unigrams, parameters.unigrams, LABEL_COUNT),
    pairs: summed(pairs, parameters.pairs, PAIR_COUNT),
  };
  startsParagraph.forEach((starts, i) => {
    for (let y = 0; y < LABEL_COUNT; y++) if (starts === 1 && isInside(y)) scores.unigrams[i * LABEL_COUNT + y] = NEVER;
    for (let k = 0; k < PAIR_COUNT; k++) scores.pairs[i * PAIR_COUNT + k]! += parameters.transitions[k]!;
  });
  return scores;
}

function summed({ rows, ends }: Rows, values: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(ends.length * width);
  let at = 0;
  ends.forEach((end, i) => {
    for (; at < end; at++) for (let k = 0; k < width; k++) sums[i * width + k]! += values[rows[at]! * width + k]!;
  });
  return sums;
}

/** Gradients smaller than this change nothing worth the time. */
const LEAST_GRADIENT = 1e-3;

function step(
  parameters: Parameters,
  squares: Parameters,
  sequence: Sequence,
  rate: number,
  random: () => number,
): void {
  const { labellings } = sequence;
  const gold = labellings[Math.floor(random() * labellings.length)]!;
  const { marginals, pairs } = beliefs(potentialsOf(scoresOf(parameters, sequence)));
  for (let i = 0; i < gold.length; i++) {
    const own = gradient(marginals, i, LABEL_COUNT, gold[i]!);
    climbAll(parameters.unigrams, squares.unigrams, sequence.unigrams, i, own, rate);
    if (i === 0) continue;
    const joint = gradient(pairs, i, PAIR_COUNT, pairOf(gold[i - 1]!, gold[i]!));
    climb(parameters.transitions, squares.transitions, 0, joint, rate);
    climbAll(parameters.pairs, squares.pairs, sequence.pairs, i, joint, rate);
  }
}

/** All features of token `i` climb. */
function climbAll(
  values: Float32Array,
  squares: Float32Array,
  { rows, ends }: Rows,
  i: number,
  gradient: Gradient,
  rate: number,
): void {
  const { width } = gradient;
  for (let at = i === 0 ? 0 : ends[i - 1]!; at < ends[i]!; at++)
    climb(values, squares, rows[at]! * width, gradient, rate);
}

/** Observed minus expected, as the places where it is large enough to matter. */
interface Gradient {
  /** How many values a row has. */
  readonly width: number;
  readonly places: readonly number[];
  readonly sizes: readonly number[];
}

function gradient(beliefs: Float64Array, i: number, width: number, gold: number): Gradient {
  const places: number[] = [];
  const sizes: number[] = [];
  for (let k = 0; k < width; k++) {
    const size = (k === gold ? 1 : 0) - beliefs[i * width + k]!;
    if (Math.abs(size) < LEAST_GRADIENT) continue;
    places.push(k);
    sizes.push(size);
  }
  return { width, places, sizes };
}

function climb(
  values: Float32Array,
  squares: Float32Array,
  base: number,
  { places, sizes }: Gradient,
  rate: number,
): void {
  for (let n = 0; n < places.length; n++) {
    const at = base + places[n]!;
    const size = sizes[n]!;
    squares[at]! += size * size;
    values[at]! += (rate * size) / (1e-6 + Math.sqrt(squares[at]!));
  }
}
