import type { Span, Tokens } from '../model.ts';

/** A surface pattern: words, with a trailing `*` for any ending. It ignores case unless it has a capital letter. */
export interface Pattern<T> {
  readonly pattern: string;
  readonly value: T;
}

/** Where a pattern was found: its span and its tokens [first, end). */
export interface Match<T> {
  readonly span: Span;
  readonly first: number;
  readonly end: number;
  readonly value: T;
}

interface Compiled<T> {
  readonly prefix: string;
  readonly exact: boolean;
  readonly open: boolean;
  readonly value: T;
}

/** What patterns begin with, character by character; those that end here, the ones given first in front. */
interface Node<T> {
  /** The first character that goes on from here, −1 without one, and where it leads: most nodes have no other. */
  only: number;
  next: Node<T> | null;
  readonly others: Map<number, Node<T>>;
  readonly ends: Compiled<T>[];
}

interface Trie<T> {
  readonly root: Node<T>;
  /** For each two characters of ASCII whether a pattern may begin with them: most tokens of a text are told by one look. */
  readonly opens: Uint8Array;
}

/** Patterns with a capital letter read the text as it stands, the others in lower case. */
interface Tries<T> {
  readonly exact: Trie<T>;
  readonly folded: Trie<T>;
  /** The order of patterns that end at the same place: the longer one first, then the one given first. */
  readonly rank: ReadonlyMap<Compiled<T>, number>;
}

/**
 * Builds a matcher for surface patterns. It finds, from left to right, the longest pattern that starts at a token and
 * ends at a word's end; matches do not overlap. Apostrophes, hyphens and blanks of any kind match each other. At each
 * token it reads only as far as some pattern goes on, however many patterns there are.
 */
export function surfaceMatcher<T>(
  patterns: readonly Pattern<T>[],
): (text: string, tokens: Starts) => readonly Match<T>[] {
  const compiled = patterns.map(compile).sort((a, b) => b.prefix.length - a.prefix.length);
  const rank = new Map(compiled.map((pattern, i) => [pattern, i]));
  const exact = trieOf(compiled.filter((pattern) => pattern.exact));
  const folded = trieOf(compiled.filter((pattern) => !pattern.exact));
  const tries: Tries<T> = { exact, folded, rank };
  return (text, tokens) => findAll(tries, readingOf(text, tokens), tokens);
}

/** A text as matchers read it, even, and in lower case too; with what each token begins with. */
interface Read {
  readonly text: string;
  readonly plain: string;
  readonly plainPairs: Uint16Array;
  readonly folded: string;
  readonly foldedPairs: Uint16Array;
}

/** What a matcher needs of tokens. */
type Starts = Pick<Tokens, 'length' | 'starts'>;

/** Many matchers read the same text one after the other: the last one is kept, and no more. */
let last: { readonly tokens: Starts; readonly read: Read } | null = null;

function readingOf(text: string, tokens: Starts): Read {
  if (last?.tokens === tokens && last.read.text === text) return last.read;
  const plain = even(text);
  const folded = lower(plain);
  const read = { text, plain, plainPairs: pairsOf(plain, tokens), folded, foldedPairs: pairsOf(folded, tokens) };
  last = { tokens, read };
  return read;
}

const ASCII = 128;

/** Stands for all pairs that are not of ASCII. */
const ANY = ASCII * ASCII;

/** The first two characters of each token as one number. */
function pairsOf(text: string, { starts, length }: Starts): Uint16Array {
  const pairs = new Uint16Array(length);
  for (let i = 0; i < length; i++) {
    const start = starts[i]!;
    pairs[i] = pairOf(text.charCodeAt(start), text.charCodeAt(start + 1));
  }
  return pairs;
}

function pairOf(first: number, second: number): number {
  return first < ASCII && second < ASCII ? first * ASCII + second : ANY;
}

/** `text` with apostrophes, hyphens and blanks made even. Every character keeps its place. */
export function even(text: string): string {
  return text
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[‐‑–]/gu, '-')
    .replace(/[^\S ]/gu, ' ');
}

