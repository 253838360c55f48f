import type { AttributionPrediction } from '../gold.ts';
import type { AttributedArticle } from '../model.ts';
import { codePoints } from '../text/code-points.ts';

/** The statements of an article as PolNeAR marks them: what stands within another statement is left to that one. */
export function outermost({ id, text, statements }: AttributedArticle): AttributionPrediction {
  const toPoints = codePoints(text);
  const outer = statements.filter(({ within }) => within === null);
  const attributions = outer.map(({ source, cue, content }) => ({
    source: source.map(toPoints),
    cue: cue.map(toPoints),
    content: content.map(toPoints),
  }));
  return { article: id, attributions };
}
