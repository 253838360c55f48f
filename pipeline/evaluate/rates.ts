/** Items in gold, items predicted, and how many of them agree. */
export interface Tally {
  readonly tp: number;
  readonly predicted: number;
  readonly gold: number;
}

/** Precision, recall and their harmonic mean in per cent, to one decimal, with the counts that they rest on. */
export interface Rates extends Tally {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Rates of a tally. Without predictions precision is 0, without gold recall is 0. F1 is taken before rounding. */
export function rates({ tp, predicted, gold }: Tally): Rates {
  const p = predicted === 0 ? 0 : (100 * tp) / predicted;
  const r = gold === 0 ? 0 : (100 * tp) / gold;
  const f1 = p + r === 0 ? 0 : (2 * p * r) / (p + r);
  return { p: oneDecimal(p), r: oneDecimal(r), f1: oneDecimal(f1), tp, predicted, gold };
}

/** The sum of tallies. */
export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { tp, predicted, gold }) => ({
      tp: sum.tp + tp,
      predicted: sum.predicted + predicted,
      gold: sum.gold + gold,
    }),
    { tp: 0, predicted: 0, gold: 0 },
  );
}

/** A share in per cent, to one decimal; 0 of nothing is 0. */
export function perCent(part: number, whole: number): number {
  return Math.round((1000 * part) / Math.max(1, whole)) / 10;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
