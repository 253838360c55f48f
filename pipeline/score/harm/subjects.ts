import type { Run } from '../../text/runs.ts';
import { phraseBefore, plainBefore } from './phrases.ts';
import type { Scene } from './scene.ts';
import { BE, INTENTS, MARK, RELATIVES, SAYING, STEERING, TIMES } from './words.ts';

/** How many clauses back a subject is looked for. */
const DEEPEST = 4;

/** Over how many tokens the verb of an earlier clause is looked for. */
const REACH = 30;

/**
 * The noun phrase that the verb or auxiliary at `start` has for a subject, as word order tells: right before it, before a
 * relative pronoun, the subject of the clause that it is joined to, or whoever an infinitive or "-ing" form leaves to the
 * verb above it. `null` where none is found. `from` is the sentence's first token.
 */
export function subjectOf(scene: Scene, start: number, from: number, depth = 0): Run | null {
  const { norms, lemmas, pos } = scene.tokens;
  const at = beforeAsides(scene, start - 1, from);
  if (at < from || depth > DEEPEST) return null;
  if (norms[start] === 'to') return ofInfinitive(scene, at, from, depth);
  const relative = RELATIVES.has(norms[at]!) && pos[at] !== 'NOUN';
  if (relative) return antecedent(scene, at, from);
  const phrase = phraseBefore(scene, at, from);
  if (phrase !== null) return whole(scene, phrase, from);
  if (pos[at] === 'ADP' || pos[at] === 'SCONJ') return ofGerund(scene, start, at, from, depth);
  if (pos[at] === 'CCONJ' || norms[at] === ',' || norms[at] === '-' || pos[at] === 'ADV')
    return above(scene, at, from, depth);
  if (pos[at] !== 'VERB') return null;
  const embedded = pos[start] === 'AUX' && SAYING.has(lemmas[at]!) ? relativeBefore(scene, at, from) : null;
  return embedded === null ? ofVerb(scene, at, from, depth) : antecedent(scene, embedded, from);
}

/** "the centre, which locals said was destroyed": the pronoun before the sayers. */
function relativeBefore({ tokens: { norms } }: Scene, verb: number, from: number): number | null {
  for (let i = verb - 1; i > Math.max(from, verb - 6); i--) if (norms[i] === 'which' || norms[i] === 'who') return i;
  return null;
}

/** The noun phrase that a relative pronoun stands for. Of places and countries the noun before their preposition: "a strike on Saltby which". */
export function antecedent(scene: Scene, relative: number, from: number): Run | null {
  const { norms, pos } = scene.tokens;
  let at = relative - 1;
  while (at >= from && /^[,"”’]$/u.test(norms[at]!)) at--;
  if (pos[at] === 'ADP') at--;
  while (at >= from && (TIMES.has(norms[at]!) || (pos[at] === 'ADP' && TIMES.has(norms[at + 1]!)))) at--;
  const phrase = phraseBefore(scene, at, from);
  if (phrase === null) return null;
  const type = scene.nameAt(at)?.value.entity.type;
  const isAct =
    pos[phrase[0] - 1] === 'ADP' && scene.words.acts.get(norms[phrase[0] - 2]!)?.some(({ noun }) => noun) === true;
  if (isAct) return plainBefore(scene, phrase[0] - 2, from);
  const isPlace = type === 'place' || type === 'country';
  return isPlace && pos[phrase[0] - 1] === 'ADP' && norms[phrase[0] - 1] !== 'of' ? whole(scene, phrase, from) : phrase;
}

/** Back over quotation marks, days ("Upland on Monday") and what stands between two commas. */
function beforeAsides(scene: Scene, last: number, from: number): number {
  const { norms, pos } = scene.tokens;
  let at = last;
  while (at > from && (MARK.test(norms[at]!) || /^[)\]]$/u.test(norms[at]!) || pos[at] === 'ADV')) at--;
  const timed = at;
  while (at > from && TIMES.has(norms[at]!)) at--;
  if (at < timed)
    return pos[at] === 'ADP' || pos[at] === 'ADJ' || pos[at] === 'DET'
      ? beforeAsides(scene, skipBack(scene, at), from)
      : at;
  return norms[at] === ',' ? (asideStart(scene, at, from) ?? at) : at;
}

function skipBack({ tokens: { pos } }: Scene, at: number): number {
  let i = at;
  while (pos[i] === 'ADP' || pos[i] === 'ADJ' || pos[i] === 'DET' || pos[i] === 'ADV') i--;
  return i;
}

/** Token before the comma that opens an aside, which has no verb of its own. */
function asideStart({ tokens: { norms, pos } }: Scene, comma: number, from: number): number | null {
  for (let i = comma - 1; i > Math.max(from, comma - 15); i--) {
    if (norms[i] === ',') return comma - i > 1 && pos[i - 1] !== 'VERB' ? i - 1 : null;
    if ((pos[i] === 'VERB' && norms[i] !== 'including') || pos[i] === 'AUX') return null;
  }
  return null;
}

/** The phrase with the noun that it hangs on ("a missile strike on Saltby") and what it is joined with by "and". */
function whole(scene: Scene, phrase: Run, from: number): Run {
  const { norms, pos } = scene.tokens;
  if (pos[phrase[0]] === 'PRON' && phrase[1] - phrase[0] === 1) return phrase;
  let before = phrase[0] - 1;
  while (before > from && MARK.test(norms[before]!) && !MARK.test(norms[before - 1]!)) before--;
  const modified = before > from ? beforeModifier(scene, before, from) : null;
  if (modified !== null) return whole(scene, modified, from);
  if (before > from && LINKS.has(norms[before]!)) {
    const head = phraseBefore(scene, before - 1, from);
    if (head !== null && pos[before - 1] !== 'PRON') return whole(scene, head, from);
  }
  if (before > from && norms[before] === 'and') {
    const other = phraseBefore(scene, before - 1, from);
    const opens = other !== null && (other[0] === from || /^(?:PUNCT|SCONJ|CCONJ)$/u.test(pos[other[0] - 1]!));
    if (opens) return [other[0], phrase[1]];
  }
  return phrase;
}

