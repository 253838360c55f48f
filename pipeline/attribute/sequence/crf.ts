import { LABEL_COUNT, mayFollow } from './labels.ts';

/** Scores of a whole article: of each label of a token, and of each pair of labels (before × here). */
export interface Scores {
  /** `LABEL_COUNT` a token. */
  readonly unigrams: Float64Array;
  /** `PAIR_COUNT` a token; those of the first token are not used. */
  readonly pairs: Float64Array;
}

/** How many pairs of labels there are. */
export const PAIR_COUNT = LABEL_COUNT * LABEL_COUNT;

/** Low enough to be impossible, high enough to be added up. */
export const NEVER = -1e4;

/** Which pairs of labels may stand together, before × here. */
export const ALLOWED: readonly boolean[] = Array.from({ length: PAIR_COUNT }, (_, k) =>
  mayFollow(Math.floor(k / LABEL_COUNT), k % LABEL_COUNT),
);

const Y = LABEL_COUNT;

/** The most probable sequence of labels of a linear chain (Viterbi 1967). */
export function viterbi({ unigrams, pairs }: Scores): Uint8Array {
  const n = unigrams.length / Y;
  const best = new Float64Array(unigrams.length);
  const from = new Uint8Array(unigrams.length);
  for (let y = 0; y < Y && n > 0; y++) best[y] = unigrams[y]!;
  for (let i = 1; i < n; i++)
    for (let y = 0; y < Y; y++) {
      let top = -Infinity;
      for (let a = 0; a < Y; a++) {
        const score = best[(i - 1) * Y + a]! + pairs[i * PAIR_COUNT + a * Y + y]!;
        if (score <= top) continue;
        top = score;
        from[i * Y + y] = a;
      }
      best[i * Y + y] = top + unigrams[i * Y + y]!;
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
export function marginalsOf(scores: Scores): Float64Array {
  return productOf(passesOf(scores));
}

/** Probabilities of labels and of pairs of labels. */
export function beliefs(scores: Scores): Beliefs {
  const passes = passesOf(scores);
  const { e, x, forward, backward } = passes;
  const pairs = new Float64Array(x.length);
  for (let i = 1; i < e.length / Y; i++) {
    for (let k = 0; k < PAIR_COUNT; k++) {
      const y = i * Y + (k % Y);
      pairs[i * PAIR_COUNT + k] =
        forward[(i - 1) * Y + Math.floor(k / Y)]! * x[i * PAIR_COUNT + k]! * e[y]! * backward[y]!;
    }
    normalise(pairs, i * PAIR_COUNT, PAIR_COUNT);
  }
  return { marginals: productOf(passes), pairs };
}

interface Passes {
  /** exp of the scores, of labels and of pairs. */
  readonly e: Float64Array;
  readonly x: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

function passesOf(scores: Scores): Passes {
  const e = exponentials(scores.unigrams, Y);
  const x = exponentials(scores.pairs, PAIR_COUNT);
  return { e, x, forward: forwards(e, x), backward: backwards(e, x) };
}

function productOf({ forward, backward }: Passes): Float64Array {
  const product = forward.map((value, k) => value * backward[k]!);
  for (let at = 0; at < product.length; at += Y) normalise(product, at, Y);
  return product;
}

/** exp of the scores, those of a token lowered by their largest so that none overflows. */
function exponentials(scores: Float64Array, width: number): Float64Array {
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += width) {
    let top = -Infinity;
    for (let k = at; k < at + width; k++) if (scores[k]! > top) top = scores[k]!;
    for (let k = at; k < at + width; k++) if (scores[k]! > NEVER / 2) out[k] = Math.exp(scores[k]! - top);
  }
  return out;
}

function forwards(e: Float64Array, x: Float64Array): Float64Array {
  const n = e.length / Y;
  const forward = new Float64Array(e.length);
  for (let i = 0; i < n; i++) {
    for (let y = 0; y < Y; y++) {
      let sum = i === 0 ? 1 : 0;
      if (i > 0) for (let a = 0; a < Y; a++) sum += forward[(i - 1) * Y + a]! * x[i * PAIR_COUNT + a * Y + y]!;
      forward[i * Y + y] = sum * e[i * Y + y]!;
    }
    normalise(forward, i * Y, Y);
  }
  return forward;
}

function backwards(e: Float64Array, x: Float64Array): Float64Array {
  const n = e.length / Y;
  const backward = new Float64Array(e.length).fill(1);
  for (let i = n - 2; i >= 0; i--) {
    const next = (i + 1) * Y;
    for (let a = 0; a < Y; a++) {
      let sum = 0;
      for (let y = 0; y < Y; y++) sum += x[(i + 1) * PAIR_COUNT + a * Y + y]! * e[next + y]! * backward[next + y]!;
      backward[i * Y + a] = sum;
    }
    normalise(backward, i * Y, Y);
  }
  return backward;
}

function normalise(values: Float64Array, at: number, width: number): void {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += values[at + k]!;
  for (let k = 0; k < width && sum > 0; k++) values[at + k]! /= sum;
}
