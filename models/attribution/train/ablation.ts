import { weightsOf } from '../../../pipeline/attribute/sequence/weights.ts';
import { readPolnear } from '../../../pipeline/read/polnear.ts';
import { examplesOf } from './corpus.ts';
import { bareScores } from './figures.ts';
import { FEATURE_GROUPS, type FeatureGroup } from './vocabulary.ts';
import { trainedWeights } from './weigh.ts';

/**
 * Prints what each group of features brings: a model trained without it, on PolNeAR's train part, measured on its dev part.
 * One model each instead of several averaged, so all are a little worse than the one in use. `folder` holds `polnear`.
 * Takes some quarter of an hour.
 */
export function printAblation(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(`${folder}/polnear/train`);
  const dev = { examples: examplesOf(`${folder}/polnear/dev`), gold: readPolnear(`${folder}/polnear/dev`) };
  const measure = (without: readonly FeatureGroup[]): string => {
    const bytes = trainedWeights(examples, { bags: 1, without }, () => undefined);
    return bareScores(dev.examples, dev.gold, weightsOf(bytes));
  };
  say(`exact F1 of the model's segments with all features: ${measure([])}`);
  for (const group of Object.keys(FEATURE_GROUPS) as FeatureGroup[]) say(`without ${group}: ${measure([group])}`);
}
