import type { Entity } from '../model.ts';

/** Order by UTF-16 code units: the same on every machine, whatever its language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Order of entities by name, then by id; `null` (unknown) comes last. */
export function byEntity(a: Entity | null, b: Entity | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id);
}

/** Order of the study's groups as the study lists them; `null` (no group) comes last. */
export function byGroup(groups: readonly { readonly id: string }[]): (a: string | null, b: string | null) => number {
  const places = new Map<string | null, number>(groups.map(({ id }, place) => [id, place]));
  const placeOf = (group: string | null): number => places.get(group) ?? groups.length;
  return (a, b) => placeOf(a) - placeOf(b);
}
