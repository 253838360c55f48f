import type { PDFDocument, PDFObject, PDFPage } from 'pdf-lib';
import { PDFDict, PDFHexString, PDFName, PDFRef } from 'pdf-lib';
import type { PdfMetadata } from './metadata.ts';
import { dictOf, entry, hasName, listOf, textOf } from './objects.ts';
import { REPORT_HOST } from './page.ts';

/**
 * Keeps the links that a report may have, to its own pages and to http, https and mailto addresses, and takes all others
 * away with their addresses: a link to a script or a file is no part of a report, whoever wrote it. Each link that stays gets
 * the description that PDF/UA-1 (ISO 14289-1:2014, 7.18.5) asks for and Chromium does not write.
 */
export function mendLinks(document: PDFDocument, { page: inWords }: Pick<PdfMetadata, 'page'>): void {
  const removed = new Set<PDFObject>();
  for (const page of document.getPages()) {
    for (const annotation of annotationsOf(page)) {
      const link = dictOf(document.context, annotation);
      const text = link === null ? null : description(link, document, inWords);
      if (text === null) removed.add(annotation);
      else link?.set(PDFName.of('Contents'), PDFHexString.fromText(text));
    }
  }
  if (removed.size > 0) remove(removed, document);
}

/** Whether a report may link to an address outside itself. */
export function mayLinkTo(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  // A relative address was resolved against the host that the report was loaded from.
  return ['http:', 'https:', 'mailto:'].includes(protocol) && hostname !== REPORT_HOST;
}

type PageInWords = PdfMetadata['page'];

/** What a link leads to, in words; `null` for what a report may not hold. */
function description(annotation: PDFDict, document: PDFDocument, inWords: PageInWords): string | null {
  const { context } = document;
  if (!hasName(annotation, 'Subtype', 'Link') || annotation.has(PDFName.of('AA'))) return null;
  if (!annotation.has(PDFName.of('A'))) {
    const index = pageOf(entry(annotation, 'Dest'), document);
    return index === -1 ? null : inWords(index + 1);
  }
  const action = dictOf(context, entry(annotation, 'A'));
  if (!hasName(action, 'S', 'URI') || action?.has(PDFName.of('Next')) === true) return null;
  const address = textOf(context, entry(action, 'URI'));
  return mayLinkTo(address) ? address : null;
}

/** The index of the page that a link leads to, or -1. */
function pageOf(destination: PDFObject | undefined, document: PDFDocument): number {
  if (!(destination instanceof PDFName)) return -1;
  const places = dictOf(document.context, entry(document.catalog, 'Dests'));
  const [target] = listOf(document.context, places?.get(destination));
  return document.getPages().findIndex(({ ref }) => ref === target);
}

function annotationsOf(page: PDFPage): readonly PDFObject[] {
  return listOf(page.doc.context, entry(page.node, 'Annots'));
}

/** Takes links out of their pages, out of the tag tree, and out of the file. */
function remove(removed: ReadonlySet<PDFObject>, document: PDFDocument): void {
  for (const page of document.getPages()) {
    const kept = annotationsOf(page).filter((annotation) => !removed.has(annotation));
    page.node.set(PDFName.of('Annots'), document.context.obj(kept));
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && hasName(object, 'S', 'Link')) untag(object, removed);
  }
  for (const annotation of removed) if (annotation instanceof PDFRef) document.context.delete(annotation);
}

/** A link that is gone leaves its words, as plain text. */
function untag(link: PDFDict, removed: ReadonlySet<PDFObject>): void {
  const kids = listOf(link.context, entry(link, 'K'));
  const kept = kids.filter((kid) => {
    const target = entry(dictOf(link.context, kid), 'Obj');
    return target === undefined || !removed.has(target);
  });
  if (kept.length === kids.length) return;
  link.set(PDFName.of('S'), PDFName.of('Span'));
  link.set(PDFName.of('K'), link.context.obj(kept));
}
