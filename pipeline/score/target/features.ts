import { nothingMet, type Case, type Met } from './case.ts';
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
  const met = nothingMet();
  meetFeatures(met, caseOf(scene));
  return listed(met);
}

/** The features that hang on what training learnt of each word's tone as well. */
export function tonedFeatures(scene: Scene, tones: Tones): Features {
  const met = nothingMet();
  toneFeatures(met, caseOf(scene), tones);
  return listed(met);
}

/** A scene with what the grammar makes of it. */
export function caseOf(scene: Scene): Case {
  const roles = rolesOf(scene, scene.main);
  return { scene, roles, part: partOf(scene, roles) };
}

/** Meets all features of a case that hang on it alone. */
export function meetFeatures(met: Met, one: Case): void {
  wordFeatures(met, one);
  grammarFeatures(met, one);
  sumFeatures(met, one);
}

function listed({ keys, values, count }: Met): Features {
  return { keys: [...keys.subarray(0, count)], values: [...values.subarray(0, count)] };
}
