import { PAIR_WIDTH } from './context.ts';
import { ALLOWED, marginalsOf, NEVER, PAIR_COUNT, viterbi, type Scores } from './crf.ts';
import { CONTEXT_WIDTH, type Features } from './features.ts';
import { isInside, LABEL_COUNT } from './labels.ts';
import { rowAt, type Table } from './table.ts';
import { edgeSeenFrom, seenFrom, WINDOW, type TokenType } from './token-types.ts';
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
  const scores = scoresOf(features, paragraph, weights);
  return { labels: viterbi(scores), marginals: marginalsOf(scores) };
}

function scoresOf(features: Features, paragraph: Uint32Array, weights: Weights): Scores {
  const n = features.types.length;
  const rows = rowsOf(features.types, weights);
  const scores = { unigrams: new Float64Array(n * LABEL_COUNT), pairs: new Float64Array(n * PAIR_COUNT) };
  for (let i = 0; i < n; i++) {
    addWindow(scores.unigrams, rows, paragraph, i);
    const to = (i + 1) * CONTEXT_WIDTH;
    for (let k = i * CONTEXT_WIDTH; k < to && features.context[k] !== 0; k++)
      addRow(scores.unigrams, i * LABEL_COUNT, weights.unigrams, features.context[k]!);
    for (let k = i * PAIR_WIDTH; k < (i + 1) * PAIR_WIDTH; k++)
      addRow(scores.pairs, i * PAIR_COUNT, weights.pairs, features.pairs[k]!);
    finish(scores, i, paragraph[i] === paragraph[i - 1] ? 'inner' : 'first', weights);
  }
  return scores;
}

/** Steps to scores: the bias for all but O, the transitions, and what may not be. */
function finish({ unigrams, pairs }: Scores, i: number, place: 'first' | 'inner', weights: Weights): void {
  const { step, bias, transitions } = weights;
  for (let y = 0; y < LABEL_COUNT; y++) {
    const at = i * LABEL_COUNT + y;
    unigrams[at] = place === 'first' && isInside(y) ? NEVER : unigrams[at]! * step + (y === 0 ? 0 : bias);
  }
  for (let k = 0; k < PAIR_COUNT; k++) {
    const at = i * PAIR_COUNT + k;
    pairs[at] = ALLOWED[k] ? pairs[at]! * step + transitions[k]! : NEVER;
  }
}

function addRow(scores: Float64Array, at: number, table: Table, key: number): void {
  const row = rowAt(table, key);
  if (row < 0) return;
  const { values, width } = table;
  for (let k = 0; k < width; k++) scores[at + k]! += values[row + k]!;
}

/** The sums of a type’s rows for each place in the window; the last for the paragraph’s edges. */
interface WindowRows {
  readonly tokens: readonly Int32Array[];
  readonly edges: Int32Array;
}

const ROW = (2 * WINDOW + 1) * LABEL_COUNT;

function addWindow(scores: Float64Array, { tokens, edges }: WindowRows, paragraph: Uint32Array, i: number): void {
  for (let offset = -WINDOW; offset <= WINDOW; offset++) {
    const isNear = paragraph[i + offset] === paragraph[i];
    const row = isNear ? tokens[i + offset]! : edges;
    const from = (offset + WINDOW) * LABEL_COUNT;
    for (let y = 0; y < LABEL_COUNT; y++) scores[i * LABEL_COUNT + y]! += row[from + y]!;
  }
}

/** Worked out once for each type, however many articles are read with the same weights. */
const stores = new WeakMap<Weights, WeakMap<TokenType, Int32Array>>();

function rowsOf(types: readonly TokenType[], weights: Weights): WindowRows {
  const store = stores.get(weights) ?? new WeakMap<TokenType, Int32Array>();
  stores.set(weights, store);
  const tokens = types.map((type) => {
    const row = store.get(type) ?? rowOf(type, weights.unigrams);
    store.set(type, row);
    return row;
  });
  return { tokens, edges: edgeRow(weights.unigrams) };
}

function rowOf({ features }: TokenType, table: Table): Int32Array {
  const sums = new Float64Array(ROW);
  for (const { hash, reach } of features)
    for (let offset = -reach; offset <= reach; offset++)
      addRow(sums, (offset + WINDOW) * LABEL_COUNT, table, seenFrom(hash, offset));
  return Int32Array.from(sums);
}

function edgeRow(table: Table): Int32Array {
  const sums = new Float64Array(ROW);
  for (let offset = -WINDOW; offset <= WINDOW; offset++)
    addRow(sums, (offset + WINDOW) * LABEL_COUNT, table, edgeSeenFrom(offset));
  return Int32Array.from(sums);
}
