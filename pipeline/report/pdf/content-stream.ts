import { inflateSync } from 'node:zlib';
import type { PDFPage, PDFRef } from 'pdf-lib';
import { PDFName, PDFRawStream, PDFRef as Ref } from 'pdf-lib';

/** What draws a page: PDF operators, one a line, as Chromium writes them. */
export interface Content {
  readonly ref: PDFRef;
  /** One character a byte. */
  readonly operators: string;
}

/** The content of a page printed by Chromium, which writes one compressed stream a page; `null` where there is another. */
export function readContent(page: PDFPage): Content | null {
  const ref = page.node.get(PDFName.of('Contents'));
  if (!(ref instanceof Ref)) return null;
  const operators = inflated(page.doc.context.lookup(ref));
  return operators === null ? null : { ref, operators };
}

/** A compressed stream's text, one character a byte; `null` for any other object. */
export function inflated(stream: unknown): string | null {
  if (!(stream instanceof PDFRawStream) || stream.dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode'))
    return null;
  return inflateSync(stream.contents).toString('latin1');
}

/** Puts `operators` in a content's place. */
export function replaceContent(page: PDFPage, { ref, operators }: Content): void {
  // pdf-lib's own deflate, not Node's: its bytes do not change with the version of Node.
  page.doc.context.assign(ref, page.doc.context.flateStream(Buffer.from(operators, 'latin1')));
}
