/** How often each term stands in one document, and how many words the document has. */
export interface TermCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
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
 * Inverts documents: for each term in at least `leastDocuments` of them, where it stands. Terms are in code-unit order, so
 * that the index of a corpus is the same however its documents were shared out and joined again, in their order.
 */
export function termIndex(documents: readonly TermCounts[], leastDocuments: number): TermIndex {
  const frequencies = new Map<string, number>();
  for (const { counts } of documents) {
    for (const term of counts.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const terms = [...frequencies].flatMap(([term, n]) => (n >= leastDocuments ? [term] : [])).sort();
  const places = new Map(terms.map((term, place) => [term, place]));
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach((term, place) => (starts[place + 1] = starts[place]! + frequencies.get(term)!));
  const filled = starts.slice();
  const columns = { documents: new Uint32Array(starts.at(-1)!), counts: new Uint32Array(starts.at(-1)!) };
  documents.forEach(({ counts }, document) => {
    for (const [term, count] of counts) {
      const place = places.get(term);
      if (place === undefined) continue;
      const at = filled[place]!++;
      columns.documents[at] = document;
      columns.counts[at] = count;
    }
  });
  return { terms, starts, ...columns, sizes: Float64Array.from(documents, ({ size }) => size) };
}
