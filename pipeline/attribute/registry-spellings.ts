import type { Actor, Registry } from '../model.ts';
import { foldWord, fullKey, nameWords } from './name-forms.ts';

/** The person of the registry whom a name means in another spelling than the ones listed; `null` if none, or if two could be meant. */
export function actorSpelt(registry: Registry, words: readonly string[]): Actor | null {
  const index = indexes.get(registry) ?? build(registry);
  indexes.set(registry, index);
  const key = words.length > 1 ? fullKey(words) : foldWord(words[0] ?? '');
  return index.get(key) ?? null;
}

/** One index a registry, however many articles are read with it. */
const indexes = new WeakMap<Registry, ReadonlyMap<string, Actor | null>>();

function build(registry: Registry): ReadonlyMap<string, Actor | null> {
  const index = new Map<string, Actor | null>();
  for (const actor of registry.actors) {
    if (actor.type !== 'person') continue;
    for (const form of [actor.name, ...actor.aliases]) {
      const words = nameWords(form);
      const key = words.length > 1 ? fullKey(words) : foldWord(words[0] ?? '');
      const other = index.get(key);
      index.set(key, other === undefined || other === actor ? actor : null);
    }
  }
  return index;
}
