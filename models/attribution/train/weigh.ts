import { COEFFICIENTS } from '../../../pipeline/attribute/confidence.ts';
import { PAIR_COUNT } from '../../../pipeline/attribute/sequence/crf.ts';
import { LABEL_COUNT } from '../../../pipeline/attribute/sequence/labels.ts';
import { encodeWeights, NO_ENDINGS } from '../../../pipeline/attribute/sequence/weights.ts';
import type { Example } from './corpus.ts';
import { add, emptyParameters, fit, scale, type Parameters } from './fit.ts';
import { countCues, cueRates } from './rates.ts';
import { keysOf, sequenceOf, vocabularyOf, type FeatureGroup, type Vocabulary } from './vocabulary.ts';

/** A feature met less often is left out: more keep what is noise. */
const FEWEST = 4;
const EPOCHS = 4;
const RATE = 0.05;
const DROPOUT = 0.6;
/** Not all of a feature's weight is used: weights were trained with most of the others hidden. Chosen on the dev part. */
const STRENGTH = 0.6;
/** Chosen on the dev part: some precision for as much recall. */
const BIAS = 0.2;
/** A feature of which no weight reaches this, after `STRENGTH`, is left out: measures rise. Chosen on the dev part. */
const LEAST = 0.08;
/** What one step of the stored integers is worth. */
const STEP = 0.002;

/** What is trained. */
export interface Recipe {
  /** Models whose weights are averaged, each from its own order and chance (bagging against annotator noise). */
  readonly bags: number;
  /** Features that the model is not to see. */
  readonly without: readonly FeatureGroup[];
}

/** Trains the sequence model; returns the bytes of its weights, not calibrated, ends left as they are. The same examples give the same bytes. */
export function trainedWeights(examples: readonly Example[], recipe: Recipe, say: (line: string) => void): Uint8Array {
  const counts = countCues(examples);
  const keys = examples.map((example) => keysOf(example, cueRates(counts, example), recipe.without));
  const vocabulary = vocabularyOf(keys, FEWEST);
  say(`${vocabulary.unigrams.size} features of tokens, ${vocabulary.pairs.size} of pairs`);
  const sequences = keys.map((key, i) => sequenceOf(key, vocabulary, examples[i]!.labellings));
  const rows = [vocabulary.unigrams.size, vocabulary.pairs.size] as const;
  const sum = emptyParameters(...rows);
  for (let seed = 1; seed <= recipe.bags; seed++) {
    add(sum, fit(sequences, rows, { epochs: EPOCHS, rate: RATE, dropout: DROPOUT, seed }));
    say(`model ${seed} of ${recipe.bags}`);
  }
  scale(sum, 1 / recipe.bags);
  return encode(sum, vocabulary, [...cueRates(counts, null)]);
}

function encode(
  { unigrams, pairs, transitions }: Parameters,
  vocabulary: Vocabulary,
  rates: readonly (readonly [string, number])[],
): Uint8Array {
  const kept = [telling(vocabulary.unigrams, unigrams, LABEL_COUNT), telling(vocabulary.pairs, pairs, PAIR_COUNT)];
  const head = {
    rates: rates.map(([key, rate]) => [key, Math.round(rate * 1000) / 1000] as const),
    unigrams: kept[0]!.keys.length,
    pairs: kept[1]!.keys.length,
    transitions: Array.from(transitions),
    step: STEP,
    bias: BIAS,
    ...NO_ENDINGS,
    calibration: Array.from({ length: COEFFICIENTS }, () => 0),
  };
  return encodeWeights(head, [kept[0]!.keys, kept[1]!.keys, kept[0]!.values, kept[1]!.values]);
}

/** The features with a weight that matters, as columns. */
function telling(
  vocabulary: ReadonlyMap<number, number>,
  weights: Float32Array,
  width: number,
): { readonly keys: Int32Array; readonly values: Int16Array } {
  const values = inSteps(weights);
  const rows = [...vocabulary].filter(([, row]) =>
    values.subarray(row * width, (row + 1) * width).some((value) => Math.abs(value) * STEP >= LEAST),
  );
  return {
    keys: Int32Array.from(rows, ([key]) => key),
    values: Int16Array.from(rows.flatMap(([, row]) => [...values.subarray(row * width, (row + 1) * width)])),
  };
}

function inSteps(values: Float32Array): Int16Array {
  return Int16Array.from(values, (value) => Math.round(Math.max(-32767, Math.min(32767, (value * STRENGTH) / STEP))));
}
