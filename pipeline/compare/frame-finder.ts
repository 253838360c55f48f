import type { Frame, Span, Tokens } from '../model.ts';
import { globMatcher } from '../text/globs.ts';
import { surfaceMatcher } from '../text/phrases.ts';
import { termMatcher } from '../text/terms.ts';

/** One use of a frame's term, and how much the term counts in the frame. */
export interface FrameUse {
  readonly span: Span;
  readonly weight: number;
}

/** Builds the search for the terms of a frame: their uses in the order of the text, none over another. */
export function frameFinder({ match, terms }: Frame): (text: string, tokens: Tokens) => readonly FrameUse[] {
  if (match === 'surface') {
    const find = globMatcher(terms.map(({ term }) => term));
    // The terms of a dictionary have no weights of their own.
    return (text, tokens) => withoutOverlaps(find(text, tokens).map((span) => ({ span, weight: 1 })));
  }
  const open = terms.filter(({ term }) => term.endsWith('*'));
  const closed = terms.filter(({ term }) => !term.endsWith('*'));
  const beginnings = surfaceMatcher(open.map(({ term, weight }) => ({ pattern: term, value: weight })));
  const lemmas = termMatcher(closed.map(({ term, weight }) => ({ term, value: weight })));
  return (text, tokens) =>
    withoutOverlaps([
      ...beginnings(text, tokens).map(({ span, value }) => ({ span, weight: value })),
      ...lemmas(tokens).map(({ first, end, value }): FrameUse => {
        return { span: [tokens.starts[first]!, tokens.ends[end - 1]!], weight: value };
      }),
    ]);
}

function withoutOverlaps(uses: readonly FrameUse[]): readonly FrameUse[] {
  const kept: FrameUse[] = [];
  for (const use of [...uses].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    if (use.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(use);
  }
  return kept;
}
