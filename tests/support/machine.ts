import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Executable } from '../../pipeline/report/pdf/embedded.ts';
import { embeddedBrowser } from '../../pipeline/report/pdf/embedded.ts';
import type { Surroundings } from '../../pipeline/report/pdf/places.ts';
import { findOnPath, surroundings } from '../../pipeline/report/pdf/places.ts';
import { scratch } from './scratch.ts';

/** A folder that any account may read and write, as an unprivileged browser must; removed when the test ends. */
export function openFolder(): string {
  const folder = scratch({});
  chmodSync(folder, 0o777);
  return folder;
}

/** A machine with no browser but those in `given`, and in the folders `path` of its PATH. */
export function bareMachine(given: Partial<Surroundings>, path: readonly string[] = []): Surroundings {
  return {
    browser: null,
    cache: '/nowhere',
    environment: { PATH: [...path, toolFolder()].join(':') },
    puppeteerCache: '/nowhere',
    carrier: null,
    system: [],
    ...given,
  };
}

/** Writes a program: a shell script with these lines, or anything else as it stands. */
export function program(path: string, ...lines: readonly string[]): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join('\n'));
  chmodSync(path, 0o755);
  return path;
}

/** The embedded browser, unpacked as for any run. */
export async function realBrowser(): Promise<Executable> {
  const { carrier, cache } = surroundings({ browser: null, cache: null });
  if (carrier === null) throw new Error('@sparticuz/chromium is not installed');
  const browser = await embeddedBrowser(carrier, cache);
  if ('unusable' in browser) throw new Error(browser.unusable);
  return browser;
}

/** A folder with nothing but the tools by which a root account gives its rights away. */
function toolFolder(): string {
  const folder = openFolder();
  for (const tool of ['setpriv', 'unshare']) {
    const path = findOnPath(tool, process.env);
    if (path !== null) symlinkSync(path, join(folder, tool));
  }
  return folder;
}
