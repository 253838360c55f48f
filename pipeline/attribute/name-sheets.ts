import type { Actor, Outlet, Registry } from '../model.ts';
import { wordSet } from '../text/word-set.ts';
import { followsPlacing, isAcronym, personEvidence } from './name-evidence.ts';
import { genderOfGiven, genderOfTitle, type Gender } from './given-names.ts';
import { agree, foldGiven, foldWord, initials, nameWords } from './name-forms.ts';
import { nameRuns, type NameRun } from './name-runs.ts';
import type { Reader } from './reader.ts';
import { actorSpelt } from './registry-spellings.ts';

/** All mentions of one name in an article, variants joined. */
export interface Sheet {
  readonly known: Outlet | Actor | null;
  readonly isBody: boolean;
  readonly runs: NameRun[];
  /** Words of the longest form. */
  words: readonly string[];
  longest: NameRun;
  /** Whether a preposition of place stands before one of them. */
  isPlace: boolean;
  /** Sum of what speaks for a person. */
  evidence: number;
}

/** Joins the names of a text: full names of people and bodies first, so that a surname also finds one that follows. */
export function sheetsOf(reader: Reader, registry: Registry): readonly Sheet[] {
  const joiner: Joiner = { reader, sheets: [], byKey: noKeys(), byEnd: new Map() };
  const runs = nameRuns(reader).map((run) => read(reader, registry, run));
  const order = [isKnown, isBodyName, isFullName, isLone];
  for (const belongs of order) for (const name of runs) if (belongs(name)) join(joiner, name);
  return joiner.sheets;
}

/** A run with its words; `known` also where the registry has another spelling. */
interface ReadName {
  readonly run: NameRun;
  readonly words: readonly string[];
  readonly known: Outlet | Actor | null;
}

const isKnown = ({ known }: ReadName): boolean => known !== null;
const isBodyName = ({ known, run, words }: ReadName): boolean => known === null && run.isBody && words.length > 1;
const isFullName = ({ known, run, words }: ReadName): boolean => known === null && !run.isBody && words.length > 1;
const isLone = ({ known, words }: ReadName): boolean => known === null && words.length === 1;

function read(reader: Reader, registry: Registry, run: NameRun): ReadName {
  const { text, tokens } = reader.article;
  const all = nameWords(text.slice(tokens.starts[run.first], tokens.ends[run.end - 1]));
  const words = all.some(isOrdinal) ? all.filter((word) => !isOrdinal(word)) : all;
  const spelt = run.known !== null || run.isBody || words.length < 2 ? null : actorSpelt(registry, words);
  return { run, words, known: run.known ?? spelt };
}

/** What a later name may share with an earlier one. */
type Key = 'id' | 'whole' | 'surname' | 'given' | 'first' | 'last' | 'initials';

function noKeys(): Joiner['byKey'] {
  return {
    id: new Map(),
    whole: new Map(),
    surname: new Map(),
    given: new Map(),
    first: new Map(),
    last: new Map(),
    initials: new Map(),
  };
}

const ORDINALS = wordSet('jr sr ii iii iv');

function isOrdinal(word: string): boolean {
  return ORDINALS.has(word);
}

/** Sheets under every key that a later name may use: few a key, for a key that many share tells nothing. */
interface Joiner {
  readonly reader: Reader;
  readonly sheets: Sheet[];
  readonly byKey: Readonly<Record<Key, Map<string, Sheet[]>>>;
  /** By the token after a full name. */
  readonly byEnd: Map<number, Sheet>;
}

function join(joiner: Joiner, name: ReadName): void {
  if (name.words.length === 0) return;
  const sheet = findSheet(joiner, name) ?? (name.run.isTitle ? null : open(joiner, name));
  if (sheet === null) return;
  sheet.runs.push(name.run);
  if (name.words.length > 1) joiner.byEnd.set(name.run.end, sheet);
  sheet.isPlace ||= followsPlacing(joiner.reader, name.run);
  sheet.evidence += personEvidence(joiner.reader, name.run);
  if (name.words.length > sheet.words.length) {
    sheet.words = name.words;
    sheet.longest = name.run;
    register(joiner, sheet, name);
  }
}

