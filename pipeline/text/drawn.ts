import { featureHash, textHash } from './hash.ts';

/** So many of `items` drawn by hash of seed and key, in the order given: neither the first nor the best. All where they are few. */
export function drawn<T>(items: readonly T[], most: number, seed: number, keyOf: (item: T) => string): readonly T[] {
  if (items.length <= most) return items;
  return items
    .map((item, place) => ({ item, place, draw: featureHash(seed, textHash(keyOf(item))) >>> 0 }))
    .sort((a, b) => a.draw - b.draw || a.place - b.place)
    .slice(0, most)
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
