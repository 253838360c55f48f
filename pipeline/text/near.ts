/**
 * The candidate that `word` was most likely meant to be: the one fewest edits away, if these are no more than a third of
 * the word's length (one for the shortest words); `null` when none is that near. Ties go to the lower in code-unit order.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let found: string | null = null;
  let fewest = limit + 1;
  for (const candidate of [...candidates].sort()) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = editDistance(word, candidate);
    if (edits < fewest) [found, fewest] = [candidate, edits];
  }
  return found;
}

/** A question to append to a message, with its leading blank (` Did you mean “title”?`), or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const guess = nearest(word, candidates);
  return guess === null ? '' : ` Did you mean “${guess}”?`;
}

/**
 * How many single-character edits turn one word into the other: insertions, deletions, substitutions and swaps of
 * neighbours (optimal string alignment; Damerau 1964, Levenshtein 1966). Case does not count.
 */
function editDistance(a: string, b: string): number {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(
        Math.min(
          (last[column] as number) + 1,
          (next[column - 1] as number) + 1,
          (last[column - 1] as number) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] as number) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = next;
  }
  return last[to.length] as number;
}
