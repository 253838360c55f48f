import type { Actor, Outlet, Registry, Tokens } from '../model.ts';
import { surfaceMatcher, type Match } from './phrases.ts';

/** How a text names an entity: by a name of its own, by belonging ("Belarusian"), or by the place that stands for it ("Minsk"). */
export type Naming = 'name' | 'demonym' | 'metonym';

/** An outlet, official body or actor named in a text. */
export interface Mention {
  readonly entity: Outlet | Actor;
  readonly naming: Naming;
}

/**
 * Builds a finder for everything that the registry names. A leading "the" is not part of a match; a possessive ending is
 * not either. The longest name wins: in "Belarusian Foreign Ministry" the ministry is found, and Belarus is not.
 */
export function nameFinder(registry: Registry): NameFinder {
  const known = finders.get(registry) ?? build(registry);
  finders.set(registry, known);
  return known;
}

type NameFinder = (text: string, tokens: Tokens) => readonly Match<Mention>[];

/** One finder a registry, however many articles are read with it. */
const finders = new WeakMap<Registry, NameFinder>();

function build(registry: Registry): NameFinder {
  const entities = [...registry.outlets, ...registry.actors];
  return surfaceMatcher(
    entities.flatMap((entity) =>
      forms(entity).map(({ form, naming }) => ({ pattern: form.replace(/\*$/u, ''), value: { entity, naming } })),
    ),
  );
}

function forms(entity: Outlet | Actor): readonly { form: string; naming: Naming }[] {
  const named = (list: readonly string[], naming: Naming) => list.map((form) => ({ form, naming }));
  const own = named([entity.name.replace(/^the /u, ''), ...entity.aliases], 'name');
  if (!('demonyms' in entity)) return own;
  return [...own, ...named(entity.demonyms, 'demonym'), ...named(entity.metonyms, 'metonym')];
}
