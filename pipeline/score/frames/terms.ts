import type { Tokens } from '../../model.ts';
import { featureHash, textHash } from '../../text/hash.ts';
import { remembered } from '../../text/remembered.ts';
import { keyOfHash } from '../../text/table.ts';
import { tally, tallyFor, type Tally } from '../../text/tally.ts';

/** The lemmas of an article and the pairs of neighbours among them, in the order in which they occur first. */
export interface ArticleTerms {
  /** How often each occurs. */
  readonly counts: Tally;
  /** Index of the first token of each, where it occurs first. */
  readonly firsts: Uint32Array;
  /** How many tokens each has: 1 or 2. */
  readonly widths: Uint8Array;
}

/** What stands for all names, and for all numbers: an actor's usual press shall not tell the frame. */
export const CLASS = { number: 2, name: 3 } as const;

/** Counts the terms of an article, marks included. */
export function articleTerms({ lemmas, pos, length }: Pick<Tokens, 'lemmas' | 'pos' | 'length'>): ArticleTerms {
  const counts = tallyFor(2 * length);
  const [firsts, widths] = [new Uint32Array(2 * length), new Uint8Array(2 * length)];
  const note = (key: number, first: number, width: 1 | 2): void => {
    const place = tally(counts, key, 1);
    if (widths[place] !== 0) return;
    firsts[place] = first;
    widths[place] = width;
  };
  for (let i = 0, before = 0; i < length; i++) {
    const key = pos[i] === 'PROPN' ? CLASS.name : pos[i] === 'NUM' ? CLASS.number : wordKey(lemmas[i]!);
    note(key, i, 1);
    if (i > 0) note(keyOfHash(featureHash(PAIR, before, key)), i - 1, 2);
    before = key;
  }
  return { counts, firsts, widths };
}

/** The key of a word in lower case. */
export const wordKey = remembered((word) => keyOfHash(textHash(word)));

const PAIR = 1;
