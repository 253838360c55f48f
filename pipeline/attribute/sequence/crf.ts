import { LABEL_COUNT, mayFollow } from './labels.ts';

/** One number for each label of each token, and for each pair of labels (before, here) that may stand together. */
export interface Chain<Column> {
  /** `LABEL_COUNT` a token. */
  readonly unigrams: Column;
  /** `PAIR_COUNT` a token; those of the first token are not used. */
  readonly pairs: Column;
}

/** Scores, the higher the likelier. */
export type Scores = Chain<Float64Array | Int32Array>;

/** exp of the scores, those of a token all lowered by their largest, so that none overflows. */
export type Potentials = Chain<Float64Array>;

const Y = LABEL_COUNT;

/** The pairs of labels that may stand together, by the second, then by the first. */
export const PAIRS: readonly (readonly [before: number, here: number])[] = Array.from({ length: Y * Y }, (_, k) => {
  return [k % Y, Math.floor(k / Y)] as const;
}).filter(([before, here]) => mayFollow(before, here));

/** How many pairs of labels there are. */
export const PAIR_COUNT = PAIRS.length;

const BEFORE = Uint8Array.from(PAIRS, ([before]) => before);
const HERE = Uint8Array.from(PAIRS, ([, here]) => here);

/** The number of a pair that may stand together. */
export function pairOf(before: number, here: number): number {
  return PAIRS.findIndex(([a, b]) => a === before && b === here);
}

/** Low enough to be impossible, high enough to be added up. */
export const NEVER = -1e6;

/** The most probable sequence of labels of a linear chain (Viterbi 1967). */
export function viterbi({ unigrams, pairs }: Scores): Uint8Array {
  const n = unigrams.length / Y;
  const best = new Float64Array(unigrams.length).fill(-Infinity);
  const from = new Uint8Array(unigrams.length);
  for (let y = 0; y < Y && n > 0; y++) best[y] = unigrams[y]!;
  for (let i = 1; i < n; i++) {
    const [here, last, pair] = [i * Y, (i - 1) * Y, i * PAIR_COUNT];
    for (let k = 0; k < PAIR_COUNT; k++) {
      const y = here + HERE[k]!;
      const score = best[last + BEFORE[k]!]! + pairs[pair + k]!;
      if (score <= best[y]!) continue;
      best[y] = score;
      from[y] = BEFORE[k]!;
    }
    for (let y = 0; y < Y; y++) best[here + y]! += unigrams[here + y]!;
  }
  return readBack(best, from, n);
}

function readBack(best: Float64Array, from: Uint8Array, n: number): Uint8Array {
  const labels = new Uint8Array(n);
  if (n === 0) return labels;
  let y = 0;
  for (let a = 1; a < Y; a++) if (best[(n - 1) * Y + a]! > best[(n - 1) * Y + y]!) y = a;
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = y;
    y = from[i * Y + y]!;
  }
  return labels;
}

/** Probabilities by forward-backward (Rabiner 1989), each token's scaled to one. */
export interface Beliefs {
  /** Of each label of each token. */
  readonly marginals: Float64Array;
  /** Of each pair of labels at each token; of the first token all 0. */
  readonly pairs: Float64Array;
}

/** Probability of each label of each token. */
export function marginalsOf(potentials: Potentials): Float64Array {
  return productOf(passesOf(potentials));
}

/** Probabilities of labels and of pairs of labels. */
export function beliefs(potentials: Potentials): Beliefs {
  const { unigrams: e, pairs: x } = potentials;
  const passes = passesOf(potentials);
  const { forward, backward } = passes;
  const pairs = new Float64Array(x.length);
  for (let i = 1; i < e.length / Y; i++) {
    for (let k = 0; k < PAIR_COUNT; k++) {
      const y = i * Y + HERE[k]!;
      pairs[i * PAIR_COUNT + k] = forward[(i - 1) * Y + BEFORE[k]!]! * x[i * PAIR_COUNT + k]! * e[y]! * backward[y]!;
    }
    normalise(pairs, i * PAIR_COUNT, PAIR_COUNT);
  }
  return { marginals: productOf(passes), pairs };
}

interface Passes {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

function passesOf({ unigrams, pairs }: Potentials): Passes {
  return { forward: forwards(unigrams, pairs), backward: backwards(unigrams, pairs) };
}

function productOf({ forward, backward }: Passes): Float64Array {
  const product = new Float64Array(forward.length);
  for (let k = 0; k < product.length; k++) product[k] = forward[k]! * backward[k]!;
  for (let at = 0; at < product.length; at += Y) normalise(product, at, Y);
  return product;
}

function forwards(e: Float64Array, x: Float64Array): Float64Array {
  const forward = new Float64Array(e.length);
  for (let y = 0; y < Y && y < e.length; y++) forward[y] = e[y]!;
  normalise(forward, 0, Math.min(Y, e.length));
  for (let here = Y; here < e.length; here += Y) {
    const pair = (here / Y) * PAIR_COUNT;
    for (let k = 0; k < PAIR_COUNT; k++) forward[here + HERE[k]!]! += forward[here - Y + BEFORE[k]!]! * x[pair + k]!;
    for (let y = here; y < here + Y; y++) forward[y]! *= e[y]!;
    normalise(forward, here, Y);
  }
  return forward;
}

function backwards(e: Float64Array, x: Float64Array): Float64Array {
  const backward = new Float64Array(e.length);
  backward.fill(1, Math.max(0, e.length - Y));
  for (let here = e.length - 2 * Y; here >= 0; here -= Y) {
    const pair = (here / Y + 1) * PAIR_COUNT;
    for (let k = 0; k < PAIR_COUNT; k++) {
      const next = here + Y + HERE[k]!;
      backward[here + BEFORE[k]!]! += x[pair + k]! * e[next]! * backward[next]!;
    }
    normalise(backward, here, Y);
  }
  return backward;
}

function normalise(values: Float64Array, at: number, width: number): void {
  let sum = 0;
  for (let k = at; k < at + width; k++) sum += values[k]!;
  if (sum > 0) for (let k = at; k < at + width; k++) values[k]! /= sum;
}
