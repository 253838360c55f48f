import type { Look, NoBrowser, OpenBrowser } from './browser.ts';
import { lookAtBrowsers, openBrowser } from './browser.ts';
import { keeper } from './keeper.ts';
import type { Pdf } from './mend.ts';
import { mendPdf } from './mend.ts';
import type { PdfMetadata } from './metadata.ts';
import { PrintFailure } from './page.ts';
import type { BrowserKind, PrinterOptions, Surroundings } from './places.ts';
import { surroundings } from './places.ts';
import { printPdf } from './print.ts';

/** Which browser printed, and how: a report's bytes depend on it, so it stands in the run's record. */
export interface BrowserRecord {
  readonly kind: BrowserKind;
  readonly name: string;
  readonly version: string;
  readonly flags: readonly string[];
  readonly sandbox: 'on' | 'off';
  readonly account: 'own' | 'unprivileged';
  readonly network: 'none' | 'dead proxy';
  /** One sentence each. */
  readonly warnings: readonly string[];
}

/** An open browser that prints reports. Prints one at a time or several at once; close it in any case. */
export interface Printer {
  readonly kind: 'printer';
  readonly record: BrowserRecord;
  /**
   * Throws a `PrintFailure` where the PDF takes too long, or the browser fails twice. A standard is declared only in what the
   * embedded browser prints.
   */
  readonly print: (html: string, metadata: PdfMetadata) => Promise<Pdf>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the first browser that can print (see `places`), or says why none can. Writes no report: what is printed is handed
 * back as bytes. Throws a `Refusal` where the browser that the user named does not exist.
 */
export async function openPrinter(options: PrinterOptions): Promise<Printer | NoBrowser> {
  return printerIn(surroundings(options));
}

/** Every place where a browser may stand and what came of it, for `parallax doctor`; starts each browser once. */
export async function inspectBrowsers(options: PrinterOptions): Promise<readonly Look[]> {
  return lookAtBrowsers(surroundings(options));
}

/** `openPrinter` on a machine laid out as one likes; `deadline` in milliseconds a report. */
export async function printerIn(around: Surroundings, deadline = DEADLINE): Promise<Printer | NoBrowser> {
  const opened = await openBrowser(around);
  if (opened.kind === 'none') return opened;
  const browsers = keeper(opened, { open: () => another(around), close: ({ started }) => started.close() });
  return {
    kind: 'printer',
    get record() {
      return recordOf(browsers.current());
    },
    print: async (html, metadata) => {
      const printed = await browsers.use(({ started }) => printPdf(html, started.browser, { deadline }));
      // What other browsers tag was never looked at by a validator.
      const standard = browsers.current().kind === 'embedded' ? metadata.standard : null;
      return mendPdf(printed, { ...metadata, standard });
    },
    close: browsers.close,
  };
}

async function another(around: Surroundings): Promise<OpenBrowser> {
  const opened = await openBrowser(around);
  if (opened.kind === 'none') throw new PrintFailure(opened.message);
  return opened;
}

function recordOf({ kind, started }: OpenBrowser): BrowserRecord {
  const { name, version, warnings, manner } = started;
  const { sandbox, account, network, flags } = manner;
  return { kind, name, version, flags, sandbox, account, network, warnings };
}

/** Ten minutes. The longest report tried, of 574 pages, took 30 s on a quiet machine and 200 s on a busy one. */
const DEADLINE = 600_000;
