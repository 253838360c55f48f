import { rowOf } from '../../text/table.ts';
import { partOf, rolesOf, type Role } from './roles.ts';
import type { Scene } from './scene.ts';
import { CLASS } from './word-facts.ts';
import { textHash } from '../../text/hash.ts';
import { remembered } from '../../text/remembered.ts';
import { tagIndex } from '../../text/tags.ts';
import { LEXICON, LEXICON_STEP, type Vectors } from './vectors.ts';

/** What the network reads of a scene: a row of columns for each place, and the part of the judged mention (`partOf`). */
export interface Inputs {
  readonly length: number;
  /** Row of the word in `Vectors`; below `SPECIALS.length` one of these. */
  readonly rows: Int32Array;
  readonly tags: Uint8Array;
  /** Places from the nearest mention, 0 … 2 × `FARTHEST`; `FARTHEST` is the mention itself. */
  readonly distances: Uint8Array;
  /** `FEATURES` numbers a place; most are 0. */
  readonly features: Float32Array;
  readonly part: number;
}

/** Distances beyond this count as this. */
export const FARTHEST = 15;

/** Ten marks (mention, judged mention, near, quoted, negated, five roles of verbs), then values of three lexicons. */
export const FEATURES = 19;

/** What has a vector of its own that training learns, in the order of their rows. */
export const SPECIALS = ['unknown', 'target', 'number', 'name', 'a', 's', 'i', 'dash'] as const;

const SPECIAL_ROWS: ReadonlyMap<string, number> = new Map([
  ['a', 4],
  ['’s', 5],
  ["'s", 5],
  ['i', 6],
  ['—', 7],
  ['–', 7],
  ['--', 7],
]);

const ROLE_MARK = { subject: 5, passive: 6, object: 7, agent: 8, oblique: 9 } as const;
const [AFINN_AT, WIDE_AT] = [10, 13];
const AFINN_SCALE = 3;
const TURNED = -0.7;

/** The network's inputs for a scene. */
export function inputsOf(scene: Scene, vectors: Vectors): Inputs {
  const { length, distance, valence } = scene;
  const rows = new Int32Array(length);
  const tags = new Uint8Array(length);
  const distances = new Uint8Array(length);
  const features = new Float32Array(length * FEATURES);
  for (let i = 0; i < length; i++) {
    rows[i] = wordRow(scene, i, vectors);
    tags[i] = tagIndex(scene.pos[i]!);
    distances[i] = FARTHEST + Math.max(-FARTHEST, Math.min(FARTHEST, distance[i]!));
    mark(scene, i, features);
    split(features, i * FEATURES + AFINN_AT, 1, 0, valence[i]! / AFINN_SCALE);
    if (rows[i]! >= SPECIALS.length) lexicons(features, i, rows[i]! - SPECIALS.length, scene, vectors);
  }
  markVerbs(scene, features);
  return { length, rows, tags, distances, features, part: partOf(scene, rolesOf(scene, scene.main)) };
}

const hashed = remembered(textHash);

function wordRow({ distance, words, pos, norms, lemmas, forms }: Scene, i: number, { known }: Vectors): number {
  if (distance[i] === 0) return 1;
  if (words[i] === CLASS.number) return 2;
  if (pos[i] === 'PROPN') return 3;
  const special = SPECIAL_ROWS.get(norms[i]!);
  if (special !== undefined) return special;
  const own = rowOf(known, forms[i]!.hash);
  const found = own === 0 ? rowOf(known, hashed(lemmas[i]!)) : own;
  return found === 0 ? 0 : known.values[found]!;
}

function mark({ distance, main, near, quoted, negated }: Scene, i: number, features: Float32Array): void {
  const at = i * FEATURES;
  if (distance[i] === 0) features[at] = 1;
  if (i === main) features[at + 1] = 1;
  features[at + 2] = near[i]!;
  features[at + 3] = quoted[i]!;
  features[at + 4] = negated[i]!;
}

function markVerbs(scene: Scene, features: Float32Array): void {
  const markOne = (role: Role | null): void => {
    if (role !== null) features[role.verb * FEATURES + ROLE_MARK[role.role]] = 1;
  };
  for (const mention of scene.mentions) {
    const { after, before } = rolesOf(scene, mention);
    markOne(after);
    markOne(before);
  }
}

function lexicons(features: Float32Array, i: number, word: number, { negated }: Scene, { lexicon }: Vectors): void {
  const worth = LEXICON_STEP * (negated[i] === 1 ? TURNED : 1);
  for (let k = 0; k < LEXICON; k++)
    split(features, i * FEATURES + WIDE_AT, LEXICON, k, lexicon[word * LEXICON + k]! * worth);
}

/** A value, then its size if it is good, then its size if it is bad; the three of `width` lexicons lie side by side. */
function split(features: Float32Array, at: number, width: number, k: number, value: number): void {
  if (value === 0) return;
  features[at + k] = value;
  features[at + (value > 0 ? width : 2 * width) + k] = Math.abs(value);
}
