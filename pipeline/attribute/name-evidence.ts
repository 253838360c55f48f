import { remembered } from '../text/remembered.ts';
import { wordSet } from '../text/word-set.ts';
import { genderOfGiven } from './given-names.ts';
import { nameWords } from './name-forms.ts';
import type { NameRun } from './name-runs.ts';
import { nicknamedNoun } from './nicknames.ts';
import type { Reader } from './reader.ts';

const PLACE_BEFORE = wordSet('in at near across outside inside throughout around');
const ARTICLES = wordSet('the a an this');

/**
 * How far the words around a name speak for a person (above zero) or against one (below): titles, ages, nicknames, relative
 * "who" and verbs of saying on one side, articles and prepositions of place on the other.
 */
export function personEvidence(reader: Reader, run: NameRun): number {
  const { norms, pos } = reader.article.tokens;
  const { first, end } = run;
  const before = norms[first - 1] ?? '';
  const after = norms[end] ?? '';
  const score =
    (run.title === '' ? 0 : 3) +
    (end - first > 1 && genderOfGiven(nameWords(norms[first]!)[0] ?? '') !== null ? 2 : 0) +
    (after === ',' && /^\d{1,3}$/u.test(norms[end + 1] ?? '') ? 2 : 0) +
    (after === 'who' || (after === ',' && norms[end + 1] === 'who') ? 2 : 0) +
    (nicknamedNoun(reader, first) === null ? 0 : 2) +
    (isBesideCue(reader, run) ? 0.5 : 0);
  const against =
    (ARTICLES.has(before) || pos[first - 1] === 'NUM' ? 3 : 0) +
    (followsPlacing(reader, run) ? 1 : 0) +
    (pos[end] === 'NOUN' && run.title === '' ? 0.5 : 0);
  return score - against - (isAcronym(reader, run) ? 2 : 0);
}

/** "a spokesman for Ellory Rail|said": there the spokesman is the subject. */
function isBesideCue(reader: Reader, run: NameRun): boolean {
  return (reader.cues.has(run.end) || reader.cues.has(run.first - 1)) && !isSpokenFor(reader, run);
}

const SPOKES = /^spokes(?:man|woman|person|people|men|women)$/u;

/** "a spokeswoman for|Ellory Rail", "a spokesman for the|Ellory Trust": bodies have them more often than people. */
export function isSpokenFor({ article: { tokens } }: Reader, { first }: NameRun): boolean {
  const link = ARTICLES.has(tokens.norms[first - 1] ?? '') ? first - 2 : first - 1;
  return tokens.norms[link] === 'for' && isSpokesman(tokens.norms[link - 1] ?? '');
}

/** Whether a word is for whoever speaks for others. */
export function isSpokesman(norm: string): boolean {
  return SPOKES.test(norm);
}

/** Whether a name stands where a place would: "in|Port Ellory". */
export function followsPlacing({ article: { tokens } }: Reader, { first }: NameRun): boolean {
  return PLACE_BEFORE.has(tokens.norms[first - 1] ?? '');
}

/** Whether a name has a word all in capitals, of two letters or more. */
export function isAcronym({ article: { text, tokens } }: Reader, { first, end }: NameRun): boolean {
  return hasAcronym(text.slice(tokens.starts[first], tokens.ends[end - 1]));
}

const hasAcronym = remembered((form) =>
  form
    .split(/\s/u)
    .some((word) => /^(?:\p{Lu}\.?){2,}$/u.test(word) && !/^(?:\p{Lu}\.(?:\p{Lu}\.)?|I{2,3}|IV)$/u.test(word)),
);
