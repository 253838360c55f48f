/** Bytes as text, or the 1-based line of the first byte that is not UTF-8. */
export type Decoded =
  { readonly text: string; readonly badLine: null } | { readonly text: null; readonly badLine: number };

const NEWLINE = 0x0a;

/** Decodes strictly: nothing is replaced, and only a byte order mark at the very start is left out. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = decodeStrictly(bytes);
  if (text !== null) return { text, badLine: null };
  // A newline byte is never part of a longer character, so each line can be judged by itself.
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    if (decodeStrictly(bytes.subarray(start, end)) === null) return { text: null, badLine: line };
    start = end + 1;
    line++;
  }
  return { text: null, badLine: line };
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
