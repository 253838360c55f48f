import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';

/** A report opened as a reader opens it: from a file, with script. */
export interface OpenPage {
  readonly page: Page;
  /** What the browser complained of: errors and warnings of the console, and what was thrown. */
  readonly complaints: readonly string[];
  /** Addresses that the page asked for besides itself and what it carries. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** How the reader looks at it. */
export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  /** Of the address: `#…`. */
  readonly hash?: string;
  readonly script?: 'on' | 'off';
}

/** Opens `html` from a file. Close it in any case: that removes the file as well. */
export async function openPage(html: string, browser: Browser, look: Look = {}): Promise<OpenPage> {
  const { scheme = 'light', width = 900, hash = '', script = 'on' } = look;
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  // The browser runs under an account of its own.
  chmodSync(folder, 0o755);
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const page = await browser.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith(pathToFileURL(file).href)) asked.push(url);
  });
  await page.setJavaScriptEnabled(script === 'on');
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(file).href + hash);
  const close = async () => {
    await page.close();
    rmSync(folder, { recursive: true });
  };
  return { page, complaints, asked, close };
}
