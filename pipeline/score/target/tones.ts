import { rowOf, type Table } from '../../text/table.ts';

/** What training learnt of a word (by the hash in `Scene.words`). */
export interface Tone {
  /** Share of positive less negative targets near the word, less what is usual: −1 … 1. */
  readonly lean: number;
  /** Share of neutral targets near the word, less what is usual: −1 … 1. */
  readonly calm: number;
}

/** The tone of a word; `null` for one that training hardly met. */
export type Tones = (word: number) => Tone | null;

/** Tones as a table keeps them: rows of lean and calm in steps of `step`. */
export function tonesOf(table: Table, step: number): Tones {
  return (word) => {
    const row = rowOf(table, word);
    return row === 0 ? null : { lean: table.values[row]! * step, calm: table.values[row + 1]! * step };
  };
}
