import type { AttributedArticle, Stance } from '../model.ts';
import { runOf, type Run } from '../text/runs.ts';
import type { UsedCue } from './cue.ts';
import { namesIn, type Reader } from './reader.ts';
import { stances } from './stance.ts';

/** The outlet's own words are introduced by nobody. */
const NO_CUE: UsedCue = { entry: null, negated: false, run: null };

/**
 * Where the outlet stands toward each target that its own voice names: outside the contents of all statements the publisher
 * is the holder. Rules alone judge, by what the grammar ties to the target in the whole article: the model was fitted to
 * speakers' statements, and most of what an outlet writes takes no side. One stance a target, in the order of the first mention.
 */
export function ownVoiceStances(reader: Reader, article: AttributedArticle, threshold: number): readonly Stance[] {
  const own = ownSentences(article).filter((run) => namesIn(reader.names, run).length > 0);
  const outlet = { speaker: article.publisher, source: [] };
  return stances(reader, outlet, NO_CUE, own, { threshold, weights: null, names: 'all own' });
}

/** The sentences of the outlet's own voice, cut where a statement's content stands in them. */
function ownSentences({ tokens, statements }: AttributedArticle): readonly Run[] {
  const said = new Uint8Array(tokens.length);
  for (const span of statements.flatMap(({ content }) => content)) said.fill(1, ...runOf(tokens, span));
  const runs: Run[] = [];
  for (let from = 0; from < tokens.length;) {
    let to = from + 1;
    while (to < tokens.length && said[to] === said[from] && tokens.sentence[to] === tokens.sentence[from]) to++;
    if (said[from] === 0) runs.push([from, to]);
    from = to;
  }
  return runs;
}
