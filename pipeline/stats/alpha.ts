/**
 * Krippendorff's alpha for nominal values: 1 − D_o / D_e, the disagreement observed over the one expected if values
 * were paired by chance (Krippendorff 2004, Content Analysis, 2nd ed., chapter 11; 4th ed. 2019, chapter 12). `units`
 * holds the values that coders gave each unit; one with fewer than two cannot be paired and is left out. `null` where
 * nothing can be paired or all values are the same, for then no disagreement can be expected.
 */
export function nominalAlpha(units: readonly (readonly string[])[]): number | null {
  const paired = units.filter((values) => values.length > 1);
  const counts = countsOf(paired.flat());
  const n = sum([...counts.values()]);
  const expected = sum([...counts.values()].map((count) => count * (n - count))) / (n - 1);
  if (n === 0 || expected === 0) return null;
  return 1 - sum(paired.map(disagreement)) / expected;
}

/** Pairs of unlike values in a unit, each weighed so that a value counts once however many coders there are. */
function disagreement(values: readonly string[]): number {
  const counts = [...countsOf(values).values()];
  return sum(counts.map((count) => count * (values.length - count))) / (values.length - 1);
}

/** How often each value stands in a list, in the order of first occurrence. */
export function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * 95 % interval of `nominalAlpha` by the percentile bootstrap over units (Efron and Tibshirani 1993, chapter 13); draws
 * without alpha are left out. `random` gives numbers in [0, 1). `null` where no draw has one.
 */
export function alphaInterval(
  units: readonly (readonly string[])[],
  draws: number,
  random: () => number,
): readonly [low: number, high: number] | null {
  const alphas = Array.from({ length: draws }, () =>
    nominalAlpha(units.map(() => units[Math.floor(random() * units.length)]!)),
  )
    .filter((alpha) => alpha !== null)
    .sort((a, b) => a - b);
  if (alphas.length === 0) return null;
  const at = (share: number): number => alphas[Math.min(alphas.length - 1, Math.floor(share * alphas.length))]!;
  return [at(0.025), at(0.975)];
}
