import { FARTHEST, FEATURES, SPECIALS } from './inputs.ts';
import type { Recurrent } from './recurrent.ts';
import { TAGS } from '../../text/tags.ts';
import { DIMENSIONS } from './vectors.ts';

/** A trained network; matrices by rows. What goes into both recurrent units is folded into one matrix of 6 × units rows. */
export interface Network {
  readonly units: number;
  /** Vectors of `SPECIALS`, `DIMENSIONS` each. */
  readonly specials: Float32Array;
  /** A word's vector is read as tanh(matrix × vector + bias) + vector. */
  readonly lift: Float32Array;
  readonly liftBias: Float32Array;
  readonly fromWord: Float32Array;
  readonly bias: Float32Array;
  /** 6 × units numbers for each tag, distance and feature. */
  readonly fromTag: Float32Array;
  readonly fromDistance: Float32Array;
  readonly fromFeature: Float32Array;
  readonly forward: Recurrent;
  readonly backward: Recurrent;
  readonly attention: Float32Array;
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
  /** What words give, by row: the same word comes again and again. */
  readonly remembered: Map<number, Float32Array>;
}

/** How many parts there are, and one that none has. */
export const PARTS = 10;

/** The sizes of a network's arrays, in the order of the file. */
export function networkSizes(units: number, hidden: number): Readonly<Record<keyof NetworkArrays, number>> {
  const width = 6 * units;
  return {
    specials: SPECIALS.length * DIMENSIONS,
    lift: DIMENSIONS * DIMENSIONS,
    liftBias: DIMENSIONS,
    fromWord: width * DIMENSIONS,
    bias: width,
    fromTag: TAGS.length * width,
    fromDistance: (2 * FARTHEST + 1) * width,
    fromFeature: FEATURES * width,
    forward: 3 * units * units,
    forwardBias: 3 * units,
    backward: 3 * units * units,
    backwardBias: 3 * units,
    attention: 2 * units,
    hidden: hidden * (8 * units + 2 * FEATURES + PARTS),
    hiddenBias: hidden,
    out: 3 * hidden,
    outBias: 3,
  };
}

/** The arrays of a network as its file keeps them. */
export type NetworkArrays = Readonly<
  Record<
    | Exclude<keyof Network, 'units' | 'forward' | 'backward' | 'remembered'>
    | 'forward'
    | 'forwardBias'
    | 'backward'
    | 'backwardBias',
    Float32Array
  >
>;

/** A network over its arrays. */
export function networkOf(units: number, arrays: NetworkArrays): Network {
  const { forward, forwardBias, backward, backwardBias, ...rest } = arrays;
  return {
    ...rest,
    units,
    forward: { units, weights: forward, bias: forwardBias },
    backward: { units, weights: backward, bias: backwardBias },
    remembered: new Map(),
  };
}
