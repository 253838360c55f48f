import { PAIR_COUNT } from './crf.ts';
import type { CueRates } from './cue-rates.ts';
import { LABEL_COUNT } from './labels.ts';
import { pack, unpack } from '../../text/packed.ts';
import { tableOf, type Table } from '../../text/table.ts';

/** A trained sequence model, ready to read with. */
export interface Weights {
  readonly rates: CueRates;
  /** A row of one value a label for each feature of a token. */
  readonly unigrams: Table;
  /** A row of one value a pair of labels that may stand together (`PAIRS` of crf.ts) for each feature of a pair. */
  readonly pairs: Table;
  /** One value a pair of labels, in the same order. */
  readonly transitions: Float32Array;
  /** What one step of a table's integers is worth. */
  readonly step: number;
  /** Added to the score of every label but O: above 0 finds more, below 0 fewer. */
  readonly bias: number;
  /** Coefficients by which an attribution's confidence is told (`confidenceOf`). */
  readonly calibration: readonly number[];
}

/** What stands at the head of a weights file, as JSON. */
export interface WeightsHead {
  readonly rates: readonly (readonly [key: string, rate: number])[];
  readonly unigrams: number;
  readonly pairs: number;
  readonly transitions: readonly number[];
  readonly step: number;
  readonly bias: number;
  readonly calibration: readonly number[];
}

const decoded = new WeakMap<Uint8Array, Weights>();

/** `decodeWeights`, once for the same bytes. */
export function weightsOf(bytes: Uint8Array): Weights {
  const known = decoded.get(bytes) ?? decodeWeights(bytes);
  decoded.set(bytes, known);
  return known;
}

/**
 * Reads a weights file (`pack`): a head; then keys (4 bytes each) of the unigrams and of the pairs, then their values
 * (2 bytes each). Throws a `RangeError` where the file is cut short.
 */
function decodeWeights(bytes: Uint8Array): Weights {
  const { head, buffer, start } = unpack<WeightsHead>(bytes);
  let at = start;
  const keys = (count: number): Int32Array => new Int32Array(buffer, (at += count * 4) - count * 4, count);
  const values = (count: number): Int16Array => new Int16Array(buffer, (at += count * 2) - count * 2, count);
  const [unigramKeys, pairKeys] = [keys(head.unigrams), keys(head.pairs)];
  return {
    rates: new Map(head.rates),
    unigrams: tableOf(unigramKeys, values(head.unigrams * LABEL_COUNT), LABEL_COUNT),
    pairs: tableOf(pairKeys, values(head.pairs * PAIR_COUNT), PAIR_COUNT),
    transitions: Float32Array.from(head.transitions),
    step: head.step,
    bias: head.bias,
    calibration: head.calibration,
  };
}

/** The same weights with another calibration, for training. */
export function withCalibration(bytes: Uint8Array, calibration: readonly number[]): Uint8Array {
  const { head, buffer, start } = unpack<WeightsHead>(bytes);
  return encodeWeights({ ...head, calibration }, [new Uint8Array(buffer, start)]);
}

/** The inverse of `decodeWeights`, for training: keys of unigrams and of pairs, then the values of both. */
export function encodeWeights(
  head: WeightsHead,
  columns: readonly (Int32Array | Int16Array | Uint8Array)[],
): Uint8Array {
  return pack(head, columns);
}
