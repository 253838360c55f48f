import { CONTEXT_WIDTH, featuresOf } from '../../../pipeline/attribute/sequence/features.ts';
import type { CueRates } from '../../../pipeline/attribute/sequence/cue-rates.ts';
import { edgeSeenFrom, seenFrom, WINDOW, type TokenType } from '../../../pipeline/attribute/sequence/token-types.ts';
import type { Example } from './corpus.ts';

/** The features of an article’s tokens as keys: those of token i stand at [ends[i − 1], ends[i]). */
export interface Keys {
  readonly unigrams: Int32Array;
  readonly ends: Int32Array;
  /** `PAIR_WIDTH` a token. */
  readonly pairs: Int32Array;
  readonly startsParagraph: Uint8Array;
}

/** All features of an article, each spelled out as the key under which its weights stand. */
export function keysOf({ reader, lines }: Example, rates: CueRates): Keys {
  const { types, context, pairs } = featuresOf(reader, lines, rates);
  const { paragraph } = reader.article.tokens;
  const keys: number[] = [];
  const windows = new Map<TokenType, readonly (readonly number[])[]>();
  const ends = Int32Array.from(types, (_, i) => {
    for (let offset = -WINDOW; offset <= WINDOW; offset++) {
      const type = paragraph[i + offset] === paragraph[i] ? types[i + offset]! : null;
      if (type === null) keys.push(edgeSeenFrom(offset));
      else keys.push(...windowOf(windows, type)[offset + WINDOW]!);
    }
    for (let k = i * CONTEXT_WIDTH; k < (i + 1) * CONTEXT_WIDTH && context[k] !== 0; k++) keys.push(context[k]!);
    return keys.length;
  });
  const startsParagraph = Uint8Array.from(types, (_, i) => (paragraph[i] === paragraph[i - 1] ? 0 : 1));
  return { unigrams: Int32Array.from(keys), ends, pairs, startsParagraph };
}

function windowOf(
  windows: Map<TokenType, readonly (readonly number[])[]>,
  type: TokenType,
): readonly (readonly number[])[] {
  const known = windows.get(type);
  if (known !== undefined) return known;
  const window = Array.from({ length: 2 * WINDOW + 1 }, (_, k) =>
    type.features.filter(({ reach }) => Math.abs(k - WINDOW) <= reach).map(({ hash }) => seenFrom(hash, k - WINDOW)),
  );
  windows.set(type, window);
  return window;
}

/** An article with its features as row numbers, rare ones left out. */
export interface Sequence {
  readonly unigrams: Int32Array;
  readonly ends: Int32Array;
  /** `PAIR_WIDTH` a token; −1 for one that is too rare. */
  readonly pairs: Int32Array;
  readonly startsParagraph: Uint8Array;
  readonly labellings: readonly Uint8Array[];
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
  return { unigrams: kept(all.map(({ unigrams }) => unigrams)), pairs: kept(all.map(({ pairs }) => pairs)) };
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
  const rows: number[] = [];
  let at = 0;
  const ends = keys.ends.map((end) => {
    for (; at < end; at++) {
      const row = vocabulary.unigrams.get(keys.unigrams[at]!);
      if (row !== undefined) rows.push(row);
    }
    return rows.length;
  });
  const pairs = keys.pairs.map((key) => vocabulary.pairs.get(key) ?? -1);
  return { unigrams: Int32Array.from(rows), ends, pairs, startsParagraph: keys.startsParagraph, labellings };
}
