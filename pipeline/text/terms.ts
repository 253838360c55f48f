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
 * Builds a matcher for terms of a lexicon: a word matches by its lemma or by its form, a phrase word by word ("according
 * to", "so-called"). The returned function finds, within tokens [from, to) and from left to right, the longest term at
 * each place; matches do not overlap.
 */
export function termMatcher<T>(
  terms: readonly { readonly term: string; readonly value: T }[],
): (tokens: Tokens, from?: number, to?: number) => readonly TermMatch<T>[] {
  const root: Node<T> = { next: new Map(), value: null };
  for (const { term, value } of terms) insert(root, words(term), value);
  return (tokens, from = 0, to = tokens.length) => {
    const found: TermMatch<T>[] = [];
    for (let i = from; i < to;) {
      const match = longest(root, tokens, i, to);
      if (match !== null) found.push(match);
      i = match?.end ?? i + 1;
    }
    return found;
  };
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

/** Most tokens begin no term: they are told by one look-up or two, and nothing is made for them. */
function longest<T>(root: Node<T>, tokens: Tokens, first: number, to: number): TermMatch<T> | null {
  const [lemma, norm] = [tokens.lemmas[first]!, tokens.norms[first]!];
  if (!root.next.has(lemma) && (norm === lemma || !root.next.has(norm))) return null;
  let best: TermMatch<T> | null = null;
  let nodes: readonly Node<T>[] = [root];
  for (let i = first; i < to; i++) {
    nodes = step(nodes, tokens.lemmas[i]!, tokens.norms[i]!);
    if (nodes.length === 0) break;
    const value = nodes.find((node) => node.value !== null)?.value ?? null;
    if (value !== null) best = { first, end: i + 1, value };
  }
  return best;
}

/** Where a token leads from `nodes`, by its lemma first. */
function step<T>(nodes: readonly Node<T>[], lemma: string, norm: string): readonly Node<T>[] {
  const reached: Node<T>[] = [];
  for (const { next } of nodes) {
    const byLemma = next.get(lemma);
    const byNorm = norm === lemma ? undefined : next.get(norm);
    if (byLemma !== undefined) reached.push(byLemma);
    if (byNorm !== undefined) reached.push(byNorm);
  }
  return reached;
}
