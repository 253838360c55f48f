import type { Coreference, Entity, Pos, Tokens } from '../model.ts';
import type { Naming } from '../text/names.ts';
import type { Match } from '../text/phrases.ts';
import type { Run } from '../text/runs.ts';
import type { TermMatch } from '../text/terms.ts';

/** Over how many tokens grammar is followed, from a term to a name and back over a noun phrase. */
export const REACH = 12;

/** A sentence of a speaker's own words, or what of it is asserted, with the names near the words in question. */
export interface Sentence {
  readonly tokens: Tokens;
  readonly run: Run;
  readonly names: readonly Name[];
}

/** What a text names: an entity of the registry, one that only the article knows, or a topic of the study. */
export interface Named {
  readonly entity: Entity;
  /** Without a name: by a pronoun, a possessive ("his regime") or a description ("the president"). */
  readonly naming: Naming | 'topic' | Coreference['form'];
  /** Probability that the entity is meant: 1 where it is named. */
  readonly p: number;
}

export type Name = Match<Named>;

/** Whether a name is that of a topic: it does nothing, so it has neither deeds nor friends. */
export function isTopic({ value }: Name): boolean {
  return value.naming === 'topic';
}

/** Whether a mention is no name: a pronoun or a description that stands for one. */
export function isCoreferent({ value }: Name): boolean {
  return value.naming === 'pronoun' || value.naming === 'possessive' || value.naming === 'description';
}

/** A term of the evaluation lexicon, in favour (+1) or against (−1). */
export type Evaluation = TermMatch<1 | -1>;

/** Part of speech of a token, `null` outside the article. */
export function posAt({ pos }: Tokens, i: number): Pos | null {
  return pos[i] ?? null;
}

/** A name that is no part of a hyphenated word: not "anti-Russian", not "Minsk-based". */
export function isFree({ norms, starts, ends }: Tokens, { first, end }: Name): boolean {
  const before = norms[first - 1] === '-' && ends[first - 1] === starts[first];
  const after = norms[end] === '-' && starts[end] === ends[end - 1];
  return !before && !after;
}

/** Whether the name ends its noun phrase: "Russia" alone, not "Russia’s army", "Russian army", "Russia sanctions". */
export function isHead(tokens: Tokens, name: Name): boolean {
  return isFree(tokens, name) && !isPossessive(tokens, name.end) && !continuesPhrase(tokens, name.end);
}

/** Whether token `i` is a possessive ending: "Russia’s", "Belarus’", and "Russia´s" with an accent for an apostrophe. */
export function isPossessive({ norms, starts, ends }: Tokens, i: number): boolean {
  return norms[i] === "'s" || (starts[i] === ends[i - 1] && /^['´]/u.test(norms[i]!));
}

/** Whether token `i` is a noun, name or adjective, so that a phrase before it does not end there. */
export function continuesPhrase(tokens: Tokens, i: number): boolean {
  return isNoun(tokens, i) || posAt(tokens, i) === 'ADJ';
}

/** Whether token `i` is a noun; wink-nlp takes one with a capital for a name. */
export function isNoun(tokens: Tokens, i: number): boolean {
  const pos = posAt(tokens, i);
  return pos === 'NOUN' || pos === 'PROPN';
}
