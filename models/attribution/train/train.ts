import { join } from 'node:path';
import { calibrated } from './calibrate.ts';
import { examplesOf } from './corpus.ts';
import { withTrainedEndings } from './endings.ts';
import { trainedWeights } from './weigh.ts';
import { writeWeights } from '../../write-weights.ts';

/** Models whose weights are averaged. */
const BAGS = 4;

/**
 * Trains the attribution model on the train part of PolNeAR, calibrates its confidence on the dev part beside it, and
 * writes the weights. The same corpus gives the same bytes. Takes a few minutes on one core.
 */
export function trainAttribution(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  say(`${examples.length} articles to train on`);
  const spans = trainedWeights(examples, { bags: BAGS, without: [] }, say);
  writeWeights('attribution', calibrated(withTrainedEndings(spans, examples, say), join(folder, '../dev')));
}
