/** Rows of small integers by 32-bit key, in one open-addressed table: fast, and no key is taken for another. */
export interface Table {
  /** Values of all rows, `width` each, in the order of the keys. */
  readonly values: Int16Array;
  readonly width: number;
  readonly slots: Int32Array;
  readonly rows: Int32Array;
}

/** Builds a table. `keys` are distinct and never 0; `values` has `width` for each. */
export function tableOf(keys: Int32Array, values: Int16Array, width: number): Table {
  const size = 2 ** Math.ceil(Math.log2(4 * Math.max(4, keys.length)));
  const slots = new Int32Array(size);
  const rows = new Int32Array(size);
  keys.forEach((key, row) => {
    let at = key & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = key;
    rows[at] = row;
  });
  return { values, width, slots, rows };
}

/** Where the row of `key` starts in `values`; −1 where there is none. */
export function rowAt({ slots, rows, width }: Table, key: number): number {
  const last = slots.length - 1;
  for (let at = key & last; slots[at] !== 0; at = (at + 1) & last) if (slots[at] === key) return rows[at]! * width;
  return -1;
}
