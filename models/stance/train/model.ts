import { tonedFeatures } from '../../../pipeline/score/target/features.ts';
import type { Tone } from '../../../pipeline/score/target/tones.ts';
import { encodeTargetWeights } from '../../../pipeline/score/target/weights.ts';
import type { Example } from './corpus.ts';
import { fitDropout } from './fit-dropout.ts';
import { fitWhole } from './fit-whole.ts';
import { scoresOf, WIDTH } from './gradient.ts';
import { casesOf, featuresToLearn, vocabularyOf } from './matrix.ts';
import { HIDDEN, networkCount, UNITS, type TrainedNetwork } from './network.ts';
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
export function scored({ tones, rows, weights }: Model, examples: readonly Example[]): readonly Float64Array[] {
  const known = lookUp(tones);
  const features = examples.map(({ features, scene }) => [features, tonedFeatures(scene, known)]);
  const cases = casesOf(
    features,
    examples.map(({ label }) => label),
    { rows, counts: [] },
  );
  return examples.map((_, i) => scoresOf(cases, i, weights));
}

/** What one step of the file's integers is worth, and the least weight that is kept. */
const STEP = 1 / 4096;
const TONE_STEP = 1 / 16384;
const LEAST = 0.004;

/** How much the linear model's scores count beside the networks'. */
export const SHARE = 0.5;

/** The model as a weights file, with networks if there are any. Features whose weights are all next to nothing are left out. */
export function fileOf(
  { tones, rows, weights }: Model,
  temperature: number,
  network: TrainedNetwork | null = null,
): Uint8Array {
  const row = (at: number): readonly number[] => [...weights.subarray(at * WIDTH, (at + 1) * WIDTH)];
  const kept = [...rows].filter(([, at]) => row(at).some((value) => Math.abs(value) >= LEAST));
  const keys = Int32Array.from(kept, ([key]) => key);
  const { vectors, lexicon, floats } = network ?? NONE;
  const sizes = { words: vectors.keys.length, networks: networkCount(floats), units: UNITS, hidden: HIDDEN };
  return encodeTargetWeights(
    { tones: tones.size, features: kept.length, toneStep: TONE_STEP, step: STEP, temperature, share: SHARE, ...sizes },
    [
      ...([Int32Array.from(tones.keys()), keys, vectors.keys] as const),
      ...([new Int32Array(vectors.worth.buffer), new Int32Array(floats.buffer)] as const),
      steps(
        [...tones.values()].flatMap(({ lean, calm }) => [lean, calm]),
        TONE_STEP,
      ),
      steps(
        kept.flatMap(([, at]) => row(at)),
        STEP,
      ),
      ...([new Uint8Array(vectors.steps.buffer), new Uint8Array(lexicon.buffer)] as const),
    ],
  );
}

const NONE = {
  vectors: { keys: new Int32Array(0), steps: new Int8Array(0), worth: new Float32Array(0) },
  lexicon: new Int8Array(0),
  floats: new Float32Array(0),
};

function steps(values: readonly number[], step: number): Int16Array {
  return Int16Array.from(values, (value) => Math.round(Math.max(-32767, Math.min(32767, value / step))));
}
