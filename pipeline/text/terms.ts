import type { Tokens } from '../model.ts';

/** Where a term was found, as tokens [first, end). */
export interface TermMatch<T> {
  readonly first: number;
  readonly end: number;
  readonly value: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | null;
}

/**
 * The words that open a term of any of some matchers: a token is looked up once for all of them. `bits`: for each such
 * word which matchers it opens a term of, a bit each.
 */
export interface Openings {
  readonly bits: Map<string, number>;
  readonly read: WeakMap<Tokens, Int32Array>;
  matchers: number;
}

/** Openings for up to 31 matchers. All of them are built before any is used. */
export function openings(): Openings {
  return { bits: new Map(), read: new WeakMap(), matchers: 0 };
}

/**
 * Builds a matcher for terms of a lexicon: a word matches by its lemma or by its form, a phrase word by word ("according
 * to", "so-called"). The returned function finds, within tokens [from, to) and from left to right, the longest term at
 * each place; matches do not overlap. Matchers that read the same texts should share `opening`.
 */
export function termMatcher<T>(
  terms: readonly { readonly term: string; readonly value: T }[],
  opening: Openings = openings(),
): (tokens: Tokens, from?: number, to?: number) => readonly TermMatch<T>[] {
  const bit = 1 << opening.matchers++;
  const root: Node<T> = { next: new Map(), value: null };
  for (const { term, value } of terms) insert(root, words(term), value);
  for (const word of root.next.keys()) opening.bits.set(word, (opening.bits.get(word) ?? 0) | bit);
  return (tokens, from = 0, to = tokens.length) => {
    const opened = opening.read.get(tokens) ?? readOpenings(opening, tokens);
    const found: TermMatch<T>[] = [];
    for (let i = from; i < to;) {
      const match = (opened[i]! & bit) === 0 ? null : longest(root, tokens, i, to);
      if (match !== null) found.push(match);
      i = match === null ? i + 1 : match.end;
    }
    return found;
  };
}

function readOpenings({ bits, read }: Openings, tokens: Tokens): Int32Array {
  const { lemmas, norms, length } = tokens;
  const opened = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const [lemma, norm] = [lemmas[i]!, norms[i]!];
    opened[i] = (bits.get(lemma) ?? 0) | (lemma === norm ? 0 : (bits.get(norm) ?? 0));
  }
  read.set(tokens, opened);
  return opened;
}

/** The words of a term as the tokeniser would cut them: hyphens stand alone. */
function words(term: string): readonly string[] {
  return term
    .toLowerCase()
    .replaceAll('-', ' - ')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function insert<T>(root: Node<T>, path: readonly string[], value: T): void {
  let node = root;
  for (const word of path) {
    const next = node.next.get(word) ?? { next: new Map<string, Node<T>>(), value: null };
    node.next.set(word, next);
    node = next;
  }
  node.value ??= value;
}

/** The longest term that begins at a token; of two as long the one whose first other word goes by its lemma. */
function longest<T>(root: Node<T>, tokens: Tokens, first: number, to: number): TermMatch<T> | null {
  const best: Best<T> = { end: first, value: null };
  goOn(root, tokens, first, to, best);
  return best.value === null ? null : { first, end: best.end, value: best.value };
}

interface Best<T> {
  end: number;
  value: T | null;
}

/** Follows a term from a node on to what stands at token `i`, by its lemma first. */
function goOn<T>({ next }: Node<T>, tokens: Tokens, i: number, to: number, best: Best<T>): void {
  if (i >= to || next.size === 0) return;
  const [lemma, norm] = [tokens.lemmas[i]!, tokens.norms[i]!];
  reach(next.get(lemma), tokens, i + 1, to, best);
  if (norm !== lemma) reach(next.get(norm), tokens, i + 1, to, best);
}

function reach<T>(node: Node<T> | undefined, tokens: Tokens, end: number, to: number, best: Best<T>): void {
  if (node === undefined) return;
  if (node.value !== null && end > best.end) {
    best.end = end;
    best.value = node.value;
  }
  goOn(node, tokens, end, to, best);
}