/** "a drone targeting the plant", "a man who fought in Saltby": the noun before a participle or relative clause. */
function beforeModifier(scene: Scene, before: number, from: number): Run | null {
  const { norms, lemmas, pos } = scene.tokens;
  const verb = LINKS.has(norms[before]!) && pos[before - 1] === 'VERB' ? before - 1 : before;
  if (pos[verb] !== 'VERB' || SAYING.has(lemmas[verb]!)) return null;
  if (verb === before && norms[verb]!.endsWith('ing') && norms[verb] !== 'including')
    return phraseBefore(scene, verb - 1, from);
  if (verb < before && norms[verb]!.endsWith('ed') && phraseBefore(scene, verb - 1, from) !== null)
    return phraseBefore(scene, verb - 1, from);
  for (let i = verb - 1; i > Math.max(from, verb - RELATIVE_REACH); i--) {
    if (norms[i] === 'who' || norms[i] === 'which')
      return phraseBefore(scene, norms[i - 1] === ',' ? i - 2 : i - 1, from);
  }
  return null;
}

/** Over how many tokens from a verb back its relative pronoun is looked for. */
const RELATIVE_REACH = 4;

const LINKS: ReadonlySet<string> = new Set([
  'of',
  'in',
  'on',
  'at',
  'near',
  'from',
  'against',
  'with',
  'around',
  'outside',
  'inside',
  'for',
  'into',
]);

/** "decided to shell", "Upland’s decision to shell", "ordered troops to shell", "is ready to shell". */
function ofInfinitive(scene: Scene, at: number, from: number, depth: number): Run | null {
  const { norms, lemmas, pos } = scene.tokens;
  if (pos[at] === 'AUX' && BE.has(norms[at]!)) return null;
  if (pos[at] === 'VERB' || pos[at] === 'AUX') return ofVerb(scene, at, from, depth);
  const phrase = phraseBefore(scene, at, from);
  if (phrase === null) return pos[at] === 'ADJ' ? above(scene, at, from, depth) : null;
  if (INTENTS.has(lemmas[at]!)) {
    for (let i = at - 1; i >= phrase[0]; i--)
      if (scene.nameAt(i) !== null || (pos[i] === 'PRON' && i < at)) return [phrase[0], i + 1];
    return above(scene, phrase[0], from, depth);
  }
  if (MEANS.has(lemmas[phrase[0] - 1]!)) return ofVerb(scene, phrase[0] - 1, from, depth);
  return STEERING.has(lemmas[phrase[0] - 1]!) || norms[at] === 'forces' ? phrase : null;
}

/** Verbs whose object is the means: "used rockets to shell". */
const MEANS: ReadonlySet<string> = new Set(['use', 'employ', 'deploy', 'launch']);

/** "by shelling", "after shelling": the subject above; "accused Upland of shelling": Upland. */
function ofGerund(scene: Scene, start: number, at: number, from: number, depth: number): Run | null {
  const { norms, lemmas, pos } = scene.tokens;
  if (!norms[start]!.endsWith('ing')) return null;
  if (norms[at] === 'of' || norms[at] === 'for' || norms[at] === 'from') {
    const phrase = phraseBefore(scene, at - 1, from);
    if (
      phrase !== null &&
      (STEERING.has(lemmas[phrase[0] - 1]!) || (norms[at] === 'for' && pos[phrase[0] - 1] === 'VERB'))
    )
      return phrase;
    if (phrase !== null && pos[phrase[0] - 1] !== 'VERB') return null;
  }
  return above(scene, at, from, depth);
}

function ofVerb(scene: Scene, verb: number, from: number, depth: number): Run | null {
  const { pos, norms } = scene.tokens;
  let start = verb;
  while (
    start > from &&
    (pos[start - 1] === 'AUX' ||
      pos[start - 1] === 'ADV' ||
      BE.has(norms[start - 1]!) ||
      /^(?:not|n't|to)$/u.test(norms[start - 1]!))
  )
    start--;
  while (start < verb && pos[start] === 'ADV') start++;
  return subjectOf(scene, start, from, depth + 1);
}

/** The subject of the nearest clause before `at`; of a passive one nobody, for whoever suffers there does nothing. */
function above(scene: Scene, at: number, from: number, depth: number): Run | null {
  const { pos, norms } = scene.tokens;
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    if (/^[;:]$/u.test(norms[i]!)) return null;
    if (pos[i] !== 'VERB' && !(pos[i] === 'AUX' && BE.has(norms[i]!))) continue;
    if (pos[i] === 'VERB' && !isFinite(scene, i, from)) continue;
    return isPassive(scene, i) ? null : ofVerb(scene, i, from, depth);
  }
  return null;
}

/** Participles behind or before a noun have no subject of their own. */
function isFinite({ tokens: { pos, norms } }: Scene, i: number, from: number): boolean {
  if (norms[i] === 'according' || norms[i] === 'including') return false;
  if (norms[i]!.endsWith('ing')) return i > from && (pos[i - 1] === 'AUX' || norms[i - 1] === ',');
  return norms[i + 1] !== 'by' && (i === from || pos[i - 1] !== 'DET');
}

function isPassive({ tokens: { norms } }: Scene, i: number): boolean {
  return !norms[i]!.endsWith('ing') && (BE.has(norms[i - 1] ?? '') || BE.has(norms[i - 2] ?? ''));
}
