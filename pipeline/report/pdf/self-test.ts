import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDict, PDFDocument } from 'pdf-lib';
import type { Browser } from 'puppeteer';
import { readContent } from './content-stream.ts';
import { entry, hasName, textOf } from './objects.ts';
import { PrintFailure, printPage } from './page.ts';

/** What a browser's first print shows. */
export interface SelfTest {
  /** Names of the fonts that it embedded. */
  readonly fonts: readonly string[];
  /** Why the browser must not be used, in one sentence; `null` if it may. */
  readonly fault: string | null;
}

/**
 * Prints one line in a font of the report and one in the browser's own, and looks for both: a browser that finds no font
 * of its own prints empty pages, now and then or always, and reports no error.
 */
export async function selfTest(browser: Browser): Promise<SelfTest> {
  try {
    return await judge(await printPage(browser, testPage(), 'draft', AbortSignal.timeout(PATIENCE)));
  } catch (error) {
    if (error instanceof PrintFailure)
      return { fonts: [], fault: `It did not print a line of text within ${SECONDS}.` };
    return { fonts: [], fault: `It could not print a line of text: ${(error as Error).message}.` };
  }
}

/** Reads the printed line. */
export async function judge(pdf: Uint8Array): Promise<SelfTest> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const fonts = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !hasName(object, 'Type', 'Font')) continue;
    const name = textOf(document.context, entry(object, 'BaseFont'));
    fonts.add(name === '' ? 'Type 3' : name.replace(SUBSET_TAG, ''));
  }
  const names = [...fonts].sort();
  return { fonts: names, fault: faultOf(names, document) };
}

function faultOf(fonts: readonly string[], document: PDFDocument): string | null {
  const shown = document.getPages().some((page) => SHOWS_TEXT.test(readContent(page)?.operators ?? ''));
  const ours = fonts.filter((name) => name.startsWith(REPORT_FONT));
  if (!shown || ours.length === fonts.length) return 'It finds no font of its own, and then prints empty pages.';
  return ours.length > 0 ? null : 'It does not use the fonts that a report brings.';
}

function testPage(): string {
  const path = createRequire(import.meta.url).resolve(REPORT_FONT_FILE);
  const face = `@font-face{font-family:own;src:url(data:font/woff2;base64,${readFileSync(path).toString('base64')})}`;
  return `<!doctype html><html lang="en"><title>Test</title><style>${face}p{font-family:own}</style><p>Parallax</p><pre>1</pre>`;
}

const REPORT_FONT = 'SourceSerif4';
const REPORT_FONT_FILE = '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2';
const SHOWS_TEXT = /\bT[jJ]\b/;
const SUBSET_TAG = /^[A-Z]{6}\+/;
const PATIENCE = 60_000;
const SECONDS = `${(PATIENCE / 1000).toFixed()} s`;
