import { PDFDocument } from 'pdf-lib';
import type { Browser } from 'puppeteer';
import { fillSlots, pagesOf, slotIds } from './contents.ts';
import { type Form, PrintFailure, printPage } from './page.ts';

export interface PrintOptions {
  /** Milliseconds for all passes together. 500 pages take a quarter of a minute, and ten times that on a busy machine. */
  readonly deadline: number;
}

/** What a browser printed: its bytes, and the same parsed, which takes too long to be done twice. */
export interface Printout {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
}

/**
 * Prints a report with tags and outline, and with the page numbers of its contents.
 *
 * CSS has a function for such numbers, but Chromium does not know it; so a first pass finds the pages, the numbers are filled
 * in, and a second one prints. Its pages are checked; where the numbers themselves moved a heading, another pass follows.
 */
export async function printPdf(html: string, browser: Browser, options: PrintOptions): Promise<Printout> {
  const deadline = AbortSignal.timeout(options.deadline);
  const ids = slotIds(html);
  const printed = async (page: string, form: Form): Promise<Printout> =>
    printout(await printPage(browser, page, form, deadline));
  if (ids.size === 0) return printed(html, 'tagged');
  let pages = pagesOf(ids, (await printed(html, 'draft')).document);
  for (let pass = 2; pass <= MOST_PASSES; pass++) {
    const tagged = await printed(fillSlots(html, pages), 'tagged');
    const found = pagesOf(ids, tagged.document);
    if ([...ids].every((id) => found.get(id) === pages.get(id))) return tagged;
    pages = found;
  }
  throw new PrintFailure('The page numbers of the contents do not settle.');
}

/** What a browser printed, parsed. */
export async function printout(bytes: Uint8Array): Promise<Printout> {
  // All objects in one go: pauses between them would only take time, for nothing else waits.
  return { bytes, document: await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity }) };
}

const MOST_PASSES = 4;
