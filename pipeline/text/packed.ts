/** What `unpack` finds: the head, and where in `buffer` the columns start (a multiple of four). */
export interface Unpacked<Head> {
  readonly head: Head;
  readonly buffer: ArrayBuffer;
  readonly start: number;
}

/**
 * Writes a head and columns of numbers into one file: the length of the head in bytes (4, little-endian), the head as
 * JSON, blanks up to a multiple of four, then the columns one behind the other, little-endian.
 */
export function pack(head: unknown, columns: readonly (Int32Array | Int16Array | Uint8Array)[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const length = Math.ceil(text.length / 4) * 4;
  const total = 4 + length + columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(total).fill(BLANK, 4, 4 + length);
  new DataView(bytes.buffer).setUint32(0, length, true);
  bytes.set(text, 4);
  let at = 4 + length;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

const BLANK = 32;

/** The inverse of `pack`; who calls knows what head was written. Throws a `RangeError` where the file is cut short. */
export function unpack<Head>(bytes: Uint8Array): Unpacked<Head> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Head;
  return { head, buffer, start: 4 + length };
}
