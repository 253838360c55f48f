import type { Actor, Outlet } from '../model.ts';
import { genderOfGiven } from './given-names.ts';
import { agree, nameWords } from './name-forms.ts';
import { capitalsInside, headings, isCapital, opensSentence, surfaceAt } from './capitals.ts';
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

const BODY =
  /^(?:academy|administration|affairs|agency|alliance|army|assembly|assoc|association|authority|bank|board|bureau|centers?|centres?|chambers?|church|city|clinic|club|coalition|college|commission|committee|communities|company|congress|consortium|co-?op|corp|corporation|council|county|court|department|district|embassy|federation|forces?|forum|foundation|fund|group|guard|holdings|hospital|house|inc|industries|initiative|institute|institution|lab|laboratory|league|llc|ltd|ministry|mission|museum|network|news|observatory|office|organi[sz]ation|parliament|partners|partnership|party|patrol|police|press|program|project|protection|school|schools|senate|service|services|society|staff|state|systems|team|times|treasury|tribunal|trust|union|university|watch|works|zoo)$/u;
const TITLE =
  /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|baroness|gen|general|col|colonel|lt|lieutenant|maj|major|capt|captain|sgt|sergeant|sen|senator|rep|gov|prof|professor|president|minister|king|queen|prince|princess|pope|saint|st|rev|reverend|rabbi|imam|sheriff|superintendent|supervisor|principal|coach|judge|justice|assemblymember|assembly(?:wo)?man|councilmember|councillor|council(?:wo)?man|alderman|commissioner|congress(?:wo)?man|spokes(?:wo)?man|spokesperson|chair(?:wo)?man|attorney|detective|inspector|constable|deputy|chancellor|premier|secretary|director|republican|democrat|democratic|tory|labour)\.?$/u;
const PARTICLE = /^(?:de|la|las|los|van|von|der|den|del|della|bin|ibn|al|el|da|di|du|dos|le|y)$/u;

/** Whether a word is the title of a person, or a noun for one. */
export function isTitle(reader: Reader, i: number): boolean {
  const { norms, pos } = reader.article.tokens;
  return TITLE.test(norms[i] ?? '') || (reader.roles.get(i) === 'person' && pos[i] !== 'VERB');
}

/** All names of a text in its order, those within quotations as well; linear in the number of tokens. */
export function nameRuns(reader: Reader): readonly NameRun[] {
  const runs: NameRun[] = [];
  const inside = capitalsInside(reader);
  const titled = headings(reader);
  for (let i = 0; i < reader.article.tokens.length;) {
    const isTitled = titled.has(reader.article.tokens.paragraph[i]!);
    const end = startsName(reader, i, inside) ? growFrom(reader, i) : i;
    if (end > i) runs.push(...(isTitled ? registered(reader, i, end) : read(reader, i, end)));
    i = Math.max(end, i + 1);
  }
  return runs;
}

/** The first word of a sentence has its capital from there, unless its tag, the registry or another place makes it a name. */
function startsName(reader: Reader, i: number, inside: ReadonlySet<string>): boolean {
  const { pos } = reader.article.tokens;
  if (reader.nameAt.get(i)?.first === i) return true;
  if (!isCapital(reader, i)) return false;
  if (!opensSentence(reader, i) || inside.has(surfaceAt(reader, i))) return true;
  const isTagged = (pos[i] === 'PROPN' || pos[i] === 'X') && !inside.has(reader.article.tokens.norms[i]!);
  return isTagged || isTitle(reader, i) || isGluedAfter(reader, i);
}

/** The token after `i` follows without a blank and has a capital, as in "X|EUR". */
function isGluedAfter(reader: Reader, i: number): boolean {
  const { starts, ends, length } = reader.article.tokens;
  return i + 1 < length && ends[i] === starts[i + 1] && /^\p{Lu}/u.test(surfaceAt(reader, i + 1));
}

const LONGEST = 14;

function growFrom(reader: Reader, from: number): number {
  let end = reader.nameAt.get(from)?.end ?? from + 1;
  while (end - from < LONGEST) {
    const next = extended(reader, from, end);
    if (next === null) break;
    end = next;
  }
  return end;
}

/** The end of the run [from, end) with what belongs to it next, or `null`. */
function extended(reader: Reader, from: number, end: number): number | null {
  const { sentence, quoteDepth, norms } = reader.article.tokens;
  const joins = (i: number): boolean =>
    sentence[i] === sentence[from] && quoteDepth[i] === quoteDepth[from] && isCapital(reader, i);
  if (isGluedAfter(reader, end - 1)) return end + 1;
  if (joins(end)) return reader.nameAt.get(end)?.end ?? end + 1;
  const word = norms[end] ?? '';
  if (word === '-' && isTight(reader, end) && (joins(end + 1) || isSyllable(reader, from, end))) return end + 2;
  const after = PARTICLE.test(word) ? (PARTICLE.test(norms[end + 1] ?? '') ? end + 2 : end + 1) : end;
  if (after > end && joins(after) && !isBodyRun(reader, from, end)) return after + 1;
  return linked(reader, from, end, joins);
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
function linked(reader: Reader, from: number, end: number, joins: (i: number) => boolean): number | null {
  const { norms } = reader.article.tokens;
  const link = norms[end] ?? '';
  const next = norms[end + 1] === 'the' && link !== 'and' ? end + 2 : end + 1;
  if (!joins(next) || isTitle(reader, next)) return null;
  if (/^(?:of|for|on|against)$/u.test(link)) return isBodyRun(reader, from, end) ? next + 1 : null;
  if (link !== 'and' && link !== '&') return null;
  let last = next;
  while (joins(last + 1) && last - next < 3) last++;
  const isSeries = norms.slice(from, end).includes('of') || BODY.test(norms[last]!);
  return isSeries && !BODY.test(norms[end - 1]!) ? last + 1 : null;
}

function isBodyRun(reader: Reader, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const word = reader.article.tokens.norms[i]!.replace(/\.$/u, '');
    if (BODY.test(word) || reader.roles.get(i) === 'institution') return true;
  }
  return false;
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
  const names = new Set(Array.from({ length: end - from }, (_, i) => reader.nameAt.get(from + i)));
  return [...names].flatMap((name) =>
    name === undefined || name.value.naming === 'demonym' ? [] : [ofRegistry(name, titleBefore(reader, name.first))],
  );
}

/** "the Prisoner|Convention": behind an article, a noun for people and one more word name no one. */
function isWork(reader: Reader, from: number, first: number): boolean {
  const { norms, pos } = reader.article.tokens;
  return first > from && /^(?:DET|NUM)$/u.test(pos[from - 1] ?? '') && !TITLE.test(norms[first - 1]!);
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
    if (BODY.test(reader.article.tokens.norms[i]!)) return end;
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
  return first > 0 && isTitle(reader, first - 1) ? norms[first - 1]!.replace(/\.$/u, '') : '';
}
