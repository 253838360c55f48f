import { brotliDecompressSync } from 'node:zlib';

/**
 * The code points that a WOFF2 font has a glyph for, read from its character map (subtables of format 4 and 12).
 * Throws where the bytes are no such font. Source of the format: W3C, WOFF File Format 2.0, 2018, sections 3 to 5;
 * OpenType specification 1.9, table `cmap`.
 */
export function coverage(font: Buffer): ReadonlySet<number> {
  const cmap = readCmap(font);
  const covered = new Set<number>();
  const subtables = cmap.readUInt16BE(2);
  for (let i = 0; i < subtables; i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, covered);
    if (format === 12) addGroups(subtable, covered);
  }
  if (covered.size === 0) throw new Error('The font has no character map of format 4 or 12.');
  return covered;
}

const HEADER = 48;
/** Place of `cmap`, `glyf` and `loca` in the format's list of known tags; the last two are stored transformed by default. */
const TAG = { cmap: 0, glyf: 10, loca: 11, spelledOut: 63 } as const;

function readCmap(font: Buffer): Buffer {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('The font is not in WOFF2 format.');
  const compressed = font.readUInt32BE(20);
  let at = HEADER;
  let offset = 0;
  let found: { start: number; length: number } | null = null;
  for (let i = 0; i < font.readUInt16BE(12); i++) {
    const table = readEntry(font, at);
    if (table.tag === TAG.cmap) found = { start: offset, length: table.length };
    offset += table.length;
    at = table.next;
  }
  if (found === null) throw new Error('The font has no character map.');
  const tables = brotliDecompressSync(font.subarray(at, at + compressed));
  return tables.subarray(found.start, found.start + found.length);
}

/** One entry of the table directory: its tag, the length of its data as stored, and where the next entry begins. */
function readEntry(font: Buffer, at: number): { tag: number; length: number; next: number } {
  const flags = font.readUInt8(at);
  const tag = flags & 0x3f;
  const version = flags >> 6;
  const original = readBase128(font, tag === TAG.spelledOut ? at + 5 : at + 1);
  const outline = tag === TAG.glyf || tag === TAG.loca;
  if (outline ? version === 3 : version === 0) return { tag, length: original.value, next: original.next };
  const transformed = readBase128(font, original.next);
  return { tag, length: transformed.value, next: transformed.next };
}

function readBase128(font: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let next = at; next < at + 5; next++) {
    const byte = font.readUInt8(next);
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return { value, next: next + 1 };
  }
  throw new Error('A number in the font’s table directory never ends.');
}

function addSegments(subtable: Buffer, covered: Set<number>): void {
  const doubled = subtable.readUInt16BE(6);
  for (let at = 0; at < doubled; at += 2) {
    const end = subtable.readUInt16BE(14 + at);
    const start = subtable.readUInt16BE(16 + doubled + at);
    const delta = subtable.readUInt16BE(16 + 2 * doubled + at);
    const rangeAt = 16 + 3 * doubled + at;
    const range = subtable.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const direct = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + 2 * (code - start));
      if (direct !== 0 && ((direct + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}

function addGroups(subtable: Buffer, covered: Set<number>): void {
  const groups = subtable.readUInt32BE(12);
  for (let i = 0; i < groups; i++) {
    const end = subtable.readUInt32BE(16 + 12 * i + 4);
    for (let code = subtable.readUInt32BE(16 + 12 * i); code <= end; code++) covered.add(code);
  }
}
