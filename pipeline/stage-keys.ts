import { createHash } from 'node:crypto';
import { MAP_STAGES, type MapInputs, type MapStage } from './layers.ts';
import type { Article } from './model.ts';
import { readCode } from './read/code.ts';
import { readPackage } from './read/package.ts';

/** What tells one way of making each layer from another, in hex. */
export type StageKeys = Readonly<Record<MapStage, string>>;

/** Source that every stage may use. */
const SHARED = ['model.ts', 'layers.ts', 'issue.ts', 'text', 'stats'];

/**
 * The key of each stage: a hash over all that its layer depends on besides the article, and over the key of the stage before.
 * What changes a layer changes its key and those behind it, and no other: a new codebook leaves the attributions as they are.
 */
export function stageKeysOf(inputs: MapInputs): StageKeys {
  let key = hashOf(readPackage().packages, process.versions['unicode'], process.versions.v8.split('.')[0]);
  const keys = MAP_STAGES.map((stage): [MapStage, string] => {
    key = hashOf(key, readCode([...SHARED, stage]), ...RESTS_ON[stage](inputs));
    return [stage, key.slice(0, KEY_DIGITS)];
  });
  return Object.fromEntries(keys) as StageKeys;
}

const KEY_DIGITS = 12;

/** Of the articles as they were read: what they hold is in the key of each. */
export const READ_KEY = 'v1';

/** What each stage is given besides the article. */
const RESTS_ON: Readonly<Record<MapStage, (inputs: MapInputs) => readonly unknown[]>> = {
  tokenise: () => [],
  attribute: ({ registry, lexicons: { cues, roles }, study: { groups, attributionThreshold }, attributionWeights }) => [
    registry,
    cues,
    roles,
    groups,
    attributionThreshold,
    attributionWeights.sha256,
  ],
  score: ({ lexicons, study: { targets, stanceThreshold }, stanceWeights, frameWeights, roleWeights }) => [
    lexicons,
    targets,
    stanceThreshold,
    stanceWeights.sha256,
    frameWeights.sha256,
    roleWeights.sha256,
  ],
  compare: ({ codebooks }) => [codebooks],
};

/** The key of an article: equal for articles that are equal in all that a stage may read. */
export function articleKey(article: Article): string {
  return hashOf({ ...article, sha256: null }).slice(0, ARTICLE_DIGITS);
}

/** 128 bits: that two of a billion articles share a key is less probable than 1 in 10²⁰. */
const ARTICLE_DIGITS = 32;

function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
