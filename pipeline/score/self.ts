import type { Tokens } from '../model.ts';
import { posAt, REACH } from './grammar.ts';
import type { Reader } from './reader.ts';

/**
 * How many negations stand between "I" or "we" and a verb or predicate at token `at`; `null` where neither is its subject.
 * Only auxiliaries and adverbs may stand between.
 */
export function negationsAfterSelf({ tokens, negations }: Reader, at: number, from: number): number | null {
  let found = 0;
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    if (isSelf(tokens, i)) return found;
    if (negations.ends.has(i)) found++;
    else if (!negations.tokens.has(i) && !isAuxiliary(tokens, i)) return null;
  }
  return null;
}

/** Whether "I" or "we" is the subject of what stands at token `at`, negated or not. */
export function hasSelfBefore(reader: Reader, at: number, from: number): boolean {
  return negationsAfterSelf(reader, at, from) !== null;
}

function isSelf({ norms }: Tokens, i: number): boolean {
  return norms[i] === 'i' || norms[i] === 'we';
}

function isAuxiliary(tokens: Tokens, i: number): boolean {
  const pos = posAt(tokens, i);
  return pos === 'AUX' || pos === 'ADV' || pos === 'PART' || tokens.lemmas[i] === 'be';
}
