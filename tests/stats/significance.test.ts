import { describe, expect, test } from 'vitest';
import { benjaminiHochberg, holm } from '../../pipeline/stats/benjamini-hochberg.ts';
import { cohensD, cohensH, hedgesG, oddsDifference } from '../../pipeline/stats/effect.ts';
import { fisher } from '../../pipeline/stats/fisher.ts';
import { moments } from '../../pipeline/stats/moments.ts';
import { welch } from '../../pipeline/stats/welch.ts';
import { expectClose } from '../support/close.ts';

/** Hours of extra sleep under two drugs (Student 1908), R's data set `sleep`. */
const DRUG1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const DRUG2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
/** P-values of Benjamini and Hochberg 1995, section 3.2. */
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe('Welch’s t', () => {
  test('Student’s sleep data, R t.test(extra ~ group): t = -1.8608, df = 17.776, p = 0.07939', () => {
    const { t, df, p } = welch(...sums(DRUG1), ...sums(DRUG2))!;
    expectClose(t, -1.8608134674868526);
    expectClose(df, 17.776473516178488);
    expectClose(p, 0.0793941401873583);
  });

  test('sides of unlike size and spread, SciPy ttest_ind_from_stats', () => {
    const { t, df, p } = welch(12, 38, 5, 9, 14.25, 8)!;
    expectClose(t, 1.7453300581491367);
    expectClose(df, 5.3058793695206115);
    expectClose(p, 0.1379839983931685);
  });

  test('the same spread on both sides is Student’s t: 0, 1, 2 against 1, 2, 3', () => {
    const { t, df } = welch(3, 5, 3, 6, 14, 3)!;
    expectClose(t, -Math.sqrt(1.5));
    expectClose(df, 4);
  });

  test('two values have a variance, and so have rates in the ten thousandths', () => {
    expectClose(moments(3, 5, 2)!.variance, 0.5);
    expectClose(moments(3e-4, 5e-8, 2)!.variance, 5e-9);
  });

  test('one value, or values that are all the same, say nothing', () => {
    expect([welch(1, 1, 1, 5, 15, 4), welch(5, 15, 4, 1, 1, 1), moments(0, 0, 0)]).toEqual([null, null, null]);
    const same = 0.1 + 0.1 + 0.1;
    expect(welch(same, 0.1 ** 2 * 3, 3, 0, 0, 4)).toBeNull();
    expect(moments(same, 0.1 ** 2 * 3, 3)!.variance).toBe(0);
    expect(welch(same, 0.1 ** 2 * 3, 3, 5, 15, 4)!.df).toBe(3);
  });
});

describe('Fisher’s exact test', () => {
  test('Fisher’s tea: three of four against one of four, two-sided .486 (Agresti 2002, 3.5.2)', () => {
    for (const { p, midP } of [fisher(3, 1, 4, 4)!, fisher(1, 3, 4, 4)!]) {
      expectClose(p, 34 / 70);
      expectClose(midP, 18 / 70);
    }
  });

  // Exact rational sums of binomial coefficients (mpmath, 30 digits); SciPy fisher_exact has the same p to 11 digits.
  test.each([
    [10, 3, 12, 18, 0.0005367241191434357, 0.0003118741381189105],
    [8, 1, 10, 6, 0.034965034965034975, 0.023164335664335668],
    [0, 7, 5, 10, 0.025641025641025637, 0.016317016317016316],
    [206, 34, 1628, 1903, 5.325093631700895e-40, 3.3681291718005576e-40],
    [34, 206, 1903, 1628, 5.325093631700895e-40, 3.3681291718005576e-40],
    [300, 360, 1628, 1903, 0.7291142511533506, 0.7129897823647459],
  ])('%d and %d of %d and %d documents: p and mid-p of binomial coefficients', (a, b, c, d, p, midP) => {
    const found = fisher(a, b, c, d)!;
    expectClose(found.p, p, 1e-11);
    expectClose(found.midP, midP, 1e-11);
  });

  test('where one table alone is possible nothing is found, and an empty side says nothing', () => {
    expect([fisher(0, 0, 4, 5), fisher(4, 5, 4, 5)]).toEqual(Array(2).fill({ p: 1, midP: 0.5 }));
    expect([fisher(0, 1, 0, 4), fisher(1, 0, 4, 0)]).toEqual([null, null]);
  });
});

