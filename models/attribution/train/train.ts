import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PAIR_COUNT } from '../../../pipeline/attribute/sequence/crf.ts';
import { LABEL_COUNT } from '../../../pipeline/attribute/sequence/labels.ts';
import { encodeWeights } from '../../../pipeline/attribute/sequence/weights.ts';
import { examplesOf } from './corpus.ts';
import { add, emptyParameters, fit, scale, type Parameters } from './fit.ts';
import { countCues, cueRates } from './rates.ts';
import { keysOf, sequenceOf, vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** A feature met less often is left out: more keep what is noise. */
const FEWEST = 4;
/** Models whose weights are averaged, each from its own order and chance (bagging against annotator noise). */
const BAGS = 4;
const EPOCHS = 3;
const RATE = 0.05;
const DROPOUT = 0.7;
/** Half of a feature's weight is used: they were trained with most of the others hidden. Chosen on the dev part. */
const STRENGTH = 0.5;
/** Chosen on the dev part: some precision for as much recall. */
const BIAS = 0.2;
/** A feature of which no weight reaches this, after `STRENGTH`, is left out: without them all measures rise. Chosen on the dev part. */
const LEAST = 0.05;
/** What one step of the stored integers is worth. */
const STEP = 0.002;

/**
 * Trains the attribution model on a part of PolNeAR and writes `weights.bin` with `weights.json`, its hash. The same corpus
 * gives the same bytes. Takes some four minutes on one core.
 */
export function trainAttribution(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  say(`${examples.length} articles to train on`);
  const counts = countCues(examples);
  const keys = examples.map((example) => keysOf(example, cueRates(counts, example)));
  const vocabulary = vocabularyOf(keys, FEWEST);
  say(`${vocabulary.unigrams.size} features of tokens, ${vocabulary.pairs.size} of pairs`);
  const sequences = keys.map((key, i) => sequenceOf(key, vocabulary, examples[i]!.labellings));
  const rows = [vocabulary.unigrams.size, vocabulary.pairs.size] as const;
  const sum = emptyParameters(...rows);
  for (let seed = 1; seed <= BAGS; seed++) {
    add(sum, fit(sequences, rows, { epochs: EPOCHS, rate: RATE, dropout: DROPOUT, seed }));
    say(`model ${seed} of ${BAGS}`);
  }
  scale(sum, 1 / BAGS);
  write(encode(sum, vocabulary, [...cueRates(counts, null)]));
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

function write(bytes: Uint8Array): void {
  const own = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(own('weights.bin'), bytes);
  writeFileSync(
    own('weights.json'),
    `${JSON.stringify({ file: 'weights.bin', bytes: bytes.length, sha256 }, null, 2)}\n`,
  );
}
