import type { Actor, Outlet } from '../model.ts';
import { wordSet } from '../text/word-set.ts';
import { capitalsIn, CASE, opensSentence, surfaceAt, type Capitals } from './capitals.ts';
import { genderOfGiven } from './given-names.ts';
import { agree, nameWords } from './name-forms.ts';
import { isBodyRun, isBodyWord, isTitle, isTitleWord, withoutPoint } from './name-words.ts';
import type { Reader } from './reader.ts';

/** A name as it stands in the text: tokens [first, end) without titles before it. */
export interface NameRun {
  readonly first: number;
  readonly end: number;
  /** What the registry says that it names. */
  readonly known: Outlet | Actor | null;
  /** Whether a word of it makes it the name of a body ("Institute", "Council"). */
  readonly isBody: boolean;
  /** Whether it is a title, too: a name only where the article names someone so in full. */
  readonly isTitle: boolean;
  /** The title right before it ("mrs", "mayor"); '' without one. */
  readonly title: string;
}

const PARTICLE = wordSet('de la las los van von der den del della bin ibn al el da di du dos le y');

interface Lettered extends Reader {
  readonly capitals: Capitals;
}

/** All names of a text in its order, those within quotations as well; linear in the number of tokens. */
export function nameRuns(reader: Reader): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { length, paragraph } = reader.article.tokens;
  const lettered = { ...reader, capitals: capitalsIn(reader) };
  for (let i = 0; i < length;) {
    if (!startsName(lettered, i)) {
      i++;
      continue;
    }
    const end = growFrom(lettered, i);
    const isTitled = lettered.capitals.headings.has(paragraph[i]!);
    runs.push(...(isTitled ? registered(reader, i, end) : read(reader, i, end)));
    i = end;
  }
  return runs;
}

/** The first word of a sentence has its capital from there, unless its tag, the registry or another place makes it a name. */
function startsName(reader: Lettered, i: number): boolean {
  const { pos } = reader.article.tokens;
  const { named, inside } = reader.capitals;
  if (reader.nameAt.get(i)?.first === i) return true;
  if (named[i] !== 1) return false;
  if (!opensSentence(reader, i) || inside.has(surfaceAt(reader, i))) return true;
  const isTagged = (pos[i] === 'PROPN' || pos[i] === 'X') && !inside.has(reader.article.tokens.norms[i]!);
  return isTagged || isTitle(reader, i) || isGluedAfter(reader, i);
}

/** The token after `i` follows without a blank and has a capital, as in "X|EUR". */
function isGluedAfter({ article: { tokens }, capitals }: Lettered, i: number): boolean {
  return capitals.cases[i + 1] === CASE.capital && tokens.ends[i] === tokens.starts[i + 1];
}

const LONGEST = 14;

function growFrom(reader: Lettered, from: number): number {
  let end = reader.nameAt.get(from)?.end ?? from + 1;
  while (end - from < LONGEST) {
    const next = extended(reader, from, end);
    if (next === null) break;
    end = next;
  }
  return end;
}

/** The end of the run [from, end) with what belongs to it next, or `null`. */
function extended(reader: Lettered, from: number, end: number): number | null {
  const { norms } = reader.article.tokens;
  if (isGluedAfter(reader, end - 1)) return end + 1;
  if (joins(reader, from, end)) return reader.nameAt.get(end)?.end ?? end + 1;
  const word = norms[end] ?? '';
  const isCompound = word === '-' && isTight(reader, end);
  if (isCompound && (joins(reader, from, end + 1) || isSyllable(reader, from, end))) return end + 2;
  const after = PARTICLE.has(word) ? (PARTICLE.has(norms[end + 1] ?? '') ? end + 2 : end + 1) : end;
  if (after > end && joins(reader, from, after) && !isBodyRun(reader, from, end)) return after + 1;
  return linked(reader, from, end);
}

/** Whether token `i` is written like a name, in the sentence and the quotation of the run that starts at `from`. */
function joins({ article: { tokens }, capitals }: Lettered, from: number, i: number): boolean {
  const { sentence, quoteDepth } = tokens;
  return capitals.named[i] === 1 && sentence[i] === sentence[from] && quoteDepth[i] === quoteDepth[from];
}

