import type { Pos } from '../model.ts';

/** All parts of speech. Weights of trained models hang on the order, so it never changes. */
export const TAGS: readonly Pos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
  'SPACE',
];

const PLACES: ReadonlyMap<Pos, number> = new Map(TAGS.map((tag, n) => [tag, n]));

/** The place of a part of speech in `TAGS`. */
export function tagIndex(tag: Pos): number {
  return PLACES.get(tag)!;
}
