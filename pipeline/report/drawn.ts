import { featureHash, textHash } from '../text/hash.ts';

/**
 * Ids of the articles whose statements the report prints: all where there are at most `most` statements, else articles drawn by hash
 * until the next would be one too many.
 */
export function printedArticles(
  articles: readonly { readonly id: string; readonly statements: readonly unknown[] }[],
  most: number,
  seed: number,
): ReadonlySet<string> {
  const total = articles.reduce((sum, { statements }) => sum + statements.length, 0);
  if (total <= most) return new Set(articles.map(({ id }) => id));
  const order = articles
    .map(({ id, statements }) => ({ id, size: statements.length, draw: featureHash(seed, textHash(id)) >>> 0 }))
    .sort((a, b) => a.draw - b.draw || (a.id < b.id ? -1 : 1));
  const printed = new Set<string>();
  let room = most;
  for (const { id, size } of order) {
    if (size > room) break;
    room -= size;
    printed.add(id);
  }
  return printed;
}
