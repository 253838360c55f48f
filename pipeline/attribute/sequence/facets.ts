import { featureHash } from '../../text/hash.ts';
import { keyOfHash } from '../../text/table.ts';

/** Features of tokens in bundles ("facets"). Neighbours often share one: it is kept, and added up, once. */
export interface Facets {
  /** How many facets a token has. */
  readonly width: number;
  /** `width` numbers of facets a token. */
  readonly of: Int32Array;
  /** Keys of features; those of facet f stand at [ends[f − 1], ends[f]). */
  readonly keys: Int32Array;
  readonly ends: Int32Array;
}

/** Writes facets token by token, in the order of the text. */
export interface FacetWriter {
  /**
   * Whether facet `k` of this token differs from the one before: what decides its features is given by up to five small
   * numbers. If so a new one is opened, and its features must be written by `emit`.
   */
  readonly opens: (k: number, a: number, b?: number, c?: number, d?: number, e?: number) => boolean;
  readonly emit: (template: number, a: number, b?: number, c?: number, d?: number) => void;
  /** Gives token `i` the facets as they are now. */
  readonly close: (i: number) => void;
  readonly facets: () => Facets;
}

/** How many numbers decide a facet. */
const PARTS = 5;

/** A writer for so many tokens, each with `width` facets. */
export function facetWriter(length: number, width: number): FacetWriter {
  const of = new Int32Array(length * width);
  const ends = new Int32Array(length * width);
  const seen = new Int32Array(width * PARTS);
  const current = new Int32Array(width).fill(-1);
  let keys: Int32Array = new Int32Array(1024);
  let [count, at] = [0, 0];
  return {
    opens(k, a, b = 0, c = 0, d = 0, e = 0) {
      const s = k * PARTS;
      const isSame = seen[s] === a && seen[s + 1] === b && seen[s + 2] === c && seen[s + 3] === d && seen[s + 4] === e;
      if (isSame && current[k]! >= 0) return false;
      seen[s] = a;
      seen[s + 1] = b;
      seen[s + 2] = c;
      seen[s + 3] = d;
      seen[s + 4] = e;
      if (count > 0) ends[count - 1] = at;
      current[k] = count++;
      return true;
    },
    emit(template, a, b = 0, c = 0, d = 0) {
      if (at === keys.length) keys = grown(keys);
      keys[at++] = keyOfHash(featureHash(template, a, b, c, d));
    },
    close(i) {
      for (let k = 0; k < width; k++) of[i * width + k] = current[k]!;
    },
    facets() {
      if (count > 0) ends[count - 1] = at;
      return { width, of, keys: keys.subarray(0, at), ends: ends.subarray(0, count) };
    },
  };
}

function grown(column: Int32Array): Int32Array {
  const larger = new Int32Array(2 * column.length);
  larger.set(column);
  return larger;
}
