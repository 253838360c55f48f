import { unpack } from './packed.ts';
import { tableOf, type Table } from './table.ts';

/** Weights by key in several tables, with the head that says how many rows each has. */
export interface PackedTables<Head> {
  readonly head: Head;
  readonly tables: readonly Table[];
}

/**
 * Reads what `pack` wrote of a head and tables of one width: the keys (32 bits) of each table, then the rows (16 bits a value) of each.
 * `rowsOf` says how many rows each table has. Throws a `RangeError` where the file is cut short.
 */
export function unpackTables<Head>(
  bytes: Uint8Array,
  rowsOf: (head: Head) => readonly number[],
  width: number,
): PackedTables<Head> {
  const { head, buffer, start } = unpack<Head>(bytes);
  const counts = rowsOf(head);
  let at = start;
  const keys = counts.map((count) => new Int32Array(buffer, (at += count * 4) - count * 4, count));
  const rows = counts.map((count) => {
    const length = count * width;
    return new Int16Array(buffer, (at += length * 2) - length * 2, length);
  });
  return { head, tables: keys.map((key, i) => tableOf(key, rows[i]!, width)) };
}
