import type { PDFDocument } from 'pdf-lib';
import { dictOf, entry, listOf } from './objects.ts';

/**
 * The ids whose page numbers a report wants to show: those of its slots, `<span class="page" data-page-of="ID">000</span>`.
 * An id is shown where something links to it; a browser tells the page of no other.
 */
export function slotIds(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(SLOT)].map((match) => match[2] as string));
}

/** `html` with each slot's page number in its place; a dash where the page is not known. */
export function fillSlots(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replaceAll(SLOT, (_slot, start: string, id: string, end: string) => {
    return `${start}${pages.get(id)?.toFixed() ?? '–'}${end}`;
  });
}

/** The page, counted from 1, that each of `ids` stands on in a printed report. Ids that nothing links to are left out. */
export function pagesOf(ids: ReadonlySet<string>, document: PDFDocument): ReadonlyMap<string, number> {
  const numbers = new Map<unknown, number>(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const found = new Map<string, number>();
  for (const [name, place] of dictOf(document.context, entry(document.catalog, 'Dests'))?.entries() ?? []) {
    const page = numbers.get(listOf(document.context, place)[0]);
    if (page !== undefined && ids.has(name.decodeText())) found.set(name.decodeText(), page);
  }
  return found;
}

/** Start tag, id, end tag. The report's template writes them so; text in it has its angle brackets escaped. */
const SLOT = /(<span class="page" data-page-of="([^"]*)">)[^<]*(<\/span>)/g;
