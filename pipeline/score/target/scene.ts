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
  const length = places.length;
  const norms = places.map((token) => (token < 0 ? TARGET : tokens.norms[token]!));
  const lemmas = places.map((token) => (token < 0 ? TARGET : tokens.lemmas[token]!));
  const pos = places.map((token) => tokens.pos[token < 0 ? ~token : token]!);
  const marks = norms.map(markOf);
  const negated = afterNegation(marks);
  const [words, quoted, valence] = [new Int32Array(length), new Uint8Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i++) {
    const token = places[i]!;
    quoted[i] = Math.min(1, tokens.quoteDepth[token < 0 ? ~token : token]!);
    words[i] = token < 0 ? CLASS.target : pos[i] === 'PROPN' ? CLASS.name : wordOf(lemmas[i]!);
    if (token >= 0) valence[i] = valenceOf(norms[i]!, lemmas[i]!) * (negated[i] === 1 ? TURNED : 1);
  }
  const distance = distances(length, targets);
  const near = nearness(marks, targets);
  return { length, norms, lemmas, pos, words, distance, near, quoted, negated, valence, main, mentions: targets };
}

/** What stands in `words` for whole classes: a name shall not tell on whose side the news usually is. */
export const CLASS = { target: 1, number: 2, name: 3 } as const;
const TURNED = -0.7;

const wordOf = remembered((lemma) => (/^[\d.,]+$/u.test(lemma) && isWord(lemma) ? CLASS.number : textHash(lemma)));

function valenceOf(norm: string, lemma: string): number {
  const own = valenceOfWord(norm);
  return own === 0 ? valenceOfWord(lemma) : own;
}

/** The tokens of the places; of a mention the first, its bits turned so that it is below 0. */
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
    places.push(mention === null ? token : ~token);
    if (mention !== null) token = mention[1] - 1;
  }
  return { places, targets, main };
}

/** Places from the nearest target; between two as near from the one on the left. */
function distances(length: number, targets: readonly number[]): Int32Array {
  const distance = new Int32Array(length);
  let n = 0;
  for (let i = 0; i < length; i++) {
    while (n + 1 < targets.length && Math.abs(i - targets[n + 1]!) < Math.abs(i - targets[n]!)) n++;
    distance[i] = i - targets[n]!;
  }
  return distance;
}

/** Words that turn what follows round. */
const NEGATIONS: ReadonlySet<string> =
  wordSet(`not n't no never neither nor without hardly barely nobody nothing none cannot lack lacked lacks deny denied denies
  refuse refused refuses`);

const BORDERS: ReadonlySet<string> =
  wordSet(`, ; : . — – ( ) " “ ” ‘ ’ but because although though while whereas despite if when that who which after before since
  however and`);

/** Whether the word negates. */
export function negates(norm: string): boolean {
  return NEGATIONS.has(norm);
}

type Mark = 'negation' | 'border' | null;

const markOf = remembered((norm): Mark => (NEGATIONS.has(norm) ? 'negation' : BORDERS.has(norm) ? 'border' : null));

/** How far a negation reaches. */
const REACH = 3;

function afterNegation(marks: readonly Mark[]): Uint8Array {
  const negated = new Uint8Array(marks.length);
  marks.forEach((mark, i) => {
    if (mark === 'negation') negated.fill(1, i + 1, i + 1 + REACH);
  });
  return negated;
}

function nearness(marks: readonly Mark[], targets: readonly number[]): Uint8Array {
  let clause = 0;
  const clauses = marks.map((mark) => (mark === 'border' ? ++clause : clause));
  const own = new Set(targets.map((at) => clauses[at]!));
  return Uint8Array.from(clauses, (one) => (own.has(one) ? 1 : 0));
}
