import { openPrinter } from '../../pipeline/report/pdf/pdf.ts';
import { METADATA, reportHtml } from './print-fixture.ts';

// Prints a long report, and says so first: started by a test that kills it in the middle.
const printer = await openPrinter({ browser: null, cache: null });
if (printer.kind === 'none') throw new Error(printer.message);
const printing = printer.print(reportHtml(1000), METADATA);
process.stdout.write('printing\n');
await printing;
process.stdout.write('printed\n');
