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

/**
 * Builds a matcher for surface patterns. It finds, from left to right, the longest pattern that starts at a token and
 * ends at a word's end; matches do not overlap. Apostrophes, hyphens and blanks of any kind match each other.
 */
export function surfaceMatcher<T>(
  patterns: readonly Pattern<T>[],
): (text: string, tokens: Tokens) => readonly Match<T>[] {
  const buckets = new Map<string, Compiled<T>[]>();
  for (const compiled of patterns.map(compile)) {
    const key = compiled.prefix.charAt(0).toLowerCase();
    buckets.set(key, [...(buckets.get(key) ?? []), compiled]);
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.prefix.length - a.prefix.length);
  return (text, tokens) => findAll(buckets, even(text), tokens);
}

/** `text` with apostrophes, hyphens and blanks made even. Every character keeps its place. */
export function even(text: string): string {
  return text.replace(/[‘’ʼ]/gu, "'").replace(/[‐‑–]/gu, '-').replace(/\s/gu, ' ');
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

function findAll<T>(
  buckets: ReadonlyMap<string, readonly Compiled<T>[]>,
  text: string,
  tokens: Tokens,
): readonly Match<T>[] {
  const folded = lower(text);
  const found: Match<T>[] = [];
  for (let first = 0; first < tokens.length;) {
    const start = tokens.starts[first]!;
    const hit = longestAt(buckets.get(folded.charAt(start)) ?? [], text, folded, start);
    if (hit === null) {
      first++;
      continue;
    }
    const end = tokenAfter(tokens, first, hit.end);
    found.push({ span: [start, hit.end], first, end, value: hit.value });
    first = end;
  }
  return found;
}

function longestAt<T>(
  bucket: readonly Compiled<T>[],
  text: string,
  folded: string,
  start: number,
): { end: number; value: T } | null {
  let best: { end: number; value: T } | null = null;
  for (const { prefix, exact, open, value } of bucket) {
    if (!(exact ? text : folded).startsWith(prefix, start)) continue;
    let end = start + prefix.length;
    if (open) while (isWordAt(text, end)) end++;
    if (!isWordAt(text, end) && end > (best?.end ?? start)) best = { end, value };
  }
  return best;
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at));
}

function tokenAfter(tokens: Tokens, first: number, offset: number): number {
  let i = first + 1;
  while (i < tokens.length && tokens.starts[i]! < offset) i++;
  return i;
}
