/**
 * Rows of small integers by 32-bit key. Rows of small keys (below `SMALL`) stand in a list; those of others in an
 * open-addressed table, a key beside its row, so that a look-up mostly costs one line of the processor's cache. No key is
 * taken for another.
 */
export interface Table {
  /** The list: a row of zeros, then those of the keys 1, 2, 3 … Then slots: a key (two places), its row of `width` values, and at most one place more. */
  readonly values: Int16Array;
  /** The same bytes, to read the keys by; 0 where a slot is free. */
  readonly keys: Int32Array;
  readonly width: number;
  /** Where the slots begin, in `keys`. */
  readonly start: number;
  /** How long a slot is, counted in keys, and the number of the last slot. */
  readonly size: number;
  readonly last: number;
}

/** Keys from 1 to below this are small: numbers that count through all that a feature can be. */
export const SMALL = 2 ** 15;

/** A key for a hash, apart from the small keys. */
export function keyOfHash(hash: number): number {
  return hash >>> 0 < SMALL ? ~hash : hash;
}

/** Builds a table. `keys` are distinct and never 0; `rows` has `width` values for each. */
export function tableOf(keys: Int32Array, rows: Int16Array, width: number): Table {
  const small = keys.filter((key) => key >>> 0 < SMALL);
  const slots = 2 ** Math.ceil(Math.log2(1.4 * Math.max(2, keys.length - small.length)));
  const size = 1 + Math.ceil(width / 2);
  const length = small.reduce((most, key) => Math.max(most, key + 1), 1);
  const start = Math.ceil((length * width) / 2);
  const buffer = new ArrayBuffer(4 * (start + slots * size));
  const table = { values: new Int16Array(buffer), keys: new Int32Array(buffer), width, start, size, last: slots - 1 };
  keys.forEach((key, n) => {
    if (key >>> 0 >= SMALL) table.keys[slotOf(table, key)] = key;
    table.values.set(rows.subarray(n * width, (n + 1) * width), rowOf(table, key));
  });
  return table;
}

/** Adds the row of `key`, if there is one, to what stands in `sums` from `at` on. */
export function addRow(sums: Int32Array, at: number, table: Table, key: number): void {
  const { values, width } = table;
  const row = rowOf(table, key);
  if (row === 0) return;
  for (let k = 0; k < width; k++) sums[at + k]! += values[row + k]!;
}

/** Where in `values` the row of `key` begins; 0, where a row of zeros stands, for a key that the table lacks. */
export function rowOf(table: Table, key: number): number {
  if (key >>> 0 < SMALL) {
    const row = key * table.width;
    return row + table.width <= 2 * table.start ? row : 0;
  }
  const slot = slotOf(table, key);
  return table.keys[slot] === 0 ? 0 : 2 * slot + 2;
}

/** Where in `keys` the slot of a key is, or the free one that it would take. */
function slotOf({ keys, start, size, last }: Table, key: number): number {
  let at = start + (key & last) * size;
  while (keys[at] !== 0 && keys[at] !== key) {
    at += size;
    if (at >= keys.length) at = start;
  }
  return at;
}
