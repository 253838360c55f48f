import { CONTEXT, NEIGHBOURS, PAIR } from '../../../pipeline/attribute/sequence/context.ts';
import type { Facets } from '../../../pipeline/attribute/sequence/facets.ts';
import { featuresOf } from '../../../pipeline/attribute/sequence/features.ts';
import type { CueRates } from '../../../pipeline/attribute/sequence/cue-rates.ts';
import {
  edgeSeenFrom,
  PAIR_AT_START,
  seenFrom,
  WINDOW,
  type TokenType,
} from '../../../pipeline/attribute/sequence/token-types.ts';
import type { Example } from './corpus.ts';

/** The features of an article’s tokens as keys: those of token i stand at [ends[i − 1], ends[i]). */
export interface Columns {
  readonly keys: Int32Array;
  readonly ends: Int32Array;
}

/** Features of labels and of pairs of labels. */
export interface Keys {
  readonly unigrams: Columns;
  readonly pairs: Columns;
  readonly startsParagraph: Uint8Array;
}

/** Features by what they look at, to be left out to see what they bring. */
export const FEATURE_GROUPS = {
  'words around': [],
  'lemmas around': [],
  'tags around': [],
  'shape and affixes': [],
  'cue rates around': [],
  'words in pairs, tags in threes': [],
  'nearest likely cues': [CONTEXT.strong, CONTEXT.strongNear, CONTEXT.medium, CONTEXT.mediumNear],
  'line and its neighbours': [CONTEXT.line],
  'quotation around': [CONTEXT.quotation],
  'pairs of labels': [],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type FeatureGroup = keyof typeof FEATURE_GROUPS;

/** The group of each feature of a token's type, in their order. */
const TYPE_GROUPS: readonly FeatureGroup[] = [
  'words around',
  'lemmas around',
  'tags around',
  ...Array.from({ length: 4 }, () => 'shape and affixes' as const),
  ...Array.from({ length: 2 }, () => 'cue rates around' as const),
];

/** All features of an article but those left out, each spelled out as the key under which its weights stand. */
export function keysOf({ reader, lines }: Example, rates: CueRates, without: readonly FeatureGroup[]): Keys {
  const hidden = new Set<number>(without.flatMap((group) => FEATURE_GROUPS[group]));
  const { types, context, neighbours, pairs } = featuresOf(reader, lines, rates);
  const { paragraph } = reader.article.tokens;
  const windows = new Map<TokenType, readonly (readonly number[])[]>();
  const isNear = (i: number, offset: number): boolean => paragraph[i + offset] === paragraph[i];
  return {
    unigrams: columnsOf(types.length, (keys, i) => {
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        if (isNear(i, offset)) keys.push(...windowOf(windows, types[i + offset]!, without)[offset + WINDOW]!);
        else keys.push(edgeSeenFrom(offset));
      }
      if (!without.includes('words in pairs, tags in threes'))
        keys.push(...neighbours.subarray(i * NEIGHBOURS, (i + 1) * NEIGHBOURS));
      pushFacets(keys, context, i, hidden);
    }),
    pairs: columnsOf(types.length, (keys, i) => {
      if (without.includes('pairs of labels')) return;
      keys.push(...types[i]!.pairs.own, isNear(i, -1) ? types[i - 1]!.pairs.asBefore : PAIR_AT_START);
      keys.push(...pairs.subarray(i * PAIR, (i + 1) * PAIR));
    }),
    startsParagraph: Uint8Array.from(types, (_, i) => (isNear(i, -1) ? 0 : 1)),
  };
}

function columnsOf(length: number, push: (keys: number[], i: number) => void): Columns {
  const keys: number[] = [];
  const ends = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    push(keys, i);
    ends[i] = keys.length;
  }
  return { keys: Int32Array.from(keys), ends };
}

function pushFacets(
  keys: number[],
  { of, width, keys: all, ends }: Facets,
  i: number,
  hidden: ReadonlySet<number>,
): void {
  for (let k = i * width; k < (i + 1) * width; k++)
    if (!hidden.has(k - i * width))
      for (let h = of[k] === 0 ? 0 : ends[of[k]! - 1]!; h < ends[of[k]!]!; h++) keys.push(all[h]!);
}

function windowOf(
  windows: Map<TokenType, readonly (readonly number[])[]>,
  type: TokenType,
  without: readonly FeatureGroup[],
): readonly (readonly number[])[] {
  const known = windows.get(type);
  if (known !== undefined) return known;
  const window = Array.from({ length: 2 * WINDOW + 1 }, (_, k) =>
    type.features
      .filter(({ reach }, n) => Math.abs(k - WINDOW) <= reach && !without.includes(TYPE_GROUPS[n]!))
      .map(({ hash }) => seenFrom(hash, k - WINDOW)),
  );
  windows.set(type, window);
  return window;
}

/** An article with its features as row numbers, rare ones left out. */
export interface Sequence {
  readonly unigrams: Rows;
  readonly pairs: Rows;
  readonly startsParagraph: Uint8Array;
  readonly labellings: readonly Uint8Array[];
}

/** Row numbers of features: those of token i stand at [ends[i − 1], ends[i]). */
export interface Rows {
  readonly rows: Int32Array;
  readonly ends: Int32Array;
}

/** The features that training keeps, by key, each with its row. */
export interface Vocabulary {
  readonly unigrams: ReadonlyMap<number, number>;
  readonly pairs: ReadonlyMap<number, number>;
}

/** Features met at least `fewest` times. */
export function vocabularyOf(all: readonly Keys[], fewest: number): Vocabulary {
  const kept = (columns: readonly Int32Array[]): ReadonlyMap<number, number> => {
    const often = frequent(columns, fewest);
    return new Map([...often].sort((a, b) => a - b).map((key, row) => [key, row]));
  };
  return { unigrams: kept(all.map(({ unigrams }) => unigrams.keys)), pairs: kept(all.map(({ pairs }) => pairs.keys)) };
}

/** Two passes: a table of small counters leaves out most rare keys before any is kept by name. */
function frequent(columns: readonly Int32Array[], fewest: number): ReadonlySet<number> {
  const counters = new Uint8Array(2 ** 26);
  const slot = (key: number): number => (key >>> 6) ^ (key & 63);
  for (const column of columns) for (const key of column) if (counters[slot(key)]! < 255) counters[slot(key)]! += 1;
  const counts = new Map<number, number>();
  for (const column of columns)
    for (const key of column) if (counters[slot(key)]! >= fewest) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].filter(([key, count]) => count >= fewest && key !== 0).map(([key]) => key));
}

/** Keys as rows of the vocabulary. */
export function sequenceOf(keys: Keys, vocabulary: Vocabulary, labellings: readonly Uint8Array[]): Sequence {
  return {
    unigrams: rowsOf(keys.unigrams, vocabulary.unigrams),
    pairs: rowsOf(keys.pairs, vocabulary.pairs),
    startsParagraph: keys.startsParagraph,
    labellings,
  };
}

function rowsOf({ keys, ends }: Columns, known: ReadonlyMap<number, number>): Rows {
  const rows: number[] = [];
  let at = 0;
  const rowEnds = ends.map((end) => {
    for (; at < end; at++) {
      const row = known.get(keys[at]!);
      if (row !== undefined) rows.push(row);
    }
    return rows.length;
  });
  return { rows: Int32Array.from(rows), ends: rowEnds };
}
