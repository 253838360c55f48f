/** Arrays of numbers that columns are made of, by the sign under which they are written. */
const KINDS = { u8: Uint8Array, u32: Uint32Array } as const;

/**
 * `value` with its columns of numbers, at any of its first two levels, as text in base 64, which JSON writes and reads many times
 * faster than a list of numbers. The order of bytes is the machine’s: what is written on one is read on one like it.
 */
export function packColumns(value: object): object {
  return mapColumns(value, (column) =>
    column instanceof Uint8Array || column instanceof Uint32Array
      ? { [column instanceof Uint32Array ? 'u32' : 'u8']: textOf(column) }
      : column,
  );
}

/** What `packColumns` was given, from what it gave. */
export function unpackColumns(value: object): object {
  return mapColumns(value, (column) => (isPacked(column) ? columnOf(column) : column));
}

function mapColumns(value: object, change: (column: unknown) => unknown): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => {
      const changed = change(part);
      return [key, changed === part && isTable(part) ? mapTable(part, change) : changed];
    }),
  );
}

function mapTable(table: object, change: (column: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(table).map(([key, column]: [string, unknown]) => [key, change(column)]));
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Packed = Partial<Record<keyof typeof KINDS, string>>;

function isPacked(value: unknown): value is Packed {
  return isTable(value) && Object.keys(value).length === 1 && Object.keys(value).every((kind) => kind in KINDS);
}

function textOf(column: Uint8Array | Uint32Array): string {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64');
}

function columnOf({ u8, u32 }: Packed): Uint8Array | Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(u8 ?? u32 ?? '', 'base64'));
  return u32 === undefined ? bytes : new Uint32Array(bytes.buffer);
}