/** "Sun Ki|-ell": the second syllable of a given name has no capital, as the words in "Hill-led" have none. */
function isSyllable(reader: Reader, from: number, hyphen: number): boolean {
  const next = surfaceAt(reader, hyphen + 1);
  return (
    hyphen - from > 1 &&
    /^\p{Ll}{2,5}$/u.test(next) &&
    !COMPOUND.test(next) &&
    reader.article.tokens.pos[hyphen + 1] !== 'VERB'
  );
}

const COMPOUND = /^(?:aged|area|based|born|era|free|held|led|like|made|only|owned|plus|run|style|type|wide)$/u;

function isTight({ article: { tokens } }: Reader, i: number): boolean {
  return tokens.ends[i - 1] === tokens.starts[i] && tokens.ends[i] === tokens.starts[i + 1];
}

/** "Department|of Coastal Security", "Ports|and Border Protection": small words inside a body's name. */
function linked(reader: Lettered, from: number, end: number): number | null {
  const { norms } = reader.article.tokens;
  const link = norms[end] ?? '';
  const isOf = link === 'of' || link === 'for' || link === 'on' || link === 'against';
  if (!isOf && link !== 'and' && link !== '&') return null;
  const next = norms[end + 1] === 'the' && link !== 'and' ? end + 2 : end + 1;
  if (!joins(reader, from, next) || isTitle(reader, next)) return null;
  if (isOf) return isBodyRun(reader, from, end) ? next + 1 : null;
  let last = next;
  while (joins(reader, from, last + 1) && last - next < 3) last++;
  const isSeries = norms.slice(from, end).includes('of') || isBodyWord(norms[last]!);
  return isSeries && !isBodyWord(norms[end - 1]!) ? last + 1 : null;
}

/** What a run of capitals names: one thing the registry knows, a body, or a person behind titles and adjectives. */
function read(reader: Reader, from: number, end: number): readonly NameRun[] {
  const known = reader.nameAt.get(from);
  if (known?.end === end) return registered(reader, from, end);
  const people = peopleOfRegistry(reader, from, end);
  if (people.length > 0) return people;
  const body = bodyEnd(reader, from, end);
  if (body === end) return bodyRun(reader, from, end);
  if (body > from) return [...bodyRun(reader, from, body), ...read(reader, body, end)];
  if (isShouted(reader, from, end)) return registered(reader, from, end);
  const first = afterTitles(reader, from, end);
  if (first === end && end - from > 1) return registered(reader, from, end);
  if (first === end) return [...registered(reader, from, end), ...loneTitle(reader, from)];
  if (end - first === 1 && isWork(reader, from, first))
    return [{ first: from, end, known: null, isBody: false, isTitle: false, title: '' }];
  const title = first > from ? titleBefore(reader, first) : titleBefore(reader, from);
  return [...registered(reader, from, first), { first, end, known: null, isBody: false, isTitle: false, title }];
}

/** "King said": a title that may be the surname of someone whom the article names. */
function loneTitle(reader: Reader, first: number): readonly NameRun[] {
  if (reader.nameAt.has(first) || /^(?:the|an?)$/u.test(reader.article.tokens.norms[first - 1] ?? '')) return [];
  return [{ first, end: first + 1, known: null, isBody: false, isTitle: true, title: '' }];
}

function ofRegistry(
  { first, end, value }: { first: number; end: number; value: { entity: Outlet | Actor } },
  title: string,
): NameRun {
  return { first, end, known: value.entity, isBody: value.entity.type !== 'person', isTitle: false, title };
}

function registered(reader: Reader, from: number, end: number): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (let i = from; i < end; i++) {
    const name = reader.nameAt.get(i);
    const isFirst = name !== undefined && (i === from || name !== reader.nameAt.get(i - 1));
    if (isFirst && name.value.naming !== 'demonym') runs.push(ofRegistry(name, titleBefore(reader, name.first)));
  }
  return runs;
}

