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

/** Of each label, the labels that may stand before it follow one another: the first of them, how many they are, and where their pairs begin. */
const LOWEST = Uint8Array.from({ length: Y }, (_, y) => PAIRS.find(([, here]) => here === y)![0]);
const COUNT = Uint8Array.from({ length: Y }, (_, y) => PAIRS.filter(([, here]) => here === y).length);
const START = Uint8Array.from({ length: Y }, (_, y) => PAIRS.findIndex(([, here]) => here === y));

/** The number of a pair that may stand together. */
export function pairOf(before: number, here: number): number {
  return PAIRS.findIndex(([a, b]) => a === before && b === here);
}

/** Low enough to be impossible, high enough to be added up. */
export const NEVER = -1e6;

/** The most probable sequence of labels of a linear chain (Viterbi 1967). */
export function viterbi({ unigrams, pairs }: Scores): Uint8Array {
  const n = unigrams.length / Y;
  const best = new Float64Array(unigrams.length);
  const from = new Uint8Array(unigrams.length);
  for (let y = 0; y < Y && n > 0; y++) best[y] = unigrams[y]!;
  for (let here = Y, pair = PAIR_COUNT; here < best.length; here += Y, pair += PAIR_COUNT) {
    for (let y = 0; y < Y; y++) {
      const last = here - Y + LOWEST[y]!;
      const at = pair + START[y]!;
      let top = -Infinity;
      let before = 0;
      for (let k = 0; k < COUNT[y]!; k++) {
        const score = best[last + k]! + pairs[at + k]!;
        if (score <= top) continue;
        top = score;
        before = k;
      }
      best[here + y] = top + unigrams[here + y]!;
      from[here + y] = LOWEST[y]! + before;
    }
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
  for (let here = Y, pair = PAIR_COUNT; here < e.length; here += Y, pair += PAIR_COUNT) {
    for (let y = here; y < here + Y; y++) {
      const [last, at] = [here - Y + LOWEST[y - here]!, pair + START[y - here]!];
      const onward = e[y]! * backward[y]!;
      for (let k = 0; k < COUNT[y - here]!; k++) pairs[at + k] = forward[last + k]! * x[at + k]! * onward;
    }
    normalise(pairs, pair, PAIR_COUNT);
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
  for (let here = Y, pair = PAIR_COUNT; here < e.length; here += Y, pair += PAIR_COUNT) {
    for (let y = 0; y < Y; y++) {
      const last = here - Y + LOWEST[y]!;
      const at = pair + START[y]!;
      let sum = 0;
      for (let k = 0; k < COUNT[y]!; k++) sum += forward[last + k]! * x[at + k]!;
      forward[here + y] = sum * e[here + y]!;
    }
    normalise(forward, here, Y);
  }
  return forward;
}

function backwards(e: Float64Array, x: Float64Array): Float64Array {
  const backward = new Float64Array(e.length);
  backward.fill(1, Math.max(0, e.length - Y));
  for (let here = e.length - 2 * Y; here >= 0; here -= Y) {
    const pair = (here / Y + 1) * PAIR_COUNT;
    for (let y = 0; y < Y; y++) {
      const before = here + LOWEST[y]!;
      const at = pair + START[y]!;
      const onward = e[here + Y + y]! * backward[here + Y + y]!;
      for (let k = 0; k < COUNT[y]!; k++) backward[before + k]! += x[at + k]! * onward;
    }
    normalise(backward, here, Y);
  }
  return backward;
}

function normalise(values: Float64Array, at: number, width: number): void {
  let sum = 0;
  for (let k = at; k < at + width; k++) sum += values[k]!;
  if (sum === 0) return;
  const scale = 1 / sum;
  for (let k = at; k < at + width; k++) values[k]! *= scale;
}
