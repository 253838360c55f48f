import type { Run } from '../../text/runs.ts';
import { isPossessive, posAt } from '../grammar.ts';
import type { Scene } from './scene.ts';
import { COLLECTIVES, MARK, MEASURES, OPENERS, RELATIVES, TIMES } from './words.ts';

/** Over how many tokens a noun phrase is followed. */
const LONGEST = 14;

/** As `plainBefore`, with the measure before its "of": "dozens of people". */
export function phraseBefore(scene: Scene, last: number, from: number): Run | null {
  const phrase = plainBefore(scene, last, from);
  return phrase === null ? null : [withMeasure(scene, phrase[0], from), phrase[1]];
}

/** The noun phrase whose last token is `last`, as tokens [first, end); `null` where none ends there. */
export function plainBefore(scene: Scene, last: number, from: number): Run | null {
  if (last < from || !isHead(scene, last)) return null;
  if (scene.tokens.pos[last] === 'PRON') return [last, last + 1];
  let first = last;
  while (first > Math.max(from, last - LONGEST) && joinsLeft(scene, first)) first--;
  return [isPossessive(scene.tokens, first) ? first + 1 : first, last + 1];
}

/** The noun phrase that begins at `first`, as tokens [first, end); `null` where none does. A measure takes what it measures along. */
export function phraseAfter(scene: Scene, first: number, to: number): Run | null {
  const { tokens } = scene;
  const start = skipMarks(scene, first, to);
  if (start >= to) return null;
  if (tokens.pos[start] === 'PRON' && !isOwner(scene, start)) return isObject(scene, start) ? [start, start + 1] : null;
  const core = skipOpeners(scene, start, to);
  let end = core;
  while (end < Math.min(to, start + LONGEST) && joinsRight(scene, core, end)) end++;
  while (end > start && !isHead(scene, end - 1)) end--;
  if (end <= start) return null;
  return [start, withMeasured(scene, end, to)];
}

/** Token of the noun that a phrase is about: of "dozens of people in Saltby" the dozens’ people. */
export function headOf({ tokens: { norms } }: Scene, [first, end]: Run): number {
  for (let i = first; i < end; i++) {
    if (norms[i] === 'of' && i > first && i + 1 < end && !isMeasureAt(norms, i - 1)) return i - 1;
  }
  return end - 1;
}

function isMeasureAt(norms: readonly string[], i: number): boolean {
  return MEASURES.has(norms[i]!) || /^\d/u.test(norms[i]!);
}

/** Whether a token can end a noun phrase. Days and months are no one. */
export function isHead(scene: Scene, i: number): boolean {
  const { tokens } = scene;
  const [pos, norm] = [tokens.pos[i], tokens.norms[i]!];
  if (TIMES.has(norm) || (tokens.norms[i - 1] === 'the' && norm === 'war')) return false;
  if (pos === 'PRON') return !RELATIVES.has(norm) && norm !== 'there';
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || NAMELESS.has(norm) || isVerbalNoun(scene, i);
}

/** "Uplander shelling", which wink-nlp takes for a verb. */
function isVerbalNoun({ words, tokens: { pos, norms } }: Scene, i: number): boolean {
  return (
    pos[i] === 'VERB' &&
    /^(?:ADJ|PROPN)$/u.test(pos[i - 1] ?? '') &&
    words.acts.get(norms[i]!)?.some(({ noun }) => noun) === true
  );
}

/** Adjectives that stand for those who are so. */
const NAMELESS: ReadonlySet<string> = new Set([
  'military',
  'others',
  'dozens',
  'hundreds',
  'thousands',
  'many',
  'several',
  'most',
  'those',
  'whole',
]);

function joinsLeft(scene: Scene, first: number): boolean {
  const { pos, norms } = scene.tokens;
  if (isTime(scene, first - 1)) return false;
  if (pos[first] === 'DET' || isOwner(scene, first)) return norms[first - 1] === 'all';
  if (norms[first - 1] === 'that' || norms[first - 1] === 'which') return false;
  if (pos[first - 1] === 'DET' || isOwner(scene, first - 1)) return true;
  if (norms[first - 1] === 'and') return isOrigin(scene, first) && isOrigin(scene, first - 2);
  if (norms[first - 1] === 'allied') return true;
  if (pos[first - 1] === 'VERB') {
    return /(?:ed|ing)$/u.test(norms[first - 1]!) && (pos[first - 2] === 'DET' || norms[first - 2] === '-');
  }
  return isInner(scene, first - 1);
}

