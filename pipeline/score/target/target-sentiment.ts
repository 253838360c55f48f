import type { Span, Tokens } from '../../model.ts';
import { runOf, type Run } from '../../text/runs.ts';
import { rowOf } from '../../text/table.ts';
import { featuresOf, tonedFeatures, type Features } from './features.ts';
import { inputsOf } from './inputs.ts';
import { runNetwork } from './network.ts';
import { sceneOf, type Scene } from './scene.ts';
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

/**
 * How a sentence speaks of a target: the sentiment toward it, whoever holds it (narrator or quoted speaker: the model
 * does not tell them apart). A linear model over hashed features and small recurrent networks over frozen word vectors,
 * averaged; trained on NewsMTSC (Hamborg and Donnay 2021); see
 * `models/stance/README.md` for what its probabilities are worth. `null` where the target has no token in the sentence.
 * The same input always gives the same numbers, and what a name is (by its tag) plays no part in them.
 */
export function targetSentiment(tokens: Tokens, one: TargetInSentence, weights: TargetWeights): Sentiment | null {
  const scene = targetScene(tokens, one);
  if (scene === null) return null;
  const scores = new Float64Array(3);
  addScores(scores, featuresOf(scene), weights);
  addScores(scores, tonedFeatures(scene, weights.tones), weights);
  return softmax(withNetworks(scores, scene, weights).map((score) => score / weights.temperature));
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

function addScores(scores: Float64Array, { keys, values }: Features, { features, step }: TargetWeights): void {
  keys.forEach((key, n) => {
    const row = rowOf(features, key);
    if (row === 0) return;
    for (let k = 0; k < 3; k++) scores[k]! += features.values[row + k]! * step * values[n]!;
  });
}

/** Weighs the linear model's scores with the mean of the networks'. */
function withNetworks(linear: Float64Array, scene: Scene, { networks, vectors, share }: TargetWeights): Float64Array {
  if (networks.length === 0) return linear;
  const inputs = inputsOf(scene, vectors);
  const scores = linear.map((score) => score * share);
  for (const network of networks)
    runNetwork(network, inputs, vectors).forEach((score, k) => {
      scores[k]! += (score * (1 - share)) / networks.length;
    });
  return scores;
}

/** Turns scores into probabilities. */
export function softmax(scores: Float64Array): Sentiment {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return [parts[0]! / sum, parts[1]! / sum, parts[2]! / sum];
}
