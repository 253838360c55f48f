import type { Entity, Group } from '../model.ts';

/** Builds the look-up from an outlet or official body to the study's group that it is a member of, `null` where none is. */
export function groupOf(groups: readonly Group[]): (entity: Entity | null) => string | null {
  const known = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id])));
  return (entity) => (entity === null ? null : (known.get(entity.id) ?? null));
}
