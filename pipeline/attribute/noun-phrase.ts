import type { Place } from './attribution.ts';
import type { Mention } from './people.ts';
import type { Reader } from './reader.ts';

/** A source cut to what names it: tokens [first, end) with the phrase proper in [first, main) and its head's end. */
export interface NounPhrase {
  readonly first: number;
  readonly end: number;
  /** Where an aside or relative clause starts; else `end`. */
  readonly main: number;
  /** Where the head noun ends: before the first preposition of the phrase proper; else `main`. */
  readonly head: number;
}

const EDGE = /^(?:[^\p{L}\p{N}]+|'s|and|but|by|from|to|that|as|according)$/u;
/** "officials on Monday said": when they said it is no part of who they are. */
const DAY = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/u;
const ASIDE = /^(?:[,;:()[\]—–]|who|which|that|whose|whom|where|when|while|said|says)$/u;

/** Trims marks, conjunctions and a possessive ending off a source, and finds its head; `null` where nothing is left. */
export function nounPhrase(reader: Reader, place: Place, mentionAt: ReadonlyMap<number, Mention>): NounPhrase | null {
  const { norms, pos } = reader.article.tokens;
  let [first, end] = [place.first, place.end];
  while (first < end && EDGE.test(norms[first]!)) first++;
  while (end > first && EDGE.test(norms[end - 1]!)) end--;
  if (end > first + 1 && DAY.test(norms[end - 1]!)) end -= end > first + 2 && norms[end - 2] === 'on' ? 2 : 1;
  if (first === end) return null;
  let aside = first + 1;
  while (aside < end && (mentionAt.has(aside) || !ASIDE.test(norms[aside]!))) aside++;
  const main = withoutMarks(reader, first, aside);
  let head = Math.min(first + 1, main);
  while (head < main && (mentionAt.has(head) || !(pos[head] === 'ADP' || isJoining(norms[head]!)))) head++;
  return { first, end, main, head: withoutMarks(reader, first, head) };
}

function isJoining(norm: string): boolean {
  return norm === 'and' || norm === 'or' || norm === '&' || norm === 'named' || norm === 'called';
}

/** The end of [first, end) without marks and joints before it; one token at least. */
function withoutMarks({ article: { tokens } }: Reader, first: number, end: number): number {
  let last = end;
  while (last > first + 1 && EDGE.test(tokens.norms[last - 1]!)) last--;
  return last;
}
