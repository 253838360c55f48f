import type { StatementKind } from '../model.ts';

/** What speaks for an attribution being one. */
export interface Evidence {
  /** How sure the sequence model is of its least sure part, 0 … 1; `null` where only the rules see it. */
  readonly raw: number | null;
  /** Whether the rules see the same cue. */
  readonly ruled: boolean;
  /** Whether model and rules give the cue the same words. */
  readonly agreed: boolean;
  /** Whether, where they differ, the rules had their way. */
  readonly overruled: boolean;
}

/** What only the rules see. */
export const RULES_ALONE: Evidence = { raw: null, ruled: true, agreed: false, overruled: false };

/** How many coefficients the calibration has. */
export const COEFFICIENTS = 9;

/** What speaks for an attribution, as numbers: as many as there are coefficients. */
export function signalsOf(
  { raw, ruled, agreed, overruled }: Evidence,
  kind: StatementKind,
  hasSource: boolean,
): readonly number[] {
  const flags = [raw === null, ruled, agreed, overruled, kind === 'direct' || kind === 'mixed', kind === 'attitude'];
  return [1, raw === null ? 0 : logit(raw), ...flags.map(Number), Number(hasSource)];
}

/** The probability that an attribution is right: logistic regression (Platt 1999) over what speaks for it. */
export function confidenceOf(numbers: readonly number[], coefficients: readonly number[]): number {
  const sum = numbers.reduce((total, value, k) => total + value * coefficients[k]!, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Kept off 0 and 1, where it has no end. */
function logit(p: number): number {
  const bounded = Math.min(1 - LEAST, Math.max(LEAST, p));
  return Math.log(bounded / (1 - bounded));
}

const LEAST = 1e-4;
