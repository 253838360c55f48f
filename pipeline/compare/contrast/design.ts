import type { Group } from '../../model.ts';
import type { Resampling } from './resample.ts';
import type { SumStore } from './sums.ts';
import type { Unit } from './units.ts';

/** What every contrast of a study rests on. */
export interface Design {
  readonly units: readonly Unit[];
  readonly groups: readonly [treated: Group, reference: Group];
  readonly resampling: Resampling;
  /** Per unit the first day of its period; `null` without a date. */
  readonly periods: readonly (string | null)[];
  readonly minimum: { readonly articles: number; readonly outlets: number };
  readonly seed: number;
  /** Where a contrast takes its sums from; the next one takes them back. */
  readonly sums: SumStore;
}

/** The ids of the two groups, the treated one first. */
export function idsOf({
  groups: [treated, reference],
}: Pick<Design, 'groups'>): readonly [treated: string, reference: string] {
  return [treated.id, reference.id];
}
