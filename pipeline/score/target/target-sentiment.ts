import type { Span, Tokens } from '../../model.ts';
import { runOf, type Run } from '../../text/runs.ts';
import { rowOf } from '../../text/table.ts';
import { startAnew, type Met } from './case.ts';
import { caseOf, meetFeatures } from './features.ts';
import { inputsOf } from './inputs.ts';
import { runNetwork } from './network.ts';
import { sceneOf, type Scene } from './scene.ts';
import { toneFeatures } from './sum-features.ts';
import type { TargetWeights } from './weights.ts';

/** A target in its sentence, as spans of the article's text. */
export interface TargetInSentence {
  readonly sentence: Span;
  /** The mention that is judged. */
  readonly target: Span;
  /** Other mentions of the same target in the sentence ("he", "the mayor"), as far as they are known. */
  readonly further: readonly Span[];
}

/** Probabilities that add up to 1. */
export type Sentiment = readonly [negative: number, neutral: number, positive: number];

/** Scores of negative, neutral and positive; a softmax makes probabilities of them. */
export type Scores = Float64Array;

/**
 * How a sentence speaks of a target: the sentiment toward it, whoever holds it (narrator or quoted speaker: the model
 * does not tell them apart). A linear model over hashed features and a small recurrent network over frozen word vectors,
 * averaged; trained on NewsMTSC (Hamborg and Donnay 2021); see
 * `models/stance/README.md` for what its probabilities are worth. `null` where the target has no token in the sentence.
 * The same input always gives the same numbers, and what a name is (by its tag) plays no part in them.
 */
export function targetSentiment(tokens: Tokens, one: TargetInSentence, weights: TargetWeights): Sentiment | null {
  const scene = targetScene(tokens, one);
  if (scene === null) return null;
  const network = networkScores(scene, weights);
  return softmax(joined(linearScores(scene, weights), network, weights));
}

/** The scene of a target; `null` where it has no token in the sentence. Further mentions that have none, or that touch it, are left out. */
export function targetScene(tokens: Tokens, { sentence, target, further }: TargetInSentence): Scene | null {
  const within = runOf(tokens, sentence);
  const main = touched(tokens, target, within);
  if (main === null) return null;
  const others = further
    .map((span) => touched(tokens, span, within))
    .filter((run) => run !== null)
    .filter(([from, to]) => to <= main[0] || from >= main[1]);
  return sceneOf(tokens, within, [main, ...others]);
}

/** The tokens of the sentence that a span touches; it may start or end in the middle of one. */
function touched(tokens: Tokens, span: Span, [first, end]: Run): Run | null {
  const [start, to] = runOf(tokens, span);
  const from = start > 0 && tokens.ends[start - 1]! > span[0] && span[1] > span[0] ? start - 1 : start;
  const [low, high] = [Math.max(first, from), Math.min(end, to)];
  return low < high ? [low, high] : null;
}

/** The linear model's scores. */
export function linearScores(scene: Scene, weights: TargetWeights): Scores {
  const { met, tones } = weights;
  const one = caseOf(scene);
  startAnew(met);
  meetFeatures(met, one);
  toneFeatures(met, one, tones);
  return sumOf(met, weights);
}

/** The sum of what features weigh. */
function sumOf({ keys, values, count }: Met, { features, step }: TargetWeights): Scores {
  const rows = features.values;
  let [negative, neutral, positive] = [0, 0, 0];
  for (let n = 0; n < count; n++) {
    const row = rowOf(features, keys[n]!);
    if (row === 0) continue;
    const value = values[n]!;
    negative += rows[row]! * step * value;
    neutral += rows[row + 1]! * step * value;
    positive += rows[row + 2]! * step * value;
  }
  const scores = new Float64Array(WIDTH);
  scores[0] = negative;
  scores[1] = neutral;
  scores[2] = positive;
  return scores;
}

/** The network's scores, cut by `swayedScores`; `null` where none was trained. */
export function networkScores(scene: Scene, { network, vectors }: TargetWeights): Scores | null {
  return network === null ? null : swayedScores(runNetwork(network, inputsOf(scene, vectors), vectors));
}

/** The most that the network tells for or against neutral, so that one can know beforehand what it cannot change. */
export const SWAY = 4;

/** Scores less that of neutral, none further from it than `SWAY`. */
export function swayedScores(scores: ArrayLike<number>): Scores {
  const neutral = scores[1]!;
  return Float64Array.from(scores, (score) => Math.max(-SWAY, Math.min(SWAY, score - neutral)));
}

/** Scores of both models, at a temperature at which probabilities hold what they say; of the linear one alone at its own. */
export function joined(linear: Scores, network: Scores | null, weights: TargetWeights): Scores {
  const { share, temperature, linearTemperature } = weights;
  const scores = new Float64Array(WIDTH);
  for (let k = 0; k < WIDTH; k++) {
    scores[k] =
      network === null
        ? linear[k]! / linearTemperature
        : (linear[k]! * share + network[k]! * (1 - share)) / temperature;
  }
  return scores;
}

const WIDTH = 3;

/** Turns scores into probabilities. */
export function softmax(scores: Scores): Sentiment {
  const [a, b, c] = [scores[0]!, scores[1]!, scores[2]!];
  const most = Math.max(a, b, c);
  const [negative, neutral, positive] = [Math.exp(a - most), Math.exp(b - most), Math.exp(c - most)];
  const sum = negative + neutral + positive;
  return [negative / sum, neutral / sum, positive / sum];
}
