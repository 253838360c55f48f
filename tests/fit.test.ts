import { describe, expect, test } from 'vitest';
import type { Example } from '../models/attribution/train/corpus.ts';
import { add, emptyParameters, fit, scale, type Parameters, type Training } from '../models/attribution/train/fit.ts';
import { keysOf, sequenceOf, vocabularyOf, type Rows, type Sequence } from '../models/attribution/train/vocabulary.ts';
import { marginalsOf, PAIR_COUNT, pairOf, type Chain, viterbi } from '../pipeline/attribute/sequence/crf.ts';
import { potentialsOf } from '../pipeline/attribute/sequence/potentials.ts';
import { LABEL_COUNT, LABELS } from '../pipeline/attribute/sequence/labels.ts';
import { taggedAttributions } from '../pipeline/attribute/sequence/tagged.ts';
import { encodeWeights, NO_ENDINGS, weightsOf, type Weights } from '../pipeline/attribute/sequence/weights.ts';
import { reading } from './support/reading.ts';

/** The labels, in short. */
const SHORT = ['O', 'Bs', 'Is', 'Bc', 'Ic', 'Bt', 'It'];

/** Two articles of few words; “the” is whatever the words before make it, which only the chain can tell. */
const TOY = [
  sequence('the mayor said the the port ¶ the port', 'Bs Is Bc Bt It It ¶ O O'),
  sequence('the port the mayor said the port', 'O O Bs Is Bc Bt It'),
];
const SIZE = [4, 4] as const;
const TRAINING: Training = { epochs: 30, rate: 0.5, dropout: 0, seed: 1 };

describe('training', () => {
  const learned = fit(TOY, SIZE, TRAINING);

  test('a toy task comes out right', () => {
    for (const article of TOY)
      expect(named(viterbi(scoresOf(learned, article)))).toEqual(named(article.labellings[0]!));
  });

  test('the same seed gives the same weights, another does not', () => {
    const training = { ...TRAINING, dropout: 0.5, epochs: 3 };
    const once = fit(TOY, SIZE, training);
    expect(fit(TOY, SIZE, training)).toEqual(once);
    expect(fit(TOY, SIZE, { ...training, seed: 2 })).not.toEqual(once);
  });

  test('articles are taken in another order, but none is written to', () => {
    const before = structuredClone(TOY);
    fit(TOY, SIZE, { ...TRAINING, epochs: 4 });
    expect(TOY).toEqual(before);
  });

  test('a label that no article has loses; a pair that none has, too', () => {
    const inside = LABELS.indexOf('I-cue');
    expect(Math.max(...[0, 1, 2, 3].map((row) => learned.unigrams[row * LABEL_COUNT + inside]!))).toBeLessThanOrEqual(
      0,
    );
    expect(learned.transitions[pairOf(LABELS.indexOf('B-cue'), LABELS.indexOf('B-cue'))]).toBeLessThan(0);
    expect(learned.transitions[pairOf(LABELS.indexOf('B-source'), LABELS.indexOf('I-source'))]).toBeGreaterThan(0);
  });

  test('what is always hidden learns nothing', () => {
    const { unigrams, pairs, transitions } = fit(TOY, SIZE, { ...TRAINING, dropout: 1 });
    expect([...unigrams, ...pairs].every((weight) => weight === 0)).toBe(true);
    expect(transitions.some((weight) => weight !== 0)).toBe(true);
  });

  test('each annotator of an article is heard', () => {
    const one = sequence('said', 'Bc');
    const both = { ...one, labellings: [...one.labellings, ...sequence('said', 'O').labellings] };
    const shares = marginalsOf(
      potentialsOf(scoresOf(fit([both], SIZE, { ...TRAINING, epochs: 200, rate: 0.1 }), both)),
    );
    expect(shares[0]).toBeGreaterThan(0.25);
    expect(shares[LABELS.indexOf('B-cue')]).toBeGreaterThan(0.25);
  });
});

test('weights of several models are added and scaled, all three parts of them', () => {
  const [sum, other] = [emptyParameters(2, 1), emptyParameters(2, 1)];
  expect([sum.unigrams.length, sum.pairs.length, sum.transitions.length]).toEqual([
    2 * LABEL_COUNT,
    PAIR_COUNT,
    PAIR_COUNT,
  ]);
  for (const part of [sum.unigrams, sum.pairs, sum.transitions]) part.fill(1);
  for (const part of [other.unigrams, other.pairs, other.transitions]) part.fill(3);
  add(sum, other);
  scale(sum, 0.5);
  expect([...sum.unigrams, ...sum.pairs, ...sum.transitions].every((weight) => weight === 2)).toBe(true);
  expect(other.transitions[0]).toBe(3);
});

