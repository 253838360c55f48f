import type { Statement } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import { assertedSentences, ownSentences } from '../asserted.ts';
import { isAsserting, type UsedCue } from '../cue.ts';
import type { Evidence } from '../evidence.ts';
import type { Reader } from '../reader.ts';
import { cueObjectEvidence } from './cue-object.ts';
import { deedEvidence, type Telling } from './evidence.ts';
import { nounEvidence } from './nouns.ts';
import { sidesOf } from './parties.ts';

/**
 * Evidence in the deeds that a statement tells, promises or demands: of what the speaker asserts all, of what the cue wishes
 * for what is demanded; nothing of a denial or under a negated cue.
 */
export function deedsTold(
  reader: Reader,
  { speaker, source }: Pick<Statement, 'speaker' | 'source'>,
  cue: UsedCue,
  own: readonly Run[],
): readonly Evidence[] {
  const sides = sidesOf(reader, speaker, source);
  const isDemanded = cue.entry !== null && DEMANDING.has(cue.entry.lemma) && !cue.negated && !isAsked(reader, own);
  if (isDemanded) return read(reader, ownSentences(reader, own).slice(0, 1), { sides, demanded: 'by the cue' });
  if (!isAsserting(cue)) return [];
  return [
    ...cueObjectEvidence(reader, cue, own),
    ...read(reader, assertedSentences(reader, own), { sides, demanded: 'nowhere' }),
  ];
}

/** "asked whether". */
function isAsked({ tokens }: Reader, [first]: readonly Run[]): boolean {
  return first !== undefined && /^(?:if|whether|how|why|what|when|who)$/u.test(tokens.norms[first[0]]!);
}

/** Cues of demands and promises: their content is what the speaker stands for. */
const DEMANDING: ReadonlySet<string> = new Set(
  'want,urge,demand,request,call for,call on,appeal,propose,seek,ask,pledge,promise,vow,offer,commit,reaffirm,guarantee,swear,agree,plead,insist on,underline'.split(
    ',',
  ),
);

function read(reader: Reader, runs: readonly Run[], telling: Telling): readonly Evidence[] {
  return runs.flatMap((run) => [...deedEvidence(reader, run, telling), ...nounEvidence(reader, run, telling)]);
}
