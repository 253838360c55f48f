/** A list of numbers: an array or a typed one. */
export type Numbers = ArrayLike<number> & Iterable<number>;

/** Their sum; 0 of none. */
export function sumOf(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
