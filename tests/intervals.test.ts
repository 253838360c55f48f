import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cluster, percentileInterval } from '../pipeline/stats/percentile.ts';
import { poissonWeight, uniform } from '../pipeline/stats/random.ts';
import { wilsonInterval } from '../pipeline/stats/wilson.ts';

describe('Wilson’s interval', () => {
  test.each([
    ['many of many', 81, 263, 0.2553, 0.3662],
    ['few of many', 15, 148, 0.0624, 0.1605],
    ['none of some', 0, 20, 0, 0.1611],
    ['one of some', 1, 29, 0.0061, 0.1718],
  ])('the examples of Newcombe (1998, table I, method 3): %s', (_trap, part, whole, low, high) => {
    const interval = wilsonInterval(part, whole);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  test('nothing is known without trials', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  test('it holds the share, stays within 0 and 1, and turns round with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (whole, some) => {
        const part = Math.min(some, whole);
        const [low, high] = wilsonInterval(part, whole);
        const [otherLow, otherHigh] = wilsonInterval(whole - part, whole);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(part / whole);
        expect(high).toBeGreaterThanOrEqual(part / whole);
        expect(low).toBeCloseTo(1 - otherHigh, 10);
        expect(high).toBeCloseTo(1 - otherLow, 10);
      }),
    );
  });
});

describe('numbers that only their key decides', () => {
  test('they are the same whenever and in whatever order they are drawn', () => {
    expect(uniform(7, 'harbour-1', 3)).toBe(uniform(7, 'harbour-1', 3));
    const drawn = new Set([uniform(7, 'a', 3), uniform(8, 'a', 3), uniform(7, 'b', 3), uniform(7, 'a', 4)]);
    expect(drawn.size).toBe(4);
  });

  test('they are spread evenly over [0, 1), and two clusters have nothing to do with each other', () => {
    const a = draws((replicate) => uniform(1, 'harbour-1', replicate));
    const b = draws((replicate) => uniform(1, 'harbour-2', replicate));
    expect(Math.min(...a)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...a)).toBeLessThan(1);
    expect(Math.abs(mean(a) - 1 / 2)).toBeLessThan(4 / Math.sqrt(12 * DRAWS));
    const product = mean(a.map((value, i) => (value - 1 / 2) * (b[i]! - 1 / 2)));
    expect(Math.abs(product)).toBeLessThan(4 / 12 / Math.sqrt(DRAWS));
  });

  test('weights are Poisson of mean 1: e⁻¹/k! of them are k', () => {
    const weights = draws((replicate) => poissonWeight(1, 'harbour-1', replicate));
    for (const [k, factorial] of [1, 1, 2, 6, 24].entries()) {
      const expected = Math.exp(-1) / factorial;
      const found = weights.filter((weight) => weight === k).length / DRAWS;
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / DRAWS));
    }
  });
});

describe('the bootstrap over articles', () => {
  /** Forty articles of one to four calls. */
  const many = clusters(40, (i) => ({ part: i % 3 === 0 ? 0 : 1 + (i % 2), whole: 1 + (i % 4) + (i % 2) }));

  test('it has the width that the linearised variance of a ratio of clusters gives (Cochran 1977, eq. 6.13)', () => {
    const share = sum(many, 'part') / sum(many, 'whole');
    const residuals = many.map(({ part, whole }) => (part - share * whole) ** 2);
    const error = Math.sqrt(residuals.reduce((a, b) => a + b, 0)) / sum(many, 'whole');
    const [low, high] = percentileInterval(many, 1);
    expect(low).toBeCloseTo(share - 1.96 * error, 1);
    expect(high - low).toBeGreaterThan(2 * 1.96 * error * 0.9);
    expect(high - low).toBeLessThan(2 * 1.96 * error * 1.1);
  });

  test('calls that hang together in articles give a wider interval than the same calls apart', () => {
    const together = clusters(12, (i) => ({ part: i % 2 === 0 ? 5 : 0, whole: 5 }));
    const [low, high] = percentileInterval(together, 1);
    const [wilsonLow, wilsonHigh] = wilsonInterval(30, 60);
    expect(high - low).toBeGreaterThan(1.5 * (wilsonHigh - wilsonLow));
  });

  test('the order of the articles changes nothing, another seed a little', () => {
    expect(percentileInterval([...many].reverse(), 1)).toEqual(percentileInterval(many, 1));
    expect(percentileInterval(many, 2)).not.toEqual(percentileInterval(many, 1));
    expect(percentileInterval(many, 2)[0]).toBeCloseTo(percentileInterval(many, 1)[0], 1);
  });

  test('replicates that draw no article are left out, and what holds nothing has no interval', () => {
    const one = [{ id: 'harbour-1', part: 1, whole: 4 }];
    expect(percentileInterval(one, 1)).toEqual([0.25, 0.25]);
    expect(percentileInterval([], 1)).toEqual([NaN, NaN]);
  });
});

const DRAWS = 20_000;

function draws(draw: (replicate: number) => number): readonly number[] {
  return Array.from({ length: DRAWS }, (_, replicate) => draw(replicate));
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function clusters(n: number, of: (i: number) => Omit<Cluster, 'id'>): readonly Cluster[] {
  return Array.from({ length: n }, (_, i) => ({ id: `harbour-${i}`, ...of(i) }));
}

function sum(of: readonly Cluster[], key: 'part' | 'whole'): number {
  return of.reduce((total, cluster) => total + cluster[key], 0);
}
