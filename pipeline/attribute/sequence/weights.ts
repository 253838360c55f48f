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
  readonly endings: Endings;
  /** Coefficients by which an attribution's confidence is told (`confidenceOf`). */
  readonly calibration: readonly number[];
}

/** By what the end of a content is chosen. */
export interface Endings {
  /** One value for each feature of an end. */
  readonly table: Table;
  /** For each number that the sequence model gives an end, what it counts. */
  readonly beliefs: readonly number[];
  /** What one step of the table's integers is worth. */
  readonly step: number;
}

/** What stands at the head of a weights file, as JSON. */
export interface WeightsHead {
  readonly rates: readonly (readonly [key: string, rate: number])[];
  readonly unigrams: number;
  readonly pairs: number;
  readonly transitions: readonly number[];
  readonly step: number;
  readonly bias: number;
  /** How many features of ends there are (none in a model that leaves ends as they are), and the rest of `Endings`. */
  readonly endings: number;
  readonly endingBeliefs: readonly number[];
  readonly endingStep: number;
  readonly calibration: readonly number[];
}

/** Of a model that leaves the ends of contents as it found them. */
export const NO_ENDINGS = { endings: 0, endingBeliefs: [], endingStep: 1 } as const;

const decoded = new WeakMap<Uint8Array, Weights>();

/** `decodeWeights`, once for the same bytes. */
export function weightsOf(bytes: Uint8Array): Weights {
  const known = decoded.get(bytes) ?? decodeWeights(bytes);
  decoded.set(bytes, known);
  return known;
}

/**
 * Reads a weights file (`pack`): a head; then keys and values of the features of ends (4 bytes each), keys (4 bytes each) of
 * the unigrams and of the pairs, then their values (2 bytes each). Throws a `RangeError` where the file is cut short.
 */
function decodeWeights(bytes: Uint8Array): Weights {
  const { head, buffer, start } = unpack<WeightsHead>(bytes);
  let at = start;
  const keys = (count: number): Int32Array => new Int32Array(buffer, (at += count * 4) - count * 4, count);
  const values = (count: number): Int16Array => new Int16Array(buffer, (at += count * 2) - count * 2, count);
  const [endingKeys, endingValues] = [keys(head.endings), keys(head.endings)];
  const [unigramKeys, pairKeys] = [keys(head.unigrams), keys(head.pairs)];
  return {
    rates: new Map(head.rates),
    unigrams: tableOf(unigramKeys, values(head.unigrams * LABEL_COUNT), LABEL_COUNT),
    pairs: tableOf(pairKeys, values(head.pairs * PAIR_COUNT), PAIR_COUNT),
    transitions: Float32Array.from(head.transitions),
    step: head.step,
    bias: head.bias,
    endings: {
      table: tableOf(endingKeys, Int16Array.from(endingValues), 1),
      beliefs: head.endingBeliefs,
      step: head.endingStep,
    },
    calibration: head.calibration,
  };
}

/** The same weights with another calibration, for training. */
export function withCalibration(bytes: Uint8Array, calibration: readonly number[]): Uint8Array {
  const { head, buffer, start } = unpack<WeightsHead>(bytes);
  return encodeWeights({ ...head, calibration }, [new Uint8Array(buffer, start)]);
}

/** The same weights with what settles the ends of contents, for training. */
export function withEndings(bytes: Uint8Array, { keys, values, beliefs, step }: EndingColumns): Uint8Array {
  const { head, buffer, start } = unpack<WeightsHead>(bytes);
  const rest = new Uint8Array(buffer, start + 8 * head.endings);
  const more = { endings: keys.length, endingBeliefs: beliefs, endingStep: step };
  return encodeWeights({ ...head, ...more }, [keys, values, rest]);
}

/** `Endings` as they are written. */
export interface EndingColumns extends Pick<Endings, 'beliefs' | 'step'> {
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** The inverse of `decodeWeights`, for training: keys of unigrams and of pairs, then the values of both. */
export function encodeWeights(
  head: WeightsHead,
  columns: readonly (Int32Array | Int16Array | Uint8Array)[],
): Uint8Array {
  return pack(head, columns);
}
