import type { Run } from '../../text/runs.ts';
import type { Found } from './lexicon.ts';
import { headOf } from './phrases.ts';
import type { Scene } from './scene.ts';
import type { Parts } from './verbs.ts';

/** Whether an act is one of harm: none to what has no body, and of words with peaceful senses only beside what decides. */
export function counts(scene: Scene, act: Found, { form, agent, patient }: Parts): boolean {
  if (patient !== null && (isAbstract(scene, patient) || isSelf(scene, patient))) return false;
  if (form === 'active' && patient === null && INCHOATIVE.has(act.term)) return false;
  if (!act.doubtful) return true;
  if (form === 'nominalised')
    return isForcible(scene, agent, true) || isBodily(scene, patient) || isModified(scene, act);
  if (act.term === 'attack' && isPerson(scene, agent) && !isPlace(scene, patient)) return false;
  return isBodily(scene, patient) || isForcible(scene, agent, patient === null && act.term === 'attack');
}

/** Without an object nobody does it: "the munitions blew up". */
const INCHOATIVE: ReadonlySet<string> = new Set(['blow up', 'burn down', 'starve']);

function isAbstract({ tokens, words }: Scene, run: Run): boolean {
  const last = tokens.lemmas[run[1] - 1]!;
  return words.abstract.has(last) && !words.concrete.has(last);
}

/** "shot themselves in the foot": nobody harms another. */
function isSelf({ tokens: { norms } }: Scene, [first]: Run): boolean {
  return /sel(?:f|ves)$/u.test(norms[first]!);
}

/** A body, weapon or force, a place, a country. */
function isBodily(scene: Scene, run: Run | null): boolean {
  if (run === null) return false;
  const { tokens, words } = scene;
  const [last, head] = [run[1] - 1, headOf(scene, run)];
  if (words.concrete.has(tokens.lemmas[last]!) || words.concrete.has(tokens.norms[last]!)) return true;
  if (words.concrete.has(tokens.lemmas[head]!)) return true;
  const name = scene.nameAt(last);
  return name !== null && (PLACES.has(name.value.entity.type) || name.value.naming === 'demonym');
}

/** Persons attack in words: "a list of people attacked by the mayor". */
function isPerson({ nameAt }: Scene, run: Run | null): boolean {
  return run !== null && nameAt(run[1] - 1)?.value.entity.type === 'person';
}

function isPlace({ nameAt }: Scene, run: Run | null): boolean {
  return run !== null && PLACES.has(nameAt(run[1] - 1)?.value.entity.type ?? '');
}

const PLACES: ReadonlySet<string> = new Set(['place', 'country']);

/** Weapons and forces; of nouns also whoever has a name or a country. */
function isForcible({ tokens, words, nameAt }: Scene, run: Run | null, named: boolean): boolean {
  if (run === null) return false;
  for (let i = run[0]; i < run[1]; i++) {
    const lemma = tokens.lemmas[i]!;
    if (words.weapons.has(lemma) || words.forces.has(lemma)) return true;
    const name = nameAt(i);
    if (named && name !== null && name.value.entity.type !== 'person' && name.value.entity.type !== 'outlet')
      return true;
  }
  return false;
}

/** "a deadly attack", "the rocket and artillery attack". */
function isModified({ tokens: { norms, lemmas, pos }, words }: Scene, { first }: Found): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) {
    if (!/^(?:ADJ|NOUN|PROPN|NUM|CCONJ|PUNCT)$/u.test(pos[i]!)) return false;
    if (words.weapons.has(lemmas[i]!) || VIOLENT.has(norms[i]!)) return true;
  }
  return false;
}

const VIOLENT: ReadonlySet<string> = new Set(
  'deadly military air aerial nuclear chemical ground enemy armed night overnight suicide precision fatal brutal indiscriminate amphibious naval terrorist'.split(
    ' ',
  ),
);
