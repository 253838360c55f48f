import { logBinomial } from './binomial.ts';

/**
 * Regularised incomplete beta function I_x(a, b), the distribution function of Beta(a, b), for a, b > 0 (NaN
 * elsewhere); 0 below x = 0 and 1 above x = 1. `y` is 1 − x: give it where it is known to more digits than 1 − x has.
 *
 * Continued fraction 26.5.8 of Abramowitz and Stegun 1964, evaluated by Lentz's method (1976; Press et al. 2007,
 * Numerical Recipes, 6.4) on the side of the mean where it converges, its factor from `logBinomial`. Relative error
 * below 1e-12 on the left for parameters of some thousands; on the right it is the absolute error: for an upper tail
 * ask for I_y(b, a).
 */
export function regularisedBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (!(a > 0 && b > 0)) return NaN;
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return isLeft(x, a, b) ? Math.exp(logTail(x, y, a, b)) : -Math.expm1(logTail(y, x, b, a));
}

/** The x in [0, 1] at which I_x(a, b) = p. For tails near 1 `betaLogitQuantile` keeps the digits that this loses. */
export function betaQuantile(p: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(-betaLogitQuantile(p, a, b)));
}

/**
 * ln(x / (1 − x)) of the x at which I_x(a, b) = p, for a, b > 0; −∞ for p = 0 and +∞ for p = 1. Newton's method on ln I
 * over the logit, where ln I is concave: from any start the second step lies left of the root, and all later ones climb
 * to it.
 */
export function betaLogitQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return -Infinity;
  if (p > 0.5) return -betaLogitQuantile(1 - p, b, a);
  let z = Math.log(a / b);
  let step: number;
  let left = 100;
  do {
    step = newtonStep(z, Math.log(p), a, b);
    z -= step;
  } while (Math.abs(step) > 1e-15 * (1 + Math.abs(z)) && --left > 0);
  return z;
}

function newtonStep(z: number, target: number, a: number, b: number): number {
  const [x, y] = [1 / (1 + Math.exp(-z)), 1 / (1 + Math.exp(z))];
  const value = isLeft(x, a, b) ? logTail(x, y, a, b) : Math.log(-Math.expm1(logTail(y, x, b, a)));
  const density = logBinomial(a, b, x, y) + Math.log((a * b) / (a + b));
  return (value - target) / Math.exp(density - value);
}

/** Whether the fraction converges fast at x; if not it does at 1 − x, with a and b changed over. */
function isLeft(x: number, a: number, b: number): boolean {
  return x <= (a + 1) / (a + b + 2);
}

/**
 * ln I_x(a, b) left of the mean: x^a y^b / (a B(a, b)), which is a binomial probability times b / (a + b), times the
 * fraction.
 */
function logTail(x: number, y: number, a: number, b: number): number {
  return logBinomial(a, b, x, y) + Math.log((b / (a + b)) * fraction(x, a, b));
}

/** The continued fraction. Left of the mean no denominator of Lentz's method is 0. */
function fraction(x: number, a: number, b: number): number {
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let c = 1;
  let value = d;
  let change: number;
  let m = 0;
  do {
    m++;
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    [c, d] = [1 + even / c, 1 / (1 + even * d)];
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    [c, d] = [1 + odd / c, 1 / (1 + odd * d)];
    change = c * d;
    value *= change;
  } while (Math.abs(change - 1) > 4e-16 && m < 100_000);
  return value;
}
