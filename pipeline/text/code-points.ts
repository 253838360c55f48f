import type { Span } from '../model.ts';

/**
 * Converts UTF-16 offsets of one text to Unicode code points. Building it costs one pass over the text; a look-up costs
 * O(log n) in the number of characters outside the Basic Multilingual Plane. An offset inside a surrogate pair counts as
 * the place before the character.
 */
export function codePoints(text: string): (span: Span) => Span {
  const astral: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (isPairAt(text, i)) astral.push(i++);
  }
  const toPoints = (offset: number): number => offset - countBefore(astral, offset);
  return ([start, end]) => [toPoints(start), toPoints(end)];
}

function isPairAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  const next = text.charCodeAt(i + 1);
  return code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}

/** How many high surrogates of pairs stand before `offset`. */
function countBefore(astral: readonly number[], offset: number): number {
  let low = 0;
  let high = astral.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((astral[mid] as number) < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Converts offsets in Unicode code points of one text to UTF-16 units. Building it costs one pass over the text. */
export function codeUnits(text: string): (span: Span) => Span {
  const starts = [0];
  for (const character of text) starts.push(starts.at(-1)! + character.length);
  return ([start, end]) => [starts[start]!, starts[end]!];
}
