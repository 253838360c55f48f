import { TAGS } from '../../text/tags.ts';
import { FARTHEST, FEATURES, SPECIALS } from './inputs.ts';
import { behind, blocked, memoryOf, padded, type Memory } from './memory.ts';
import { DIMENSIONS } from './vectors.ts';

/**
 * A trained network. What goes into both recurrent units is folded into one matrix of 6 × units rows; a word's vector is
 * read as tanh(`lift` × vector + `liftBias`) + vector.
 */
export interface Network {
  readonly units: number;
  readonly memory: Memory;
  /** Addresses of its arrays, and of room to work in. */
  readonly at: Readonly<Record<ArrayName | Room, number>>;
  /** Addresses of what words give, by row: the same come again and again. */
  readonly remembered: Map<number, number>;
}

type ArrayName = keyof NetworkArrays;

/** The arrays of a network as its file keeps them; matrices by rows. */
export type NetworkArrays = Readonly<Record<keyof ReturnType<typeof networkSizes>, Float32Array>>;

/** Room for zeros, sums, a word's vector and what it is lifted to, what is pooled, layers, words, and last a sentence of any length. */
type Room = keyof ReturnType<typeof roomsOf>;

/** How many parts there are, and one that none has. */
export const PARTS = 10;

/** Units of the layer before the last. */
export const HIDDEN = 64;

/** Room for the words of an hour of news; a few megabytes. */
export const MOST_WORDS = 4096;

/** The sizes of a network's arrays, in the order of the file; 6 × units numbers for each tag, distance and feature. */
export function networkSizes(units: number) {
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
    hidden: HIDDEN * pooledSize(units),
    hiddenBias: HIDDEN,
    out: 3 * HIDDEN,
    outBias: 3,
  } as const;
}

/** States pooled four ways, features pooled two ways, and the part. */
export function pooledSize(units: number): number {
  return 8 * units + 2 * FEATURES + PARTS;
}

function roomsOf(units: number) {
  return {
    zeros: units,
    sums: 3 * units,
    vector: DIMENSIONS,
    lifted: DIMENSIONS,
    pooled: pooledSize(units),
    layer: HIDDEN,
    scores: 3,
    words: MOST_WORDS * 6 * units,
    sentence: 0,
  };
}

/** The bias of each matrix, which has as many numbers as that has rows. */
const BIAS = {
  lift: 'liftBias',
  fromWord: 'bias',
  forward: 'forwardBias',
  backward: 'backwardBias',
  hidden: 'hiddenBias',
  out: 'outBias',
} as const satisfies Partial<Record<ArrayName, ArrayName>>;

/** A network over its arrays. */
export function networkOf(units: number, arrays: NetworkArrays): Network {
  const kept = Object.entries(arrays).map(([name, array]): readonly [string, Float32Array] => {
    const bias = name in BIAS ? arrays[BIAS[name as keyof typeof BIAS]] : null;
    return [name, bias === null ? padded(array) : blocked(array, array.length / bias.length)];
  });
  const rooms = Object.entries(roomsOf(units)).map(([name, size]): readonly [string, Float32Array] => [
    name,
    padded(new Float32Array(size)),
  ]);
  const at: Record<string, number> = {};
  let end = 0;
  for (const [name, { length }] of [...kept, ...rooms]) [at[name], end] = [end, behind(end, length)];
  const memory = memoryOf(end);
  for (const [name, array] of kept) memory.floats.set(array, at[name]! / 4);
  return { units, memory, at: at as Network['at'], remembered: new Map() };
}