test('what was trained on two texts is found in them, and in a third', () => {
  const weights = trained([
    example('Olga Marsh said the port was shut.', 'Bs Is Bc Bt It It It O'),
    example('The mill was old, Ivo Brandt said.\n\nHe left.', 'Bt It It It O Bs Is Bc O ¶ O O O'),
  ]);
  expect(attributionsIn('Olga Marsh said the port was shut.', weights)).toEqual([
    'Olga Marsh | said | the port was shut',
  ]);
  expect(attributionsIn('The mill was old, Ivo Brandt said.\n\nHe left.', weights)).toEqual([
    'Ivo Brandt | said | The mill was old',
  ]);
  expect(attributionsIn('Olga Marsh said the mill was old.\n\nHe left.', weights)).toEqual([
    'Olga Marsh | said | the mill was old',
  ]);
});

/** Words and their labels; each word is one feature of its token, and one of its pair. */
function sequence(words: string, labels: string): Sequence {
  const all = words.split(' ');
  const kept = all.filter((word) => word !== '¶');
  const rows: Rows = {
    rows: Int32Array.from(kept, (word) => ['the', 'mayor', 'said', 'port'].indexOf(word)),
    ends: Int32Array.from(kept, (_, i) => i + 1),
  };
  const starts = all.flatMap((word, i) => (word === '¶' ? [] : [i === 0 || all[i - 1] === '¶' ? 1 : 0]));
  return { unigrams: rows, pairs: rows, startsParagraph: Uint8Array.from(starts), labellings: [labelsOf(labels)] };
}

function labelsOf(short: string): Uint8Array {
  return Uint8Array.from(
    short.split(' ').filter((name) => name !== '¶'),
    (name) => SHORT.indexOf(name),
  );
}

function named(labels: Uint8Array): string {
  return Array.from(labels, (y) => SHORT[y]).join(' ');
}

function scoresOf(
  { unigrams, pairs, transitions }: Parameters,
  { unigrams: { rows }, startsParagraph }: Sequence,
): Chain<Float64Array> {
  const ofPairs = spread(rows, pairs, PAIR_COUNT).map((score, k) => score + transitions[k % PAIR_COUNT]!);
  const ofTokens = spread(rows, unigrams, LABEL_COUNT).map((score, k) => {
    const mayNot = LABELS[k % LABEL_COUNT]!.startsWith('I-') && startsParagraph[Math.floor(k / LABEL_COUNT)] === 1;
    return mayNot ? -1e4 : score;
  });
  return { unigrams: ofTokens, pairs: ofPairs };
}

/** Of each token, the values of its row. */
function spread(rows: Int32Array, values: Float32Array, width: number): Float64Array {
  return Float64Array.from({ length: rows.length * width }, (_, k) => {
    return values[rows[Math.floor(k / width)]! * width + (k % width)]!;
  });
}

function example(text: string, labels: string): Example {
  return { ...reading(text), labellings: [labelsOf(labels)] };
}

/** Trains as `npm run train` does, on few examples, and reads what it would write. */
function trained(examples: readonly Example[]): Weights {
  const all = examples.map((one) => keysOf(one, new Map(), []));
  const vocabulary = vocabularyOf(all, 1);
  const rows = [vocabulary.unigrams.size, vocabulary.pairs.size] as const;
  const sequences = examples.map(({ labellings }, i) => sequenceOf(all[i]!, vocabulary, labellings));
  const { unigrams, pairs, transitions } = fit(sequences, rows, { epochs: 20, rate: 0.05, dropout: 0.5, seed: 1 });
  const steps = (values: Float32Array): Int16Array => Int16Array.from(values, (value) => Math.round(value / STEP));
  const keys = (known: ReadonlyMap<number, number>): Int32Array => Int32Array.from(known.keys());
  const head = {
    rates: [],
    unigrams: rows[0],
    pairs: rows[1],
    transitions: [...transitions],
    step: STEP,
    bias: 0,
    ...NO_ENDINGS,
    calibration: [],
  };
  return weightsOf(
    encodeWeights(head, [keys(vocabulary.unigrams), keys(vocabulary.pairs), steps(unigrams), steps(pairs)]),
  );
}

const STEP = 0.001;

/** Source, cue and content of each attribution that the weights find. */
function attributionsIn(text: string, weights: Weights): readonly string[] {
  const { reader, lines } = reading(text);
  const { starts, ends } = reader.article.tokens;
  return taggedAttributions(reader, lines, [], weights).map(({ source, cue, content }) =>
    [source, cue, ...content]
      .map((segment) => (segment === null ? '' : text.slice(starts[segment.first], ends[segment.end - 1])))
      .join(' | '),
  );
}