describe('families of tests', () => {
  test('Benjamini and Hochberg 1995, section 3.2: four of fifteen are found at .05, R p.adjust and SciPy agree', () => {
    const adjusted = benjaminiHochberg(PUBLISHED);
    expect(adjusted.filter((q) => q <= 0.05)).toHaveLength(4);
    [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765].forEach(
      (expected, i) => {
        expectClose(adjusted[i]!, expected);
      },
    );
    expectClose(adjusted[13]!, 0.8132142857142857);
    expect(adjusted[14]).toBe(1);
  });

  test('Holm 1979 on the same: three of fifteen, statsmodels multipletests', () => {
    const adjusted = holm(PUBLISHED);
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(3);
    [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1].forEach((expected, i) => {
      expectClose(adjusted[i]!, expected);
    });
  });

  test('each p-value keeps its place; what could not be tested is 1 and counts', () => {
    expect(Array.from(holm([0.01, 0.04, 0.03, 0.005]), (p) => p.toFixed(3))).toEqual([
      '0.030',
      '0.060',
      '0.060',
      '0.020',
    ]);
    expect([...benjaminiHochberg([NaN, 0.25, 0.25])]).toEqual([1, 0.375, 0.375]);
    expect([...holm([NaN, 0.25, 0.25])]).toEqual([1, 0.75, 0.75]);
    expect([benjaminiHochberg([]), holm([])]).toEqual([new Float64Array(), new Float64Array()]);
  });
});

describe('effect sizes', () => {
  test('Cohen 1988, table 6.2.2: φ is 2.498 for .90 and 1.571 for .50', () => {
    expectClose(cohensH(0.9, 0.5), 0.9272952180016121);
    expect([cohensH(0.9, 0).toFixed(3), cohensH(0.5, 0).toFixed(3)]).toEqual(['2.498', '1.571']);
  });

  test('Agresti 2002, 2.2.1 and 3.1.1: aspirin trial, odds ratio 1.832, log .605, standard error .123', () => {
    const { logOdds, ratio, standardError } = oddsDifference(189, 104, 11_034, 11_037)!;
    expect([ratio.toFixed(3), logOdds.toFixed(3), standardError.toFixed(3)]).toEqual(['1.832', '0.605', '0.123']);
    expectClose(logOdds, 0.6054377100917797);
    expectClose(standardError, 0.12284162364846611);
  });

  test('an empty cell gives each a half (Haldane 1956, Anscombe 1956), an empty side says nothing', () => {
    expectClose(oddsDifference(5, 0, 20, 30)!.logOdds, 3.0747819324865358);
    expectClose(oddsDifference(5, 0, 20, 30)!.standardError, 1.5096758579563831);
    expect([oddsDifference(0, 1, 0, 4), oddsDifference(1, 0, 4, 0)]).toEqual([null, null]);
  });

  test('Cohen’s d and Hedges’s g of the sleep data, NumPy', () => {
    const d = cohensD(...sums(DRUG1), ...sums(DRUG2))!;
    expectClose(d, -0.8321810813495395);
    expectClose(hedgesG(d, 10, 10), -0.7970185004474464);
  });

  test('d weighs variances by their degrees of freedom; one value or none that varies says nothing', () => {
    expectClose(cohensD(12, 38, 5, 9, 14.25, 8), 1.275 / Math.sqrt((9.2 + 4.125) / 11));
    expect([cohensD(1, 1, 1, 5, 15, 4), cohensD(5, 15, 4, 1, 1, 1), cohensD(2, 2, 2, 3, 3, 3)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

/** Sum, sum of squares and number. */
function sums(values: readonly number[]): [number, number, number] {
  return [values.reduce((a, b) => a + b, 0), values.reduce((a, b) => a + b * b, 0), values.length];
}
