import { describe, expect, test } from 'vitest';
import { randomOf } from '../models/attribution/train/random.ts';
import { bin } from '../pipeline/attribute/sequence/bin.ts';
import { PAIR_COUNT } from '../pipeline/attribute/sequence/crf.ts';
import { RATE_STEPS, rateKey, rateStep } from '../pipeline/attribute/sequence/cue-rates.ts';
import { facetWriter, type Facets } from '../pipeline/attribute/sequence/facets.ts';
import { featureHash, textHash } from '../pipeline/text/hash.ts';
import { LABEL_COUNT } from '../pipeline/attribute/sequence/labels.ts';
import { addRow, keyOfHash, SMALL, tableOf, type Table } from '../pipeline/text/table.ts';
import { LINE_TYPES } from '../pipeline/attribute/sequence/line-facts.ts';
import { QUOTE_STATES } from '../pipeline/attribute/sequence/quote-states.ts';
import {
  pairLineKey,
  pairRateKey,
  pairStatesKey,
  tagNumber,
  tripleKey,
} from '../pipeline/attribute/sequence/small-keys.ts';
import { TAGS } from '../pipeline/text/tags.ts';
import { edgeSeenFrom, seenFrom, WINDOW } from '../pipeline/attribute/sequence/token-types.ts';
import {
  encodeWeights,
  weightsOf,
  withCalibration,
  withEndings,
  type WeightsHead,
} from '../pipeline/attribute/sequence/weights.ts';

describe('the table of rows', () => {
  test.each([
    ['one slot wanted by all', Array.from({ length: 50 }, (_, n) => (n + 1) * 2 ** 20)],
    ['a run that goes on at the front', [...Array.from({ length: 20 }, (_, n) => -1 - n * 2 ** 20), 1, 2]],
    ['keys of either sign', [-1, 1, -(2 ** 31), 2 ** 31 - 1]],
    ['a single key', [7]],
    ['small keys beside large ones', [1, 2, 300, SMALL - 1, SMALL, -1]],
    ['small keys alone, an odd number of places', [1, 2, 4]],
  ])('%s: every key has its own row', (_trap, keys) => {
    const table = tableWith(keys);
    expect(keys.map((key) => rowIn(table, key))).toEqual(keys.map((_, n) => [n + 1, -n - 1, 3 * n]));
  });

  test.each([
    ['a free slot', [5, 6], 100],
    ['a slot that another key has', [2 ** 20], 2 ** 21],
    ['no keys at all', [], 9],
    ['the key that stands for a free slot', [5], 0],
    ['a small key below another', [5], 4],
    ['a small key above all others', [5], 6],
    ['a small key where only large ones are known', [SMALL], 1],
  ])('a key that is missing adds nothing: %s', (_trap, keys, key) => {
    expect(rowIn(tableWith(keys), key)).toEqual([0, 0, 0]);
  });

  test('a row is added to what stands there, and to nothing beside it', () => {
    const sums = Int32Array.of(9, 9, 9, 9, 9);
    addRow(sums, 1, tableOf(Int32Array.of(4), Int16Array.of(1, -2, 30_000), 3), 4);
    expect([...sums]).toEqual([9, 10, 7, 30_009, 9]);
  });
});

