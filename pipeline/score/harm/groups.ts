import type { Inflection } from './inflections.ts';
import { isHead } from './phrases.ts';
import type { Found } from './lexicon.ts';
import type { Scene } from './scene.ts';
import { ALONE, BE, HAVE, MARK, RELATIVES } from './words.ts';

/** A verb with its auxiliaries and the verbs beside it that share them: "was shot and killed". */
export interface VerbGroup {
  /** First token, auxiliaries included. */
  readonly start: number;
  /** Token behind the last verb of the group. */
  readonly end: number;
  readonly voice: 'active' | 'passive';
  /** Whether it has an auxiliary, so that its subject stands before it in full: "was killed", not "killed by". */
  readonly finite: boolean;
  readonly form: Inflection;
}

/** The group of a verb; `null` where the form is no verb of a clause: "destroyed houses", "invading troops". */
export function groupOf(scene: Scene, act: Found, from: number, to: number): VerbGroup | null {
  const form = act.verb!;
  const first = chainStart(scene, act.first, form, from);
  const end = chainEnd(scene, act.end, form, to);
  const { start, be, have } = auxiliaries(scene, first, from);
  const whole = { start, end, form };
  if (form === 'past' && be) return { ...whole, voice: 'passive', finite: true };
  if (form !== 'past' || have)
    return isModifier(scene, start, end, form) ? null : { ...whole, voice: 'active', finite: form !== 'ing' || be };
  return bare(scene, act, { start, end, from });
}

/** First verb of a row of like verbs: "raped, tortured and killed". */
function chainStart(scene: Scene, verb: number, form: Inflection, from: number): number {
  const { pos, norms } = scene.tokens;
  let at = verb - 1;
  while (at > from && pos[at] === 'ADV') at--;
  if (at <= from || !(pos[at] === 'CCONJ' || norms[at] === ',')) return verb;
  if (pos[at] === 'CCONJ' && norms[at - 1] === ',') at--;
  return hasForm(scene, at - 1, form) ? chainStart(scene, at - 1, form, from) : verb;
}

function chainEnd(scene: Scene, end: number, form: Inflection, to: number): number {
  const { pos, norms } = scene.tokens;
  let at = end;
  if (at >= to || !(pos[at] === 'CCONJ' || norms[at] === ',')) return end;
  while (at < to && (pos[at] === 'CCONJ' || norms[at] === ',' || pos[at] === 'ADV')) at++;
  return at < to && hasForm(scene, at, form) ? chainEnd(scene, at + 1, form, to) : end;
}

function hasForm({ tokens: { pos, norms, lemmas } }: Scene, i: number, form: Inflection): boolean {
  if (pos[i] !== 'VERB') return false;
  const norm = norms[i]!;
  if (form === 'ing') return norm.endsWith('ing');
  if (form === 'base') return norm === lemmas[i];
  return form === 'past' ? norm !== lemmas[i] && !/(?:ing|s)$/u.test(norm) : norm.endsWith('s');
}

/** Back over adverbs, "not" and auxiliaries, a "to" and the "have" before it. */
function auxiliaries(
  { tokens: { pos, norms } }: Scene,
  first: number,
  from: number,
): { start: number; be: boolean; have: boolean } {
  let [start, be, have] = [first, false, false];
  for (let i = first - 1; i >= from; i--) {
    const norm = norms[i]!;
    const passes = pos[i] === 'ADV' || /^(?:not|n't|all|both|also)$/u.test(norm) || MARK.test(norm);
    const aux = pos[i] === 'AUX' || BE.has(norm) || HAVE.has(norm) || norm === 'to';
    if (!passes && !aux) break;
    if (aux) {
      be ||= !have && BE.has(norm) && start === first;
      have ||= HAVE.has(norm);
      start = i;
    }
  }
  return { start, be, have };
}

/** "invading troops", "occupying Uplander forces": the noun behind it does it. */
function isModifier(scene: Scene, start: number, end: number, form: Inflection): boolean {
  const { pos, lemmas } = scene.tokens;
  if (form !== 'ing' || (pos[start - 1] !== 'DET' && pos[start - 1] !== 'ADJ' && pos[start - 1] !== 'ADP'))
    return false;
  for (let i = end; i < end + 3; i++) {
    if (pos[i] === 'NOUN') return scene.words.forces.has(lemmas[i]!) || pos[start - 1] === 'DET';
    if (pos[i] !== 'ADJ' && pos[i] !== 'PROPN') return pos[start - 1] === 'DET';
  }
  return false;
}

/** A past form without auxiliary: the verb of a clause, a participle behind its noun, or one before it, which is no event. */
function bare(
  scene: Scene,
  act: Found,
  { start, end, from }: { readonly start: number; readonly end: number; readonly from: number },
): VerbGroup | null {
  const { pos, norms } = scene.tokens;
  const whole = { start, end, form: 'past' } as const;
  const reduced = { ...whole, voice: 'passive', finite: false } as const;
  const active = { ...whole, voice: 'active', finite: true } as const;
  if (norms[act.first] === 'blew' || norms[act.first] === 'slew') return active;
  if (norms[end] === 'by') return reduced;
  let before = start - 1;
  while (before >= from && (MARK.test(norms[before]!) || norms[before] === ')')) before--;
  const subject =
    before >= from &&
    (isHead(scene, before) || RELATIVES.has(norms[before]!) || pos[before] === 'CCONJ' || norms[before] === ',');
  const timed = before >= from && !subject && pos[before] !== 'DET' && isTimed(scene, before);
  if (opensObject(scene, end)) return isPrenominal(scene, before, end, subject || timed) ? null : active;
  if (isClauseSubject(scene, before) || ALONE.has(act.term)) return active;
  return norms[before] === '-' ? null : reduced;
}

/** "Upland on Monday bombed …": a day between subject and verb. */
function isTimed(scene: Scene, i: number): boolean {
  return scene.tokens.pos[i] === 'PROPN' || scene.tokens.pos[i] === 'NOUN';
}

function isClauseSubject({ tokens: { norms } }: Scene, i: number): boolean {
  return /^(?:he|she|they|we|i|it|you|who|which|that)$/u.test(norms[i] ?? '');
}

function opensObject(scene: Scene, i: number): boolean {
  const { pos, norms } = scene.tokens;
  if (MARK.test(norms[i] ?? '')) return opensObject(scene, i + 1);
  const tag = pos[i];
  if (/^(?:who|which|that|he|she|they|we|i|what)$/u.test(norms[i] ?? '')) return false;
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'DET' || tag === 'NUM' || tag === 'ADJ' || tag === 'PRON')
    return true;
  return (
    /^(?:at|more|up|about|around|nearly|almost|over|as)$/u.test(norms[i] ?? '') &&
    /^(?:least|than|to|many|\d.*)$/u.test(norms[i + 1] ?? '')
  );
}

/** Before a plain noun and behind no subject: "the occupied areas", "500 injured troops", "rebuild destroyed schools". */
function isPrenominal({ tokens: { pos, norms } }: Scene, before: number, end: number, subject: boolean): boolean {
  if (pos[end] === 'DET' || pos[end] === 'PRON' || pos[end] === 'NUM' || pos[end] === 'ADP') return false;
  if ((pos[before] === 'CCONJ' || norms[before] === ',') && pos[before - 1] === 'ADJ') return true;
  return !subject || pos[before] === 'NUM' || norms[before] === '-';
}
