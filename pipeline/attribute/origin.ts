import type { Entity, Group, Registry } from '../model.ts';

/**
 * The group of the outlet whose voice a statement reaches the reader through. `chain`: publisher, relays, speaker,
 * outermost first. The innermost outlet, official body or unnamed media of a country decides; `null` where it belongs to
 * no group, or where there is none.
 */
export function originOf(
  chain: readonly (Entity | null)[],
  registry: Registry,
  groups: readonly Group[],
): string | null {
  const voice = chain.findLast((entity) => entity !== null && carriesVoice(entity, registry)) ?? null;
  return voice === null ? null : groupOf(voice, groups);
}

/** An outlet or official body of the registry, or media that the text does not name. */
function carriesVoice(entity: Entity, registry: Registry): boolean {
  return entity.type === 'outlet' || isMedia(entity) || outletIds(registry).has(entity.id);
}

function outletIds(registry: Registry): ReadonlySet<string> {
  const ids = known.get(registry) ?? new Set(registry.outlets.map(({ id }) => id));
  known.set(registry, ids);
  return ids;
}

/** One set a registry, however many articles are read with it. */
const known = new WeakMap<Registry, ReadonlySet<string>>();

function groupOf(entity: Entity, groups: readonly Group[]): string | null {
  const member = groups.find(({ members }) => members.includes(entity.id));
  if (member !== undefined) return member.id;
  const { country } = entity;
  if (!isMedia(entity) || country === null) return null;
  return groups.find(({ countries }) => countries.includes(country))?.id ?? null;
}

/** "Russian media", "British newspapers": outlets that the text does not name. */
function isMedia({ type, name }: Entity): boolean {
  return (
    type === 'group' &&
    /\b(?:media|press|newspapers?|outlets?|broadcasters?|television|channels?|agenc(?:y|ies))\b/iu.test(name)
  );
}
