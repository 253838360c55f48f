import { describe, expect, test } from 'vitest';
import { dispersion, sparseDispersion } from '../../pipeline/stats/dispersion.ts';
import { entropy, herfindahl, jensenShannon } from '../../pipeline/stats/divergence.ts';
import { logDice } from '../../pipeline/stats/log-dice.ts';
import { logLikelihood, logLikelihoodFour } from '../../pipeline/stats/log-likelihood.ts';
import { logOdds, logOddsFour } from '../../pipeline/stats/log-odds.ts';
import { conservativeLogRatio, logRatio, midPLogRatio } from '../../pipeline/stats/log-ratio.ts';
import { expectClose } from '../support/close.ts';

describe('log-likelihood', () => {
  // Rayson answers on the Corpora list, 18 January 2002, from his calculator; both corpora taken for a million words.
  test.each([
    ['keep', 348, 99, 147],
    ['keeps', 15, 14, 0],
    ['keeping', 9, 32, 14],
    ['kept', 21, 25, 0],
    ['KEEP', 392, 170, 90],
  ])('Rayson 2002: %s, %d of learners against %d of native speakers', (_word, a, b, expected) => {
    expect(Math.round(logLikelihood(a, b, 1e6, 1e6)!)).toBe(expected);
  });

  test.each([
    [348, 99, 1e6, 1e6, 146.952852085744],
    [9, 32, 1e6, 1e6, 13.6822995073967],
    [206, 34, 1628, 1903, 165.187267896794],
    [5, 0, 20, 30, 9.16290731874155],
  ])('two cells of %d and %d in %d and %d: formula at 40 digits', (a, b, c, d, expected) => {
    expectClose(logLikelihood(a, b, c, d), expected, 1e-11);
  });

  test('Dunning 1993, table of bigrams: “the swiss” has 270.72', () => {
    expect(logLikelihoodFour(110, 111, 110 + 2442, 111 + 29114)).toBeCloseTo(270.72, 2);
  });

  test.each([
    [206, 34, 1628, 1903, 176.34414611744927],
    [3, 1, 10, 20, 3.4025722587203635],
    [5, 0, 20, 30, 10.014891554392495],
  ])('four cells of %d and %d in %d and %d: SciPy chi2_contingency, log-likelihood', (a, b, c, d, expected) => {
    expectClose(logLikelihoodFour(a, b, c, d), expected, 1e-11);
  });

  test('the same share is no evidence; a word that nobody has neither; an empty side says nothing', () => {
    expect([logLikelihood(3, 7, 30, 70), logLikelihood(0, 0, 5, 5), logLikelihoodFour(0, 0, 5, 5)]).toEqual([0, 0, 0]);
    expect(logLikelihoodFour(3, 6, 7, 14)).toBeCloseTo(0, 12);
    expect([logLikelihood(1, 0, 5, 0), logLikelihood(0, 1, 0, 5)]).toEqual([null, null]);
    expect([logLikelihoodFour(1, 0, 5, 0), logLikelihoodFour(0, 1, 0, 5)]).toEqual([null, null]);
  });
});

describe('log-odds with an informative prior', () => {
  test('formula of Monroe, Colaresi and Quinn 2008, computed in NumPy', () => {
    const two = logOdds(120, 45, 50_000, 61_000, 1.5, 1000)!;
    expectClose(two.delta, 1.157405616376466);
    expectClose(two.variance, 0.029735829018983143);
    expectClose(two.zeta, 6.711901277586628);
    const four = logOddsFour(120, 45, 50_000, 61_000, 1.5, 1000)!;
    expect(four.delta).toBe(two.delta);
    expectClose(four.variance, 0.029771624824586954);
    expectClose(four.zeta, 6.707865048853102);
  });

  test('a word that one group lacks has odds by its prior', () => {
    expectClose(logOdds(0, 45, 50_000, 61_000, 0.4, 1000)!.zeta, -2.8570306725857684);
  });

  test('without a prior, a word that one group lacks has none', () => {
    expect([logOdds(0, 45, 50, 61, 0, 0), logOddsFour(3, 61, 50, 61, 0, 0)]).toEqual([null, null]);
  });
});

