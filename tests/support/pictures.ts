import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer';
import { openBrowser } from '../../pipeline/report/pdf/browser.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { openPage, type Look } from './open-page.ts';

/**
 * Pictures of the example report, for the README: the page at three widths of screen, once in dark colours with a filter on, and
 * the first page of the PDF where Poppler’s `pdftoppm` is installed. Run it after the example report has changed.
 */
const REPORTS = new URL('../../reports/', import.meta.url);
const PICTURES = new URL('pictures/', REPORTS);
const FILTER = '#find&stance=opposes';
/** Of the window, in pixels; and what a picture may weigh, in bytes, for a repository keeps every one. */
const HEIGHT = 720;
const HEAVIEST = 150_000;

const LOOKS: readonly (readonly [name: string, look: Look & { readonly width: number }])[] = [
  ['page-375', { width: 375 }],
  ['page-820', { width: 820 }],
  ['page-1440', { width: 1440 }],
  ['page-1440-dark-filter', { width: 1440, scheme: 'dark', hash: FILTER }],
];

const found = await openBrowser(surroundings({ browser: null, cache: null }));
if (found.kind === 'none') throw new Error(found.message);
try {
  mkdirSync(PICTURES, { recursive: true });
  const html = readFileSync(new URL('seed/latest/report.html', REPORTS), 'utf8');
  for (const [name, look] of LOOKS)
    save(new URL(`${name}.png`, PICTURES), await picture(html, found.started.browser, look));
} finally {
  await found.started.close();
}
printFirstPage();

/** What stands in the window, and no more. */
async function picture(html: string, browser: Browser, look: (typeof LOOKS)[number][1]): Promise<Uint8Array> {
  const { page, close } = await openPage(html, browser, look);
  try {
    await page.setViewport({ width: look.width, height: HEIGHT });
    await page.evaluate('document.fonts.ready.then(() => null)');
    return await page.screenshot({ type: 'png', captureBeyondViewport: false, optimizeForSpeed: false });
  } finally {
    await close();
  }
}

function save(file: URL, bytes: Uint8Array): void {
  if (bytes.length > HEAVIEST) throw new Error(`${file.pathname} has ${bytes.length} bytes: more than ${HEAVIEST}.`);
  writeFileSync(file, bytes);
  process.stdout.write(`${fileURLToPath(file)}: ${Math.ceil(bytes.length / 1000)} kB\n`);
}

function printFirstPage(): void {
  const [pdf, png] = ['seed/latest/report.pdf', 'page'].map((name) => fileURLToPath(new URL(name, REPORTS)));
  const options = ['-png', '-singlefile', '-r', '70', '-f', '1', '-l', '1'];
  const { status } = spawnSync('pdftoppm', [...options, pdf!, png!]);
  process.stdout.write(
    status === 0 ? `${png!}.png\n` : 'pdftoppm is not installed: reports/page.png stays as it was.\n',
  );
}
