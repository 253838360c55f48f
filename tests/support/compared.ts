import { compare } from '../../pipeline/compare/compare.ts';
import { contributor } from '../../pipeline/compare/contribution.ts';
import type { Codebooks, Comparison, ScoredArticle, Study } from '../../pipeline/model.ts';

/** The comparison of articles as they are scored. */
export function compared(articles: readonly ScoredArticle[], study: Study, codebooks: Codebooks): Comparison {
  return compare(articles.map(contributor(study, codebooks)), study, codebooks);
}
