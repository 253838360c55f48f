import type { Pos } from '../../model.ts';

const TAGS: readonly Pos[] = [
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

const NUMBERS: ReadonlyMap<Pos, number> = new Map(TAGS.map((tag, n) => [tag, n]));

/** How many tags there are. */
export const TAG_COUNT = TAGS.length;

/** The number of a part of speech: weights hang on it, so it never changes. */
export function tagNumber(tag: Pos): number {
  return NUMBERS.get(tag)!;
}