describe('the weights file', () => {
  const unigrams = [3, -4, 2 ** 20];
  const pairs = [2 ** 31 - 1];
  const endings = [-9, 5];

  test('what was written is read', () => {
    const weights = weightsOf(file());
    expect([...weights.rates]).toEqual([['erklären/V', 0.5]]);
    expect([weights.step, weights.bias]).toEqual([0.25, -1]);
    expect([...weights.transitions]).toEqual(transitions());
    expect(unigrams.map((key) => rowIn(weights.unigrams, key))).toEqual(
      unigrams.map((_, n) => countFrom(n * LABEL_COUNT, LABEL_COUNT)),
    );
    expect(pairs.map((key) => rowIn(weights.pairs, key))).toEqual([countFrom(0, PAIR_COUNT)]);
    expect([weights.endings.beliefs, weights.endings.step]).toEqual([[0.5, -0.25], 0.125]);
    expect(endings.map((key) => rowIn(weights.endings.table, key))).toEqual([[70], [-80]]);
  });

  test('what settles ends is put in the place of what did before, and all else stays', () => {
    const columns = { keys: Int32Array.of(6), values: Int32Array.of(-3), beliefs: [2, 1], step: 0.5 };
    const [before, after] = [weightsOf(file()), weightsOf(withEndings(file(), columns))];
    expect({ ...after, endings: before.endings }).toEqual(before);
    expect([after.endings.beliefs, after.endings.step, rowIn(after.endings.table, 6)]).toEqual([[2, 1], 0.5, [-3]]);
    expect(rowIn(after.endings.table, -9)).toEqual([0]);
  });

  test('another calibration leaves all else as it was', () => {
    const [before, after] = [weightsOf(file()), weightsOf(withCalibration(file(), [7]))];
    expect(after).toEqual({ ...before, calibration: [7] });
  });

  test('bytes that begin within a larger buffer are read alike', () => {
    const bytes = file();
    const larger = new Uint8Array(bytes.length + 5);
    larger.set(bytes, 3);
    const weights = weightsOf(larger.subarray(3, 3 + bytes.length));
    expect(weights).toEqual(weightsOf(bytes));
  });

  test('a file cut short anywhere is refused', () => {
    const bytes = file();
    for (let length = 0; length < bytes.length; length++)
      expect(() => weightsOf(bytes.slice(0, length)), `${length} bytes`).toThrow(RangeError);
  });

  function file(): Uint8Array {
    const head: WeightsHead = {
      rates: [['erklären/V', 0.5]],
      unigrams: unigrams.length,
      pairs: pairs.length,
      transitions: transitions(),
      step: 0.25,
      bias: -1,
      endings: endings.length,
      endingBeliefs: [0.5, -0.25],
      endingStep: 0.125,
      calibration: [0.5, -2],
    };
    const values = (count: number): Int16Array => Int16Array.from(countFrom(0, count));
    return encodeWeights(head, [
      Int32Array.from(endings),
      Int32Array.of(70, -80),
      Int32Array.from(unigrams),
      Int32Array.from(pairs),
      values(unigrams.length * LABEL_COUNT),
      values(pairs.length * PAIR_COUNT),
    ]);
  }
});

describe('hashes of features', () => {
  test('templates that differ by a small number, with small values, stay apart', () => {
    const template = textHash('three tags around');
    const hashes = new Set<number>();
    const values = countFrom(-5, 11);
    for (const offset of countFrom(-2, 6))
      for (const a of values)
        for (const b of values) for (const c of values) hashes.add(featureHash(template + offset, a, b, c));
    expect(hashes.size).toBe(6 * 11 ** 3);
  });

  test('the last two values are not exchanged for one another', () => {
    const hashes = new Set<number>();
    for (const a of countFrom(0, 9))
      for (const c of countFrom(-40, 80)) for (const d of countFrom(0, 20)) hashes.add(featureHash(1, a, 2, c, d));
    expect(hashes.size).toBe(9 * 80 * 20);
  });

  test('the same word is another feature from each place it is seen from, and so is what lies outside', () => {
    const offsets = countFrom(-WINDOW, 2 * WINDOW + 1);
    const words = ['port', 'sort', 'ports', 'p', ''].map(textHash);
    const seen = [
      ...words.flatMap((word) => offsets.map((offset) => seenFrom(word, offset))),
      ...offsets.map(edgeSeenFrom),
    ];
    expect(new Set(seen).size).toBe((words.length + 1) * offsets.length);
  });
});

describe('small keys', () => {
  test('each stands for one thing, and all are small', () => {
    const tags = countFrom(0, 20);
    const triples = tags.flatMap((a) => tags.flatMap((b) => tags.flatMap((c) => [0, 1, 2].map((w) => [w, a, b, c]))));
    const labels = triples.map(([w, a, b, c]) => tripleKey(w as 0 | 1 | 2, a!, b!, c!));
    const states = countFrom(0, QUOTE_STATES);
    const pairs = [
      ...triples.filter(([w]) => w === 0).map(([, a, b, c]) => tripleKey(0, a!, b!, c!)),
      ...countFrom(0, RATE_STEPS).map(pairRateKey),
      ...states.flatMap((state) => countFrom(0, QUOTE_STATES + 1).map((last) => pairStatesKey(state, last))),
      ...states.flatMap((state) => countFrom(0, LINE_TYPES).map((type) => pairLineKey(type, state))),
    ];
    for (const keys of [labels, pairs]) {
      expect(new Set(keys).size).toBe(keys.length);
      expect(Math.min(...keys.slice(0, 9))).toBe(1);
      expect(keys.every((key) => key > 0 && key < SMALL)).toBe(true);
    }
  });

  test('every tag has its own number', () => {
    const numbers = TAGS.map(tagNumber);
    expect([...numbers].sort((a, b) => a - b)).toEqual(countFrom(2, TAGS.length));
  });

  test('no hash is a small key', () => {
    for (const hash of [0, 1, SMALL - 1]) expect(keyOfHash(hash) >>> 0).toBeGreaterThanOrEqual(SMALL);
    for (const hash of [SMALL, -1, 2 ** 31 - 1]) expect(keyOfHash(hash)).toBe(hash);
  });
});

