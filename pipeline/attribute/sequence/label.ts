import { marginalsOf, NEVER, PAIR_COUNT, viterbi, type Scores } from './crf.ts';
import type { Facets } from './facets.ts';
import type { Features } from './features.ts';
import { isInside, LABEL_COUNT } from './labels.ts';
import { addRow, type Table } from './table.ts';
import { typeRows, edgeRows, type TypeRows } from './type-rows.ts';
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
  const rows = typeRows(features.types, weights);
  const edges = edgeRows(weights);
  const scores = {
    unigrams: labelScores(features.context, paragraph, { rows, edges }, weights),
    pairs: pairScores(features.pairs, paragraph, { rows, edges }, weights),
  };
  return { labels: viterbi(scores), marginals: marginalsOf(scores) };
}

/** What the tokens themselves tell, and what stands for them beyond a paragraph's edges. */
interface Rows {
  readonly rows: readonly TypeRows[];
  readonly edges: TypeRows;
}

/** Sums of steps to scores: the bias for all but O, and what may not be. */
function labelScores(
  facets: Facets,
  paragraph: Uint32Array,
  { rows, edges }: Rows,
  { unigrams, step, bias }: Weights,
): Scores['unigrams'] {
  const sums = sumsOf(facets, unigrams);
  const scores = new Float64Array(rows.length * LABEL_COUNT);
  for (let i = 0; i < rows.length; i++) {
    const at = i * LABEL_COUNT;
    for (let offset = -WINDOW; offset <= WINDOW; offset++) {
      const { window } = paragraph[i + offset] === paragraph[i] ? rows[i + offset]! : edges;
      addValues(scores, at, window, (offset + WINDOW) * LABEL_COUNT, LABEL_COUNT);
    }
    addFacets(scores, at, facets, sums, i, LABEL_COUNT);
    const isFirst = paragraph[i] !== paragraph[i - 1];
    for (let y = 0; y < LABEL_COUNT; y++)
      scores[at + y] = isFirst && isInside(y) ? NEVER : scores[at + y]! * step + (y === 0 ? 0 : bias);
  }
  return scores;
}

function pairScores(
  facets: Facets,
  paragraph: Uint32Array,
  { rows, edges }: Rows,
  { pairs, step, transitions }: Weights,
): Scores['pairs'] {
  const sums = sumsOf(facets, pairs);
  const scores = new Float64Array(rows.length * PAIR_COUNT);
  for (let i = 0; i < rows.length; i++) {
    const at = i * PAIR_COUNT;
    const before = paragraph[i] === paragraph[i - 1] ? rows[i - 1]! : edges;
    addValues(scores, at, rows[i]!.pairs, 0, PAIR_COUNT);
    addValues(scores, at, before.pairsAfter, 0, PAIR_COUNT);
    addFacets(scores, at, facets, sums, i, PAIR_COUNT);
    for (let k = 0; k < PAIR_COUNT; k++) scores[at + k] = scores[at + k]! * step + transitions[k]!;
  }
  return scores;
}

/** For each facet, the sum of its features' rows. */
function sumsOf({ hashes, ends }: Facets, table: Table): Int32Array {
  const sums = new Int32Array(ends.length * table.width);
  let k = 0;
  ends.forEach((end, f) => {
    for (; k < end; k++) addRow(sums, f * table.width, table, hashes[k]!);
  });
  return sums;
}

function addFacets(scores: Float64Array, at: number, facets: Facets, sums: Int32Array, i: number, size: number): void {
  const { of, width } = facets;
  for (let k = i * width; k < (i + 1) * width; k++) addValues(scores, at, sums, of[k]! * size, size);
}

function addValues(scores: Float64Array, at: number, values: Int32Array, from: number, size: number): void {
  for (let k = 0; k < size; k++) scores[at + k]! += values[from + k]!;
}
