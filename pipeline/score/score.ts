import type { AttributedArticle, Lexicons, Reading, Registry, ScoredArticle, Statement, Study } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { commitment, modality } from './commitment.ts';
import { readCue } from './cue.ts';
import { engagement } from './engagement.ts';
import { ownRuns } from './own-words.ts';
import { readArticle, type Reader } from './reader.ts';
import { stances } from './stance.ts';
import { valence } from './valence.ts';

/**
 * Reads each statement of an article four ways that do not see each other: valence, stance toward the targets that it
 * names, engagement of its cue, and commitment with modality. Only the speaker's own words are read: the content less
 * whatever is attributed to others within it. One reading a statement, in the same order.
 */
export function score(
  article: AttributedArticle,
  registry: Registry,
  lexicons: Lexicons,
  study: Pick<Study, 'stanceThreshold'>,
): ScoredArticle {
  const reader = readArticle(article, registry, lexicons);
  const own = ownRuns(article);
  const readings = article.statements.map((statement, i) => read(reader, statement, own[i]!, study.stanceThreshold));
  return { ...article, readings };
}

function read(reader: Reader, statement: Statement, own: readonly Run[], threshold: number): Reading {
  const cue = readCue(reader, statement);
  return {
    statement: statement.id,
    valence: valence(reader, own),
    stances: stances(reader, statement, cue, own, threshold),
    ...engagement(cue),
    commitment: commitment(reader, own),
    modality: modality(reader, own),
  };
}
