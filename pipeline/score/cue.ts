import type { Cue, Statement, Tokens } from '../model.ts';
import { runOf, type Run } from '../text/runs.ts';
import type { Negations } from './negation.ts';
import type { Reader } from './reader.ts';

/** The cue of one statement as it is used there. */
export interface UsedCue {
  /** `null` for a quotation without a cue and for a cue that the lexicon does not know. */
  readonly entry: Cue | null;
  /** "did not say", "never denied". */
  readonly negated: boolean;
  /** Tokens of the cue; `null` where there is none. */
  readonly run: Run | null;
}

/** Reads the cue of a statement. It is negated by an odd number of negations among the auxiliaries and adverbs before it. */
export function readCue({ tokens, negations, lexicon }: Reader, { cue, cueLemma }: Statement): UsedCue {
  const entry = cueLemma === null ? null : (lexicon.cues.get(cueLemma) ?? null);
  const [span] = cue;
  if (span === undefined) return { entry, negated: false, run: null };
  const run = runOf(tokens, span);
  return { entry, negated: negationsBefore(tokens, negations, run[0]) % 2 === 1, run };
}

/**
 * Cues whose negation rejects the content: who does not believe a thing holds it untrue, and who does not accept it
 * refuses it. Other negated cues ("did not say", "does not know") leave the content open (Horn 1989 on raised negation).
 */
export const REJECTING = new Set(
  'believe think consider regard expect accept agree approve support favor endorse recognize acknowledge want intend'.split(
    ' ',
  ),
);

/** Whether the statement's content is what the speaker denies. */
export function isDenial({ entry, negated }: UsedCue): boolean {
  if (entry?.engagement === 'deny') return !negated;
  return negated && entry !== null && REJECTING.has(entry.lemma);
}

/** Cues of wishes and demands: their content is not so, or not yet. */
const WISHING = new Set(
  'want,wish,desire,hope,seek,aim,intend,plan,strive,aspire,prefer,ask,wonder,urge,demand,request,call for,appeal,propose'.split(
    ',',
  ),
);

/** Whether the content is held true: no denial, no wish, no negated cue. */
export function isAsserting(cue: UsedCue): boolean {
  return !cue.negated && !isDenial(cue) && !(cue.entry !== null && WISHING.has(cue.entry.lemma));
}

function negationsBefore(tokens: Tokens, negations: Negations, first: number): number {
  let found = 0;
  for (let i = first - 1; isBeforeVerb(tokens, negations, i, first); i--) {
    if (negations.ends.has(i)) found++;
  }
  return found;
}

function isBeforeVerb({ pos, sentence }: Tokens, negations: Negations, i: number, first: number): boolean {
  if (sentence[i] !== sentence[first]) return false;
  return negations.tokens.has(i) || pos[i] === 'AUX' || pos[i] === 'ADV' || pos[i] === 'PART';
}
