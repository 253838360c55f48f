import { LABEL_COUNT, mayFollow } from './labels.ts';

/** Scores of a whole article: of each label of a token, and of each pair of labels (before × here). */
export interface Scores {
  /** `LABEL_COUNT` a token. */
  readonly unigrams: Float64Array;
  /** `PAIR_COUNT` a token; those of the first token are not used. */
  readonly pairs: Float64Array;
}

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

/** What forward-backward gives, all scaled so that each token's forward sums to one. */
export interface Beliefs {
  /** Probability of each label of each token. */
  readonly marginals: Float64Array;
  /** Probability of each pair of labels at each token; of the first token all 0. */
  readonly pairs: Float64Array;
}

/** Probabilities of labels and of pairs of labels (forward-backward, scaled; Rabiner 1989). */
export function beliefs(scores: Scores): Beliefs {
  const n = scores.unigrams.length / Y;
  const e = exponentials(scores.unigrams, Y);
  const x = exponentials(scores.pairs, PAIR_COUNT);
  const forward = forwards(e, x, n);
  const backward = backwards(e, x, n);
  const marginals = new Float64Array(n * Y);
  const pairs = new Float64Array(n * PAIR_COUNT);
  for (let i = 0; i < n; i++) {
    for (let y = 0; y < Y; y++) marginals[i * Y + y] = forward[i * Y + y]! * backward[i * Y + y]!;
    normalise(marginals, i * Y, Y);
    if (i === 0) continue;
    for (let k = 0; k < PAIR_COUNT; k++) {
      const [a, y] = [Math.floor(k / Y), k % Y];
      pairs[i * PAIR_COUNT + k] =
        forward[(i - 1) * Y + a]! * x[i * PAIR_COUNT + k]! * e[i * Y + y]! * backward[i * Y + y]!;
    }
    normalise(pairs, i * PAIR_COUNT, PAIR_COUNT);
  }
  return { marginals, pairs };
}

/** exp of the scores, those of a token lowered by their largest so that none overflows. */
function exponentials(scores: Float64Array, width: number): Float64Array {
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += width) {
    let top = -Infinity;
    for (let k = 0; k < width; k++) top = Math.max(top, scores[at + k]!);
    for (let k = 0; k < width; k++) out[at + k] = scores[at + k]! <= NEVER / 2 ? 0 : Math.exp(scores[at + k]! - top);
  }
  return out;
}

function forwards(e: Float64Array, x: Float64Array, n: number): Float64Array {
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

function backwards(e: Float64Array, x: Float64Array, n: number): Float64Array {
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
