import { type Numbers, sumOf } from './numbers.ts';

/** How evenly a word is spread over the parts of a corpus (documents, or outlets). */
export interface Dispersion {
  /** Deviation of proportions: 0 where every part has its share, towards 1 where one small part has all. */
  readonly dp: number;
  /** `dp` over the most that these parts allow, 0 to 1; `null` where there is one part only. */
  readonly dpNorm: number | null;
  /** How many parts have the word. */
  readonly range: number;
}

/**
 * DP of a word that stands counts[i] times in part i of sizes[i] tokens: ½ Σ |counts[i]/f − sizes[i]/L| over all parts
 * (Gries 2008), f and L being the sums; DPnorm = DP / (1 − the least size / L) (Lijffijt and Gries 2012). Parts without
 * tokens are none. `null` for a word that no part has. DP falls as words grow frequent: read it beside the range.
 */
export function dispersion(counts: Numbers, sizes: Numbers): Dispersion | null {
  let least = Infinity;
  for (const size of sizes) if (size > 0) least = Math.min(least, size);
  return sparseDispersion(counts, sizes, sumOf(sizes), least);
}

/**
 * The same from those parts alone that have the word, as an index of words holds them; `total` and `least` are the size
 * of all parts together and of the smallest. A part without the word adds its whole share to the sum, so the others
 * need not be seen.
 */
export function sparseDispersion(counts: Numbers, sizes: Numbers, total: number, least: number): Dispersion | null {
  const frequency = sumOf(counts);
  if (frequency === 0) return null;
  let [deviation, elsewhere, range] = [0, total, 0];
  for (let i = 0; i < counts.length; i++) {
    const [count, size] = [counts[i]!, sizes[i]!];
    if (count === 0) continue;
    range++;
    deviation += Math.abs(count / frequency - size / total);
    elsewhere -= size;
  }
  const dp = (deviation + Math.max(0, elsewhere) / total) / 2;
  return { dp, dpNorm: least < total ? dp / (1 - least / total) : null, range };
}