/** "Uplander and Lowlander forces", "Uplander and allied forces". */
function isOrigin({ nameAt, tokens: { norms } }: Scene, i: number): boolean {
  return norms[i] === 'allied' || nameAt(i)?.value.naming === 'demonym';
}

function joinsRight(scene: Scene, start: number, end: number): boolean {
  const { pos, norms } = scene.tokens;
  if (isTime(scene, end) || (pos[end] === 'NUM' && pos[end - 1] === 'NOUN')) return false;
  if (MARK.test(norms[end]!))
    return end > start && pos[end - 1] !== 'NOUN' && pos[end - 1] !== 'PROPN' && isInner(scene, end + 1);
  if (pos[end] === 'DET') return end === start || norms[end - 1] === 'all' || norms[end - 1] === 'half';
  if (isOwner(scene, end)) return end === start || norms[end - 1] === 'all';
  if (pos[end] === 'VERB' && scene.words.acts.get(norms[end]!)?.some(({ noun }) => noun) === true) return true;
  if (pos[end] === 'VERB') return norms[end]!.endsWith('ed') && isInner(scene, end + 1) && pos[end - 1] !== 'NOUN';
  return isInner(scene, end) || (norms[end] === 'and' && pos[end - 1] === 'ADJ' && pos[end + 1] === 'ADJ');
}

/** Whether a token may stand within a noun phrase. */
function isInner({ tokens }: Scene, i: number): boolean {
  const pos = posAt(tokens, i);
  if (pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM') return true;
  return isPossessive(tokens, i) || (tokens.norms[i] === '-' && tokens.starts[i] === tokens.ends[i - 1]);
}

/** A day or month, but not the "year" of "49-year-old". */
function isTime({ tokens: { norms } }: Scene, i: number): boolean {
  return TIMES.has(norms[i]!) && norms[i + 1] !== '-';
}

const OWNERS: ReadonlySet<string> = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their', 'whose']);

/** Whether a token is a possessive pronoun before its noun: "her" may be none. */
function isOwner({ tokens: { norms, pos } }: Scene, i: number): boolean {
  if (!OWNERS.has(norms[i]!)) return false;
  return norms[i] !== 'her' || pos[i + 1] === 'NOUN' || pos[i + 1] === 'ADJ';
}

/** "he" begins another clause. */
function isObject({ tokens: { norms } }: Scene, i: number): boolean {
  return !/^(?:he|she|they|we|i|who|which|that|what|there)$/u.test(norms[i]!);
}

function skipMarks({ tokens: { norms } }: Scene, first: number, to: number): number {
  return first < to && MARK.test(norms[first]!) ? first + 1 : first;
}

const PAIRS = /^(?:at least|at most|more than|less than|fewer than|up to|as many|as much)$/u;

/** "at least", "more than", "up to", "about". */
function skipOpeners({ tokens: { norms } }: Scene, first: number, to: number): number {
  let at = first;
  for (;;) {
    const pair = PAIRS.test(`${norms[at] ?? ''} ${norms[at + 1] ?? ''}`);
    if (at >= to || (!pair && !OPENERS.has(norms[at]!))) return at;
    at += pair ? (norms[at + 2] === 'as' ? 3 : 2) : 1;
  }
}

function withMeasured(scene: Scene, end: number, to: number): number {
  const { norms, pos } = scene.tokens;
  if (norms[end] !== 'of' || !(isMeasureAt(norms, end - 1) || COLLECTIVES.has(norms[end - 1]!))) return end;
  const rest = end + 1 < to && pos[end + 1] !== 'VERB' ? phraseAfter(scene, end + 1, to) : null;
  return rest?.[1] ?? end;
}

function withMeasure(scene: Scene, first: number, from: number): number {
  const { norms } = scene.tokens;
  const at = first - 2;
  if (norms[first - 1] !== 'of' || at < from || !(isMeasureAt(norms, at) || COLLECTIVES.has(norms[at]!))) return first;
  return phraseBefore(scene, at, from)?.[0] ?? at;
}
