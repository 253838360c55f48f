import type { Passage } from '../model.ts';
import type { Contribution } from './contribution.ts';

/** Each passage with the number of its words (tokens with a letter or digit), in the order of the text; those without words are left out. */
export function wordsIn({
  passages,
  words,
}: Pick<Contribution, 'passages' | 'words'>): readonly (readonly [passage: Passage, words: number])[] {
  return passages.flatMap((passage, i) => (words[i] === 0 ? [] : [[passage, words[i]!] as const]));
}
