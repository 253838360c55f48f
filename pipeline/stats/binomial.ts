import { stirlingError } from './gamma.ts';

/**
 * Logarithm of the binomial probability of `successes` and `failures` (neither need be whole) where a success has
 * probability `x` and a failure `y` = 1 − x, both given because 1 − x loses digits. Loader's saddle-point expansion
 * (2000, Fast and Accurate Computation of Binomial Probabilities): about 14 digits of the probability hold for any
 * counts.
 */
export function logBinomial(successes: number, failures: number, x: number, y: number): number {
  if (successes === 0) return failures * logOf(y, x);
  if (failures === 0) return successes * logOf(x, y);
  const n = successes + failures;
  const errors = stirlingError(n) - stirlingError(successes) - stirlingError(failures);
  const scale = 0.5 * Math.log(n / (2 * Math.PI * successes * failures));
  return errors + scale - deviance(successes, n * x) - deviance(failures, n * y);
}

/** ln x, by way of y = 1 − x where that has more digits. */
function logOf(x: number, y: number): number {
  return y < x ? Math.log1p(-y) : Math.log(x);
}

/** k ln(k / m) + m − k, half the deviance of a count from its mean, without cancellation where they are close. */
function deviance(k: number, m: number): number {
  if (Math.abs(k - m) > 0.1 * (k + m)) return k * Math.log(k / m) + m - k;
  const v = (k - m) / (k + m);
  let sum = (k - m) * v;
  let term = 2 * k * v;
  for (let odd = 3, before = NaN; sum !== before; odd += 2) {
    before = sum;
    term *= v * v;
    sum += term / odd;
  }
  return sum;
}
