import type { Span } from '../model.ts';

/** Words of a name that name nobody on their own, and what an apostrophe leaves. */
const LINKING = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 's', 'the', 'to']);

/** What SEESAW writes where it has no name. */
const NO_NAMES = new Set(['None', 'Not in the list']);

/**
 * Where a sentence names someone, in UTF-16 units: its longest stretch of words of the canonical name, in whatever order
 * ("Justice Department" for "United States Department of Justice", "Obama" for "Barack Obama"); of equal ones the first.
 * Case and possessive endings do not count. `null` where no telling word of the name stands in it.
 */
export function mentionOf(sentence: string, name: string): Span | null {
  if (NO_NAMES.has(name)) return null;
  const known = new Set(wordsOf(name).map(({ word }) => word));
  let longest: readonly Word[] = [];
  let run: readonly Word[] = [];
  for (const word of wordsOf(sentence)) {
    if (!known.has(word.word) || !isNext(sentence, run, word)) run = [];
    if (known.has(word.word)) run = [...run, word];
    if (telling(run).length > telling(longest).length) longest = run;
  }
  const [first, last] = [telling(longest)[0], telling(longest).at(-1)];
  return first === undefined || last === undefined ? null : [first.span[0], last.span[1]];
}

interface Word {
  readonly word: string;
  readonly span: Span;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    span: [index, index + word.length],
  }));
}

function isNext(sentence: string, run: readonly Word[], { span }: Word): boolean {
  const before = run.at(-1);
  return before === undefined || /^(?: |-|\. )$/u.test(sentence.slice(before.span[1], span[0]));
}

function telling(run: readonly Word[]): readonly Word[] {
  return run.filter(({ word }) => !LINKING.has(word));
}
