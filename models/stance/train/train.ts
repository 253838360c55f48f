import { writeWeights } from '../../write-weights.ts';
import { examplesOf } from './corpus.ts';
import { printFigures, type Judgements } from './figures.ts';
import { crossJudged, modelsOf, temperatureOf, type Judged } from './folds.ts';
import { writeChecks } from './invented.ts';
import type { Model } from './model.ts';
import { swayedScores } from '../../../pipeline/score/target/target-sentiment.ts';
import { trainedNetwork, type TrainedNetwork } from './network.ts';
import { unlabelledOf } from './unlabelled.ts';
import { fileOf, SHARE } from './weights-file.ts';

/**
 * Trains the model of target sentiment on the train part of NewsMTSC, finds its temperature on five folds, prints its
 * figures, and writes `weights.bin` with `weights.json`, its hash, and `checks.json`. The same corpus gives the same bytes on one machine.
 */
export function trainStance(folder: string, say: (line: string) => void): void {
  const { judgements, network, model } = judged(folder, say);
  const [temperature, linearTemperature] = [rounded(judgements.joined), rounded(judgements.linear)];
  say(`temperature ${temperature}, of the linear model alone ${linearTemperature}`);
  writeWeights('stance', fileOf(model, { temperature, linearTemperature }, network));
  writeChecks(network.checks);
  printFigures(judgements, say);
}

function rounded(judged: readonly Judged[]): number {
  return Math.round(temperatureOf(judged) * 1000) / 1000;
}

/** Prints what the model's card tells, and writes nothing. */
export function printStanceFigures(folder: string, say: (line: string) => void): void {
  printFigures(judged(folder, say).judgements, say);
}

interface Trained {
  readonly judgements: Judgements;
  readonly network: TrainedNetwork;
  /** The linear model of all examples. */
  readonly model: Model;
}

function judged(folder: string, say: (line: string) => void): Trained {
  const examples = examplesOf(folder);
  say(`${examples.length} targets to train on`);
  const models = modelsOf(examples, say);
  const network = trainedNetwork({ examples, unlabelled: unlabelledOf(folder), models }, say);
  const linear = crossJudged(models, examples);
  const place = new Map(examples.map((example, n) => [example, n]));
  const by = (scores: readonly Float64Array[]): readonly Judged[] =>
    linear.map((one) => ({ ...one, scores: scores[place.get(one.example)!]! }));
  const student = by(network.held.map(swayedScores));
  const joined = linear.map((one, n) => ({
    ...one,
    scores: one.scores.map((score, k) => score * SHARE + student[n]!.scores[k]! * (1 - SHARE)),
  }));
  const judgements = { linear, teachers: by(network.taught), network: student, joined };
  return { judgements, network, model: models.at(-1)! };
}
