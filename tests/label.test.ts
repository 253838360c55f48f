import { describe, expect, test } from 'vitest';
import { randomOf } from '../models/attribution/train/random.ts';
import { keysOf, type Columns, type Keys } from '../models/attribution/train/vocabulary.ts';
import { marginalsOf, NEVER, PAIR_COUNT, pairOf, type Chain } from '../pipeline/attribute/sequence/crf.ts';
import { potentialsOf } from '../pipeline/attribute/sequence/potentials.ts';
import { featuresOf } from '../pipeline/attribute/sequence/features.ts';
import { label, type Labelling } from '../pipeline/attribute/sequence/label.ts';
import { isInside, LABEL_COUNT, LABELS } from '../pipeline/attribute/sequence/labels.ts';
import { segmentsOf, type Segment } from '../pipeline/attribute/sequence/segments.ts';
import { addRow, tableOf, type Table } from '../pipeline/text/table.ts';
import { taggedAttributions } from '../pipeline/attribute/sequence/tagged.ts';
import { edgeSeenFrom, PAIR_AT_START } from '../pipeline/attribute/sequence/token-types.ts';
import type { Weights } from '../pipeline/attribute/sequence/weights.ts';
import { reading, type Reading } from './support/reading.ts';

const TEXT = `Olga Marsh, the mayor of Eastholm, said that the port was “far too old”, and that it would be shut.

“We all stay on,” she told the Eastholm Courier. “It is our well-known, much-loved home. We will not go!

“They can ask,” Ivo Brandt added – again: it was “no”.`;

describe('labels', () => {
  test.each([
    ['an article', TEXT],
    ['paragraphs shorter than the window', 'Olga\n\nsaid so.\n\n“\n\nIvo Brandt said:'],
    ['one token', 'Olga'],
  ])('%s: the scores are sums over just those features that training spells out', (_trap, text) => {
    const read = reading(text);
    const keys = keysOf({ ...read, labellings: [] }, RATES, []);
    const weights = randomWeights(keys, 3);
    const { labels, marginals } = labelled(read, weights);
    const expected = marginalsOf(potentialsOf(spelledOut(keys, weights)));
    expect(labels).toHaveLength(read.reader.article.tokens.length);
    expect(furthest(marginals, expected)).toBeLessThan(1e-6);
  });

  test('two models that read by turns do not mix', () => {
    const read = reading(TEXT);
    const keys = keysOf({ ...read, labellings: [] }, RATES, []);
    const [one, other] = [randomWeights(keys, 1), randomWeights(keys, 2)];
    const first = labelled(read, one);
    expect(furthest(labelled(read, other).marginals, marginalsOf(potentialsOf(spelledOut(keys, other))))).toBeLessThan(
      1e-6,
    );
    expect(labelled(read, one)).toEqual(first);
  });

  test('a text without words has none', () => {
    const read = reading('');
    expect(labelled(read, allContent())).toEqual({ labels: new Uint8Array(0), marginals: new Float64Array(0) });
    expect(taggedAttributions(read.reader, read.lines, [], allContent())).toEqual([]);
  });

  test('however much the model likes to go on, a segment ends with its paragraph', () => {
    const read = reading('Olga left. She was late.\n\nIvo stayed.\n\nOlga left');
    const features = featuresOf(read.reader, read.lines, RATES);
    const segments = segmentsOf(labelled(read, allContent()), features, read.reader.article.tokens.paragraph);
    expect(segments.map(({ role, first, end, paragraph }) => [role, first, end, paragraph])).toEqual([
      ['content', 0, 7, 0],
      ['content', 7, 10, 1],
      ['content', 10, 12, 2],
    ]);
  });
});

describe('segments', () => {
  test.each([
    ['one to the end', 'O B-cue I-cue', 'cue 1-3'],
    ['two of a role, one after the other', 'B-content I-content B-content', 'content 0-2, content 2-3'],
    ['two roles, one after the other', 'B-source B-cue B-content I-content O', 'source 0-1, cue 1-2, content 2-4'],
    ['two apart', 'B-cue O B-cue', 'cue 0-1, cue 2-3'],
    ['none', 'O O', ''],
    ['no labels', '', ''],
  ])('%s', (_trap, labels, expected) => {
    const found = segmented(labels.split(' ').filter(Boolean)).map(({ role, first, end }) => `${role} ${first}-${end}`);
    expect(found.join(', ')).toBe(expected);
  });

  test('a segment over two lines knows both; its paragraph is that of its first token', () => {
    const [segment] = segmented(['O', 'B-content', 'I-content', 'I-content'], [0, 0, 0, 1], [0, 2, 2, 2]);
    expect(segment).toMatchObject({ line: 0, lastLine: 1, paragraph: 2 });
  });

  test('its probability is the mean over its tokens of begin and inside together, of its role alone', () => {
    const of = (shares: Readonly<Record<string, number>>): readonly number[] => LABELS.map((name) => shares[name] ?? 0);
    const marginals = Float64Array.from(
      [
        of({ O: 0.9, 'B-cue': 0.1 }),
        of({ O: 0.2, 'B-source': 0.1, 'B-cue': 0.6, 'I-cue': 0.1 }),
        of({ 'B-cue': 0.3, 'I-cue': 0.5, 'B-content': 0.2 }),
        of({ 'B-cue': 1 }),
      ].flat(),
    );
    const [segment] = segmented(['O', 'B-cue', 'I-cue', 'O'], undefined, undefined, marginals);
    expect(segment!.probability).toBeCloseTo((0.7 + 0.8) / 2, 12);
  });
});

