import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaLogitQuantile, betaQuantile, regularisedBeta } from '../../pipeline/stats/beta.ts';
import { logBinomial } from '../../pipeline/stats/binomial.ts';
import { chiSquaredOne } from '../../pipeline/stats/chi-squared.ts';
import { logGamma, stirlingError } from '../../pipeline/stats/gamma.ts';
import { normalCdf, normalQuantile } from '../../pipeline/stats/normal.ts';
import { studentQuantile, studentTwoSided } from '../../pipeline/stats/student.ts';
import { expectClose } from '../support/close.ts';

// Values of mpmath 1.4.1 are of 40 digits (`betainc`, `loggamma`, `ncdf`, `erfinv`), those of SciPy 1.17.1 doubles.
describe('distributions', () => {
  test.each([
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [10.3, 13.482036786138359],
    [171, 706.5730622457874],
    [1e6, 12815504.569147611],
  ])('ln Γ(%d), mpmath loggamma', (x, expected) => {
    expectClose(logGamma(x), expected, 2e-14);
  });

  test('ln Γ is the factorial’s, and none at 0 and below', () => {
    expect(Math.exp(logGamma(7))).toBeCloseTo(720, 9);
    expect([logGamma(0), logGamma(-1.5)]).toEqual([NaN, NaN]);
    expectClose(stirlingError(1), 1 - Math.log(Math.sqrt(2 * Math.PI)), 1e-14);
  });

  test.each([
    [0.5, 2, 3, 0.6875],
    [0.001, 0.5, 5000, 0.9984384208397107],
    [0.02, 150, 9000, 0.9948984441276879],
    [0.3, 25.5, 0.5, 6.11818906463688e-15],
    [0.9, 3, 2, 0.9477],
  ])('I_%d(%d, %d), mpmath betainc', (x, a, b, expected) => {
    expectClose(regularisedBeta(x, a, b), expected);
    expectClose(regularisedBeta(1 - x, b, a), 1 - expected, 1e-8);
  });

  test('the incomplete beta function outside its interval, and without parameters', () => {
    expect([regularisedBeta(-1, 2, 3), regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3)]).toEqual([0, 0, 1]);
    expect([regularisedBeta(0.5, 0, 3), regularisedBeta(0.5, 2, -1)]).toEqual([NaN, NaN]);
  });

  test.each([
    [0.025, 3, 8, 0.06673951117773447],
    [0.975, 4, 7, 0.6524528500599973],
    [1e-6, 12, 400, 0.0047729548378204764],
    [2.5e-6, 206, 35, 0.7336255595559862],
    [0.5, 0.5, 0.5, 0.5],
  ])('quantile %d of Beta(%d, %d), SciPy beta.ppf', (p, a, b, expected) => {
    expectClose(betaQuantile(p, a, b), expected, 1e-13);
  });

  test('a quantile of the beta distribution has its probability, and 0 and 1 have the ends', () => {
    const parameter = fc.double({ min: 0.5, max: 5000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), parameter, parameter, (p, a, b) => {
        const logit = betaLogitQuantile(p, a, b);
        const [x, y] = [1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit))];
        expectClose(regularisedBeta(x, a, b, y), p, 1e-11);
      }),
    );
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });

  test('binomial probabilities are those of the formula, at the ends too', () => {
    for (const k of [0, 1, 3, 5]) {
      const ways = [1, 5, 10, 10, 5, 1][k]!;
      expectClose(Math.exp(logBinomial(k, 5 - k, 0.3, 0.7)), ways * 0.3 ** k * 0.7 ** (5 - k), 1e-14);
    }
    expectClose(logBinomial(5, 0, 0.8, 0.2), 5 * Math.log(0.8), 1e-14);
  });

  test.each([
    [2.571, 5, 0.04997463468385139],
    [-1, 1, 0.5],
    [0.01, 3500.5, 0.9920218572150067],
    [3, 3500.5, 0.002718822517390176],
    [12, 30, 5.580185415199257e-13],
    [30, 3500, 3.555436453014493e-176],
  ])('two-sided p of t = %d with %d degrees of freedom, mpmath betainc', (t, df, expected) => {
    expectClose(studentTwoSided(t, df), expected);
  });

  test('an infinite t has p 0, no t has none, and neither has any without degrees of freedom', () => {
    expect([studentTwoSided(-Infinity, 4), studentTwoSided(NaN, 4), studentTwoSided(Infinity, 0)]).toEqual([
      0,
      NaN,
      NaN,
    ]);
    expect([studentTwoSided(0, 4), studentTwoSided(1, 0)]).toEqual([1, NaN]);
  });

  test.each([
    [0.975, 5, 2.5705818356363146],
    [0.975, 9, 2.262157162798205],
    [1e-5, 40, -4.835023895057646],
    [0.6, 2.5, 0.2814595127485477],
    [0.975, 1e5, 1.9599877075346095],
    [1, 3, Infinity],
    [0, 3, -Infinity],
  ])('quantile %d of t with %d degrees of freedom, SciPy t.ppf', (p, df, expected) => {
    expectClose(studentQuantile(p, df), expected, 2e-12);
  });

  test.each([
    [-1.96, 0.024997895148220435],
    [-8, 6.220960574271784e-16],
    [-2.4, 0.008197535924596131],
    [-2.6, 0.004661188023718749],
    [-0.1, 0.460172162722971],
    [1, 0.8413447460685429],
    [-30, 4.906713927148187e-198],
    [0, 0.5],
  ])('Φ(%d), mpmath ncdf', (x, expected) => {
    expectClose(normalCdf(x), expected);
  });

  test.each([
    [0.975, 1.9599639845400538],
    [0.25, -0.6744897501960817],
    [0.001, -3.0902323061678136],
    [1e-20, -9.262340089798409],
    [0.6, 0.2533471031357997],
    [0.5, 0],
    [0, -Infinity],
    [1, Infinity],
  ])('Φ⁻¹(%d), mpmath erfinv', (p, expected) => {
    expectClose(normalQuantile(p) || 0, expected);
  });

  test('there is no quantile of what is no probability', () => {
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN)]).toEqual([NaN, NaN, NaN]);
  });

  test.each([
    [3.841458820694124, 0.05],
    [6.63, 0.010027526446317957],
    [15.13, 0.00010035578728015295],
    [0.1, 0.7518296340458492],
    [-1e-17, 1],
  ])('upper p of χ² = %d with one degree of freedom, SciPy chi2.sf', (x, expected) => {
    expectClose(chiSquaredOne(x), expected, 1e-11);
  });
});