/** "the Prisoner|Convention": behind an article, a noun for people and one more word name no one. */
function isWork(reader: Reader, from: number, first: number): boolean {
  const { norms, pos } = reader.article.tokens;
  return first > from && /^(?:DET|NUM)$/u.test(pos[from - 1] ?? '') && !isTitleWord(norms[first - 1]!);
}

/** Two words or more with nothing but capitals are a headline or a shout. */
function isShouted({ article: { text, tokens } }: Reader, from: number, end: number): boolean {
  const words = text.slice(tokens.starts[from], tokens.ends[end - 1]).split(/\s+/u);
  return words.length > 1 && words.every((word) => /^[^\p{Ll}]{3,}$/u.test(word));
}

/** Where a body's name ends in a run: with it, or before the title of whoever speaks for it ("House|Speaker Ada Quill"). */
function bodyEnd(reader: Reader, from: number, end: number): number {
  if (!isBodyRun(reader, from, end)) return from;
  for (let i = end - 2; i > from; i--) {
    if (isBodyWord(reader.article.tokens.norms[i]!)) return end;
    if (isTitle(reader, i)) return bodyOf(reader, from, i);
  }
  return end;
}

/** The part before a title up to its last word of a body; else all of it. */
function bodyOf(reader: Reader, from: number, title: number): number {
  for (let i = title; i > from; i--) if (isBodyRun(reader, i - 1, i)) return i;
  return title;
}

/** A run with people of the registry in it is their names; a surname of theirs after another given name is someone else's. */
function peopleOfRegistry(reader: Reader, from: number, end: number): readonly NameRun[] {
  const runs = registered(reader, from, end);
  const person = runs.find(({ known }) => known?.type === 'person');
  if (person === undefined) return [];
  if (runs.filter(({ known }) => known?.type === 'person').length > 1) return runs;
  const first = givenNamesBefore(reader, from, person.first);
  const last = /^(?:jr|sr)\.?$/u.test(reader.article.tokens.norms[person.end] ?? '') ? person.end + 1 : person.end;
  const words = nameWords(textOf(reader, first, person.end));
  const isThem = agree(words, nameWords(person.known!.name));
  return [{ ...person, first, end: last, known: isThem ? person.known : null, title: titleBefore(reader, first) }];
}

/** Capitals right before a surname that are no title, party or country. */
function givenNamesBefore(reader: Reader, from: number, surname: number): number {
  const { pos } = reader.article.tokens;
  const isGiven = (i: number): boolean =>
    pos[i] === 'PROPN' && !isTitle(reader, i) && !reader.nameAt.has(i) && !/^\p{Lu}{2,}$/u.test(surfaceAt(reader, i));
  let first = surname;
  while (first > from && isGiven(first - 1)) first--;
  return first;
}

function textOf({ article: { text, tokens } }: Reader, first: number, end: number): string {
  return text.slice(tokens.starts[first], tokens.ends[end - 1]);
}

/** A body's name with a lone first word of a title ("Mayor", "President") cut off where a person's title it is. */
function bodyRun(reader: Reader, first: number, end: number): readonly NameRun[] {
  const lone = end - first === 1 && reader.roles.get(first) !== undefined;
  return lone ? [] : [{ first, end, known: null, isBody: true, isTitle: false, title: '' }];
}

/** Where the name starts in a run: after its last title, and after the adjectives of countries. */
function afterTitles(reader: Reader, from: number, end: number): number {
  const { norms } = reader.article.tokens;
  const isGiven = end - from > 1 && (genderOfGiven(norms[end - 2]!) !== null || SURNAME_TOO.test(norms[end - 1]!));
  const isSurname = isGiven && !isTitle(reader, end - 2);
  let first = from;
  for (let i = from; i < (isSurname ? end - 1 : end); i++)
    if (isTitle(reader, i) || reader.nameAt.has(i)) first = i + 1;
  return first;
}

/** Titles that many people have for a surname. */
const SURNAME_TOO = /^(?:king|major|prince|pope|bishop|priest|dean|driver|guard|marshal|farmer)$/u;

function titleBefore(reader: Reader, first: number): string {
  const { norms } = reader.article.tokens;
  return first > 0 && isTitle(reader, first - 1) ? withoutPoint(norms[first - 1]!) : '';
}
