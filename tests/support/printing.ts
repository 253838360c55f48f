import { afterAll, beforeAll } from 'vitest';
import type { Printer } from '../../pipeline/report/pdf/pdf.ts';
import { openPrinter, printerIn } from '../../pipeline/report/pdf/pdf.ts';
import type { Surroundings } from '../../pipeline/report/pdf/places.ts';

/** The machine's own printer, opened before the tests of a file and closed after them. */
export function sharedPrinter(): () => Printer {
  let printer: Printer | null = null;
  beforeAll(async () => {
    printer = printing(await openPrinter({ browser: null, cache: null }));
  });
  afterAll(() => printer?.close());
  return () => printing(printer);
}

/** Does `work` with a printer of its own, and closes it. */
export async function withPrinter<T>(
  around: Surroundings,
  deadline: number,
  work: (printer: Printer) => Promise<T>,
): Promise<T> {
  const printer = printing(await printerIn(around, deadline));
  try {
    return await work(printer);
  } finally {
    await printer.close();
  }
}

function printing(opened: Printer | { readonly kind: 'none'; readonly message: string } | null): Printer {
  if (opened?.kind !== 'printer') throw new Error(opened?.message ?? 'no printer was opened');
  return opened;
}
