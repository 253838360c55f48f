import { marginalsOf, NEVER, PAIR_COUNT, viterbi } from './crf.ts';
import { NEIGHBOURS, PAIR } from './context.ts';
import type { Facets } from './facets.ts';
import type { Features } from './features.ts';
import { isInside, LABEL_COUNT } from './labels.ts';
import { potentialsOfSteps } from './potentials.ts';
import { addRow, rowOf, type Table } from '../../text/table.ts';
import { edgeRows, OWN_PAIRS, PAIRS_AFTER, SEEN, typeRows, type EdgeRows, type TypeRows } from './type-rows.ts';
import { WINDOW } from './token-types.ts';
import type { Weights } from './weights.ts';

/** The labels of an article's tokens, and how probable each label of each token is. */
export interface Labelling {
  readonly labels: Uint8Array;
  /** `LABEL_COUNT` a token. */
  readonly marginals: Float64Array;
}

/**
 * Labels an article with a linear-chain conditional random field (Lafferty et al. 2001). The chain runs on over paragraph
 * ends, so that what a paragraph ended with is known in the next; only a segment never does.
 */
export function label(features: Features, paragraph: Uint32Array, weights: Weights): Labelling {
  const rows = { own: typeRows(features.types, weights), edges: edgeRows(weights) };
  const scores = {
    unigrams: labelScores(features, paragraph, rows, weights),
    pairs: pairScores(features.pairs, paragraph, rows, weights),
  };
  return { labels: viterbi(scores), marginals: marginalsOf(potentialsOfSteps(scores, weights.step)) };
}

/** What the tokens themselves tell, and what stands for them beyond a paragraph's edges. */
interface Rows {
  readonly own: TypeRows;
  readonly edges: EdgeRows;
}

/** Scores in steps: the bias for all but O, and what may not be. */
function labelScores(
  { context, neighbours }: Features,
  paragraph: Uint32Array,
  rows: Rows,
  weights: Weights,
): Int32Array {
  const scores = new Int32Array(paragraph.length * LABEL_COUNT);
  addWindows(scores, paragraph, rows);
  const bias = Math.round(weights.bias / weights.step);
  const sums = sumsOf(context, weights.unigrams);
  for (let i = 0; i < paragraph.length; i++) {
    const at = i * LABEL_COUNT;
    addNeighbours(scores, at, weights.unigrams, neighbours, i * NEIGHBOURS);
    for (let k = i * context.width; k < (i + 1) * context.width; k++) add(scores, at, sums, context.of[k]!);
    const isFirst = paragraph[i] !== paragraph[i - 1];
    for (let y = 1; y < LABEL_COUNT; y++) scores[at + y] = isFirst && isInside(y) ? NEVER : scores[at + y]! + bias;
  }
  return scores;
}

/** Adds the rows of a token's five neighbour features. */
function addNeighbours(scores: Int32Array, at: number, table: Table, keys: Int32Array, first: number): void {
  const { values } = table;
  const a = rowOf(table, keys[first]!);
  const b = rowOf(table, keys[first + 1]!);
  const c = rowOf(table, keys[first + 2]!);
  const d = rowOf(table, keys[first + 3]!);
  const e = rowOf(table, keys[first + 4]!);
  for (let y = 0; y < LABEL_COUNT; y++)
    scores[at + y]! += values[a + y]! + values[b + y]! + values[c + y]! + values[d + y]! + values[e + y]!;
}

/** Adds row `row` of some rows of one value a label. */
function add(scores: Int32Array, at: number, rows: Int32Array, row: number): void {
  const from = row * LABEL_COUNT;
  for (let y = 0; y < LABEL_COUNT; y++) scores[at + y]! += rows[from + y]!;
}

/** Adds to each token what the tokens around it in its paragraph tell, and what stands for those beyond. */
function addWindows(scores: Int32Array, paragraph: Uint32Array, { own: { at, values }, edges }: Rows): void {
  for (let first = 0, end = 0; first < at.length; first = end) {
    while (end < at.length && paragraph[end] === paragraph[first]) end++;
    for (let i = first; i < end; i++) {
      const start = (i - WINDOW) * LABEL_COUNT;
      const row = at[i]! - start;
      const last = Math.min(end * LABEL_COUNT, start + SEEN);
      for (let k = Math.max(first * LABEL_COUNT, start); k < last; k++) scores[k]! += values[row + k]!;
      for (let offset = -WINDOW; i + offset < first; offset++)
        add(scores, i * LABEL_COUNT, edges.seen, offset + WINDOW);
      for (let offset = WINDOW; i + offset >= end; offset--) add(scores, i * LABEL_COUNT, edges.seen, offset + WINDOW);
    }
  }
}

function pairScores(
  keys: Int32Array,
  paragraph: Uint32Array,
  { own, edges }: Rows,
  { pairs: table }: Weights,
): Int32Array {
  const scores = new Int32Array(paragraph.length * PAIR_COUNT);
  const { values } = table;
  for (let i = 0; i < paragraph.length; i++) {
    const at = i * PAIR_COUNT;
    const mine = own.at[i]! + OWN_PAIRS;
    const isFirst = paragraph[i] !== paragraph[i - 1];
    const before = isFirst ? edges.pairsAfter : own.values;
    const last = isFirst ? 0 : own.at[i - 1]! + PAIRS_AFTER;
    const tags = rowOf(table, keys[i * PAIR]!);
    const states = rowOf(table, keys[i * PAIR + 1]!);
    const line = rowOf(table, keys[i * PAIR + 2]!);
    for (let k = 0; k < PAIR_COUNT; k++)
      scores[at + k] =
        own.values[mine + k]! + before[last + k]! + values[tags + k]! + values[states + k]! + values[line + k]!;
  }
  return scores;
}

/** For each facet, the sum of its features' rows. */
function sumsOf({ keys, ends }: Facets, table: Table): Int32Array {
  const sums = new Int32Array(ends.length * table.width);
  for (let f = 0, k = 0; f < ends.length; f++) for (; k < ends[f]!; k++) addRow(sums, f * table.width, table, keys[k]!);
  return sums;
}
