import type { PointSpan } from '../gold.ts';
import { codePoints } from '../text/code-points.ts';

/** The tokens that accuracy is counted in, in columns; index i is one token. They are not those of `tokenise`. */
export interface GoldTokens {
  /** In Unicode code points. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Number of the line that the token stands in: lines without tokens do not count. */
  readonly paragraph: readonly number[];
}

/** Words, with what an apostrophe or hyphen joins to them, and single marks. */
const TOKEN = /[\p{L}\p{N}_]+(?:[’'-][\p{L}\p{N}_]+)*|[^\p{L}\p{N}_\s]/gu;

/** Cuts a text for counting. */
export function goldTokens(text: string): GoldTokens {
  const toPoints = codePoints(text);
  const found = [...text.matchAll(TOKEN)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  const spans = found.map(({ start, end }) => toPoints([start, end]));
  let line = 0;
  const paragraph = found.map(({ start }, i) => {
    const before = found[i - 1];
    if (before !== undefined && text.slice(before.end, start).includes('\n')) line++;
    return line;
  });
  return { starts: spans.map(([start]) => start), ends: spans.map(([, end]) => end), paragraph };
}

/** Indices of the tokens that any of the spans touches, however little of them. */
export function tokensIn({ starts, ends }: GoldTokens, spans: readonly PointSpan[]): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const [start, end] of spans) {
    for (let i = firstAbove(ends, start); i < starts.length && starts[i]! < end; i++) touched.add(i);
  }
  return touched;
}

/** Index of the first of ascending `values` above `limit`. Takes O(log n). */
function firstAbove(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (values[mid]! > limit) high = mid;
    else low = mid + 1;
  }
  return low;
}
