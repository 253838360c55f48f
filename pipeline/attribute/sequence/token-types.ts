import type { Pos } from '../../model.ts';
import { featureHash, textHash } from '../../text/hash.ts';
import { keyOfHash } from '../../text/table.ts';
import { pairRateKey, tagNumber } from './small-keys.ts';

/** What the letters and the tag of a token give, wherever it stands. */
export interface TokenType {
  readonly wordHash: number;
  readonly posHash: number;
  /** By `tagNumber`. */
  readonly tag: number;
  /** From 0 (not seen often enough) over 1 (never a cue) to 5 (nearly always one), by how often training marked it. */
  readonly cueRate: number;
  /** Whether its form is looked at where that of others is not, but their tag. */
  readonly isTelling: boolean;
  readonly isPunctuation: boolean;
  readonly features: readonly TypeFeature[];
  /** Keys of features for pairs of labels: of the token’s label with the one before, and with the one after. */
  readonly pairs: { readonly own: readonly number[]; readonly asBefore: number };
}

/** A feature of a token and how many tokens away it is still looked at. */
export interface TypeFeature {
  readonly hash: number;
  readonly reach: number;
}

/** The farthest that any type feature reaches. */
export const WINDOW = 4;

/** Features of a token by word (±4), lemma (±3), tag (±4), shape and affixes (±1) and how often it is a cue (±3), by steps. */
export function tokenType(surface: string, norm: string, lemma: string, pos: Pos, cueRate: number): TokenType {
  const [wordHash, posHash] = [textHash(norm), textHash(pos)];
  const features = [
    { hash: featureHash(WORD, wordHash), reach: 4 },
    { hash: featureHash(LEMMA, textHash(lemma)), reach: 3 },
    { hash: featureHash(POS, posHash), reach: 4 },
    { hash: featureHash(SHAPE, textHash(shapeOf(surface))), reach: 1 },
    { hash: featureHash(SUFFIX3, textHash(norm.slice(-3))), reach: 1 },
    { hash: featureHash(SUFFIX2, textHash(norm.slice(-2))), reach: 1 },
    { hash: featureHash(PREFIX3, textHash(norm.slice(0, 3))), reach: 0 },
    { hash: featureHash(RATE, cueRate), reach: 3 },
    { hash: featureHash(RATE_POS, cueRate, posHash), reach: 1 },
  ];
  const pairs = {
    own: [keyOfHash(featureHash(PAIR_WORD, wordHash)), keyOfHash(featureHash(PAIR_POS, posHash)), pairRateKey(cueRate)],
    asBefore: keyOfHash(featureHash(PAIR_WORD_BEFORE, wordHash)),
  };
  const isPunctuation = PUNCTUATION.test(norm);
  const isTelling = isPunctuation || TELLING.has(norm);
  return { wordHash, posHash, tag: tagNumber(pos), cueRate, isTelling, isPunctuation, features, pairs };
}

/** Key of the feature as seen from a token `offset` places to its right (negative) or left. */
export function seenFrom(hash: number, offset: number): number {
  return keyOfHash(featureHash(hash, offset + WINDOW + 1));
}

/** What is seen where the paragraph ends before or after. */
export function edgeSeenFrom(offset: number): number {
  return seenFrom(offset < 0 ? BEFORE_START : AFTER_END, offset);
}

const PUNCTUATION = /^[,.;:!?()–—-]+$/u;
const TELLING = new Set(['that', 'he', 'she', 'it', 'they', 'to', 'the', 'of', 'if', 'whether', 'how']);

const WORD = textHash('word');
const LEMMA = textHash('lemma');
const POS = textHash('pos');
const SHAPE = textHash('shape');
const SUFFIX3 = textHash('suffix of three');
const SUFFIX2 = textHash('suffix of two');
const PREFIX3 = textHash('prefix of three');
const RATE = textHash('rate');
const RATE_POS = textHash('rate, pos');
const PAIR_WORD = textHash('pair: word');
const PAIR_POS = textHash('pair: tag');
const PAIR_WORD_BEFORE = textHash('pair: word before');
const BEFORE_START = textHash('before the start');
const AFTER_END = textHash('after the end');

/** Capitals, small letters and digits, a run of three or more cut to two: "McKay2016" is "XxXxxdd". */
function shapeOf(surface: string): string {
  return surface
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{Nd}/gu, 'd')
    .replace(/(.)\1{2,}/gu, '$1$1');
}

/** What a pair of labels sees as the word before, at a paragraph’s start. */
export const PAIR_AT_START = keyOfHash(featureHash(PAIR_WORD_BEFORE, BEFORE_START));
