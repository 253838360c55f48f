import type { ComparisonPlan, Contrast, Verdict } from '../../model.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { grouped } from '../grouped.ts';
import { excludesZero, type RawContrast } from './contrast.ts';
import type { Design } from './design.ts';

/** Share of false claims that is put up with in each family, and level of a single test. */
const LEVEL = 0.05;

/**
 * Contrasts with false discoveries held down within each family (Benjamini & Hochberg 1995) and what may be said of each. What
 * has too little data is not tested and does not count in its family. Of sides is spoken only where both the bootstrap over
 * articles and the permutation of outlets agree, after the same adjustment. Order as given.
 */
export function judged(
  raw: readonly RawContrast[],
  minimum: Design['minimum'],
  families: ComparisonPlan['families'],
): readonly Contrast[] {
  const tested = raw.filter(({ p }) => p !== null);
  const familyOf = (contrast: RawContrast): string => familyIn(families, contrast);
  const q = adjusted(tested, familyOf, ({ p }) => p!);
  const sides = adjusted(
    tested.filter(({ permutation }) => permutation !== null),
    familyOf,
    ({ p, permutation }) => Math.max(p!, permutation!.p),
  );
  return raw.map((contrast) => {
    const own = q.get(contrast) ?? null;
    const side = sides.get(contrast) ?? null;
    const permutation = contrast.permutation === null ? null : { ...contrast.permutation, q: side };
    return { ...contrast, permutation, q: own, verdict: verdictOf(contrast, own, side, minimum) };
  });
}

/** The study's family that names the contrast or the beginning of its id; else all of its kind are one. */
function familyIn(families: ComparisonPlan['families'], { id, family }: RawContrast): string {
  const named = families.findIndex(({ contrasts }) => contrasts.some((one) => id === one || id.startsWith(`${one}/`)));
  return named < 0 ? family : String(named);
}

/** The adjusted p of each contrast within its family. */
function adjusted(
  contrasts: readonly RawContrast[],
  familyOf: (contrast: RawContrast) => string,
  pOf: (contrast: RawContrast) => number,
): ReadonlyMap<RawContrast, number> {
  const q = new Map<RawContrast, number>();
  for (const family of grouped(contrasts, familyOf).values()) {
    const values = benjaminiHochberg(family.map(pOf));
    family.forEach((contrast, i) => q.set(contrast, values[i]!));
  }
  return q;
}

function verdictOf(
  { bca, percentile, outlets }: RawContrast,
  q: number | null,
  sidesQ: number | null,
  minimum: Design['minimum'],
): Verdict {
  if (q === null) return 'too little';
  if (q > LEVEL || !excludesZero(bca ?? percentile)) return 'not told apart';
  const counted = outlets.filter(({ articles }) => articles >= minimum.articles);
  const groups = [...grouped(counted, ({ group }) => group).values()];
  const enough = groups.length === BOTH && groups.every((side) => side.length >= minimum.outlets);
  return enough && sidesQ !== null && sidesQ <= LEVEL ? 'differs' : 'these outlets differ';
}

const BOTH = 2;
