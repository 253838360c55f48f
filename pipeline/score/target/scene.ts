import type { Pos, Tokens } from '../../model.ts';
import { textHash } from '../../text/hash.ts';
import type { Run } from '../../text/runs.ts';
import { isWord } from '../../text/word.ts';
import { remembered } from '../../text/remembered.ts';
import { valenceOfWord } from '../afinn.ts';
import { wordSet } from '../../text/word-set.ts';

/**
 * A sentence as the model sees it, in columns over its places. A place is a token; but a mention of the target is one
 * place, however many tokens it has.
 */
export interface Scene {
  readonly length: number;
  readonly norms: readonly string[];
  readonly lemmas: readonly string[];
  readonly pos: readonly Pos[];
  /** Hash of the lemma; of a number, of a name and of the target only the hash of that class. */
  readonly words: Int32Array;
  /** Places from the nearest mention: below 0 left of it, 0 for the mention itself. */
  readonly distance: Int32Array;
  /** 1 where no comma, dash, mark or conjunction stands between the place and a mention of the target. */
  readonly near: Uint8Array;
  readonly quoted: Uint8Array;
  /** 1 where a negation stands up to three places before. */
  readonly negated: Uint8Array;
  /** Valence by AFINN, turned and weakened where negated; 0 for the target. */
  readonly valence: Float64Array;
  /** Place of the mention that is judged. */
  readonly main: number;
  /** Places of all mentions, in order. */
  readonly mentions: readonly number[];
}

/** Stands for the target in `lemmas` and `norms`; no token has a blank. */
const TARGET = 'the target';

/**
 * Sets the scene. The first mention is the one to be judged; mentions lie in the sentence and hold a token each; of two that overlap the
 * first in the text counts.
 */
export function sceneOf(tokens: Tokens, sentence: Run, mentions: readonly [Run, ...(readonly Run[])]): Scene {
  const { places, targets, main } = placesOf(sentence, mentions);
  const isTarget = new Set(targets);
  const pick = (column: readonly string[]): readonly string[] =>
    places.map((token, i) => (isTarget.has(i) ? TARGET : column[token]!));
  const [norms, lemmas] = [pick(tokens.norms), pick(tokens.lemmas)];
  const pos = places.map((token) => tokens.pos[token]!);
  const distance = distances(places.length, targets);
  const negated = Uint8Array.from(norms, (_, i) => (followsNegation(norms, i) ? 1 : 0));
  return {
    length: places.length,
    norms,
    lemmas,
    pos,
    words: Int32Array.from(lemmas, (lemma, i) => (isTarget.has(i) ? CLASS.target : wordOf(lemma, pos[i]!))),
    distance,
    near: nearness(norms, targets),
    quoted: Uint8Array.from(places, (token) => Math.min(1, tokens.quoteDepth[token]!)),
    negated,
    valence: Float64Array.from(norms, (norm, i) =>
      isTarget.has(i) ? 0 : valenceOf(norm, lemmas[i]!) * (negated[i] === 1 ? TURNED : 1),
    ),
    main,
    mentions: targets,
  };
}

/** What stands in `words` for whole classes: a name shall not tell on whose side the news usually is. */
export const CLASS = { target: 1, number: 2, name: 3 } as const;
const TURNED = -0.7;
const hashed = remembered(textHash);

function wordOf(lemma: string, pos: Pos): number {
  if (pos === 'PROPN') return CLASS.name;
  return /^[\d.,]+$/u.test(lemma) && isWord(lemma) ? CLASS.number : hashed(lemma);
}

function valenceOf(norm: string, lemma: string): number {
  const own = valenceOfWord(norm);
  return own === 0 ? valenceOfWord(lemma) : own;
}

function placesOf(
  [from, to]: Run,
  mentions: readonly [Run, ...(readonly Run[])],
): { readonly places: readonly number[]; readonly targets: readonly number[]; readonly main: number } {
  const ordered = [...mentions].sort((a, b) => a[0] - b[0]);
  const places: number[] = [];
  const targets: number[] = [];
  let main = 0;
  for (let token = from, next = 0; token < to; token++) {
    while (next < ordered.length && ordered[next]![0] < token) next++;
    const mention = ordered[next]?.[0] === token ? ordered[next]! : null;
    if (mention === mentions[0]) main = places.length;
    if (mention !== null) targets.push(places.length);
    places.push(token);
    if (mention !== null) token = mention[1] - 1;
  }
  return { places, targets, main };
}

function distances(length: number, targets: readonly number[]): Int32Array {
  return Int32Array.from({ length }, (_, i) =>
    targets.reduce((best, at) => (Math.abs(i - at) < Math.abs(best) ? i - at : best), length),
  );
}

/** Words that turn what follows round. */
const NEGATIONS: ReadonlySet<string> =
  wordSet(`not n't no never neither nor without hardly barely nobody nothing none cannot lack lacked lacks deny denied denies
  refuse refused refuses`);

/** Whether the word negates. */
export function negates(norm: string): boolean {
  return NEGATIONS.has(norm);
}

function followsNegation(norms: readonly string[], i: number): boolean {
  for (let k = Math.max(0, i - 3); k < i; k++) if (negates(norms[k]!)) return true;
  return false;
}

const BORDERS: ReadonlySet<string> =
  wordSet(`, ; : . — – ( ) " “ ” ‘ ’ but because although though while whereas despite if when that who which after before since
  however and`);

function nearness(norms: readonly string[], targets: readonly number[]): Uint8Array {
  let clause = 0;
  const clauses = norms.map((norm) => (BORDERS.has(norm) ? ++clause : clause));
  const own = new Set(targets.map((at) => clauses[at]!));
  return Uint8Array.from(clauses, (one) => (own.has(one) ? 1 : 0));
}
