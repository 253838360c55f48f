import type { Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { isDenial, type UsedCue } from './cue.ts';
import { isPossessive, posAt, type Name } from './grammar.ts';

/**
 * Whether a name only says of what something is the first or the most: "Europe’s largest plant", "Vestonia’s first president". What
 * is said then is said of the plant or the man.
 */
export function isMeasure(tokens: Tokens, { end }: Pick<Name, 'end'>): boolean {
  const word = tokens.norms[end + 1];
  if (!isPossessive(tokens, end) || word === undefined) return false;
  return RANKS.has(word) || (posAt(tokens, end + 1) === 'ADJ' && /..est$/u.test(word));
}

const RANKS: ReadonlySet<string> = new Set('first second third only sole most least former ex late'.split(' '));

/** Whether a speaker will not do what the words behind the cue say: "refused to condemn …". What they judge, the speaker does not. */
export function isUnwilling({ norms }: Tokens, cue: UsedCue, [first]: Run): boolean {
  return norms[first] === 'to' && (isDenial(cue) || UNWILLING.has(cue.entry?.lemma ?? ''));
}

/** Cues of not doing what the verb behind them says. */
const UNWILLING: ReadonlySet<string> = new Set(['refuse', 'decline', 'balk', 'hesitate']);
