import { type Terms, termsIn } from './terms.ts';
import type { ReportView } from './view.ts';
import { type Cell, plain } from './view-parts.ts';

/** What tells a figure or table by its fields from all else that has a note. */
const PART = 'dataWord';
/** Fields with words of articles, names from the data, or drawings. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'chart',
  'rows',
  'entries',
  'articles',
  'passages',
  'find',
  'statements',
]);

/**
 * `view` with pieces beside its texts, for the templates: `linkedIntro` beside each `intro` of a section, `linkedNote` beside the
 * note of each figure and table, in which the first use of a term in the section leads to the glossary; so it does in the texts of
 * the methods. Nothing else is read for terms.
 */
export function withTerms(view: ReportView): ReportView {
  const { terms, names } = view.glossary.body;
  const entries = Object.entries(view).map(([key, part]: [string, unknown]) =>
    // The first page and each section have a guide; the glossary does not lead to itself.
    key === 'glossary' || typeof part !== 'object' || part === null || !('guide' in part)
      ? [key, part]
      : [key, linkedWithin(part, linker({ terms, names }))],
  );
  return Object.fromEntries(entries) as ReportView;
}

/** A text in pieces, of which some lead somewhere. */
type PiecesView = readonly Cell[];

type Link = (cells: PiecesView) => PiecesView;

/** Links each term once over all that it is given. */
function linker({ terms, names }: Terms): Link {
  let left = terms;
  return (cells) =>
    cells.flatMap((cell) => {
      if (cell.href !== null || cell.language !== null) return [cell];
      const pieces = termsIn(cell.text, { terms: left, names });
      const used = new Set(pieces.map(({ href }) => href));
      left = left.filter(({ id }) => !used.has(`#${id}`));
      return pieces;
    });
}

function linkedWithin(value: unknown, link: Link): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => linkedWithin(one, link));
  if (typeof value !== 'object' || value === null) return value;
  const isPart = PART in value && 'note' in value;
  const entries = Object.entries(value).flatMap(([key, one]: [string, unknown]): readonly [string, unknown][] => {
    if (LEFT_OUT.has(key)) return [[key, one]];
    if (key === 'intro')
      return [
        [key, one],
        ['linkedIntro', linkedIntro(one, link)],
      ];
    if (key === 'note' && isPart)
      return [
        [key, one],
        ['linkedNote', link([plain(String(one))])],
      ];
    return [[key, key === 'text' && Array.isArray(one) ? link(one as readonly Cell[]) : linkedWithin(one, link)]];
  });
  return Object.fromEntries(entries);
}

/** Pieces of an introduction; where it has several paragraphs, of each. */
function linkedIntro(intro: unknown, link: Link): unknown {
  return Array.isArray(intro) ? intro.map((one) => link([plain(String(one))])) : link([plain(String(intro))]);
}
