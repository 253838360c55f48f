import { wordSet } from '../text/word-set.ts';
import { isTitleWord } from './name-words.ts';
import type { Reader } from './reader.ts';

/** American states in short, which follow a town; each with its point. */
const STATE = wordSet(`
ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb. nev. okla.
ore. pa. tenn. tex. va. vt. wash. wis. wyo.
`);
/** Words that have a capital for another reason than being a name. */
const NEVER = wordSet(`
i i'm i've a an the he she it we they you his her its our their my your this that these those if but and or in on at for as
yes no when why how what who where while after before with from to of by not is are was were has have had will can says there
here so then now although since because despite during under over about into against between until many some most all both
other another several only even also others few dozens hundreds thousands millions monday tuesday wednesday thursday friday
saturday sunday january february april june july august september october november december jan feb aug sept oct nov dec today
yesterday
`);

/** How the first character of a token is written. */
export const CASE = { none: 0, small: 1, capital: 2, other: 3 } as const;

/** What the capitals of a text tell, worked out once; columns by token. */
export interface Capitals {
  /** One of `CASE`. */
  readonly cases: Uint8Array;
  /** 1 for a word that is written like a name: with a capital, and none that has one for another reason. */
  readonly named: Uint8Array;
  /** Words that have a capital where no sentence starts: names, wherever else they stand. And words without one: none. */
  readonly inside: ReadonlySet<string>;
  /** Paragraphs set like headlines, with a capital on nearly every word and no full stop or colon at the end: there it makes no name. */
  readonly headings: ReadonlySet<number>;
}

/** Reads how each token of an article is written. */
export function capitalsIn(reader: Reader): Capitals {
  const { length } = reader.article.tokens;
  const cases = new Uint8Array(length);
  const named = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    cases[i] = caseAt(reader, i);
    if (isNamed(reader, i, cases[i] === CASE.capital)) named[i] = 1;
  }
  return { cases, named, inside: wordsInside(reader, cases, named), headings: headingsIn(reader, cases) };
}

/** The words of token `i` as written. */
export function surfaceAt({ article: { text, tokens } }: Reader, i: number): string {
  return text.slice(tokens.starts[i], tokens.ends[i]);
}

/** ASCII is told without a pattern: this is asked of every token. */
function caseAt(reader: Reader, i: number): number {
  const { text, tokens } = reader.article;
  const code = text.charCodeAt(tokens.starts[i]!);
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return CASE.small;
    return code >= 0x41 && code <= 0x5a ? CASE.capital : CASE.none;
  }
  const form = surfaceAt(reader, i);
  if (/^\p{Lu}/u.test(form)) return CASE.capital;
  if (/^\p{Ll}/u.test(form)) return CASE.small;
  return /^\p{L}/u.test(form) ? CASE.other : CASE.none;
}

function isNamed(reader: Reader, i: number, hasCapital: boolean): boolean {
  if (reader.nameAt.get(i)?.value.entity.type === 'person') return true;
  if (!hasCapital) return false;
  const norm = reader.article.tokens.norms[i]!;
  if (!norm.endsWith('.')) return !NEVER.has(norm) || isGivenName(reader, i);
  return /^\p{Lu}\.$/u.test(surfaceAt(reader, i)) || !(NEVER.has(norm.slice(0, -1)) || STATE.has(norm));
}

const GIVEN_TOO = wordSet('jan april may june august');

/** "Captain|June Marsh", "|Jan Marsh": a month in short has a number beside it, and no month has a title. */
function isGivenName(reader: Reader, i: number): boolean {
  const { norms, length } = reader.article.tokens;
  if (!GIVEN_TOO.has(norms[i]!) || i + 1 === length || caseAt(reader, i + 1) !== CASE.capital) return false;
  return norms[i] === 'jan' || isTitleWord(norms[i - 1] ?? '');
}

function wordsInside(reader: Reader, cases: Uint8Array, named: Uint8Array): ReadonlySet<string> {
  const inside = new Set<string>();
  for (let i = 0; i < cases.length; i++)
    if ((named[i] === 1 || cases[i] === CASE.small) && !opensSentence(reader, i)) inside.add(wordAt(reader, i));
  return inside;
}

/** The words of token `i` as written; where it has no capital the norm itself, whose hash is known. */
export function wordAt(reader: Reader, i: number): string {
  const { text, tokens } = reader.article;
  const norm = tokens.norms[i]!;
  const isNorm = norm.length === tokens.ends[i]! - tokens.starts[i]! && text.startsWith(norm, tokens.starts[i]);
  return isNorm ? norm : surfaceAt(reader, i);
}

/** Whether token `i` has its capital, if any, from where it stands. */
export function opensSentence({ article: { tokens } }: Reader, i: number): boolean {
  if (i === 0 || tokens.sentence[i] !== tokens.sentence[i - 1]) return true;
  return tokens.pos[i - 1] === 'PUNCT' && tokens.norms[i - 1] !== ',';
}

const FEWEST_WORDS = 4;
const MOST_SMALL = 0.35;

function headingsIn({ article: { tokens, text, paragraphs } }: Reader, cases: Uint8Array): ReadonlySet<number> {
  const words = new Uint32Array(paragraphs.length);
  const small = new Uint32Array(paragraphs.length);
  for (let i = 0; i < cases.length; i++) {
    if (cases[i] === CASE.none || isBeyondPlane(text, tokens.starts[i]!)) continue;
    const n = tokens.paragraph[i]!;
    words[n]!++;
    if (cases[i] === CASE.small) small[n]!++;
  }
  const found = new Set<number>();
  for (const [n, [, end]] of paragraphs.entries()) {
    const isCapital = words[n]! >= FEWEST_WORDS && small[n]! / words[n]! < MOST_SMALL;
    if (isCapital && !/[.!?…:][”"’')]*\s*$/u.test(text.slice(end - 4, end))) found.add(n);
  }
  return found;
}

/** Letters of mathematics are no headline. */
function isBeyondPlane(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdfff;
}
