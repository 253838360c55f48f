import type { Span, Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { UsedCue } from './cue.ts';
import type { Scene } from './target/scene.ts';
import {
  joined,
  linearScores,
  networkScores,
  softmax,
  SWAY,
  targetScene,
  type Scores,
  type Sentiment,
} from './target/target-sentiment.ts';
import type { TargetWeights } from './target/weights.ts';
import type { Target } from './targets.ts';

/** Between which log-odds a sentiment must lie: of negative and of positive against neutral. */
export interface Range {
  readonly least: readonly [negative: number, positive: number];
  readonly most: readonly [negative: number, positive: number];
}

/**
 * How a speaker's own words speak of a target, by the trained model: the geometric mean over the sentences that name it
 * (`sentencesNaming`). The linear model tells first; the network, which takes longer, only where `matters` says that
 * what it could still change would tell. `null` where none could be read.
 */
export function sentimentToward(
  tokens: Tokens,
  sentences: readonly Run[],
  target: Target,
  weights: TargetWeights,
  matters: (range: Range) => boolean,
): Sentiment | null {
  const scenes = sentences.map((run) => sceneIn(tokens, run, target)).filter((scene) => scene !== null);
  if (scenes.length === 0) return null;
  const linear = mean(scenes.map((scene) => linearScores(scene, weights)));
  if (weights.network === null || !matters(rangeOf(linear, weights))) return softmax(joined(linear, null, weights));
  return softmax(joined(linear, mean(scenes.map((scene) => networkScores(scene, weights)!)), weights));
}

function sceneIn(tokens: Tokens, [from, to]: Run, { mentions }: Target): Scene | null {
  const [first, ...further] = mentions.filter((name) => name.first >= from && name.end <= to);
  const sentence = spanOf(tokens, [from, to]);
  return targetScene(tokens, { sentence, target: first!.span, further: further.map(({ span }) => span) });
}

/** The mean of scores gives the geometric mean of probabilities. */
function mean(all: readonly Scores[]): Scores {
  if (all.length === 1) return all[0]!;
  return Float64Array.from([0, 1, 2], (k) => all.reduce((sum, scores) => sum + scores[k]!, 0) / all.length);
}

function rangeOf(linear: Scores, { share, temperature }: TargetWeights): Range {
  const [negative, positive] = [linear[0]! - linear[1]!, linear[2]! - linear[1]!];
  const sway = ((1 - share) * SWAY) / temperature;
  const told = [(negative * share) / temperature, (positive * share) / temperature] as const;
  return { least: [told[0] - sway, told[1] - sway], most: [told[0] + sway, told[1] + sway] };
}

/**
 * A speaker's own words in each sentence that names the target, each once. A cue right before them is read with them
 * ("accused Vestonia of …"), who speaks is not.
 */
export function sentencesNaming(
  tokens: Tokens,
  cue: UsedCue,
  own: readonly Run[],
  { mentions }: Target,
): readonly Run[] {
  const { sentence } = tokens;
  const runs = new Map<number, Run>();
  for (const { first, end } of mentions) {
    const run = own.find(([from, to]) => from <= first && end <= to);
    if (run === undefined) continue;
    let [from, to] = [first, end];
    while (from > Math.max(run[0], first - REACH) && sentence[from - 1] === sentence[first]) from--;
    while (to < Math.min(run[1], end + REACH) && sentence[to] === sentence[first]) to++;
    const led = from === run[0] && cue.run !== null && leadsIn(tokens, cue.run, from);
    runs.set(from, [led ? cue.run[0] : from, to]);
  }
  return [...runs.values()];
}

/** How far is read to either side of a mention, so that a sentence without end takes time in step with its names; hardly any other is longer. */
const REACH = 60;

/** Marks that may stand between a cue and its words. */
const GAP = 2;

function leadsIn({ pos, sentence }: Tokens, [first, end]: Run, from: number): boolean {
  if (end > from || from - end > GAP || sentence[first] !== sentence[from]) return false;
  for (let i = end; i < from; i++) if (pos[i] !== 'PUNCT') return false;
  return true;
}

function spanOf({ starts, ends }: Tokens, [from, to]: Run): Span {
  return [starts[from]!, ends[to - 1]!];
}
