import type { SourcedStatement } from '../gold.ts';
import type { AttributedArticle, Span, Statement } from '../model.ts';
import { codePoints } from '../text/code-points.ts';

/**
 * The statements of an article as sourced statements: one for each outermost one that was said, not merely thought or
 * wanted, from the first to the last of its source, cue and content, with its speaker's canonical name.
 */
export function sourced({ text, statements }: AttributedArticle): readonly SourcedStatement[] {
  const toPoints = codePoints(text);
  return statements
    .filter(({ kind, content, within }) => kind !== 'attitude' && content.length > 0 && within === null)
    .map((statement) => ({ spans: [toPoints(hullOf(statement))], speaker: statement.speaker?.name ?? null }));
}

function hullOf({ source, cue, content }: Statement): Span {
  const spans = [...source, ...cue, ...content];
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}