/** `text` in lower case, every character in its place: a letter whose lower case is longer stays as it is. */
export function lower(text: string): string {
  const whole = text.toLowerCase();
  if (whole.length === text.length) return whole;
  return Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('');
}

function compile<T>({ pattern, value }: Pattern<T>): Compiled<T> {
  const open = pattern.endsWith('*');
  const plain = even(open ? pattern.slice(0, -1) : pattern);
  const exact = /\p{Lu}/u.test(plain);
  return { prefix: plain, exact, open, value };
}

function trieOf<T>(patterns: readonly Compiled<T>[]): Trie<T> {
  const root = emptyNode<T>();
  for (const pattern of patterns) insert(root, pattern);
  const opens = new Uint8Array(ANY + 1).fill(1, ANY);
  for (const { prefix } of patterns) {
    const [first, second] = [prefix.charCodeAt(0), prefix.charCodeAt(1)];
    if (second < ASCII) opens[pairOf(first, second)] = 1;
    else opens.fill(1, first * ASCII, (first + 1) * ASCII);
  }
  return { root, opens };
}

function emptyNode<T>(): Node<T> {
  return { only: -1, next: null, others: new Map(), ends: [] };
}

function insert<T>(root: Node<T>, pattern: Compiled<T>): void {
  const { prefix } = pattern;
  let node = root;
  for (let i = 0; i < prefix.length; i++) {
    const code = prefix.charCodeAt(i);
    const next = nodeAfter(node, code) ?? emptyNode<T>();
    if (node.next === null) {
      node.only = code;
      node.next = next;
    } else if (node.only !== code) node.others.set(code, next);
    node = next;
  }
  node.ends.push(pattern);
}

/** Where a character leads; `null` where no pattern goes on with it. */
function nodeAfter<T>({ only, next, others }: Node<T>, code: number): Node<T> | null {
  if (only === code) return next;
  return others.size === 0 ? null : (others.get(code) ?? null);
}

function findAll<T>({ exact, folded, rank }: Tries<T>, read: Read, tokens: Starts): readonly Match<T>[] {
  const { plainPairs, foldedPairs } = read;
  const found: Match<T>[] = [];
  for (let first = 0; first < tokens.length;) {
    const start = tokens.starts[first]!;
    const own = exact.opens[plainPairs[first]!] === 0 ? null : longestAt(exact, read.plain, start);
    const low = folded.opens[foldedPairs[first]!] === 0 ? null : longestAt(folded, read.folded, start);
    const hit = better(own, low, rank);
    if (hit === null) {
      first++;
      continue;
    }
    const end = tokenAfter(tokens, first, hit.end);
    found.push({ span: [start, hit.end], first, end, value: hit.pattern.value });
    first = end;
  }
  return found;
}

interface Hit<T> {
  readonly end: number;
  readonly pattern: Compiled<T>;
}

function better<T>(a: Hit<T> | null, b: Hit<T> | null, rank: Tries<T>['rank']): Hit<T> | null {
  if (a === null || b === null) return a ?? b;
  if (a.end !== b.end) return a.end > b.end ? a : b;
  return rank.get(a.pattern)! < rank.get(b.pattern)! ? a : b;
}

/** The hit that ends last; of several, that of the longest pattern, then of the one given first. */
function longestAt<T>({ root }: Trie<T>, text: string, start: number): Hit<T> | null {
  let best: Hit<T> | null = null;
  let at = start;
  for (let node = nodeAfter(root, text.charCodeAt(at)); node !== null; node = nodeAfter(node, text.charCodeAt(at))) {
    at++;
    let fewest = best?.end ?? start;
    for (const pattern of node.ends) {
      const end = pattern.open ? wordEnd(text, at) : at;
      if (end < fewest || isWordAt(text, end)) continue;
      best = { end, pattern };
      fewest = end + 1;
    }
  }
  return best;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (isWordAt(text, end)) end++;
  return end;
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at));
}

function tokenAfter(tokens: Pick<Tokens, 'length' | 'starts'>, first: number, offset: number): number {
  let i = first + 1;
  while (i < tokens.length && tokens.starts[i]! < offset) i++;
  return i;
}
