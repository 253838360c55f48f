import { wordSet } from '../text/word-set.ts';
import { formAt, lemmaAt, posAt, type Reader } from './reader.ts';
import type { Line } from './units.ts';

/** Units [from, to) of a line that form a noun phrase. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const TEMPORAL = wordSet(`
yesterday today tonight tomorrow earlier later recently meanwhile monday tuesday wednesday thursday friday saturday
sunday morning afternoon evening week month january february march april may june july august september october november
december
`);

/** A word for when something was said: it stands between speaker and verb without belonging to either. */
export function isTemporal(reader: Reader, line: Line, i: number): boolean {
  return TEMPORAL.has(formAt(reader, line, i));
}

const PERSONAL = wordSet('i you he she it we they him her them us me who');
const POSSESSIVE = wordSet('my your his her its our their whose');
const LINKS_LEFT = wordSet('of for in from at with to by');
const LINKS_RIGHT = wordSet('of for in from at by');

/** Whether unit `i` can head a noun phrase: a name, a noun or a personal pronoun. */
export function isNominal(reader: Reader, line: Line, i: number): boolean {
  const pos = posAt(reader, line, i);
  return pos === 'NOUN' || pos === 'PROPN' || PERSONAL.has(formAt(reader, line, i)) || isNamed(reader, line, i);
}

/** Whether a registry name covers unit `i`. */
export function isNamed(reader: Reader, line: Line, i: number): boolean {
  const unit = line[i];
  return unit?.quotation === null && reader.nameAt.has(unit.first);
}

/** Whether the head noun is one that speaks: a name, a pronoun, or a noun of the roles lexicon. */
export function isSpeaker(reader: Reader, line: Line, phrase: Phrase): boolean {
  for (let i = phrase.from; i < phrase.to; i++) {
    const pos = posAt(reader, line, i);
    const isRole = reader.roles.has(line[i]!.first);
    if (pos === 'PROPN' || isRole || isNamed(reader, line, i) || PERSONAL.has(formAt(reader, line, i))) return true;
  }
  return false;
}

/** The noun phrase whose last unit is `last`, or `null`. */
export function phraseEndingAt(reader: Reader, line: Line, last: number): Phrase | null {
  if (!isNominal(reader, line, last) || isTemporal(reader, line, last)) return null;
  if (PERSONAL.has(formAt(reader, line, last))) return { from: last, to: last + 1 };
  return { from: skipConnector(reader, line, leftEnd(reader, line, last), last), to: last + 1 };
}

/** How far a phrase reaches to the left of unit `last`. Long runs are remembered: each of their nouns may be asked. */
function leftEnd(reader: Reader, line: Line, last: number): number {
  let from = last;
  while (from > 0 && extendsLeft(reader, line, from)) {
    from--;
    if (closesLeft(reader, line, from)) break;
    const known = last - from >= LONG ? leftEnds.get(line)?.get(from) : undefined;
    if (known !== undefined) return remember(line, last, known);
  }
  return last - from > LONG ? remember(line, last, from) : from;
}

const LONG = 32;

/** Of the units of a line that end a long run, where it starts. */
const leftEnds = new WeakMap<Line, Map<number, number>>();

function remember(line: Line, last: number, from: number): number {
  const ends = leftEnds.get(line) ?? new Map<number, number>();
  leftEnds.set(line, ends.set(last, from));
  return from;
}

/** A determiner or possessive begins a phrase: nothing to its left belongs to it. */
function closesLeft(reader: Reader, line: Line, i: number): boolean {
  const before = formAt(reader, line, i - 1);
  if (LINKS_LEFT.has(before) && reader.roles.has(line[i - 2]?.first ?? -1)) return false;
  return posAt(reader, line, i) === 'DET' || POSSESSIVE.has(formAt(reader, line, i));
}

