import type { Table } from '../../text/table.ts';

/** Numbers in the vector of a word. */
export const DIMENSIONS = 100;

/** Lexicon values of a word beside its vector: VADER's, and what its vector tells about it. */
export const LEXICON = 2;

/** What one step of the lexicon values is worth. */
export const LEXICON_STEP = 1 / 64;

/** Pruned word vectors. Rows are counted behind those of `SPECIALS`, which have no vector here. */
export interface Vectors {
  /** Rows of words by the hash of their form in lower case. */
  readonly known: Table;
  /** `DIMENSIONS` steps a row, and what a step of the row is worth. */
  readonly steps: Int8Array;
  readonly worth: Float32Array;
  /** `LEXICON` steps a row. */
  readonly lexicon: Int8Array;
}
