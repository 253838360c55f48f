import { pack, unpack } from '../../text/packed.ts';
import { tableOf, type Table } from '../../text/table.ts';
import { nothingMet, type Met } from './case.ts';
import { SPECIALS } from './inputs.ts';
import { networkOf, networkSizes, type Network, type NetworkArrays } from './network-weights.ts';
import { tonesOf, type Tones } from './tones.ts';
import { DIMENSIONS, LEXICON, type Vectors } from './vectors.ts';

/** A trained model of target sentiment, ready to read with. */
export interface TargetWeights {
  readonly tones: Tones;
  /** A row of three values, negative, neutral and positive, for each feature. */
  readonly features: Table;
  /** Room for the features of one scene. */
  readonly met: Met;
  /** What one step of the values is worth. */
  readonly step: number;
  readonly vectors: Vectors;
  /** `null` where only the linear model was trained. */
  readonly network: Network | null;
  /** How much the linear model's scores count beside the network's, 0 … 1. */
  readonly share: number;
  /** Scores are divided by this, so that probabilities hold what they say (Guo et al. 2017). */
  readonly temperature: number;
  /** The same where the linear model speaks alone. */
  readonly linearTemperature: number;
}

/** What stands at the head of the file, as JSON. */
export interface TargetHead {
  readonly tones: number;
  readonly features: number;
  readonly toneStep: number;
  readonly step: number;
  readonly temperature: number;
  readonly linearTemperature: number;
  readonly share: number;
  readonly words: number;
  /** Units of the network; 0 where there is none. */
  readonly units: number;
}

/**
 * The columns of the file, in this order: keys of tones, of features and of words; what a step of each word's vector is
 * worth; the network's arrays (the floats as their 32 bits); then rows of tones, of features, of vectors and of lexicons.
 */
export type TargetColumns = readonly [
  ...keys: readonly [Int32Array, Int32Array, Int32Array],
  ...floats: readonly [Int32Array, Int32Array],
  ...rows: readonly [Int16Array, Int16Array, Uint8Array, Uint8Array],
];

const decoded = new WeakMap<Uint8Array, TargetWeights>();

/** Reads a weights file, once for the same bytes. Throws a `RangeError` where it is cut short. */
export function targetWeightsOf(bytes: Uint8Array): TargetWeights {
  const known = decoded.get(bytes) ?? decode(bytes);
  decoded.set(bytes, known);
  return known;
}

function decode(bytes: Uint8Array): TargetWeights {
  const { head, buffer, start } = unpack<TargetHead>(bytes);
  let at = start;
  const take = (count: number, size: number): number => (at += count * size) - count * size;
  const keys = (count: number): Int32Array => new Int32Array(buffer, take(count, 4), count);
  const floats = (count: number): Float32Array => new Float32Array(buffer, take(count, 4), count);
  const values = (count: number): Int16Array => new Int16Array(buffer, take(count, 2), count);
  const steps = (count: number): Int8Array => new Int8Array(buffer, take(count, 1), count);
  const [toneKeys, featureKeys, wordKeys] = [keys(head.tones), keys(head.features), keys(head.words)];
  const worth = floats(head.words);
  const network = head.units === 0 ? null : networkFrom(head.units, floats);
  const tones = tableOf(toneKeys, values(head.tones * 2), 2);
  const features = tableOf(featureKeys, values(head.features * 3), 3);
  const known = tableOf(
    wordKeys,
    Int16Array.from(wordKeys, (_, n) => n + SPECIALS.length),
    1,
  );
  const vectors = { known, steps: steps(head.words * DIMENSIONS), worth, lexicon: steps(head.words * LEXICON) };
  const { step, share, temperature, linearTemperature } = head;
  const told = { tones: tonesOf(tones, head.toneStep), features, met: nothingMet(), step };
  return { ...told, vectors, network, share, temperature, linearTemperature };
}

function networkFrom(units: number, floats: (count: number) => Float32Array): Network {
  const sizes = Object.entries(networkSizes(units));
  return networkOf(units, Object.fromEntries(sizes.map(([name, size]) => [name, floats(size)])) as NetworkArrays);
}

/** The inverse, for training. */
export function encodeTargetWeights(head: TargetHead, columns: TargetColumns): Uint8Array {
  return pack(head, columns);
}
