/**
 * Rows of small integers by 32-bit key, in one open-addressed table. A key lies beside its row, so that a look-up mostly
 * costs one line of the processor's cache; and no key is taken for another.
 */
export interface Table {
  /** A slot is a key (two places), then its row of `width` values, then what fills it up to an even number of places. */
  readonly values: Int16Array;
  /** The same bytes, to read the keys by; 0 where a slot is free. */
  readonly keys: Int32Array;
  readonly width: number;
  /** How long a slot is, counted in keys, and the number of the last slot. */
  readonly size: number;
  readonly last: number;
}

/** Builds a table. `keys` are distinct and never 0; `rows` has `width` values for each. */
export function tableOf(keys: Int32Array, rows: Int16Array, width: number): Table {
  const slots = 2 ** Math.ceil(Math.log2(1.4 * Math.max(2, keys.length)));
  const size = 1 + Math.ceil(width / 2);
  const buffer = new ArrayBuffer(4 * slots * size);
  const table = { values: new Int16Array(buffer), keys: new Int32Array(buffer), width, size, last: slots - 1 };
  keys.forEach((key, n) => {
    const at = slotOf(table, key);
    table.keys[at] = key;
    table.values.set(rows.subarray(n * width, (n + 1) * width), 2 * at + 2);
  });
  return table;
}

/** Adds the row of `key`, if there is one, to what stands in `sums` from `at` on. */
export function addRow(sums: Int32Array, at: number, table: Table, key: number): void {
  const { values, keys, width } = table;
  const slot = slotOf(table, key);
  if (keys[slot] === 0) return;
  const row = 2 * slot + 2;
  for (let k = 0; k < width; k++) sums[at + k]! += values[row + k]!;
}

/** Where in `values` the row of `key` begins; −1 where there is none. */
export function rowOf(table: Table, key: number): number {
  const slot = slotOf(table, key);
  return table.keys[slot] === 0 ? -1 : 2 * slot + 2;
}

/** Where in `keys` the slot of a key is, or the free one that it would take. */
function slotOf({ keys, size, last }: Table, key: number): number {
  let at = (key & last) * size;
  while (keys[at] !== 0 && keys[at] !== key) {
    at += size;
    if (at > last * size) at = 0;
  }
  return at;
}
