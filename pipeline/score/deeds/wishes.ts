import type { Run } from '../../text/runs.ts';
import { posAt, REACH } from '../grammar.ts';
import type { Reader } from '../reader.ts';

/** Whether a deed at token `at` is demanded by a word before it in its clause ("must", "calls for"), and not forbidden. */
export function isWished({ tokens, lexicon, negations }: Reader, at: number, [from]: Run): boolean {
  const floor = Math.max(from, at - REACH);
  const wish = lexicon.deeds.nouns(tokens, floor, at).findLast(({ value }) => value === 'wish');
  if (wish === undefined) return false;
  const isModal = posAt(tokens, wish.first) === 'AUX' || tokens.norms[wish.end - 1] === 'to';
  for (let i = Math.max(floor, wish.first - 2); i < at; i++) {
    if (isModal && i >= wish.end && (posAt(tokens, i) === 'PROPN' || posAt(tokens, i) === 'PRON')) return false;
    if (negations.tokens.has(i) || (i >= wish.end && endsClause(tokens.norms[i]!))) return false;
    if (i >= wish.end && posAt(tokens, i) === 'SCONJ') return false;
  }
  return true;
}

/**
 * Whether what stands right before a deed ends or lessens it: "stop arming", "the lifting of sanctions", "without help". It says nothing
 * for or against whom it is aimed at.
 */
export function isEnded({ tokens }: Reader, at: number, [from]: Run): boolean {
  for (let i = at - 1; i >= Math.max(from, at - NEAR); i--) {
    if (STOPPING.has(tokens.lemmas[i]!) || STOPPING.has(tokens.norms[i]!)) return true;
  }
  return false;
}

const NEAR = 6;

const STOPPING: ReadonlySet<string> = new Set(
  'stop cease end ending halt suspend refrain avoid without oppose against instead lift lifting ease easing remove removal drop waive cancel cancellation revoke abandon reduce exempt limit prevent block refuse fail reject delay overcome circumvent bypass evade exit condemn'.split(
    ' ',
  ),
);

function endsClause(norm: string): boolean {
  return /^[,;:.–—]$/u.test(norm) || norm === 'which' || norm === 'who' || norm === 'but';
}
