import type { AttributionPrediction } from '../gold.ts';
import type { AttributedArticle, Span } from '../model.ts';
import { codePoints } from '../text/code-points.ts';

/**
 * The statements of an article as PolNeAR marks them: what stands within another statement is left to that one, and a
 * colon right after a cue is part of it ("said:").
 */
export function outermost({ id, text, statements }: AttributedArticle): AttributionPrediction {
  const toPoints = codePoints(text);
  const outer = statements.filter(({ within }) => within === null);
  const attributions = outer.map(({ source, cue, content }) => ({
    source: source.map(toPoints),
    cue: cue.map(([start, end]): Span => [start, text.charAt(end) === ':' ? end + 1 : end]).map(toPoints),
    content: content.map(toPoints),
  }));
  return { article: id, attributions };
}
