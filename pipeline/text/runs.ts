import type { Span, Tokens } from '../model.ts';

/** Tokens [from, to) that stand together. */
export type Run = readonly [from: number, to: number];

/** The tokens that start within a span. Takes O(log n). */
export function runOf({ starts }: Tokens, [start, end]: Span): Run {
  return [firstFrom(starts, start), firstFrom(starts, end)];
}

/** Index of the first token that starts at or after `offset`. */
function firstFrom(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (starts[mid]! < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
