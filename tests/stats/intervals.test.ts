import { describe, expect, test } from 'vitest';
import { acceleration, bcaInterval, percentileInterval } from '../../pipeline/stats/bca.ts';
import { clopperPearson, midPInterval } from '../../pipeline/stats/clopper-pearson.ts';
import { poissonWeights } from '../../pipeline/stats/poisson-weights.ts';
import { expectClose } from '../support/close.ts';

describe('exact intervals of a share', () => {
  test.each([
    [5, 20, 0.05, 0.08657146910143455, 0.49104587170795755],
    [0, 10, 0.05, 0, 0.30849710781876294],
    [10, 10, 0.05, 0.6915028921812371, 1],
    [206, 240, 0.05 / 9000, 0.7342977373518886, 0.9404399069088352],
    [13, 100, 0.01, 0.05769745374714108, 0.23919550781779814],
    [0, 0, 0.05, 0, 1],
  ])('Clopper–Pearson, %d of %d at %d: SciPy binomtest (R binom.test)', (k, n, alpha, low, high) => {
    const interval = clopperPearson(k, n, alpha);
    expectClose(interval[0], low, 1e-11);
    expectClose(interval[1], high, 1e-11);
  });

  test.each([
    [5, 20, 0.05, 0.0978600849409489, 0.4702237995424212],
    [0, 10, 0.05, 0, 0.2588655508930523],
    [10, 10, 0.05, 0.7411344491069477, 1],
    [13, 100, 0.01, 0.06037561436230979, 0.2341220278167618],
    [0, 0, 0.05, 0, 1],
  ])('mid-P, %d of %d at %d: binomial sums solved at 40 digits', (k, n, alpha, low, high) => {
    const interval = midPInterval(k, n, alpha);
    expectClose(interval[0], low, 1e-11);
    expectClose(interval[1], high, 1e-11);
  });
});

describe('bootstrap intervals', () => {
  /** Spatial data A of Efron and Tibshirani 1993, table 14.1, of which they estimate the variance, 171.5. */
  const spatial = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
  const jackknife = spatial.map((_, left) => variance(spatial.filter((_, i) => i !== left)));
  /** 400 replicates by a formula, so that SciPy has the same. */
  const replicates = Float64Array.from({ length: 400 }, (_, i) => {
    const [one, two] = [(i + 1) * 0.6180339887498949, (i + 1) * 0.41421356237309515];
    return 110 + 160 * (one % 1) + 120 * (two % 1) ** 3;
  });

  test('Efron and Tibshirani 1993, section 14.3: the acceleration of the variance of the spatial data is .061', () => {
    expect(variance(spatial).toFixed(1)).toBe('171.5');
    expect(acceleration(jackknife).toFixed(3)).toBe('0.061');
    expectClose(acceleration(jackknife), 0.06124011981230746);
    expect(acceleration([2, 2, 2])).toBe(0);
  });

  test.each([
    [0.9, 114.76531835308614, 236.00024582516934],
    [0.95, 113.39394511130898, 255.96867835392004],
  ])('BCa at %d on given replicates: SciPy bootstrap, method BCa', (level, low, high) => {
    const interval = bcaInterval(variance(spatial), replicates, acceleration(jackknife), level)!;
    expectClose(interval[0], low, 1e-11);
    expectClose(interval[1], high, 1e-11);
  });

  test.each([
    [0.9, 129.5544652136621, 319.5509368842981],
    [0.95, 122.84389345294093, 336.4256354659783],
  ])('percentiles at %d on given replicates: SciPy bootstrap, method percentile', (level, low, high) => {
    const interval = percentileInterval(replicates.toSorted(), level)!;
    expectClose(interval[0], low);
    expectClose(interval[1], high);
  });

  test('without bias and acceleration BCa is the percentile interval, at ties with the estimate too', () => {
    const even = Float64Array.of(5, 1, 4, 3, 2, 3);
    const [low, high] = bcaInterval(3, even, 0, 0.8)!;
    const plain = percentileInterval(even.toSorted(), 0.8)!;
    expectClose(low, plain[0]);
    expectClose(high, plain[1]);
    expect(percentileInterval([7, 9], 1)).toEqual([7, 9]);
  });

  test('there is none without replicates, with all on one side, or with an acceleration that turns the ends', () => {
    expect([percentileInterval([], 0.95), bcaInterval(3, new Float64Array(), 0, 0.95)]).toEqual([null, null]);
    expect([bcaInterval(0, replicates, 0, 0.95), bcaInterval(999, replicates, 0, 0.95)]).toEqual([null, null]);
    expect([bcaInterval(171, replicates, 2, 0.95), bcaInterval(171, replicates, -2, 0.95)]).toEqual([null, null]);
  });
});

describe('Poisson weights', () => {
  const many = poissonWeights(7, 12_345, 100_000);

  test('are one on average, vary by one, and stand as often as Poisson(1) says', () => {
    const mean = many.reduce((a, b) => a + b, 0) / many.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.012);
    expect(Math.abs(variance([...many]) - 1)).toBeLessThan(0.02);
    [0.36787944, 0.36787944, 0.18393972, 0.06131324, 0.01532831, 0.00306566].forEach((p, k) => {
      const share = many.filter((weight) => weight === k).length / many.length;
      expect(Math.abs(share - p), String(k)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / many.length));
    });
  });

  test('hang together neither between neighbouring replicates, nor clusters, nor seeds', () => {
    const bound = 4 / Math.sqrt(many.length);
    expect(Math.abs(correlation(many.subarray(1), many.subarray(0, -1)))).toBeLessThan(bound);
    for (const cluster of [12_344, 12_346, 0, -1]) {
      expect(Math.abs(correlation(many, poissonWeights(7, cluster, many.length))), String(cluster)).toBeLessThan(bound);
    }
    expect(Math.abs(correlation(many, poissonWeights(8, 12_345, many.length)))).toBeLessThan(bound);
  });

  test('over many clusters each replicate has the weight of all of them, give or take its root', () => {
    const totals = new Float64Array(200);
    const clusters = 2000;
    for (let cluster = 0; cluster < clusters; cluster++) {
      poissonWeights(1, cluster, totals.length).forEach((weight, i) => (totals[i]! += weight));
    }
    const spread = variance([...totals]) / clusters;
    expect(Math.abs(totals.reduce((a, b) => a + b, 0) / totals.length / clusters - 1)).toBeLessThan(0.007);
    expect(spread).toBeGreaterThan(0.65);
    expect(spread).toBeLessThan(1.45);
  });

  test('are the same whenever asked, and the first ones whatever the number', () => {
    expect(poissonWeights(7, 12_345, 50)).toEqual(many.slice(0, 50));
    expect([...poissonWeights(1, 2, 12)]).toEqual([3, 0, 0, 0, 0, 0, 3, 0, 2, 0, 0, 1]);
    expect(poissonWeights(1, 2, 0)).toHaveLength(0);
  });
});

/** Mean square about the mean. */
function variance(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

function correlation(a: Uint8Array, b: Uint8Array): number {
  const mean = (list: Uint8Array): number => list.reduce((x, y) => x + y, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let covariance = 0;
  a.forEach((value, i) => (covariance += (value - meanA) * (b[i]! - meanB)));
  return covariance / a.length / Math.sqrt(variance([...a]) * variance([...b]));
}
