import type { Span, Tokens } from '../../model.ts';
import { runOf, type Run } from '../../text/runs.ts';
import { rowOf } from '../../text/table.ts';
import { caseOf, eachFeature, eachToned, type Take } from './features.ts';
import { inputsOf } from './inputs.ts';
import { runNetwork } from './network.ts';
import { sceneOf, type Scene } from './scene.ts';
import type { Met, TargetWeights } from './weights.ts';

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
  const scores = new Float64Array(WIDTH);
  const one = caseOf(scene);
  const take = taking(scores, weights);
  eachFeature(one, take);
  eachToned(one, weights.tones, take);
  return scores;
}

const WIDTH = 3;

/** Adds what features weigh, of each the first time. */
function taking(scores: Scores, { features, step, met }: TargetWeights): Take {
  const { values, width } = features;
  const round = nextRound(met);
  return (key, value) => {
    const row = rowOf(features, key);
    const place = Math.trunc(row / width);
    if (row === 0 || met.rounds[place] === round) return;
    met.rounds[place] = round;
    for (let k = 0; k < WIDTH; k++) scores[k]! += values[row + k]! * step * value;
  };
}

function nextRound(met: Met): number {
  if (met.round === LAST_ROUND) met.rounds.fill(0);
  return (met.round = (met.round % LAST_ROUND) + 1);
}

const LAST_ROUND = 255;

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
  if (network === null) return linear.map((score) => score / linearTemperature);
  return linear.map((score, k) => (score * share + network[k]! * (1 - share)) / temperature);
}

/** Turns scores into probabilities. */
export function softmax(scores: Scores): Sentiment {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return [parts[0]! / sum, parts[1]! / sum, parts[2]! / sum];
}
