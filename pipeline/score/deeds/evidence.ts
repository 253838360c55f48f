import type { Entity } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import type { Evidence } from '../evidence.ts';
import { posAt } from '../grammar.ts';
import type { Reader } from '../reader.ts';
import { isAccusation } from './accusation.ts';
import { deedsIn, type Deed } from './deeds.ts';
import { actorsIn, isOwnSide, isSelfAt } from './parties.ts';
import { recipients } from './recipients.ts';
import { isEnded, isWished } from './wishes.ts';
import type { DeedTie } from './words.ts';

/** Whose words are read. */
export interface Telling {
  /** The speaker and whose side the speaker is on. */
  readonly sides: readonly Entity[];
  /** Whether the cue itself demands or promises what the words say: "urged the League to help Vestonia". */
  readonly demanded: 'by the cue' | 'nowhere';
}

/**
 * Evidence in the deeds that a run of a speaker's own words tells, promises or demands: whoever does harm is accused; whoever the speaker
 * strikes or would see restrained is opposed, whoever the speaker helps or would see helped supported. A victim is neither,
 * nor is what armies do to armies, nor what the speaker's own side does.
 */
export function deedEvidence(reader: Reader, run: Run, telling: Telling): readonly Evidence[] {
  return deedsIn(reader, run).flatMap((deed) => {
    if (deed.words[1] > run[1]) return [];
    return tiesOf(reader, deed, run, telling).flatMap(([tie, sign, parties]) =>
      parties
        .filter((party) => !isOwnSide(party, telling.sides))
        .map((party) => evidence(reader, tie, sign, party, deed.words)),
    );
  });
}

type Tie = readonly [tie: DeedTie, sign: 1 | -1, parties: readonly Entity[]];

/** A deed with its parties, as far as they stand in the run. */
interface Scene {
  readonly deed: Deed;
  readonly run: Run;
  readonly agent: Run | null;
  readonly patient: Run | null;
  readonly agents: readonly Entity[];
  /** Whether the speaker or the speaker’s side does it. */
  readonly isSelf: boolean;
  /** Whether it is told as done or to come. */
  readonly isReal: boolean;
}

function tiesOf(reader: Reader, deed: Deed, run: Run, telling: Telling): readonly Tie[] {
  const within = (party: Run | null): Run | null =>
    party !== null && party[0] >= run[0] && party[1] <= run[1] ? party : null;
  const agent = within(deed.agent);
  const agents = agent === null ? [] : actorsIn(reader, agent);
  const isSelf =
    agent !== null && (isSelfAt(reader.tokens, agent) || agents.some((one) => isOwnSide(one, telling.sides)));
  const isReal = deed.reality === 'asserted' || deed.reality === 'threatened';
  const scene = { deed, run, agent, patient: within(deed.patient), agents, isSelf, isReal };
  if (deed.kind === 'harm' || deed.kind === 'ill') return telling.demanded === 'nowhere' ? harmTies(reader, scene) : [];
  if (isEnded(reader, deed.words[0], run)) return [];
  const isDemanded = telling.demanded === 'by the cue' || isWished(reader, deed.words[0], run);
  return peacefulTies(reader, scene, deed.reality !== 'negated' && isDemanded ? 'demanded' : 'told');
}

function harmTies(reader: Reader, { deed, agent, patient, agents, isSelf, isReal }: Scene): readonly Tie[] {
  if (!isReal || agent === null) return [];
  if (!isSelf) return isAccusation(reader, deed, agent, patient) ? [['wrongdoer', -1, agents]] : [];
  return patient !== null && isSelfAt(reader.tokens, agent) ? [['struck', -1, actorsIn(reader, patient)]] : [];
}

function peacefulTies(reader: Reader, scene: Scene, how: 'demanded' | 'told'): readonly Tie[] {
  const { deed, run, patient, agents, isSelf, isReal } = scene;
  const isOwn = how === 'demanded' || (isSelf && isReal);
  if (deed.kind === 'yield') return how === 'demanded' ? [['called on', -1, agents]] : [];
  if (deed.kind === 'give') return isOwn ? [['helped', 1, recipients(reader, [deed.words[1], run[1]])]] : [];
  if (patient === null || isSubject(reader, patient)) return [];
  if (isOwn)
    return [
      deed.kind === 'help' ? ['helped', 1, actorsIn(reader, patient)] : ['curbed', -1, actorsIn(reader, patient)],
    ];
  const toSelf = deed.kind === 'help' && isReal && deed.form === 'active' && isSelfAt(reader.tokens, patient);
  return toSelf ? [['helper', 1, agents]] : [];
}

/** "support Vestonia joining", "stop arming Vestonia": another deed is meant, not the name. */
function isSubject({ tokens }: Reader, [first, end]: Run): boolean {
  return (posAt(tokens, end) === 'VERB' && tokens.norms[end]!.endsWith('ing')) || tokens.norms[first]!.endsWith('ing');
}

function evidence({ tokens }: Reader, kind: DeedTie, sign: 1 | -1, target: Entity, words: Run): Evidence {
  return { kind, target: target.id, sign, turned: false, quoted: tokens.quoteDepth[words[0]]! > 0, words };
}