describe('log ratio', () => {
  test('Hardie 2014: twice as much is 1, and none is taken for a half', () => {
    expect([logRatio(20, 10, 100, 100), logRatio(10, 20, 100, 50), logRatio(0, 4, 100, 100)]).toEqual([1, -2, -3]);
    expect([logRatio(8, 0, 100, 200), logRatio(10, 10, 100, 50)]).toEqual([5, -1]);
    expect(conservativeLogRatio(500, 500, 1000, 5000, 0.05)).toBeGreaterThan(2);
    expect(midPLogRatio(500, 500, 1000, 5000, 0.05)).toBeGreaterThan(2);
  });

  // a in c against b in d; the interval by SciPy beta.ppf and beta.isf.
  test.each([
    [206, 34, 1628, 1903, 0.05, 2.295629275836173],
    [206, 34, 1628, 1903, 0.05 / 9284, 1.6902623973469617],
    [59, 1043, 1628, 1903, 0.05 / 9284, -3.0994983335412645],
    [12, 0, 1000, 2000, 0.05, 2.4743567768564128],
    [0, 12, 1000, 2000, 0.05, -0.4743567768564128],
    [5, 4, 100, 100, 0.05, 0],
    [4, 5, 100, 100, 0.05, 0],
  ])('LRC of %d and %d in %d and %d at %d: Evert 2022 by SciPy', (a, b, c, d, alpha, expected) => {
    expectClose(conservativeLogRatio(a, b, c, d, alpha), expected, 1e-11);
  });

  test('LRC by the mid-P interval, mpmath', () => {
    expectClose(midPLogRatio(206, 34, 1628, 1903, 0.05), 2.3154702737282777, 1e-11);
    expectClose(midPLogRatio(3, 30, 100, 100, 0.05), -1.7612148167696235, 1e-11);
    expect(midPLogRatio(5, 4, 100, 100, 0.05)).toBe(0);
  });

  test('an empty group, or a word that neither has, says nothing', () => {
    for (const [a, b, c, d] of [
      [0, 0, 9, 9],
      [1, 0, 9, 0],
      [0, 1, 0, 9],
    ] as const) {
      expect([logRatio(a, b, c, d), conservativeLogRatio(a, b, c, d, 0.05), midPLogRatio(a, b, c, d, 0.05)]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });
});

describe('dispersion', () => {
  test('Gries 2019, Analyzing dispersion: “a” in five parts has DP .18 and DPnorm .2195', () => {
    const found = dispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])!;
    expectClose(found.dp, 0.18);
    expectClose(found.dpNorm, 0.2195121951219512);
    expect(found.range).toBe(5);
  });

  test('parts without the word need not be seen', () => {
    const dense = dispersion(Uint16Array.of(0, 2, 0, 4), Uint16Array.of(9, 10, 0, 21))!;
    expect(sparseDispersion([2, 4], [10, 21], 40, 9)).toEqual(dense);
    expectClose(dense.dp, (9 / 40 + (2 / 6 - 10 / 40) + (4 / 6 - 21 / 40)) / 2);
    expect(dense.range).toBe(2);
  });

  test('all in the smallest part is the most uneven: DPnorm 1', () => {
    expectClose(dispersion([5, 0], [10, 30])!.dpNorm, 1);
  });

  test('one part allows no unevenness, and no occurrence has none', () => {
    expect(dispersion([5], [10])).toEqual({ dp: 0, dpNorm: null, range: 1 });
    expect([dispersion([0, 0], [10, 30]), dispersion([], [])]).toEqual([null, null]);
  });
});

describe('company and concentration', () => {
  test('Rychlý 2008: logDice is at most 14, and one less for half the share', () => {
    expect([logDice(5, 5, 5), logDice(5, 10, 10), logDice(1, 1, 31), logDice(0, 3, 4)]).toEqual([14, 13, 10, null]);
  });

  test('entropy in bits and the Herfindahl–Hirschman index, SciPy entropy', () => {
    expectClose(entropy([3, 1, 4]), 1.4056390622295665);
    expect([entropy([1, 1, 1, 1]), entropy([7, 0]), entropy([0, 0])]).toEqual([2, 0, null]);
    expect([herfindahl([3, 1, 4]), herfindahl([1, 1, 1, 1]), herfindahl([])]).toEqual([0.40625, 0.25, null]);
  });

  test('Jensen–Shannon divergence in bits, SciPy jensenshannon squared', () => {
    expectClose(jensenShannon([3, 1, 0], [1, 2, 5]), 0.4911431593702319);
    expect([jensenShannon([1, 2], [3, 6]), jensenShannon([4, 0], [0, 1])]).toEqual([0, 1]);
    expect([jensenShannon([0, 0], [1, 2]), jensenShannon([1, 2], [0, 0])]).toEqual([null, null]);
  });
});
