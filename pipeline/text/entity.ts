import type { Entity } from '../model.ts';

/** An entity without whatever else its registry knows of it (aliases, roles, notes): what results carry. */
export function plainEntity({ id, name, type, country }: Entity): Entity {
  return { id, name, type, country };
}
