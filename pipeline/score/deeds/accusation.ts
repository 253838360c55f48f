import type { Run } from '../../text/runs.ts';
import { posAt } from '../grammar.ts';
import type { Reader } from '../reader.ts';
import type { Deed } from './deeds.ts';
import { isMilitary } from './parties.ts';

/**
 * Whether telling a deed of harm accuses its agent. War as such accuses nobody, nor does a deed that only dates another; of a noun the words
 * around must say that it happened ("launched an attack", "killed in Vestonian shelling").
 */
export function isAccusation(reader: Reader, deed: Deed, agent: Run, patient: Run | null): boolean {
  if (patient !== null && isMilitary(reader, patient)) return false;
  if (reader.lexicon.deeds.moves.has(deed.term)) return false;
  if (isSetting(reader, deed, agent)) return false;
  if (deed.form !== 'nominalised') return true;
  const hasVerb = agent[1] <= deed.words[0] && hasVerbIn(reader, agent[1], deed.words[0]);
  return hasVerb || (!reader.lexicon.deeds.settings.has(deed.term) && isCause(reader, deed, agent));
}

const DATING: ReadonlySet<string> = new Set('when since after before until once during amid following'.split(' '));

/** Verbs that date other things where they stand in a clause of time; what else stands there is told for its own sake. */
const DATES: ReadonlySet<string> = new Set(['invade', 'attack', 'annex']);

function isSetting({ tokens }: Reader, { words, form, term }: Deed, agent: Run): boolean {
  if (form !== 'nominalised' && !DATES.has(term)) return false;
  const start = Math.min(words[0], agent[0]);
  for (let i = start - 1; i >= start - 3; i--) {
    if (posAt(tokens, i) === 'VERB' || posAt(tokens, i) === 'PUNCT') return false;
    if (DATING.has(tokens.norms[i]!)) return true;
  }
  return false;
}

function hasVerbIn({ tokens }: Reader, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (posAt(tokens, i) === 'VERB') return true;
  return false;
}

/** "destroyed in Vestonian shelling", "victims of Vestonian torture". */
function isCause({ tokens }: Reader, { words }: Deed, agent: Run): boolean {
  const start = Math.min(words[0], agent[0]);
  let before = start - 1;
  while (before >= 0 && MODIFIERS.has(posAt(tokens, before)!)) before--;
  return CAUSES.has(tokens.norms[before]!);
}

const MODIFIERS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADV', 'NUM']);

const CAUSES: ReadonlySet<string> = new Set(['in', 'by', 'from', 'of']);