const RATES = new Map([
  ['say/V', 0.9],
  ['add/V', 0.2],
  ['tell/V', 0.1],
]);

function labelled({ reader, lines }: Reading, weights: Weights): Labelling {
  return label(featuresOf(reader, lines, RATES), reader.article.tokens.paragraph, weights);
}

function furthest(a: Float64Array, b: Float64Array): number {
  expect(a).toHaveLength(b.length);
  return a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);
}

/** The segments of labels by name; everything in one line and paragraph if nothing else is said. */
function segmented(
  names: readonly string[],
  lines: readonly number[] = names.map(() => 0),
  paragraphs: readonly number[] = names.map(() => 0),
  marginals = new Float64Array(names.length * LABEL_COUNT),
): readonly Segment[] {
  const labels = Uint8Array.from(names, (name) => LABELS.findIndex((one) => one === name));
  const none = new Int32Array(0);
  const context = { width: 0, of: none, keys: none, ends: none };
  const features = {
    types: [],
    context,
    neighbours: none,
    pairs: none,
    lineOf: Int32Array.from(lines),
    states: new Uint8Array(0),
  };
  return segmentsOf({ labels, marginals }, features, Uint32Array.from(paragraphs));
}

/** Ends of contents stay as they are. */
const NO_ENDS: Weights['endings'] = {
  table: tableOf(new Int32Array(0), new Int16Array(0), 1),
  beliefs: [],
  step: 1,
};

/** What stands for the tokens beyond a paragraph: known to the weights even if no article has it. */
const EDGES = [...[-4, -3, -2, -1, 1, 2, 3, 4].map(edgeSeenFrom), PAIR_AT_START];

/** Weights by chance for every feature but one in three, which the model does not know. */
function randomWeights({ unigrams, pairs }: Keys, seed: number): Weights {
  const random = randomOf(seed);
  const table = ({ keys }: Columns, width: number): Table => {
    const known = [...new Set([...EDGES, ...keys])].filter((key, n) => key !== 0 && (n < EDGES.length || n % 3 > 0));
    const values = Array.from({ length: known.length * width }, () => Math.round(400 * random() - 200));
    return tableOf(Int32Array.from(known), Int16Array.from(values), width);
  };
  const transitions = Float32Array.from({ length: PAIR_COUNT }, () => Math.round(500 * (random() - 0.5)) * 0.002);
  return {
    rates: RATES,
    unigrams: table(unigrams, LABEL_COUNT),
    pairs: table(pairs, PAIR_COUNT),
    transitions,
    step: 0.002,
    bias: 0.3,
    endings: NO_ENDS,
    calibration: [],
  };
}

/** Weights that know no feature and want content to go on. */
function allContent(): Weights {
  const none = (width: number): Table => tableOf(new Int32Array(0), new Int16Array(0), width);
  const transitions = new Float32Array(PAIR_COUNT);
  const [begin, inside] = [LABELS.indexOf('B-content'), LABELS.indexOf('I-content')];
  for (const before of [begin, inside]) transitions[pairOf(before, inside)] = 9;
  return {
    rates: RATES,
    unigrams: none(LABEL_COUNT),
    pairs: none(PAIR_COUNT),
    transitions,
    step: 1,
    bias: 5,
    endings: NO_ENDS,
    calibration: [],
  };
}

/** The scores of an article, feature by feature. */
function spelledOut({ unigrams, pairs, startsParagraph }: Keys, weights: Weights): Chain<Float64Array> {
  const { step, bias, transitions } = weights;
  const ofTokens = sums(unigrams, weights.unigrams);
  const ofPairs = sums(pairs, weights.pairs);
  return {
    unigrams: Float64Array.from(ofTokens, (sum, k) => {
      const y = k % LABEL_COUNT;
      if (isInside(y) && startsParagraph[Math.floor(k / LABEL_COUNT)] === 1) return NEVER;
      return sum * step + (y === 0 ? 0 : bias);
    }),
    pairs: Float64Array.from(ofPairs, (sum, k) => sum * step + transitions[k % PAIR_COUNT]!),
  };
}

function sums({ keys, ends }: Columns, table: Table): Int32Array {
  const out = new Int32Array(ends.length * table.width);
  ends.forEach((end, i) => {
    for (const key of keys.subarray(i === 0 ? 0 : ends[i - 1], end)) addRow(out, i * table.width, table, key);
  });
  return out;
}
