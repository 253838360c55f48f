/**
 * logDice of two words that stand together `both` times, alone or together `first` and `second` times: 14 + log₂(2 both
 * / (first + second)) (Rychlý 2008). At most 14, one less for half the share; it does not grow with the corpus, so that
 * groups compare. `null` for words that never meet.
 */
export function logDice(both: number, first: number, second: number): number | null {
  return both > 0 ? 14 + Math.log2((2 * both) / (first + second)) : null;
}
