import type { Contrast, OutletShare } from '../../model.ts';
import { outletPermutation } from '../../stats/permutation.ts';
import { placebo } from '../../stats/placebo.ts';
import type { Design } from './design.ts';

/**
 * The two questions that only outlets can answer: how often labels given by chance would set the groups as far apart, and
 * how far each reference outlet lies from the others when it plays the treated one. An outlet takes part with at least
 * the study's minimum of articles; its share counts once, however many articles it has. `null` without a treated outlet
 * or with fewer than two others.
 */
export function outletTests(
  outlets: readonly OutletShare[],
  { groups, minimum, seed }: Pick<Design, 'groups' | 'minimum' | 'seed'>,
): Pick<Contrast, 'permutation' | 'placebo'> {
  const known = outlets.filter(({ articles, value }) => articles >= minimum.articles && value !== null);
  const values = known.map(({ value }) => value!);
  const treated = known.flatMap(({ group }, i) => (group === groups[0].id ? [i] : []));
  const ranked = placebo(values, treated);
  const permuted = outletPermutation(values, treated, seed);
  if (ranked === null || permuted === null) return { permutation: null, placebo: null };
  const { p, floor, exact, draws } = permuted;
  return {
    permutation: { p, q: null, floor, exact, draws },
    placebo: {
      truth: ranked.contrast,
      placebos: ranked.placebos
        .map(({ outlet, contrast }) => ({ outlet: known[outlet]!.outlet, value: contrast }))
        .sort((a, b) => b.value - a.value || (a.outlet.id < b.outlet.id ? -1 : 1)),
      rank: ranked.rank,
      of: ranked.of,
    },
  };
}
