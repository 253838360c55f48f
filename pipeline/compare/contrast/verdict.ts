import type { Contrast, Family, Verdict } from '../../model.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { grouped } from '../grouped.ts';
import { excludesZero, type RawContrast } from './contrast.ts';

/** Share of false claims that is put up with in each family, and level of a single test. */
const LEVEL = 0.05;

/**
 * Contrasts with false discoveries held down within each family (Benjamini & Hochberg 1995) and what may be said of each. What has
 * too little data is not tested and does not count in its family. Order as given.
 */
export function judged(raw: readonly RawContrast[], leastOutlets: number): readonly Contrast[] {
  const adjusted = new Map<RawContrast, number>();
  for (const family of grouped(tested(raw), ({ family: name }): Family => name).values()) {
    const q = benjaminiHochberg(family.map(({ p }) => p!));
    family.forEach((contrast, i) => adjusted.set(contrast, q[i]!));
  }
  return raw.map((contrast) => {
    const q = adjusted.get(contrast) ?? null;
    return { ...contrast, q, verdict: verdictOf(contrast, q, leastOutlets) };
  });
}

function tested(raw: readonly RawContrast[]): readonly RawContrast[] {
  return raw.filter(({ p }) => p !== null);
}

function verdictOf(
  { bca, percentile, permutation, outlets }: RawContrast,
  q: number | null,
  leastOutlets: number,
): Verdict {
  if (q === null) return 'too little';
  if (q > LEVEL || !excludesZero(bca ?? percentile)) return 'not told apart';
  const groups = grouped(outlets, ({ group }) => group);
  const enough = groups.size === 2 && [...groups.values()].every((side) => side.length >= leastOutlets);
  const sides = enough && permutation !== null && permutation.p <= LEVEL;
  return sides ? 'differs' : 'these outlets differ';
}
