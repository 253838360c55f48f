import { pack, unpack } from '../../text/packed.ts';
import { tableOf, type Table } from '../../text/table.ts';
import { tonesOf, type Tones } from './tones.ts';

/** A trained model of target sentiment, ready to read with. */
export interface TargetWeights {
  readonly tones: Tones;
  /** A row of three values, negative, neutral and positive, for each feature. */
  readonly features: Table;
  /** What one step of the values is worth, after the temperature. */
  readonly step: number;
}

/** What stands at the head of the file, as JSON. */
export interface TargetHead {
  readonly tones: number;
  readonly features: number;
  readonly toneStep: number;
  readonly step: number;
  /** Scores are divided by this, so that probabilities hold what they say (Guo et al. 2017). */
  readonly temperature: number;
}

/** The columns of the file, in this order: keys of tones and of features, then their rows of two and of three values. */
export type TargetColumns = readonly [Int32Array, Int32Array, Int16Array, Int16Array];

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
  const keys = (count: number): Int32Array => new Int32Array(buffer, (at += count * 4) - count * 4, count);
  const values = (count: number): Int16Array => new Int16Array(buffer, (at += count * 2) - count * 2, count);
  const [toneKeys, featureKeys] = [keys(head.tones), keys(head.features)];
  const tones = tableOf(toneKeys, values(head.tones * 2), 2);
  return {
    tones: tonesOf(tones, head.toneStep),
    features: tableOf(featureKeys, values(head.features * 3), 3),
    step: head.step / head.temperature,
  };
}

/** The inverse, for training. */
export function encodeTargetWeights(head: TargetHead, columns: TargetColumns): Uint8Array {
  return pack(head, columns);
}
