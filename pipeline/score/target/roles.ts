import type { Scene } from './scene.ts';

/** What a verb likely makes of a mention: "agent" is who does it in a passive ("by"), "oblique" stands behind another preposition. */
export interface Role {
  readonly role: 'subject' | 'passive' | 'object' | 'agent' | 'oblique';
  /** Place of the verb. */
  readonly verb: number;
  readonly negated: boolean;
  /** Place of the preposition between verb and mention; `null` without one. */
  readonly preposition: number | null;
}

/** The verbs on either side of a mention that likely govern it. */
export interface Roles {
  readonly after: Role | null;
  readonly before: Role | null;
}

/** Told from tags and word order alone: there is no parser. */
export function rolesOf(scene: Scene, mention: number): Roles {
  return { after: verbAfter(scene, mention), before: verbBefore(scene, mention) };
}

const REACH = { after: 8, before: 6 } as const;
const BE: ReadonlySet<string> = new Set(['be', 'was', 'were', 'is', 'are', 'been', 'being', 'get', 'got', 'gets']);
const RELATIVE: ReadonlySet<string> = new Set(['who', 'that', 'which']);

function verbAfter({ norms, lemmas, pos, forms, length }: Scene, mention: number): Role | null {
  let [negated, passive] = [false, false];
  for (let i = mention + 1; i < Math.min(length, mention + REACH.after + 1); i++) {
    const norm = norms[i]!;
    if (pos[i] === 'VERB') {
      const participle = /(?:ed|en)$/u.test(norm) || (norm !== lemmas[i] && !norm.endsWith('ing'));
      return { role: passive && participle ? 'passive' : 'subject', verb: i, negated, preposition: null };
    }
    if ((pos[i] === 'NOUN' || pos[i] === 'PRON') && !RELATIVE.has(norm)) return null;
    if (forms[i]!.mark === 'negation') negated = true;
    if (BE.has(norm)) passive = true;
  }
  return null;
}

function verbBefore({ norms, pos, negated }: Scene, mention: number): Role | null {
  let preposition: number | null = null;
  for (let i = mention - 1; i >= Math.max(0, mention - REACH.before); i--) {
    const norm = norms[i]!;
    if (norm === ';' || norm === '.' || norm === ':') return null;
    if (pos[i] === 'ADP') preposition ??= i;
    if (pos[i] !== 'VERB') continue;
    const role = preposition === null ? 'object' : norms[preposition] === 'by' ? 'agent' : 'oblique';
    return { role, verb: i, negated: negated[i] === 1, preposition };
  }
  return null;
}

/** The part that the judged mention plays, in one number; 1: it speaks. */
export type Part = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Who speaks is seldom praised or blamed by the words around, so all that is learnt of these hangs on the part. */
export function partOf({ norms, bases, pos, main, length }: Scene, { after, before }: Roles): Part {
  if (after !== null && bases[after.verb]!.reports) return after.role === 'subject' ? 1 : 7;
  const close = before !== null && before.role === 'object' && main - before.verb <= 2;
  const ended = main + 1 >= length || /^[,.;”"’]/u.test(norms[main + 1]!);
  if (close && ended && bases[before.verb]!.reports) return 1;
  if (norms[main - 1] === 'to' && norms[main - 2] === 'according') return 1;
  if (/^['’]s?$/u.test(norms[main + 1] ?? '')) return 2;
  if (after !== null) return after.role === 'subject' ? 3 : 4;
  if (before !== null) return before.role === 'object' ? 5 : 6;
  return pos[main] === 'PRON' ? 8 : 9;
}