describe('facets', () => {
  test('each token has the features that it would have by itself', () => {
    const random = randomOf(5);
    const columns = Array.from({ length: 900 }, () => {
      const some = (): number => Math.floor(random() * 3);
      return [some(), some(), some()] as const;
    });
    const facets = written(columns);
    expect(columns.map((_, i) => hashesOf(facets, i))).toEqual(columns.map(plainHashes));
  });

  test('what neighbours share is one facet, and what they do not share is none', () => {
    const { of } = written([
      [1, 0, 2],
      [1, 0, 2],
      [1, 1, 2],
      [1, 1, 0],
    ]);
    const shared = (k: number): readonly boolean[] =>
      [1, 2, 3].map((i) => of[i * FACETS + k] === of[(i - 1) * FACETS + k]);
    expect(shared(0)).toEqual([true, false, true]);
    expect(shared(1)).toEqual([true, true, false]);
  });

  test('values of zero open the first facet too', () => {
    expect(hashesOf(written([[0, 0, 0]]), 0)).toEqual(plainHashes([0, 0, 0]));
  });

  test('no token: no facets', () => {
    const { of, keys, ends } = written([]);
    expect([of.length, keys.length, ends.length]).toEqual([0, 0, 0]);
  });
});

describe('steps', () => {
  test.each([
    [
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ],
    [
      [5, 7, 8, 12, 13, 20, 21, 34, 35, 9999],
      [5, 5, 6, 6, 7, 7, 8, 8, 9, 9],
    ],
    [
      [-1, -4, -5, -34, -35, -9999],
      [-1, -4, -5, -8, -9, -9],
    ],
  ])('distances %j', (distances, steps) => {
    expect(distances.map(bin)).toEqual(steps);
  });

  test('of the cue rate: a word not met is not a word met that never is a cue', () => {
    const rates = [undefined, 0, 0.049, 0.05, 0.15, 0.35, 0.6, 1];
    expect(rates.map(rateStep)).toEqual([0, 1, 1, 2, 3, 4, 5, 5]);
  });

  test('a verb’s rate is not its noun’s; an auxiliary is a verb', () => {
    expect(['VERB', 'AUX', 'NOUN', 'PROPN', 'ADP'].map((pos) => rateKey('claim', pos))).toEqual([
      'claim/V',
      'claim/V',
      'claim/N',
      'claim/O',
      'claim/O',
    ]);
  });
});

function tableWith(keys: readonly number[]): Table {
  const rows = keys.flatMap((_, n) => [n + 1, -n - 1, 3 * n]);
  return tableOf(Int32Array.from(keys), Int16Array.from(rows), 3);
}

function rowIn(table: Table, key: number): readonly number[] {
  const sums = new Int32Array(table.width);
  addRow(sums, 0, table, key);
  return [...sums];
}

function countFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => first + k);
}

/** What decides a token's features here: two small numbers for its first facet, one for its second. */
type Column = readonly [number, number, number];

const FACETS = 2;
const TEMPLATES = { together: 11, alone: 12, second: 13 };

function written(columns: readonly Column[]): Facets {
  const writer = facetWriter(columns.length, FACETS);
  columns.forEach(([a, b, c], i) => {
    if (writer.opens(0, a, b)) {
      writer.emit(TEMPLATES.together, a, b);
      if (b > 0) writer.emit(TEMPLATES.alone, b);
    }
    if (writer.opens(1, c)) writer.emit(TEMPLATES.second, c);
    writer.close(i);
  });
  return writer.facets();
}

/** The same features, written without a look at other tokens. */
function plainHashes([a, b, c]: Column): readonly number[] {
  const alone = b > 0 ? [featureHash(TEMPLATES.alone, b)] : [];
  return [featureHash(TEMPLATES.together, a, b), ...alone, featureHash(TEMPLATES.second, c)];
}

function hashesOf({ width, of, keys, ends }: Facets, i: number): readonly number[] {
  return [...of.subarray(i * width, (i + 1) * width)].flatMap((f) => [
    ...keys.subarray(f === 0 ? 0 : ends[f - 1], ends[f]),
  ]);
}

function transitions(): readonly number[] {
  return countFrom(0, PAIR_COUNT).map((k) => k / 8);
}
