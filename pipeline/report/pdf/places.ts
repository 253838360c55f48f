import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Carrier } from './embedded.ts';
import { findCarrier } from './embedded.ts';

/** How a browser was found: named by the user, carried by a package, on PATH, in puppeteer's cache, or installed. */
export type BrowserKind = 'option' | 'environment' | 'embedded' | 'path' | 'cache' | 'system';

/** What the user may say about browsers. */
export interface PrinterOptions {
  /** Path of the browser to use; `null` to look for one. */
  readonly browser: string | null;
  /** Folder below which the embedded browser is unpacked; `null` for `$XDG_CACHE_HOME` or `~/.cache`. */
  readonly cache: string | null;
}

/** All that the search for a browser depends on, so that a test can lay out a machine of its own. */
export interface Surroundings {
  readonly browser: string | null;
  /** Absolute; the embedded browser lives below it. */
  readonly cache: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder with puppeteer's downloads. */
  readonly puppeteerCache: string;
  /** The installed package that carries a browser, or `null`. */
  readonly carrier: Carrier | null;
  /** Where installed browsers usually stand, best first. */
  readonly system: readonly string[];
}

/** One place to look for a browser at. `path` is `null` where nothing that can be started stands there. */
export interface Place {
  readonly kind: BrowserKind;
  /** For people: "chrome-headless-shell on PATH". */
  readonly where: string;
  readonly path: string | null;
}

/** The machine as it is. */
export function surroundings(options: PrinterOptions): Surroundings {
  const environment = process.env;
  const home = join(homedir(), '.cache');
  // The XDG base directory specification has relative values ignored.
  const xdg = environment['XDG_CACHE_HOME']?.startsWith('/') === true ? environment['XDG_CACHE_HOME'] : null;
  return {
    browser: options.browser,
    cache: resolve(options.cache ?? xdg ?? home),
    environment,
    puppeteerCache: environment['PUPPETEER_CACHE_DIR'] ?? join(home, 'puppeteer'),
    carrier: findCarrier(),
    system: SYSTEM[process.platform] ?? [],
  };
}

/**
 * Every place where a browser may stand, in the order in which they are tried. A browser that the user names is the only
 * one: falling back to another in silence would print with something else than was asked for.
 */
export function places(around: Surroundings): readonly Place[] {
  const named = namedPlace(around);
  if (named !== null) return [named];
  return [
    { kind: 'embedded', where: '@sparticuz/chromium', path: around.carrier?.folder ?? null },
    ...SHELLS.map((name) => onPath(name, around)),
    ...inPuppeteerCache(around.puppeteerCache),
    ...around.system.map((path): Place => ({ kind: 'system', where: path, path: startable(path) })),
  ];
}

/** Where `name` is found along `PATH`, or `null`. */
export function findOnPath(name: string, environment: Surroundings['environment']): string | null {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => startable(join(folder, name))).find((path) => path !== null) ?? null;
}

function namedPlace({ browser, environment }: Surroundings): Place | null {
  if (browser !== null) return { kind: 'option', where: browser, path: startable(resolve(browser)) };
  const path = environment['PUPPETEER_EXECUTABLE_PATH'] ?? '';
  return path === '' ? null : { kind: 'environment', where: path, path: startable(resolve(path)) };
}

function onPath(name: string, around: Surroundings): Place {
  return { kind: 'path', where: `${name} on PATH`, path: findOnPath(name, around.environment) };
}

/** Puppeteer keeps `<browser>/<platform>-<version>/<browser>-<platform>/…`; the newest of each kind comes first. */
function inPuppeteerCache(cache: string): readonly Place[] {
  const found = ['chrome-headless-shell', 'chrome'].flatMap((browser) =>
    children(join(cache, browser))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((build) => children(join(cache, browser, build)).map((inner) => join(cache, browser, build, inner)))
      .flatMap((folder) => IN_PUPPETEER_CACHE.map((name) => startable(join(folder, name))))
      .filter((path) => path !== null),
  );
  if (found.length === 0) return [{ kind: 'cache', where: cache, path: null }];
  return found.map((path) => ({ kind: 'cache', where: path, path }));
}

function children(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `path`, if a file that may be executed stands there. */
function startable(path: string): string | null {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() ? path : null;
  } catch {
    return null;
  }
}

const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];

const IN_PUPPETEER_CACHE = [
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
  'chrome',
  'chrome.exe',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Programs before the shell wrappers in /usr/bin, which take seconds longer to start. */
const SYSTEM: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/lib/chromium/chromium-headless-shell',
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
