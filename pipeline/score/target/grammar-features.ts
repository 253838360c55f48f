import type { Add, Case } from './case.ts';
import { isReporting, rolesOf, type Role, type Roles } from './roles.ts';
import { CLASS } from './scene.ts';
import { TEMPLATE } from './templates.ts';

/** The verbs that govern the target, what it owns, what explains it, and where it stands. */
export function grammarFeatures(one: Case, add: Add): void {
  add(TEMPLATE.always, 1, 0);
  add(TEMPLATE.part, 1, one.part);
  verbs(one, one.roles, 0, add);
  for (const mention of one.mentions)
    if (mention !== one.main) verbs(one, rolesOf(one, mention), TEMPLATE.verbOfFurther - TEMPLATE.verb, add);
  phrase(one, add);
  place(one, add);
  add(TEMPLATE.names, 1, Math.min(MOST_NAMES, namesIn(one)));
}

const ROLE = { subject: 1, passive: 2, object: 3, agent: 4, oblique: 5 } as const;

/** `shift` sets the verbs of further mentions apart from those of the judged one. */
function verbs(one: Case, { after, before }: Roles, shift: number, add: Add): void {
  for (const role of [after, before]) if (role !== null) verb(one, role, shift, add);
}

function verb({ words, lemmas, valence }: Case, one: Role, shift: number, add: Add): void {
  const role = ROLE[one.role];
  const preposition = one.preposition === null ? 0 : words[one.preposition]!;
  add(TEMPLATE.verb + shift, 1, role, words[one.verb], preposition);
  if (one.negated) add(TEMPLATE.negatedVerb + shift, 1, role, words[one.verb]);
  if (isReporting(lemmas[one.verb]!)) add(TEMPLATE.reportingVerb + shift, 1, role);
  if (valence[one.verb] !== 0) add(TEMPLATE.verbValence + shift, 1, role, valence[one.verb]! > 0 ? 1 : 2);
}

/** "its failure", "Marsh, a trusted friend, …", "the brave mayor". */
function phrase({ words, norms, pos, main, length, part }: Case, add: Add): void {
  if (part === 2) {
    const head = pos.findIndex((tag, k) => k >= main + 2 && k < main + 7 && tag === 'NOUN');
    if (head >= 0) add(TEMPLATE.possessed, 1, words[head]!);
  }
  if (norms[main + 1] === ',')
    for (let k = main + 2; k < Math.min(length, main + 9) && norms[k] !== ','; k++)
      add(TEMPLATE.apposition, 1, words[k]!);
  for (let k = main - 1; k >= Math.max(0, main - 5) && /^(?:NOUN|ADJ|PROPN|DET)$/u.test(pos[k]!); k--)
    add(TEMPLATE.modifier, 1, words[k]!);
}

const MOST_NAMES = 5;
const LONGEST = 60;

function place({ lemmas, quoted, pos, main, length }: Case, add: Add): void {
  const speaks = lemmas.some((lemma, k) => Math.abs(k - main) <= 3 && SPEAKING.has(lemma));
  const facts = [quoted[main] === 1, quoted.includes(1), main <= 1, main >= length - 3, pos[main] === 'PRON', speaks];
  facts.forEach((holds, k) => {
    if (holds) add(TEMPLATE.place, 1, k + 1);
  });
  add(TEMPLATE.place, Math.min(length, LONGEST) / LONGEST, 0);
}

const SPEAKING: ReadonlySet<string> = new Set('say tell write tweet add argue ask call note claim warn'.split(' '));

function namesIn({ words }: Case): number {
  return words.reduce((count, word, k) => (word === CLASS.name && words[k - 1] !== CLASS.name ? count + 1 : count), 0);
}
