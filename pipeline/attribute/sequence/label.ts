import { marginalsOf, NEVER, PAIR_COUNT, viterbi } from './crf.ts';
import type { Facets } from './facets.ts';
import type { Features } from './features.ts';
import { isInside, LABEL_COUNT } from './labels.ts';
import { potentialsOfSteps } from './potentials.ts';
import { addRow, type Table } from '../../text/table.ts';
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
  return { labels: viterbi(scores), marginals: marginalsOf(potentialsOfSteps(scores, weights.step)) };
}

/** What the tokens themselves tell, and what stands for them beyond a paragraph's edges. */
interface Rows {
  readonly rows: readonly TypeRows[];
  readonly edges: TypeRows;
}

/** Scores in steps: the bias for all but O, and what may not be. */
function labelScores(facets: Facets, paragraph: Uint32Array, { rows, edges }: Rows, weights: Weights): Int32Array {
  const scores = new Int32Array(rows.length * LABEL_COUNT);
  const bias = Math.round(weights.bias / weights.step);
  const run = runOver(facets, weights.unigrams);
  for (let i = 0; i < rows.length; i++) {
    const at = i * LABEL_COUNT;
    advance(run, i);
    addValues(scores, at, run.sum, 0, LABEL_COUNT);
    for (let offset = -WINDOW; offset <= WINDOW; offset++) {
      const { window } = paragraph[i + offset] === paragraph[i] ? rows[i + offset]! : edges;
      addValues(scores, at, window, (offset + WINDOW) * LABEL_COUNT, LABEL_COUNT);
    }
    const isFirst = paragraph[i] !== paragraph[i - 1];
    for (let y = 1; y < LABEL_COUNT; y++) scores[at + y] = isFirst && isInside(y) ? NEVER : scores[at + y]! + bias;
  }
  return scores;
}

function pairScores(facets: Facets, paragraph: Uint32Array, { rows, edges }: Rows, weights: Weights): Int32Array {
  const scores = new Int32Array(rows.length * PAIR_COUNT);
  const run = runOver(facets, weights.pairs);
  const { sum } = run;
  for (let i = 0; i < rows.length; i++) {
    const at = i * PAIR_COUNT;
    advance(run, i);
    const { pairs } = rows[i]!;
    const { pairsAfter } = paragraph[i] === paragraph[i - 1] ? rows[i - 1]! : edges;
    for (let k = 0; k < PAIR_COUNT; k++) scores[at + k] = sum[k]! + pairs[k]! + pairsAfter[k]!;
  }
  return scores;
}

/** The facets of one token after the other, summed. */
interface Run {
  readonly facets: Facets;
  /** Of each facet, `width` values. */
  readonly sums: Int32Array;
  /** Of all facets of the token that the run has come to. */
  readonly sum: Int32Array;
}

function runOver(facets: Facets, table: Table): Run {
  return { facets, sums: sumsOf(facets, table), sum: new Int32Array(table.width) };
}

/** Comes to token `i` from the one before, by the facets in which they differ. */
function advance({ facets: { of, width }, sums, sum }: Run, i: number): void {
  for (let k = i * width; k < (i + 1) * width; k++) {
    const [here, before] = [of[k]!, i === 0 ? -1 : of[k - width]!];
    if (here === before) continue;
    for (let y = 0; y < sum.length; y++) sum[y]! += sums[here * sum.length + y]!;
    if (before >= 0) for (let y = 0; y < sum.length; y++) sum[y]! -= sums[before * sum.length + y]!;
  }
}

/** For each facet, the sum of its features' rows. */
function sumsOf({ hashes, ends }: Facets, table: Table): Int32Array {
  const sums = new Int32Array(ends.length * table.width);
  for (let f = 0, k = 0; f < ends.length; f++)
    for (; k < ends[f]!; k++) addRow(sums, f * table.width, table, hashes[k]!);
  return sums;
}

function addValues(scores: Int32Array, at: number, values: Int32Array, from: number, size: number): void {
  for (let k = 0; k < size; k++) scores[at + k]! += values[from + k]!;
}
