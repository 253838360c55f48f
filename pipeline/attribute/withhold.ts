import type { AttributedArticle, Group, Registry, Statement } from '../model.ts';
import { originOf } from './origin.ts';

/**
 * Withholds who says what a statement says where that is less probable than `threshold`: it has no speaker and no relays
 * then, and reaches the reader through the publisher. Its words stay someone else's, for they are surely not the outlet's
 * own. Statements of unknown confidence are kept as they are.
 */
export function withhold(
  article: AttributedArticle,
  threshold: number,
  registry: Registry,
  groups: readonly Group[],
): AttributedArticle {
  const origin = originOf([article.publisher], registry, groups);
  const statements = article.statements.map((statement): Statement => {
    if (statement.confidence === null || statement.confidence >= threshold) return statement;
    return { ...statement, speaker: null, relay: [], origin, withheld: true };
  });
  return { ...article, statements };
}
