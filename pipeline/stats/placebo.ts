import { type Numbers, sumOf } from './numbers.ts';

/** Contrasts within this share of the outlets' mean size are the same. */
const TIE = 1e-12;

/** The true contrast among those that untreated outlets give when each plays the treated one. */
export interface Placebo {
  /** Mean of the treated outlets less that of the others. */
  readonly contrast: number;
  /**
   * The untreated outlets, as places in the values, and the contrast of each with the mean of the other untreated ones.
   */
  readonly placebos: readonly { readonly outlet: number; readonly contrast: number }[];
  /**
   * Place of the true contrast by size, sign apart: 1 where it is larger than every placebo; it yields to those as
   * large.
   */
  readonly rank: number;
  /** How many are ranked: the placebos and the true one. With one treated outlet rank / of is its permutation p. */
  readonly of: number;
}

/**
 * Placebo distribution over outlets (Abadie, Diamond and Hainmueller 2010, “in-space placebos”): a difference says
 * something about the treated outlets only if outlets that were not treated do not differ as much among themselves.
 * `values` has one number an outlet, `treated` the places of some in it. `null` without treated outlets, or with fewer
 * than two others.
 */
export function placebo(values: Numbers, treated: readonly number[]): Placebo | null {
  const all = Array.from(values);
  const isTreated = new Set(treated);
  const others = all.flatMap((_, outlet) => (isTreated.has(outlet) ? [] : [outlet]));
  if (isTreated.size === 0 || others.length < 2) return null;
  const total = sumOf(others.map((outlet) => all[outlet]!));
  const ofTreated = sumOf(Array.from(isTreated, (outlet) => all[outlet]!));
  const contrast = ofTreated / isTreated.size - total / others.length;
  const placebos = others.map((outlet) => {
    const value = all[outlet]!;
    return { outlet, contrast: value - (total - value) / (others.length - 1) };
  });
  const tie = (TIE * sumOf(all.map(Math.abs))) / all.length;
  const larger = placebos.filter((one) => Math.abs(one.contrast) >= Math.abs(contrast) - tie);
  return { contrast, placebos, rank: 1 + larger.length, of: placebos.length + 1 };
}