/** Whether unit `from - 1` belongs to the phrase that starts at `from`. */
function extendsLeft(reader: Reader, line: Line, from: number): boolean {
  const i = from - 1;
  const form = formAt(reader, line, i);
  const pos = posAt(reader, line, i);
  if (isTemporal(reader, line, i)) return false;
  if (form === "'s" || form === "'") return isNominal(reader, line, i - 1);
  if (form === '-') return isGlued(reader, line, i);
  if (LINKS_LEFT.has(form)) return reader.roles.has(line[i - 1]?.first ?? -1) && isNominal(reader, line, i - 1);
  if (pos === 'DET' || POSSESSIVE.has(form)) return form !== 'that';
  if (pos === 'NOUN' && !reader.roles.has(line[i]!.first)) return staysInPhrase(reader, line, from);
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM' || isNamed(reader, line, i);
}

/** "after the meeting Putin said": a common noun that no one speaks by, then a name, are two phrases. */
function staysInPhrase(reader: Reader, line: Line, from: number): boolean {
  return posAt(reader, line, from) === 'NOUN' || formAt(reader, line, from) === '-';
}

/** A hyphen with no blank on either side. */
function isGlued(reader: Reader, line: Line, i: number): boolean {
  const { starts, ends } = reader.article.tokens;
  const token = line[i]!.first;
  return token > 0 && ends[token - 1] === starts[token];
}

const CONNECTORS = wordSet(`'s ' - of for in from at with to by`);

/** A phrase cannot begin with a mark that only joins. */
function skipConnector(reader: Reader, line: Line, from: number, last: number): number {
  let i = from;
  while (i < last && CONNECTORS.has(formAt(reader, line, i))) i++;
  return i;
}

/** The noun phrase that starts at unit `from`, or `null`. It ends before a comma, a verb, or a phrase of its own. */
export function phraseStartingAt(reader: Reader, line: Line, from: number): Phrase | null {
  if (PERSONAL.has(formAt(reader, line, from))) return { from, to: from + 1 };
  let to = from;
  while (to < line.length && extendsRight(reader, line, from, to)) to++;
  while (to > from && !isNominal(reader, line, to - 1)) to--;
  return to === from ? null : { from, to };
}

/** Whether unit `i` belongs to the phrase [from, i). */
function extendsRight(reader: Reader, line: Line, from: number, i: number): boolean {
  const form = formAt(reader, line, i);
  const pos = posAt(reader, line, i);
  if (isTemporal(reader, line, i)) return false;
  if (pos === 'DET' || POSSESSIVE.has(form))
    return (i === from && form !== 'that') || LINKS_RIGHT.has(formAt(reader, line, i - 1));
  if (form === "'s" || form === "'") return i > from;
  if (form === '-') return i > from && isGlued(reader, line, i);
  if (LINKS_RIGHT.has(form)) return i > from && isNominal(reader, line, i - 1) && startsPhrase(reader, line, i + 1);
  if (startsNewName(reader, line, from, i)) return false;
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM' || isNamed(reader, line, i);
}

/** "told the BBC Ukraine would …": where one registry name ends and another begins, so does a phrase. */
function startsNewName(reader: Reader, line: Line, from: number, i: number): boolean {
  const name = reader.nameAt.get(line[i]!.first);
  const before = i > from ? reader.nameAt.get(line[i - 1]!.first) : undefined;
  return name !== undefined && before !== undefined && name !== before && before.value.naming === 'name';
}

/** Whether a noun phrase can start at unit `i`. */
export function startsPhrase(reader: Reader, line: Line, i: number): boolean {
  const pos = posAt(reader, line, i);
  const form = formAt(reader, line, i);
  if (pos === 'DET') return form !== 'that';
  return isNominal(reader, line, i) || POSSESSIVE.has(form) || pos === 'ADJ' || pos === 'NUM' || form === 'there';
}

/** Whether units [from, to) hold a verb. */
export function hasVerb(reader: Reader, line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const pos = posAt(reader, line, i);
    if (pos === 'VERB' || pos === 'AUX') return true;
  }
  return false;
}

/** Whether unit `i` is a form of "be". */
export function isBe(reader: Reader, line: Line, i: number): boolean {
  return lemmaAt(reader, line, i) === 'be';
}
