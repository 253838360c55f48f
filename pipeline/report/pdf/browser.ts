import { dirname } from 'node:path';
import { EXIT, Refusal } from '../../issue.ts';
import type { Executable, Unusable } from './embedded.ts';
import { embeddedBrowser, unfitMachine } from './embedded.ts';
import { launch } from './launch.ts';
import type { BrowserKind, Place, Surroundings } from './places.ts';
import { places } from './places.ts';
import type { SelfTest } from './self-test.ts';
import { selfTest } from './self-test.ts';
import type { Started } from './start.ts';

/** What came of one place where a browser may stand. */
export interface Look {
  readonly kind: BrowserKind;
  /** For people: "chrome-headless-shell on PATH". */
  readonly where: string;
  readonly path: string | null;
  readonly outcome: 'works' | 'absent' | 'unusable';
  /** "HeadlessChrome 147.0.7727.0"; `null` if it did not start. */
  readonly version: string | null;
  /** Fonts that its test print used. */
  readonly fonts: readonly string[];
  /** One sentence each: what is wrong, or what to know. */
  readonly notes: readonly string[];
  /** A command or a deed that would help; `null` where nothing would. */
  readonly mend: string | null;
}

export interface OpenBrowser {
  readonly kind: BrowserKind;
  readonly started: Started;
}

/** No browser can print; the HTML report stands without its PDF. */
export interface NoBrowser {
  readonly kind: 'none';
  /** One sentence, with what to do. */
  readonly message: string;
  readonly looks: readonly Look[];
}

/**
 * The first browser that starts and passes a test print, in the order of `places`. One that the user named and that is not
 * there is a `Refusal`; one that is there and fails is `NoBrowser`: no other takes its place in silence.
 */
export async function openBrowser(around: Surroundings): Promise<OpenBrowser | NoBrowser> {
  const looks: Look[] = [];
  for (const place of places(around)) {
    refuseIfNamedAndMissing(place);
    const tried = await tryPlace(place, around);
    if (tried.started !== null) return { kind: place.kind, started: tried.started };
    looks.push(tried.look);
  }
  return { kind: 'none', message: noBrowserMessage(looks), looks };
}

/** Tries every place, whether or not one before it would do, and leaves no browser running. */
export async function lookAtBrowsers(around: Surroundings): Promise<readonly Look[]> {
  const looks: Look[] = [];
  for (const place of places(around)) {
    const { look, started } = await tryPlace(place, around);
    await started?.close();
    looks.push(look);
  }
  return looks;
}

function refuseIfNamedAndMissing({ kind, where, path }: Place): void {
  if (path !== null || (kind !== 'option' && kind !== 'environment')) return;
  const name = kind === 'option' ? '--browser' : 'PUPPETEER_EXECUTABLE_PATH';
  const message = `No program stands here: correct ${name}, or leave it out and Parallax looks for a browser itself.`;
  throw new Refusal(EXIT.missingInput, [{ file: where, line: null, message }]);
}

async function tryPlace(place: Place, around: Surroundings): Promise<{ look: Look; started: Started | null }> {
  const executable = await prepare(place, around);
  if (executable === null) return { look: look(place, 'absent', [], mendFor(place)), started: null };
  if ('unusable' in executable) {
    return { look: look(place, 'unusable', [executable.unusable], executable.mend), started: null };
  }
  const started = await launch(executable, around.environment);
  if ('notStarted' in started) {
    return { look: look(place, 'unusable', [started.notStarted], mendStart(started.said)), started: null };
  }
  const test = await selfTest(started.browser);
  if (test.fault === null)
    return { look: tested(look(place, 'works', started.warnings, null), started, test), started };
  await started.close();
  return { look: tested(look(place, 'unusable', [test.fault], MEND_FONTS), started, test), started: null };
}

async function prepare({ kind, path }: Place, around: Surroundings): Promise<Executable | Unusable | null> {
  if (path === null) return null;
  const folder = kind === 'cache' ? dirname(path) : null;
  if (kind !== 'embedded') return { path, folder, libraries: null, fonts: null, warnings: [] };
  if (around.carrier === null) return null;
  return unfitMachine() ?? (await embeddedBrowser(around.carrier, around.cache));
}

function look(
  { kind, where, path }: Place,
  outcome: Look['outcome'],
  notes: readonly string[],
  mend: string | null,
): Look {
  return { kind, where, path, outcome, version: null, fonts: [], notes, mend };
}

function tested(plain: Look, { name, version }: Started, { fonts }: SelfTest): Look {
  return { ...plain, version: `${name} ${version}`, fonts };
}

function mendFor({ kind }: Place): string | null {
  return kind === 'embedded' && unfitMachine() === null ? 'npm ci --include=optional' : null;
}

function mendStart(said: string): string | null {
  const library = /error while loading shared libraries: (\S+?):/.exec(said)?.[1];
  return library === undefined ? null : `install the package that holds ${library}`;
}

function noBrowserMessage(looks: readonly Look[]): string {
  const unusable = looks.find(({ outcome }) => outcome === 'unusable');
  const first = unusable === undefined ? '' : ` ${unusable.where}: ${unusable.notes.join(' ')}`;
  const mend = looks.map((entry) => entry.mend).find((entry) => entry !== null) ?? MEND_NONE;
  return `No browser can print the PDF.${first} What may help: ${mend}; “parallax doctor” tells more.`;
}

const MEND_NONE =
  process.platform === 'linux'
    ? 'apt-get install chromium-headless-shell'
    : 'install Google Chrome, or name a browser with --browser';

const MEND_FONTS = 'apt-get install fonts-dejavu-core';
