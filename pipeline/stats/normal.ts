const SQRT_TWO_PI = 2.5066282746310007;
/** Left of this the continued fraction is exact with `DEPTH` terms; right of it the series does not cancel. */
const TAIL = -2.5;
const DEPTH = 100;

/** Distribution function of the standard normal, to 12 digits or more also far out on the left. */
export function normalCdf(x: number): number {
  return x > 0 ? 1 - normalCdf(-x) : density(x) * mills(x);
}

/**
 * The x below which the standard normal has probability p, to 12 digits; ∓∞ for p = 0 and 1, NaN outside [0, 1].
 * Newton's method on ln Φ, which is concave: from any start the second step lies left of the root, and all later ones
 * climb to it.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (!(p > 0)) return p === 0 ? -Infinity : NaN;
  let x = 0;
  let step: number;
  let left = 100;
  do {
    const ratio = mills(x);
    step = (Math.log(ratio / SQRT_TWO_PI) - (x * x) / 2 - Math.log(p)) * ratio;
    x -= step;
  } while (Math.abs(step) > 1e-15 * (1 - x) && --left > 0);
  return x;
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / SQRT_TWO_PI;
}

/**
 * Φ(x) / φ(x) for x ≤ 0: near 0 by the series ½/φ(x) + x + x³/3 + x⁵/(3·5) + … (Marsaglia 2004, Evaluating the Normal
 * Distribution), further out by Laplace's continued fraction 1/(−x + 1/(−x + 2/(−x + 3/…))).
 */
function mills(x: number): number {
  if (x >= TAIL) return series(x);
  let value = -x;
  for (let n = DEPTH; n > 0; n--) value = n / value - x;
  return 1 / value;
}

function series(x: number): number {
  let sum = x;
  let term = x;
  for (let odd = 3, before = NaN; sum !== before; odd += 2) {
    before = sum;
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 / density(x) + sum;
}
