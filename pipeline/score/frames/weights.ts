import type { FrameName, FrameReliability } from '../../model.ts';
import { unpackTables } from '../../text/packed-tables.ts';
import { pack } from '../../text/packed.ts';
import type { Table } from '../../text/table.ts';

/** The frames in the order of the weights' columns. */
export const FRAMES: readonly FrameName[] = ['conflict', 'economic', 'human-interest', 'moral', 'resolution'];

/** Values of a row: how telling the term is of any article (inverse document frequency), then a weight for each frame. */
export const WIDTH = 1 + FRAMES.length;

/** A trained model of frames, ready to read with. */
export interface FrameWeights {
  /** Terms of the training articles. */
  readonly terms: Table;
  /** Words that have a vector: what their meaning tells, whether or not training met them. */
  readonly meanings: Table;
  readonly head: FrameHead;
}

/** What the model knows of one frame besides the weights of words. */
export interface FrameFit {
  readonly frame: FrameName;
  /** Added to the score. */
  readonly bias: number;
  /** The probability is the logistic function of slope × score + offset (Platt 1999). */
  readonly slope: number;
  readonly offset: number;
  /** From this probability on the frame counts as present. */
  readonly threshold: number;
  readonly reliability: FrameReliability;
}

/** What stands at the head of the file, as JSON. */
export interface FrameHead {
  readonly terms: number;
  readonly meanings: number;
  /** What one step is worth of the first value of a row, and of the weights in either table. */
  readonly steps: { readonly rarity: number; readonly terms: number; readonly meanings: number };
  /** In the order of `FRAMES`. */
  readonly fits: readonly FrameFit[];
}

const decoded = new WeakMap<Uint8Array, FrameWeights>();

/** Reads a weights file, once for the same bytes. Throws a `RangeError` where it is cut short. */
export function frameWeightsOf(bytes: Uint8Array): FrameWeights {
  const known = decoded.get(bytes) ?? decode(bytes);
  decoded.set(bytes, known);
  return known;
}

/** How reliable the readings of each frame are, by the figures that training wrote into the weights. */
export function frameReliability(bytes: Uint8Array): readonly FrameReliability[] {
  return frameWeightsOf(bytes).head.fits.map(({ reliability }) => reliability);
}

function decode(bytes: Uint8Array): FrameWeights {
  const { head, tables } = unpackTables<FrameHead>(bytes, (one) => [one.terms, one.meanings], WIDTH);
  return { terms: tables[0]!, meanings: tables[1]!, head };
}

/** The inverse, for training: keys of terms and of meanings, then the rows of either. */
export function encodeFrameWeights(
  head: FrameHead,
  columns: readonly [Int32Array, Int32Array, Int16Array, Int16Array],
): Uint8Array {
  return pack(head, columns);
}
