import { featureHash } from '../../text/hash.ts';
import type { Add } from './case.ts';
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

/** All features of a scene that hang on it alone. */
export function featuresOf(scene: Scene): Features {
  const roles = rolesOf(scene, scene.main);
  const one = { ...scene, roles, part: partOf(scene, roles) };
  return collected((add) => {
    wordFeatures(one, add);
    grammarFeatures(one, add);
    sumFeatures(one, add);
  });
}

/** The features that hang on what training learnt of each word's tone as well. */
export function tonedFeatures(scene: Scene, tones: Tones): Features {
  const roles = rolesOf(scene, scene.main);
  return collected((add) => {
    toneFeatures({ ...scene, roles, part: partOf(scene, roles) }, tones, add);
  });
}

function collected(fill: (add: Add) => void): Features {
  const features: { keys: number[]; values: number[] } = { keys: [], values: [] };
  const seen = new Set([0]);
  fill((template, value, a, b = 0, c = 0, d = 0) => {
    const key = featureHash(template, a, b, c, d);
    if (value === 0 || seen.has(key)) return;
    seen.add(key);
    features.keys.push(key);
    features.values.push(value);
  });
  return features;
}
