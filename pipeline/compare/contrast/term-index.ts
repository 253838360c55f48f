/** How often each term stands in one document, and how many words the document has. */
export interface TermCounts {
  /** Numbers of terms, ascending, each once. */
  readonly terms: Float64Array;
  /** How often each of them comes. */
  readonly counts: Uint32Array;
  readonly size: number;
}

/** The terms of documents, by number. */
export interface Terms {
  readonly documents: readonly TermCounts[];
  /** No two terms have one name. */
  readonly nameOf: (term: number) => string;
}

/** The documents of each term: columns from `starts[t]` to `starts[t + 1]`, documents ascending. */
export interface TermIndex {
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly counts: Uint32Array;
  /** Words a document. */
  readonly sizes: Float64Array;
}

/**
 * Inverts documents: for each term in at least `leastDocuments` of them, where it stands. Terms are in code-unit order of their names,
 * so that the index of a corpus is the same however its documents were shared out and joined again, in their order.
 */
export function termIndex({ documents, nameOf }: Terms, leastDocuments: number): TermIndex {
  const kept = frequent(documents, leastDocuments)
    .map(({ term, held }) => ({ name: nameOf(term), term, held }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const places = new Map(kept.map(({ term }, place) => [term, place]));
  const starts = new Uint32Array(kept.length + 1);
  kept.forEach(({ held }, place) => (starts[place + 1] = starts[place]! + held));
  const filled = starts.slice();
  const columns = { documents: new Uint32Array(starts.at(-1)!), counts: new Uint32Array(starts.at(-1)!) };
  documents.forEach(({ terms, counts }, document) => {
    for (let i = 0; i < terms.length; i++) {
      const place = places.get(terms[i]!);
      if (place === undefined) continue;
      const at = filled[place]!++;
      columns.documents[at] = document;
      columns.counts[at] = counts[i]!;
    }
  });
  return {
    terms: kept.map(({ name }) => name),
    starts,
    ...columns,
    sizes: Float64Array.from(documents, ({ size }) => size),
  };
}

/** The terms that at least `least` documents hold, with how many do: all of them in one column, sorted, so that equal ones lie together. */
function frequent(documents: readonly TermCounts[], least: number): readonly { term: number; held: number }[] {
  const all = new Float64Array(documents.reduce((sum, { terms }) => sum + terms.length, 0));
  let filled = 0;
  for (const { terms } of documents) {
    all.set(terms, filled);
    filled += terms.length;
  }
  all.sort();
  const kept: { term: number; held: number }[] = [];
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to] === all[from]) to++;
    if (to - from >= least) kept.push({ term: all[from]!, held: to - from });
  }
  return kept;
}
