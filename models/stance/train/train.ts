import { examplesOf } from './corpus.ts';
import { crossJudged, temperatureOf } from './folds.ts';
import { fileOf, trained } from './model.ts';
import { writeWeights } from '../../write-weights.ts';

/**
 * Trains the model of target sentiment on the train part of NewsMTSC, finds its temperature on five folds, and writes
 * `weights.bin` with `weights.json`, its hash. The same corpus gives the same bytes. Takes some two minutes on one core.
 */
export function trainStance(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  say(`${examples.length} targets to train on`);
  const temperature = Math.round(temperatureOf(crossJudged(examples, say)) * 1000) / 1000;
  say(`temperature ${temperature}`);
  writeWeights('stance', fileOf(trained(examples), temperature));
}