function open(joiner: Joiner, name: ReadName): Sheet {
  const { run, words, known } = name;
  const sheet: Sheet = { known, isBody: run.isBody, runs: [], words, longest: run, isPlace: false, evidence: 0 };
  joiner.sheets.push(sheet);
  register(joiner, sheet, name);
  if (known !== null) register(joiner, sheet, { ...name, words: nameWords(known.name.replace(/^the /u, '')) });
  return sheet;
}

const MOST_BEARERS = 12;

function register({ byKey }: Joiner, sheet: Sheet, { words }: ReadName): void {
  if (sheet.known !== null) add(byKey.id, sheet.known.id, sheet);
  add(byKey.whole, words.join(' '), sheet);
  if (words.length === 1) return;
  if (sheet.isBody) registerBody(byKey, sheet, words);
  else {
    add(byKey.surname, foldWord(words.at(-1)!), sheet);
    add(byKey.given, foldGiven(words[0]!), sheet);
  }
}

function registerBody(byKey: Joiner['byKey'], sheet: Sheet, words: readonly string[]): void {
  for (let i = 1; i < words.length - 1; i++) add(byKey.whole, words.slice(i).join(' '), sheet);
  if (words.every((word, i) => i === 0 || GENERIC.has(word))) add(byKey.first, words[0]!, sheet);
  add(byKey.last, words.at(-1)!, sheet);
  const short = initials(words);
  add(byKey.initials, short, sheet);
  add(byKey.initials, short.slice(1), sheet);
}

function add(sheets: Map<string, Sheet[]>, key: string, sheet: Sheet): void {
  const bearers = sheets.get(key);
  if (bearers === undefined) sheets.set(key, [sheet]);
  else if (bearers.length < MOST_BEARERS && !bearers.includes(sheet)) bearers.push(sheet);
}

const GENERIC = wordSet(
  'and company co corp corporation foundation group holdings inc industries international ltd llc partners systems technologies media news',
);

function findSheet(joiner: Joiner, name: ReadName): Sheet | null {
  const { words, known } = name;
  const { byKey } = joiner;
  if (known !== null) return byKey.id.get(known.id)?.[0] ?? null;
  const whole = byKey.whole.get(words.join(' '));
  if (whole !== undefined) return whole[0]!;
  if (name.run.isBody && words.length > 1) return null;
  const surname = byKey.surname.get(foldWord(words.at(-1)!)) ?? [];
  if (words.length > 1) return surname.find((sheet) => agree(words, sheet.words)) ?? null;
  if (name.run.isTitle) return surname[0] ?? null;
  return bearerOf(name.run, surname) ?? loneBody(joiner, name) ?? only(byKey.given.get(foldGiven(words[0]!)));
}

/** Of several bearers of a surname the one whose gender the title tells; else whoever the article named first. */
function bearerOf({ title }: NameRun, bearers: readonly Sheet[]): Sheet | null {
  const gender = genderOfTitle(title);
  const fits = bearers.find((sheet) => gender === null || [null, gender].includes(genderOfSheet(sheet)));
  return fits ?? null;
}

/** What title, given name or registry tell of the person's gender. */
export function genderOfSheet({ known, words, runs }: Sheet): Gender | null {
  if (known !== null) return 'gender' in known ? known.gender : null;
  const titled = runs.map(({ title }) => genderOfTitle(title)).find((gender) => gender !== null);
  return titled ?? (words.length > 1 ? genderOfGiven(words[0]!) : null);
}

/** "(ICA)" after the long name, capitals that its words begin with, its last word, or its first before "Industries". */
function loneBody(joiner: Joiner, { run, words }: ReadName): Sheet | null {
  const word = words[0]!;
  const { byKey, byEnd, reader } = joiner;
  const { norms } = reader.article.tokens;
  if (!isAcronym(reader, run)) return only(byKey.last.get(word)) ?? only(byKey.first.get(word));
  const isGloss = norms[run.first - 1] === '(' && norms[run.end] === ')';
  return (isGloss ? byEnd.get(run.first - 1) : undefined) ?? only(byKey.initials.get(word));
}

function only(sheets: readonly Sheet[] | undefined): Sheet | null {
  return sheets?.length === 1 ? sheets[0]! : null;
}
