import type { AttributedArticle, Span, Statement } from '../model.ts';
import { runOf, type Run } from '../text/runs.ts';
import { subtract } from '../text/span.ts';

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
