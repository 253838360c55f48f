import type { Span } from '../model.ts';
import { wordSet } from '../text/word-set.ts';

/** What is looked at of a word. */
interface Placed {
  readonly span: Span;
  readonly norm: string;
  readonly startsSentence: boolean;
}

/**
 * Takes back sentence starts that a full stop misled: one within a short bracket, "(R-S.C.)", one right after it where
 * the sentence goes on, "(D-Wis.) said", and one after a title, "Rev. Ada Finch". Time is linear in the words.
 */
export function withoutFalseStarts<W extends Placed>(text: string, words: readonly W[]): readonly W[] {
  return words.map((word, i) =>
    word.startsSentence && (isWithin(words, i) || goesOnAfter(text, words, i) || isTitled(text, words, i))
      ? { ...word, startsSentence: false }
      : word,
  );
}

/** How many words a bracket is looked for to either side: longer ones can hold whole sentences. */
const REACH = 6;

function isWithin(words: readonly Placed[], i: number): boolean {
  const before = words.slice(Math.max(0, i - REACH), i).map(({ norm }) => norm);
  if (before.lastIndexOf('(') <= before.lastIndexOf(')')) return false;
  const after = words.slice(i, i + REACH).map(({ norm }) => norm);
  const closes = after.indexOf(')');
  return closes >= 0 && !after.slice(0, closes).includes('(');
}

function goesOnAfter(text: string, words: readonly Placed[], i: number): boolean {
  return words[i - 1]?.norm === ')' && /^[\p{Ll},;]/u.test(text.charAt(words[i]!.span[0]));
}

/** Titles that wink-nlp's own list lacks. */
const TITLES = wordSet(`
rev supt insp det cllr adm maj cpl pvt msgr fr pres atty amb cmdr ald asst mx mme brig`);

function isTitled(text: string, words: readonly Placed[], i: number): boolean {
  return (
    words[i - 1]?.norm === '.' && TITLES.has(words[i - 2]?.norm ?? '') && /\p{Lu}/u.test(text.charAt(words[i]!.span[0]))
  );
}
