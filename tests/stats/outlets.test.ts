import { describe, expect, test } from 'vitest';
import { outletPermutation } from '../../pipeline/stats/permutation.ts';
import { placebo } from '../../pipeline/stats/placebo.ts';
import { expectClose } from '../support/close.ts';

describe('permutation of outlet labels', () => {
  test('three against three by hand: only the extreme choice and its mirror of 20 are as large', () => {
    expect(outletPermutation([1, 2, 3, 4, 5, 6], [3, 4, 5], 1)).toEqual({
      difference: 3,
      p: 2 / 20,
      floor: 2 / 20,
      draws: 20,
      exact: true,
    });
  });

  test('three against three by hand: 3 + 5 + 6 and 4 + 5 + 6, and their mirrors', () => {
    expect(outletPermutation([1, 2, 3, 4, 5, 6], [2, 4, 5], 1)!.p).toBe(4 / 20);
  });

  test('ties are ties in spite of rounding: .1 + .4 is .2 + .3', () => {
    expect(outletPermutation([0.1, 0.2, 0.3, 0.4], [0, 3], 1)!.p).toBe(1);
    expect(outletPermutation([0.7, 0.1, 0.3, 0.5, 0.1 + 0.2], [1, 2], 1)!.p).toBe(3 / 10);
    expect(outletPermutation([2, 2, 2, 2], [0], 1)!.p).toBe(1);
  });

  // Floors of the designs, by binomial coefficients.
  test.each([
    [13, 1, 1 / 13],
    [8, 2, 1 / 28],
    [9, 3, 1 / 84],
    [13, 3, 1 / 286],
    [12, 5, 1 / 792],
    [12, 6, 2 / 924],
    [13, 12, 1 / 13],
  ])('of %d outlets %d treated: the extreme choice reaches the floor', (k, size, floor) => {
    const values = Float64Array.from({ length: k }, (_, i) => (i < size ? 1000 + i : i ** 2 % 7));
    const found = outletPermutation(values, range(size), 1)!;
    expectClose(found.floor, floor);
    expectClose(found.p, floor);
    expect(found.exact).toBe(true);
  });

  test('ten outlets, three of them treated: SciPy permutation_test, all assignments', () => {
    const values = [0.61, 0.43, 0.52, 0.2, 0.31, 0.11, 0.08, 0.26, 0.35, 0.17];
    expectClose(outletPermutation(values, [0, 1, 2], 1)!.p, 0.008333333333333333);
  });

  test('of too many assignments some are drawn: near what SciPy has from all 48,620', () => {
    const values = [
      0.61, 0.43, 0.52, 0.2, 0.31, 0.11, 0.4, 0.26, 0.35, 0.17, 0.22, 0.3, 0.28, 0.39, 0.12, 0.05, 0.33, 0.27,
    ];
    for (const seed of [1, 2, 3]) {
      const found = outletPermutation(values, range(9), seed)!;
      expect(Math.abs(found.p - 0.0844097079391197)).toBeLessThan(0.0112);
      expect(found).toMatchObject({ draws: 9999, exact: false, floor: 1 / 10_000 });
      expect(outletPermutation(values, range(9), seed)).toEqual(found);
    }
  });

  test('a drawn p is never 0, and the floor says so', () => {
    const values = Float64Array.from({ length: 40 }, (_, i) => (i < 20 ? 100 + i : i));
    const found = outletPermutation(values, range(20), 1)!;
    expect([found.p, found.floor]).toEqual([1 / 10_000, 1 / 10_000]);
  });

  test('an outlet counts once, and with an empty side there is nothing to permute', () => {
    expect(outletPermutation([1, 2, 9], [2, 2], 1)!.difference).toBe(7.5);
    expect([
      outletPermutation([1, 2], [], 1),
      outletPermutation([1, 2], [0, 1], 1),
      outletPermutation([], [], 1),
    ]).toEqual([null, null, null]);
  });
});

describe('placebo outlets', () => {
  test('each untreated outlet against the others by hand, and the true contrast among them', () => {
    expect(placebo([10, 1, 2, 6], [0])).toEqual({
      contrast: 7,
      placebos: [
        { outlet: 1, contrast: -3 },
        { outlet: 2, contrast: -1.5 },
        { outlet: 3, contrast: 4.5 },
      ],
      rank: 1,
      of: 4,
    });
  });

  test('size counts, not direction; a placebo as large goes before', () => {
    expect(placebo([6, 1, 2, 6], [0])).toMatchObject({ contrast: 3, rank: 3, of: 4 });
    expect(placebo([-5, 1, 2, 6], [0])).toMatchObject({ contrast: -8, rank: 1 });
    expect(placebo([1, 1, 1], [0])).toMatchObject({ rank: 3, of: 3 });
  });

  test('several treated outlets are one mean, each counted once', () => {
    expect(placebo(Float64Array.of(8, 10, 1, 2, 6), [0, 1, 1])).toMatchObject({ contrast: 6, rank: 1, of: 4 });
  });

  test('without treated outlets or with a single other there is no distribution', () => {
    expect([placebo([1, 2, 3], []), placebo([1, 2], [0]), placebo([1, 2], [0, 1])]).toEqual([null, null, null]);
  });
});

function range(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}
