import type { Span, Tokens } from '../model.ts';
import { even, lower, surfaceMatcher } from './phrases.ts';

/**
 * Finds words by glob patterns, each a word or some words parted by blanks: `*` stands for any letters, `?` for one. Case
 * does not count, and apostrophes, hyphens and blanks of any kind match each other. Spans come in no order, and those of
 * different patterns may overlap. Takes time in step with the text, and with the patterns that have more than a `*` at the end.
 */
export function globMatcher(patterns: readonly string[]): (text: string, tokens: Tokens) => readonly Span[] {
  const lowered = patterns.map((pattern) => even(lower(pattern)));
  const plain = lowered.filter(isPlain);
  const find = surfaceMatcher(plain.map((pattern) => ({ pattern, value: null })));
  const globs = lowered.filter((pattern) => !isPlain(pattern)).map((pattern) => pattern.split(' '));
  return (text, tokens) => [
    ...find(text, tokens).map(({ span }) => span),
    ...(globs.length === 0 ? [] : globSpans(globs, even(lower(text)))),
  ];
}

/** What `surfaceMatcher` reads: letters, and at most a `*` at the very end. */
function isPlain(pattern: string): boolean {
  return /^[^*?]+\*?$/u.test(pattern);
}

const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}'-]*[\p{L}\p{N}\p{M}])?/gu;

function globSpans(globs: readonly (readonly string[])[], text: string): readonly Span[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, start: index }));
  return words.flatMap(({ start }, i) =>
    globs.flatMap((glob): readonly Span[] => {
      if (!glob.every((part, k) => i + k < words.length && matches(part, words[i + k]!.word))) return [];
      const { word, start: last } = words[i + glob.length - 1]!;
      return [[start, last + word.length]];
    }),
  );
}

/** Whether a glob matches a whole word; goes back to the last `*` only, so that it takes no more than their lengths multiplied. */
function matches(glob: string, word: string): boolean {
  let [at, to, star, from] = [0, 0, -1, 0];
  while (to < word.length) {
    if (glob[at] === '*') [star, from] = [at++, to];
    else if (glob[at] === '?' || glob[at] === word[to]) [at, to] = [at + 1, to + 1];
    else if (star === -1) return false;
    else [at, to] = [star + 1, ++from];
  }
  while (glob[at] === '*') at++;
  return at === glob.length;
}
