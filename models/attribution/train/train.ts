import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
/** Chosen on the dev part: a little recall for a little precision. */
const BIAS = 0.1;
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
  const head = {
    rates: rates.map(([key, rate]) => [key, Math.round(rate * 1000) / 1000] as const),
    unigrams: vocabulary.unigrams.size,
    pairs: vocabulary.pairs.size,
    transitions: Array.from(transitions),
    step: STEP,
    bias: BIAS,
  };
  const keys = [vocabulary.unigrams, vocabulary.pairs].map((rows) => Int32Array.from(rows.keys()));
  return encodeWeights(head, [keys[0]!, keys[1]!, inSteps(unigrams), inSteps(pairs)]);
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
