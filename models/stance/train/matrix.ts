import { tonedFeatures, type Features } from '../../../pipeline/score/target/features.ts';
import type { Example } from './corpus.ts';
import { countTones, lookUp } from './word-tones.ts';

/** Cases as a sparse matrix: the features of case i stand at [ends[i − 1], ends[i]), each with its row and its value. */
export interface Cases {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly ends: Int32Array;
  readonly labels: Uint8Array;
}

/** Features by key with the number of their row, and how many cases have each. */
export interface Vocabulary {
  readonly rows: ReadonlyMap<number, number>;
  readonly counts: readonly number[];
}

/** A feature of fewer cases tells nothing. */
const FEWEST = 2;
const PARTS = 8;

/**
 * The features of each example, with those of the tones. A model trained on tones that know their own sentence would
 * trust them too much: the tones of an eighth of the sentences are counted on the other seven.
 */
export function featuresToLearn(examples: readonly Example[]): readonly (readonly Features[])[] {
  const partOf = ({ group }: Example): number => Math.floor(group / 16) % PARTS;
  const tones = Array.from({ length: PARTS }, (_, part) =>
    lookUp(countTones(examples.filter((example) => partOf(example) !== part))),
  );
  return examples.map((example) => [example.features, tonedFeatures(example.scene, tones[partOf(example)]!)]);
}

/** The features that are worth a weight. */
export function vocabularyOf(features: readonly (readonly Features[])[]): Vocabulary {
  const counts = new Map<number, number>();
  for (const parts of features)
    for (const { keys } of parts) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST);
  return { rows: new Map(kept.map(([key], row) => [key, row])), counts: kept.map(([, count]) => count) };
}

/** The matrix of the features that the vocabulary knows. */
export function casesOf(
  features: readonly (readonly Features[])[],
  labels: readonly number[],
  { rows: known }: Vocabulary,
): Cases {
  const rows: number[] = [];
  const values: number[] = [];
  const ends = features.map((parts) => {
    for (const part of parts)
      part.keys.forEach((key, n) => {
        const row = known.get(key);
        if (row === undefined) return;
        rows.push(row);
        values.push(part.values[n]!);
      });
    return rows.length;
  });
  return {
    rows: Int32Array.from(rows),
    values: Float64Array.from(values),
    ends: Int32Array.from(ends),
    labels: Uint8Array.from(labels),
  };
}
