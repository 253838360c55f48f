import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GOLD_STANCES, readPass, readRows, type Coding, type Row } from './rows.ts';

/** A drawn statement with what each pass found in it; `second` is `null` where that pass is not there. */
export interface Coded {
  readonly row: Row;
  readonly first: Coding;
  readonly second: Coding | null;
}

/**
 * Reads `statements.jsonl`, `pass-1.jsonl` and, where there is one, `pass-2.jsonl` of a folder. Throws a `Refusal` as the
 * readers do, and an `Error` where a pass leaves a statement out.
 */
export function readCoded(folder: string): readonly Coded[] {
  const first = byRow(readPass(join(folder, 'pass-1.jsonl')));
  const file = join(folder, 'pass-2.jsonl');
  const second = existsSync(file) ? byRow(readPass(file)) : null;
  return readRows(join(folder, 'statements.jsonl')).map((row) => ({
    row,
    first: codingOf(first, row),
    second: second === null ? null : codingOf(second, row),
  }));
}

function byRow(codings: readonly Coding[]): ReadonlyMap<string, Coding> {
  return new Map(codings.map((coding) => [coding.row, coding]));
}

function codingOf(pass: ReadonlyMap<string, Coding>, { row }: Row): Coding {
  const coding = pass.get(row);
  if (coding === undefined) throw new Error(`A pass leaves out the row “${row}”: code it.`);
  return coding;
}

/** A stance that counts in figures. */
export type Side = Exclude<Coding['stance'], 'cannot tell'>;

/** In the order in which they are reported. */
export const SIDES = GOLD_STANCES.slice(0, 3) as readonly Side[];

/** The stance that all passes there are agree on, for the right holder; `null` where they do not, or cannot tell. */
export function agreedStance({ first, second }: Coded): Side | null {
  const { stance, holderRight } = first;
  if (stance === 'cannot tell' || !holderRight) return null;
  if (second !== null && (second.stance !== stance || !second.holderRight)) return null;
  return stance;
}
