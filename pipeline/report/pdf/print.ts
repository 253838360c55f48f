import type { Browser } from 'puppeteer';
import { fillSlots, pagesOf, slotIds } from './contents.ts';
import { PrintFailure, printPage } from './page.ts';

export interface PrintOptions {
  /** Milliseconds for all passes together. 500 pages take a quarter of a minute, and ten times that on a busy machine. */
  readonly deadline: number;
}

/**
 * Prints a report with tags and outline, and with the page numbers of its contents.
 *
 * CSS has a function for such numbers, but Chromium does not know it; so a first pass finds the pages, the numbers are filled
 * in, and a second one prints. Its pages are checked; where the numbers themselves moved a heading, another pass follows.
 */
export async function printPdf(html: string, browser: Browser, options: PrintOptions): Promise<Uint8Array> {
  const deadline = AbortSignal.timeout(options.deadline);
  const ids = slotIds(html);
  if (ids.size === 0) return printPage(browser, html, 'tagged', deadline);
  let pages = await pagesOf(ids, await printPage(browser, html, 'draft', deadline));
  for (let pass = 2; pass <= MOST_PASSES; pass++) {
    const pdf = await printPage(browser, fillSlots(html, pages), 'tagged', deadline);
    const found = await pagesOf(ids, pdf);
    if ([...ids].every((id) => found.get(id) === pages.get(id))) return pdf;
    pages = found;
  }
  throw new PrintFailure('The page numbers of the contents do not settle.');
}

const MOST_PASSES = 4;
