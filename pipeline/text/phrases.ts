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
  readonly next: Map<string, Node<T>>;
  readonly ends: Compiled<T>[];
}

interface Trie<T> {
  readonly root: Node<T>;
  /** For each character of ASCII whether a pattern begins with it: most tokens of a text are told by one look. */
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
): (text: string, tokens: Pick<Tokens, 'length' | 'starts'>) => readonly Match<T>[] {
  const compiled = patterns.map(compile).sort((a, b) => b.prefix.length - a.prefix.length);
  const rank = new Map(compiled.map((pattern, i) => [pattern, i]));
  const exact = trieOf(compiled.filter((pattern) => pattern.exact));
  const folded = trieOf(compiled.filter((pattern) => !pattern.exact));
  const tries: Tries<T> = { exact, folded, rank };
  return (text, tokens) => findAll(tries, even(text), tokens);
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

const ASCII = 128;

function trieOf<T>(patterns: readonly Compiled<T>[]): Trie<T> {
  const root: Node<T> = { next: new Map(), ends: [] };
  for (const pattern of patterns) insert(root, pattern);
  return {
    root,
    opens: Uint8Array.from({ length: ASCII }, (_, code) => Number(root.next.has(String.fromCharCode(code)))),
  };
}

function insert<T>(root: Node<T>, pattern: Compiled<T>): void {
  let node = root;
  for (const unit of pattern.prefix.split('')) {
    const next = node.next.get(unit) ?? { next: new Map<string, Node<T>>(), ends: [] };
    node.next.set(unit, next);
    node = next;
  }
  node.ends.push(pattern);
}

function findAll<T>(tries: Tries<T>, text: string, tokens: Pick<Tokens, 'length' | 'starts'>): readonly Match<T>[] {
  const folded = lower(text);
  const found: Match<T>[] = [];
  for (let first = 0; first < tokens.length;) {
    const start = tokens.starts[first]!;
    const hit = better(longestAt(tries.exact, text, start), longestAt(tries.folded, folded, start), tries.rank);
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
function longestAt<T>({ root, opens }: Trie<T>, text: string, start: number): Hit<T> | null {
  if (opens[text.charCodeAt(start)] === 0) return null;
  let best: Hit<T> | null = null;
  let at = start;
  for (let node = root.next.get(text.charAt(at)); node !== undefined; node = node.next.get(text.charAt(at))) {
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
