import { tonedFeatures } from '../../../pipeline/score/target/features.ts';
import type { Tone } from '../../../pipeline/score/target/tones.ts';
import type { Example } from './corpus.ts';
import { fitDropout } from './fit-dropout.ts';
import { fitWhole } from './fit-whole.ts';
import { scoresOf } from './gradient.ts';
import { casesOf, featuresToLearn, vocabularyOf } from './matrix.ts';
import { countTones, lookUp } from './word-tones.ts';

/** A model as it is trained, before a temperature is fitted. */
export interface Model {
  readonly tones: ReadonlyMap<number, Tone>;
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Float64Array;
}

const SHRINKAGE = 40;
const BAGS = 3;
/** Weights learnt with features hidden come out smaller by about so much. */
const DROPOUT_SCALE = 1.15;

/** Trains: half a regression over all cases at once, half the mean of three by steps with features hidden. */
export function trained(examples: readonly Example[]): Model {
  const features = featuresToLearn(examples);
  const vocabulary = vocabularyOf(features);
  const labels = examples.map(({ label }) => label);
  const cases = casesOf(features, labels, vocabulary);
  const weights = fitWhole(cases, vocabulary.counts, SHRINKAGE).map((weight) => weight / 2);
  for (let seed = 1; seed <= BAGS; seed++)
    fitDropout(cases, vocabulary.counts.length, seed).forEach((weight, k) => {
      weights[k]! += (weight * DROPOUT_SCALE) / BAGS / 2;
    });
  return { tones: countTones(examples), rows: vocabulary.rows, weights };
}

/** Scores of examples that the model was not trained on. */
export function scored(
  { tones, rows, weights }: Model,
  examples: readonly Pick<Example, 'features' | 'scene'>[],
): readonly Float64Array[] {
  const known = lookUp(tones);
  const features = examples.map(({ features, scene }) => [features, tonedFeatures(scene, known)]);
  const cases = casesOf(
    features,
    examples.map(() => 0),
    { rows, counts: [] },
  );
  return examples.map((_, i) => scoresOf(cases, i, weights));
}
