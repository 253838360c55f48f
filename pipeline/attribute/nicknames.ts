import type { Reader } from './reader.ts';

/** The words by which a noun gets a name, from the last to the first; each list is one way to say it. */
const CALLINGS: readonly (readonly RegExp[])[] = [
  [/^by$/u, /^(?:go|goes|going|went)$/u],
  [/^as$/u, /^(?:only|locally|widely)$/u, /^known$/u],
  [/^as$/u, /^known$/u],
  [/^nicknamed$/u],
  [/^(?:him|her)self$/u, /^(?:calls|called|calling)$/u],
];

/** "by|the name of|“Shorty”": words that add nothing. */
const FILLERS = /^(?:["“”‘’']|the|name|nickname|of)$/u;
const MOST_FILLERS = 5;
/** "a man|who is|known as": what stands between the noun and its calling. */
const JOINTS = /^(?:,|who|that|is|was|has|been)$/u;
const MOST_JOINTS = 4;

/** "a homeless man who goes by the name “Shorty”": the token of the noun that the name at token `at` is given to; else `null`. */
export function nicknamedNoun(reader: Reader, at: number): number | null {
  const { norms } = reader.article.tokens;
  const before = skipped(norms, at - 1, FILLERS, MOST_FILLERS);
  const calling = CALLINGS.find((words) => words.every((word, i) => word.test(norms[before - i] ?? '')));
  if (calling === undefined) return null;
  const noun = skipped(norms, before - calling.length, JOINTS, MOST_JOINTS);
  return reader.roles.get(noun) === 'person' ? noun : null;
}

/** The first token at or before `at` that is none of `words`. */
function skipped(norms: readonly string[], at: number, words: RegExp, most: number): number {
  let i = at;
  while (i > at - most && words.test(norms[i] ?? '')) i--;
  return i;
}
