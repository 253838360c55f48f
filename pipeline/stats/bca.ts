import { normalCdf, normalQuantile } from './normal.ts';
import { type Numbers, sumOf } from './numbers.ts';

/** An interval from its lower to its upper end. */
export type Interval = readonly [low: number, high: number];

/**
 * Percentile interval of bootstrap replicates, sorted upwards (Efron and Tibshirani 1993, chapter 13): the quantiles
 * that leave (1 − level)/2 on each side, interpolated linearly between neighbours (type 7 of Hyndman and Fan 1996).
 * `null` without any.
 */
export function percentileInterval(sorted: Numbers, level: number): Interval | null {
  if (sorted.length === 0) return null;
  return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
}

/**
 * Bias-corrected and accelerated interval (Efron 1987; DiCiccio and Efron 1996) of an estimate from its bootstrap
 * replicates, in any order. With z₀ = Φ⁻¹(share of replicates below the estimate, those equal to it by half) and z the
 * normal quantile of (1 ± level)/2, its ends are the quantiles Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) of the replicates.
 * `acceleration` a is that of `acceleration`; 0 corrects the bias alone.
 *
 * `null` where nothing can be corrected: no replicates, all on one side of the estimate, or a so large that the ends
 * change places.
 */
export function bcaInterval(
  estimate: number,
  replicates: Float64Array,
  acceleration: number,
  level: number,
): Interval | null {
  const sorted = replicates.toSorted();
  const bias = normalQuantile(shareBelow(sorted, estimate));
  if (!Number.isFinite(bias)) return null;
  const reach = normalQuantile((1 + level) / 2);
  const [low, high] = [bias - reach, bias + reach];
  if (1 - acceleration * low <= 0 || 1 - acceleration * high <= 0) return null;
  const end = (z: number): number => quantile(sorted, normalCdf(bias + z / (1 - acceleration * z)));
  return [end(low), end(high)];
}

/**
 * Acceleration from estimates that each leave one cluster out: Σ(m − θᵢ)³ / (6 (Σ(m − θᵢ)²)^1.5), m being their mean
 * (Efron 1987). 0 where none makes a difference.
 */
export function acceleration(jackknife: Numbers): number {
  const mean = sumOf(jackknife) / jackknife.length;
  let [squares, cubes] = [0, 0];
  for (const value of jackknife) {
    const off = mean - value;
    squares += off ** 2;
    cubes += off ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** Share of values below the estimate, those equal to it counted by half; NaN of none. */
function shareBelow(sorted: Float64Array, estimate: number): number {
  let halves = 0;
  for (const value of sorted) halves += value < estimate ? 2 : value === estimate ? 1 : 0;
  return halves / 2 / sorted.length;
}

function quantile(sorted: Numbers, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [one, next] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return one + (place - below) * (next - one);
}
