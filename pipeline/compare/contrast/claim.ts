import type { Claim, Contrast, EffectSize, Family, Group, Verdict } from '../../model.ts';
import { cohensH } from '../../stats/effect.ts';

/** Of each family so many contrasts are stated, the largest first and one a topic, besides the study's main ones. */
const MOST_A_FAMILY = 3;

/** A contrast that is stated, with all that a sentence needs besides. */
export interface Stated extends Omit<Claim, 'contrast' | 'passages'> {
  readonly contrast: Contrast;
}

/**
 * What the contrasts allow to be stated, and no more: the study's main ones, whatever came of them, then the largest of
 * each family that may be claimed. How large a difference is called stands in one table, so that no sentence says more than
 * its numbers; the sentence itself is made in the report, in its language.
 */
export function claimsOf(
  contrasts: readonly Contrast[],
  main: readonly string[],
  groups: readonly [treated: Group, reference: Group],
): readonly Stated[] {
  const first = main.flatMap((id) => contrasts.filter((contrast) => contrast.id === id));
  const others = contrasts.filter(
    (contrast) => !first.includes(contrast) && isClaimed(contrast.verdict) && !UNSURE.has(contrast.family),
  );
  const families = [...new Set(others.map(({ family }) => family))];
  const largest = families.flatMap((family) =>
    others
      .filter((contrast) => contrast.family === family)
      .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1))
      .filter(({ topic }, i, sorted) => sorted.findIndex((one) => one.topic === topic) === i)
      .slice(0, MOST_A_FAMILY),
  );
  return [...first, ...largest].map((contrast) => ({
    contrast,
    verdict: contrast.verdict,
    size: SIZES.find(([least]) => sizeOf(contrast) >= least)![1],
    sides: [sideOf(contrast, groups[0]), sideOf(contrast, groups[1])],
  }));
}

/** Families whose readings err too often to be put into words unasked: of the parts that are called, half are right (`npm run train -- roles-figures`). */
const UNSURE: ReadonlySet<Family> = new Set(['roles']);

function isClaimed(verdict: Verdict): boolean {
  return verdict === 'differs' || verdict === 'these outlets differ';
}

/** Cohen's h without its sign; 0 where a share is missing. */
function sizeOf({ treated, reference }: Contrast): number {
  if (treated.value === null || reference.value === null) return 0;
  return Math.abs(cohensH(treated.value, reference.value));
}

/** What Cohen's h is called, from the largest bound down (Cohen 1988, ch. 6). */
const SIZES: readonly (readonly [least: number, size: EffectSize])[] = [
  [0.8, 'large'],
  [0.5, 'medium'],
  [0.2, 'small'],
  [0, 'very small'],
];

/** A group with the names of its outlets among those that the contrast compares. */
function sideOf({ outlets }: Contrast, { id, label }: Group): Claim['sides'][number] {
  return { label, outlets: outlets.filter(({ group }) => group === id).map(({ outlet }) => outlet.name) };
}
