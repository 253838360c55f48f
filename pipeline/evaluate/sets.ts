/** How many members two sets share. */
export function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return [...a].filter((member) => b.has(member)).length;
}

/** Shared members over all members (Jaccard 1901), in [0, 1]; two empty sets are equal: 1. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const both = shared(a, b);
  const either = a.size + b.size - both;
  return either === 0 ? 1 : both / either;
}

/** Whether two sets share a member, or are both empty: an absent role agrees with an absent role. */
export function agree<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return (a.size === 0 && b.size === 0) || shared(a, b) > 0;
}

/** Whether two sets have the same members. */
export function equal<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && shared(a, b) === a.size;
}

/** All members of some sets. */
export function union<T>(sets: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** The entry with the greatest value, of equal ones the first; `null` of none. */
export function greatest<T>(entries: readonly T[], value: (entry: T) => number): T | null {
  let best: { readonly entry: T; readonly value: number } | null = null;
  for (const entry of entries) {
    const here = value(entry);
    if (best === null || here > best.value) best = { entry, value: here };
  }
  return best === null ? null : best.entry;
}
