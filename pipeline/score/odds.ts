import type { Stance } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { isAsserting, isDenial, type UsedCue } from './cue.ts';
import type { Target } from './targets.ts';
import type { Sentiment } from './target/target-sentiment.ts';
import type { Range } from './toward.ts';

/** How many numbers `signalsOf` gives. */
export const SIGNALS = 11;

/** What is known of a speaker's words toward a target. */
export interface Known {
  readonly cue: UsedCue;
  /** The speaker's own words. */
  readonly own: readonly Run[];
  readonly target: Target;
  /** What of the own words the speaker holds true. */
  readonly held: readonly Run[];
  readonly quoteDepth: Uint8Array;
}

/**
 * The numbers that a stance is told from: 1; log-odds of negative and of positive against neutral by the trained model;
 * whether the cue is adverse or favourable with the target right behind it, or elsewhere; whether nothing is asserted
 * by the cue, nothing by the sentence, all is denied; whether the target stands in quotation marks.
 */
export function signalsOf({ cue, own, target, held, quoteDepth }: Known, sentiment: Sentiment): readonly number[] {
  const [negative, neutral, positive] = sentiment;
  const first = target.mentions[0]!.first;
  const polarity = cue.entry?.polarity ?? 0;
  const isObject = cue.run !== null && own[0]![0] === cue.run[1] && first - cue.run[1] <= OBJECT;
  const isHeld = target.mentions.some((name) => held.some(([from, to]) => from <= name.first && name.end <= to));
  const flag = (is: boolean): number => (is ? 1 : 0);
  return [
    1,
    Math.log(negative / neutral),
    Math.log(positive / neutral),
    flag(isObject && polarity < 0),
    flag(isObject && polarity > 0),
    flag(!isObject && polarity < 0),
    flag(!isObject && polarity > 0),
    flag(!isAsserting(cue)),
    flag(!isHeld),
    flag(isDenial(cue)),
    flag(quoteDepth[first]! > 0),
  ];
}

/** An article and an adjective may stand between a cue and its object. */
const OBJECT = 2;

/** Probabilities of [opposes, neither, supports]: a softmax over one row of coefficients a side (multinomial logistic regression). */
export function oddsOf(signals: readonly number[], coefficients: Coefficients): Stance['p'] {
  const scores = coefficients.map((row) => row.reduce((sum, value, k) => sum + value * signals[k]!, 0));
  const parts = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const whole = parts.reduce((a, b) => a + b, 0);
  return [parts[0]! / whole, parts[1]! / whole, parts[2]! / whole];
}

/** Where among the signals the log-odds of the trained model stand. */
const SENTIMENT = [1, 2] as const;

/** No log-odds: for what is known before the words are read. */
export const UNREAD: Sentiment = [1 / 3, 1 / 3, 1 / 3];

/**
 * Whether any sentiment within a range could take either side at a threshold. `signals` are those of `UNREAD`. Each
 * side's odds are taken at their best one by one, so that it may say yes where none could, but never no where one could.
 */
export function canTakeSide(
  signals: readonly number[],
  range: Range,
  coefficients: Coefficients,
  threshold: number,
): boolean {
  const [, neither] = coefficients;
  return [coefficients[0]!, coefficients[2]!].some((side, _, sides) => {
    const rivals = [neither!, ...sides.filter((other) => other !== side)];
    const odds = rivals.map((rival) => leastBehind(signals, range, rival, side));
    return 1 / odds.reduce((sum, least) => sum + Math.exp(least), 1) >= threshold;
  });
}

/** How far the score of `rival` can fall behind that of `side`. */
function leastBehind(
  signals: readonly number[],
  { least, most }: Range,
  rival: readonly number[],
  side: readonly number[],
): number {
  const known = signals.reduce((sum, value, n) => sum + value * (rival[n]! - side[n]!), 0);
  return SENTIMENT.reduce((sum, n, k) => {
    const slope = rival[n]! - side[n]!;
    return sum + Math.min(slope * least[k]!, slope * most[k]!);
  }, known);
}

/** Of opposes, neither and supports, `SIGNALS` numbers each. */
export type Coefficients = readonly (readonly number[])[];
