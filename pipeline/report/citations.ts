import type { Reference } from './references.ts';
import { type Cell, plain } from './view-parts.ts';
import type { Words } from './words/english.ts';

/** Where the list of references holds `reference`. */
export function referenceId({ id }: Reference): string {
  return `reference-${id}`;
}

/** `reference` as the list prints it, author and date first. */
export function referenceText(reference: Reference, { contrasts }: Words): string {
  const authors = contrasts.names(reference.author.map(({ family, given }) => `${family}, ${given}`));
  return `${authors} (${yearOf(reference)}). ${reference.title}. ${placeOf(reference)}.`;
}

function placeOf(reference: Reference): string {
  const { type, genre, volume, issue, page, publisher } = reference;
  const pages = page === undefined ? '' : `, ${page}`;
  switch (type) {
    case 'article-journal':
      return `${reference['container-title'] ?? ''} ${volume ?? ''}${issue === undefined ? '' : `(${issue})`}${pages}`;
    case 'paper-conference':
      return `${reference['container-title'] ?? ''}${pages}`;
    case 'book':
      return `${reference['publisher-place'] ?? ''}: ${publisher ?? ''}`;
    case 'report':
      return `${genre ?? ''}, ${publisher ?? ''}`;
  }
}

function yearOf({ issued }: Reference): string {
  return String(issued['date-parts'][0]?.[0] ?? '');
}

/**
 * `text` in pieces, of which each citation of one of `references` leads to its place in the list. A citation is the
 * authors’ names with the year, in brackets or not: “Efron 1987”, “Wilson’s (1927)”, “Monroe et al. 2008”.
 */
export function withCitations(
  text: string,
  references: readonly Reference[],
  say: Words['front']['citing'],
): readonly Cell[] {
  const found = references
    .flatMap((reference) =>
      Array.from(text.matchAll(citationOf(reference, say)), ({ 0: cited, index }) => ({ reference, cited, index })),
    )
    .sort((a, b) => a.index - b.index);
  const pieces: Cell[] = [];
  let at = 0;
  for (const { reference, cited, index } of found) {
    // The second of two authors may be the only one of another work.
    if (index < at) continue;
    pieces.push(plain(text.slice(at, index)), plain(cited, `#${referenceId(reference)}`));
    at = index + cited.length;
  }
  return [...pieces, plain(text.slice(at))].filter((piece) => piece.text !== '');
}

function citationOf(reference: Reference, { and, others }: Words['front']['citing']): RegExp {
  const [first = '', second = '', ...more] = reference.author.map(({ family }) => family);
  const rest = more.length > 0 ? ` ${others}` : second === '' ? '' : ` ${and} ${second}`;
  const year = yearOf(reference);
  return new RegExp(`(?<!\\p{L})${first}${rest}(?:’s)? (?:\\(${year}\\)|${year})`.replace('al.', 'al\\.'), 'gu');
}
