import type { Passage } from '../model.ts';
import { isWord } from '../text/word.ts';
import { passageAt, type VoicedArticle } from './passages.ts';

/** How many words (tokens with a letter or digit) each passage holds; a passage without words is left out. */
export function wordsIn({ article: { tokens }, passages }: VoicedArticle): ReadonlyMap<Passage, number> {
  const words = new Map<Passage, number>();
  tokens.norms.forEach((norm, i) => {
    if (!isWord(norm)) return;
    const passage = passageAt(passages, tokens.starts[i]!);
    words.set(passage, (words.get(passage) ?? 0) + 1);
  });
  return words;
}
