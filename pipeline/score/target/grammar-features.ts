import type { Pos } from '../../model.ts';
import { add, type Case, type Met } from './case.ts';
import { rolesOf, type Role, type Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import { TEMPLATE } from './templates.ts';
import { CLASS } from './word-facts.ts';

/** The verbs that govern the target, what it owns, what explains it, and where it stands. */
export function grammarFeatures(met: Met, { scene, roles, part }: Case): void {
  add(met, TEMPLATE.always, 1, 0);
  add(met, TEMPLATE.part, 1, part);
  verbs(met, scene, roles, 0);
  for (const mention of scene.mentions)
    if (mention !== scene.main) verbs(met, scene, rolesOf(scene, mention), TEMPLATE.verbOfFurther - TEMPLATE.verb);
  phrase(met, scene, part);
  place(met, scene);
  add(met, TEMPLATE.names, 1, Math.min(MOST_NAMES, namesIn(scene)));
}

const ROLE = { subject: 1, passive: 2, object: 3, agent: 4, oblique: 5 } as const;

/** `shift` sets the verbs of further mentions apart from those of the judged one. */
function verbs(met: Met, scene: Scene, { after, before }: Roles, shift: number): void {
  if (after !== null) verb(met, scene, after, shift);
  if (before !== null) verb(met, scene, before, shift);
}

function verb(met: Met, { words, bases, valence }: Scene, one: Role, shift: number): void {
  const role = ROLE[one.role];
  const preposition = one.preposition === null ? 0 : words[one.preposition]!;
  add(met, TEMPLATE.verb + shift, 1, role, words[one.verb], preposition);
  if (one.negated) add(met, TEMPLATE.negatedVerb + shift, 1, role, words[one.verb]);
  if (bases[one.verb]!.reports) add(met, TEMPLATE.reportingVerb + shift, 1, role);
  if (valence[one.verb] !== 0) add(met, TEMPLATE.verbValence + shift, 1, role, valence[one.verb]! > 0 ? 1 : 2);
}

/** "its failure", "Marsh, a trusted friend, …", "the brave mayor". */
function phrase(met: Met, { words, norms, pos, main, length }: Scene, part: number): void {
  if (part === 2) {
    let head = main + 2;
    while (head < Math.min(length, main + 7) && pos[head] !== 'NOUN') head++;
    if (head < Math.min(length, main + 7)) add(met, TEMPLATE.possessed, 1, words[head]!);
  }
  if (norms[main + 1] === ',')
    for (let k = main + 2; k < Math.min(length, main + 9) && norms[k] !== ','; k++)
      add(met, TEMPLATE.apposition, 1, words[k]!);
  for (let k = main - 1; k >= Math.max(0, main - 5) && isModifier(pos[k]!); k--)
    add(met, TEMPLATE.modifier, 1, words[k]!);
}

function isModifier(pos: Pos): boolean {
  return pos === 'NOUN' || pos === 'ADJ' || pos === 'PROPN' || pos === 'DET';
}

const MOST_NAMES = 5;
const LONGEST = 60;

function place(met: Met, { lemmas, quoted, pos, main, length }: Scene): void {
  if (quoted[main] === 1) add(met, TEMPLATE.place, 1, 1);
  if (quoted.includes(1)) add(met, TEMPLATE.place, 1, 2);
  if (main <= 1) add(met, TEMPLATE.place, 1, 3);
  if (main >= length - 3) add(met, TEMPLATE.place, 1, 4);
  if (pos[main] === 'PRON') add(met, TEMPLATE.place, 1, 5);
  if (speaksNear(lemmas, main)) add(met, TEMPLATE.place, 1, 6);
  add(met, TEMPLATE.place, Math.min(length, LONGEST) / LONGEST, 0);
}

function speaksNear(lemmas: readonly string[], main: number): boolean {
  for (let k = Math.max(0, main - 3); k < Math.min(lemmas.length, main + 4); k++)
    if (SPEAKING.has(lemmas[k]!)) return true;
  return false;
}

const SPEAKING: ReadonlySet<string> = new Set('say tell write tweet add argue ask call note claim warn'.split(' '));

function namesIn({ words }: Scene): number {
  let count = 0;
  for (let k = 0; k < words.length; k++) if (words[k] === CLASS.name && words[k - 1] !== CLASS.name) count++;
  return count;
}
