import type { AttributedArticle, Span, Statement, Tokens } from '../model.ts';
import { subtract } from '../text/span.ts';

/** Tokens [from, to) that stand together. */
export type Run = readonly [from: number, to: number];

/**
 * The speaker's own words of each statement, in the order of the statements: its content less its own source and cue and
 * less source, cue and content of every statement within it. An unbroken stretch of them is one run of tokens.
 */
export function ownRuns({ statements, tokens }: AttributedArticle): readonly (readonly Run[])[] {
  const holes = holesOf(statements);
  return statements.map(({ content }, i) =>
    content
      .flatMap((span) => subtract(span, holes[i]!))
      .map((span) => runOf(tokens, span))
      .filter(([from, to]) => to > from),
  );
}

/** The tokens that start within a span. Takes O(log n). */
export function runOf({ starts }: Tokens, [start, end]: Span): Run {
  return [firstFrom(starts, start), firstFrom(starts, end)];
}

/** An outer statement comes before those within it, so each one's line of outer statements is known when it is met. */
function holesOf(statements: readonly Statement[]): readonly (readonly Span[])[] {
  const places = new Map<string | null, number>();
  const holes: Span[][] = [];
  statements.forEach(({ id, within, source, cue, content }, place) => {
    holes.push([...source, ...cue]);
    for (let up = places.get(within); up !== undefined; up = places.get(statements[up]!.within)) {
      holes[up]!.push(...source, ...cue, ...content);
    }
    places.set(id, place);
  });
  return holes;
}

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
