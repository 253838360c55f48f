import { PAIR_COUNT, type Chain, type Potentials } from './crf.ts';
import { LABEL_COUNT } from './labels.ts';

/** The potentials of scores. */
export function potentialsOf({ unigrams, pairs }: Chain<Float64Array>): Potentials {
  return { unigrams: exponentials(unigrams, LABEL_COUNT), pairs: exponentials(pairs, PAIR_COUNT) };
}

function exponentials(scores: Float64Array, width: number): Float64Array {
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += width) {
    let top = -Infinity;
    for (let k = at; k < at + width; k++) if (scores[k]! > top) top = scores[k]!;
    for (let k = at; k < at + width; k++) out[k] = Math.exp(scores[k]! - top);
  }
  return out;
}

/** The potentials of scores in steps of size `step`. Each exp is looked up in a table: what it lacks is as good as 0. */
export function potentialsOfSteps({ unigrams, pairs }: Chain<Int32Array>, step: number): Potentials {
  const table = tableOf(step);
  return { unigrams: looked(unigrams, LABEL_COUNT, table), pairs: looked(pairs, PAIR_COUNT, table) };
}

function looked(scores: Int32Array, width: number, table: Float64Array): Float64Array {
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += width) {
    let top = scores[at]!;
    for (let k = at + 1; k < at + width; k++) if (scores[k]! > top) top = scores[k]!;
    for (let k = at; k < at + width; k++) {
      const below = top - scores[k]!;
      if (below < TABLE_SIZE) out[k] = table[below]!;
    }
  }
  return out;
}

const TABLE_SIZE = 8192;
const tables = new Map<number, Float64Array>();

function tableOf(step: number): Float64Array {
  const known = tables.get(step) ?? Float64Array.from({ length: TABLE_SIZE }, (_, k) => Math.exp(-k * step));
  tables.set(step, known);
  return known;
}
