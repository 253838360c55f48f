/** Sums by 32-bit key, in the order in which the keys came first. Made for speed: a number a key, nothing else. */
export interface Tally {
  readonly keys: Int32Array;
  readonly sums: Float64Array;
  /** How many keys there are. */
  size: number;
  /** For each slot the place of its key, plus 1; 0 where it is free. */
  readonly slots: Int32Array;
}

/** A tally that holds at most so many keys. */
export function tallyFor(most: number): Tally {
  const slots = 2 ** Math.ceil(Math.log2(2 * Math.max(1, most)));
  return { keys: new Int32Array(most), sums: new Float64Array(most), size: 0, slots: new Int32Array(slots) };
}

/** Adds to the sum of a key, and returns the key's place. */
export function tally(into: Tally, key: number, amount: number): number {
  const { keys, sums, slots } = into;
  const last = slots.length - 1;
  let slot = key & last;
  while (slots[slot] !== 0 && keys[slots[slot]! - 1] !== key) slot = (slot + 1) & last;
  if (slots[slot] === 0) {
    keys[into.size] = key;
    slots[slot] = ++into.size;
  }
  const place = slots[slot]! - 1;
  sums[place]! += amount;
  return place;
}
