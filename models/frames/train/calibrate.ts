/** A logistic function of a score. */
export interface Curve {
  readonly slope: number;
  readonly offset: number;
}

const ROUNDS = 50;
/** Keeps the slope finite where scores part the classes. */
const RIDGE = 0.01;

/** Fits the probability of `truth` to scores by Newton's method (Platt 1999, without his smoothing). */
export function curveOf(scores: readonly number[], truth: readonly boolean[]): Curve {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < ROUNDS; round++) {
    let [gs, go, ss, so, oo] = [RIDGE * slope, 0, RIDGE, 0, RIDGE];
    scores.forEach((score, i) => {
      const p = logistic(slope * score + offset);
      const [error, bend] = [p - (truth[i] === true ? 1 : 0), p * (1 - p)];
      gs += error * score;
      go += error;
      ss += bend * score * score;
      so += bend * score;
      oo += bend;
    });
    const det = ss * oo - so * so;
    slope -= (oo * gs - so * go) / det;
    offset -= (ss * go - so * gs) / det;
  }
  return { slope, offset };
}

/** The probability at a score. */
export function probability({ slope, offset }: Curve, score: number): number {
  return logistic(slope * score + offset);
}

/** Mean log-loss of probabilities. */
export function logLoss(probabilities: readonly number[], truth: readonly boolean[]): number {
  const sum = probabilities.reduce((all, p, i) => all - Math.log(Math.max(1e-9, truth[i] === true ? p : 1 - p)), 0);
  return sum / probabilities.length;
}

/**
 * The threshold of the highest macro F1 of presence and absence that probabilities lead to expect of themselves: less noisy than the
 * one that happened to be best, since no label is looked at.
 */
export function thresholdOf(probabilities: readonly number[]): number {
  const sorted = [...probabilities].sort((a, b) => b - a);
  const [total, n] = [sorted.reduce((sum, p) => sum + p, 0), sorted.length];
  let [best, most, hits] = [0.5, -1, 0];
  for (let called = 1; called < n; called++) {
    hits += sorted[called - 1]!;
    const rest = n - called - (total - hits);
    const expected = (2 * hits) / (called + total) + (2 * rest) / (n - called + n - total);
    if (expected > most) [most, best] = [expected, (sorted[called - 1]! + sorted[called]!) / 2];
  }
  return best;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
