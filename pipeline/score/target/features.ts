import { featureHash } from '../../text/hash.ts';
import type { Add, Case } from './case.ts';
import { grammarFeatures } from './grammar-features.ts';
import { partOf, rolesOf } from './roles.ts';
import type { Scene } from './scene.ts';
import { sumFeatures, toneFeatures } from './sum-features.ts';
import type { Tones } from './tones.ts';
import { wordFeatures } from './word-features.ts';

/** Features of a case: their keys, each once and never 0, and what each is worth (most are 1). */
export interface Features {
  readonly keys: readonly number[];
  readonly values: readonly number[];
}

/** Takes a feature; the same key may come again, and then counts no more. */
export type Take = (key: number, value: number) => void;

/** All features of a scene that hang on it alone. */
export function featuresOf(scene: Scene): Features {
  return collected((take) => {
    eachFeature(caseOf(scene), take);
  });
}

/** The features that hang on what training learnt of each word's tone as well. */
export function tonedFeatures(scene: Scene, tones: Tones): Features {
  return collected((take) => {
    eachToned(caseOf(scene), tones, take);
  });
}

/** A scene with what the grammar makes of it. */
export function caseOf(scene: Scene): Case {
  const roles = rolesOf(scene, scene.main);
  return { ...scene, roles, part: partOf(scene, roles) };
}

/** Gives all features of a case that hang on it alone. */
export function eachFeature(one: Case, take: Take): void {
  const add = keyed(take);
  wordFeatures(one, add);
  grammarFeatures(one, add);
  sumFeatures(one, add);
}

/** Gives those that hang on tones as well. */
export function eachToned(one: Case, tones: Tones, take: Take): void {
  toneFeatures(one, tones, keyed(take));
}

function keyed(take: Take): Add {
  return (template, value, a, b = 0, c = 0, d = 0) => {
    if (value === 0) return;
    const key = featureHash(template, a, b, c, d);
    if (key !== 0) take(key, value);
  };
}

function collected(fill: (take: Take) => void): Features {
  const features: { keys: number[]; values: number[] } = { keys: [], values: [] };
  const seen = new Set<number>();
  fill((key, value) => {
    if (seen.has(key)) return;
    seen.add(key);
    features.keys.push(key);
    features.values.push(value);
  });
  return features;
}
