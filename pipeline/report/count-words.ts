import type { TokenisedArticle } from '../model.ts';
import { isWord } from '../text/word.ts';

/** How many words `article` has. */
export function countWords(article: TokenisedArticle): number {
  return article.tokens.norms.reduce((count, norm) => (isWord(norm) ? count + 1 : count), 0);
}
