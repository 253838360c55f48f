import type { Span, Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { UsedCue } from './cue.ts';
import { targetSentiment, type Sentiment } from './target/target-sentiment.ts';
import type { TargetWeights } from './target/weights.ts';
import type { Target } from './targets.ts';

/**
 * How a speaker's own words speak of a target, by the trained model: the geometric mean over the sentences that name it
 * (`sentencesNaming`). `null` where none could be read.
 */
export function sentimentToward(
  tokens: Tokens,
  sentences: readonly Run[],
  target: Target,
  weights: TargetWeights,
): Sentiment | null {
  const sums = [0, 0, 0];
  let count = 0;
  for (const [from, to] of sentences) {
    const [first, ...further] = target.mentions.filter((name) => name.first >= from && name.end <= to);
    const place = {
      sentence: spanOf(tokens, [from, to]),
      target: first!.span,
      further: further.map(({ span }) => span),
    };
    const p = targetSentiment(tokens, place, weights);
    if (p === null) continue;
    p.forEach((share, k) => (sums[k]! += Math.log(share)));
    count++;
  }
  return count === 0 ? null : normalised(sums.map((sum) => Math.exp(sum / count)));
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

function normalised(parts: readonly number[]): Sentiment {
  const sum = parts.reduce((a, b) => a + b, 0);
  return [parts[0]! / sum, parts[1]! / sum, parts[2]! / sum];
}
