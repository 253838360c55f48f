import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Refusal } from '../../pipeline/issue.ts';
import type { Look, NoBrowser, OpenBrowser } from '../../pipeline/report/pdf/browser.ts';
import { lookAtBrowsers, openBrowser } from '../../pipeline/report/pdf/browser.ts';
import type { Surroundings } from '../../pipeline/report/pdf/places.ts';
import { places } from '../../pipeline/report/pdf/places.ts';
import { linkFolder } from '../../pipeline/report/pdf/scratch.ts';
import { judge } from '../../pipeline/report/pdf/self-test.ts';
import { bareMachine, openFolder, program, realBrowser } from '../support/machine.ts';
import { METADATA } from '../support/print-fixture.ts';
import { sharedPrinter } from '../support/printing.ts';

describe('browsers are looked for', () => {
  test('first among the packages, then on PATH, in puppeteer’s cache, newest first, and where systems keep them', () => {
    const [bin, cache, system] = [openFolder(), openFolder(), openFolder()];
    program(join(bin, 'chrome-headless-shell'));
    for (const version of ['99.0', '147.0', '9.0'])
      program(join(cache, 'chrome', `linux-${version}`, 'chrome-linux64', 'chrome'));
    program(join(cache, 'chrome-headless-shell', 'linux-9.0', 'shell', 'chrome-headless-shell'));
    const carrier = { folder: '/package', version: '1.0.0', digest: null };
    const installed = [program(join(system, 'chrome')), join(system, 'missing')];
    const around = bareMachine({ carrier, puppeteerCache: cache, system: installed }, [bin]);
    expect(places(around).map(({ kind, path }) => [kind, path])).toEqual([
      ['embedded', '/package'],
      ['path', null],
      ['path', join(bin, 'chrome-headless-shell')],
      ['cache', join(cache, 'chrome-headless-shell/linux-9.0/shell/chrome-headless-shell')],
      ['cache', join(cache, 'chrome/linux-147.0/chrome-linux64/chrome')],
      ['cache', join(cache, 'chrome/linux-99.0/chrome-linux64/chrome')],
      ['cache', join(cache, 'chrome/linux-9.0/chrome-linux64/chrome')],
      ['system', join(system, 'chrome')],
      ['system', null],
    ]);
  });

  test.each<[trap: string, make: (path: string) => void]>([
    [
      'a folder of that name',
      (path) => {
        mkdirSync(path);
      },
    ],
    [
      'a file that may not be started',
      (path) => {
        chmodSync(program(path), 0o644);
      },
    ],
  ])('but %s is no browser', (_trap, make) => {
    const bin = openFolder();
    make(join(bin, 'chrome-headless-shell'));
    expect(places(bareMachine({}, [bin])).filter(({ path }) => path !== null)).toEqual([]);
  });

  test.each<[trap: string, given: Partial<Surroundings>, kind: string, path: string]>([
    ['named by option', { browser: '/bin/sh' }, 'option', '/bin/sh'],
    ['named in the environment', { environment: { PUPPETEER_EXECUTABLE_PATH: '/bin/sh' } }, 'environment', '/bin/sh'],
    [
      'named by both',
      { browser: '/bin/sh', environment: { PUPPETEER_EXECUTABLE_PATH: '/other' } },
      'option',
      '/bin/sh',
    ],
  ])('nowhere else where one is %s', (_trap, given, kind, path) => {
    const carrier = { folder: '/package', version: '1.0.0', digest: null };
    expect(places(bareMachine({ ...given, carrier }))).toEqual([{ kind, where: path, path }]);
  });

  test.each<[trap: string, given: Partial<Surroundings>, name: string]>([
    ['--browser', { browser: '/nowhere/chrome' }, '--browser'],
    ['the environment', { environment: { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' } }, 'PUPPETEER_EXECUTABLE_PATH'],
  ])('in vain, and a run refuses to start, where %s names one that is missing', async (_trap, given, name) => {
    const refusal = await openBrowser(bareMachine(given)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      exit: 66,
      message: expect.stringMatching(`^/nowhere/chrome: .*${name}`) as string,
    });
  });
});

describe('a browser that does not start', () => {
  test.each<[trap: string, lines: readonly string[], note: string, mend: string | null]>([
    [
      'lacks a library',
      ['#!/bin/sh', 'echo "error while loading shared libraries: libnss3.so: cannot open" >&2', 'exit 127'],
      'libnss3.so',
      'libnss3.so',
    ],
    ['says nothing', ['#!/bin/sh', 'exit 1'], 'it said nothing', null],
    ['is no program of this machine', ['\u007FELF nonsense'], 'could not be started|ended at once', null],
    ['names an interpreter that is missing', ['#!/nowhere/interpreter'], 'could not be started|ended at once', null],
  ])('is reported where it %s', async (_trap, lines, note, mend) => {
    const look = await onlyLook(program(join(openFolder(), 'chrome'), ...lines));
    expect(look.outcome).toBe('unusable');
    expect(look.notes.join(' ')).toMatch(new RegExp(note));
    expect(look.mend ?? '').toContain(mend ?? '');
  });

  test('ends the search if the user named it: nothing else is used in its stead', async () => {
    const browser = program(join(openFolder(), 'chrome'), '#!/bin/sh', 'echo broken >&2; exit 1');
    const opened = await openBrowser(bareMachine({ browser, system: [await workingBrowser()] }));
    expect(opened).toMatchObject({ kind: 'none', message: expect.stringContaining('broken') as string });
  });

  test('leaves no file behind', async () => {
    const around = bareMachine({ browser: program(join(openFolder(), 'chrome'), '#!/bin/sh', 'exit 1') });
    const temporary = temporaryFolder();
    await lookAtBrowsers(around);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('is not started without its sandbox for any reason but the want of one', async () => {
    const folder = openFolder();
    const log = join(folder, 'log');
    await onlyLook(
      program(join(folder, 'chrome'), '#!/bin/sh', `echo "$@" >> ${log}`, 'echo Segmentation fault >&2; exit 139'),
    );
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual([expect.not.stringContaining('--no-sandbox')]);
  });
});

describe('a browser that starts', () => {
  test('is kept from our environment, and in a time zone of its own', async () => {
    const folder = openFolder();
    const log = join(folder, 'log');
    const path = program(join(folder, 'chrome'), '#!/bin/sh', `export -p > ${log}`, 'exit 1');
    const { environment } = bareMachine({});
    await openBrowser(
      bareMachine({ browser: path, environment: { ...environment, ILEX_TOKEN: 'secret', HOME: '/home/ada' } }),
    );
    const seen = readFileSync(log, 'utf8');
    expect(seen).toContain("TZ='UTC'");
    expect(seen).not.toMatch(/ILEX_TOKEN|secret|\/home\/ada/);
  });

  test('is used, with a warning, where it has no sandbox', async () => {
    const real = await workingBrowser();
    const lines = [
      '#!/bin/sh',
      'for flag; do [ "$flag" = --no-sandbox ] && exec ' + real + ' "$@"; done',
      'echo "No usable sandbox!" >&2; exit 1',
    ];
    const opened = await openBrowser(bareMachine({ browser: program(join(openFolder(), 'chrome'), ...lines) }));
    const { started } = open(opened);
    await started.close();
    expect(started.manner).toMatchObject({
      sandbox: 'off',
      flags: expect.arrayContaining(['--no-sandbox']) as string[],
    });
    expect(started.warnings).toEqual([expect.stringContaining('without its sandbox')]);
  });

  test('is passed over where it prints empty pages, which it does without an error where it finds no font', async () => {
    const [blank, good] = [await fontless(), await workingBrowser()];
    const { kind, started } = open(await openBrowser(bareMachine({ system: [blank, good] })));
    await started.close();
    expect(kind).toBe('system');
    const looks = await lookAtBrowsers(bareMachine({ system: [blank, good] }));
    expect(looks.filter(({ kind }) => kind === 'system')).toMatchObject([
      {
        path: blank,
        outcome: 'unusable',
        notes: ['It finds no font of its own, and then prints empty pages.'],
        mend: expect.stringContaining('fonts') as string,
      },
      { path: good, outcome: 'works', notes: [], fonts: expect.arrayContaining(['SourceSerif4-Regular']) as string[] },
    ]);
  });

  test('ends and leaves no file behind when it is closed, even twice', async () => {
    const around = bareMachine({ browser: await workingBrowser() });
    const temporary = temporaryFolder();
    const { started } = open(await openBrowser(around));
    expect(readdirSync(temporary)).toHaveLength(1);
    await started.close();
    await started.close();
    expect(readdirSync(temporary)).toEqual([]);
    expect(started.browser.connected).toBe(false);
  });
});

describe('a first print', () => {
  const printer = sharedPrinter();

  test('that shows the browser’s font where the report’s should be is a fault', async () => {
    const { pdf } = await printer().print('<p>Text</p>', METADATA);
    expect((await judge(pdf)).fault).toContain('the fonts that a report brings');
  });

  test('of an empty page is a fault', async () => {
    const empty = await PDFDocument.create();
    empty.addPage();
    expect((await judge(await empty.save())).fault).toContain('empty pages');
  });
});

describe('where there is no browser', () => {
  test('the message says what would help', async () => {
    const opened = await openBrowser(bareMachine({}));
    expect(opened).toMatchObject({ kind: 'none', message: expect.stringMatching(/apt-get|npm|install/) as string });
    expect((opened as NoBrowser).looks.every(({ outcome }) => outcome === 'absent')).toBe(true);
  });
});

async function onlyLook(browser: string): Promise<Look> {
  const [look] = await lookAtBrowsers(bareMachine({ browser }));
  if (look === undefined) throw new Error('nothing was looked at');
  return look;
}

function open(opened: OpenBrowser | NoBrowser): OpenBrowser {
  if (opened.kind === 'none') throw new Error(opened.message);
  return opened;
}

/** The folder for temporary files, empty and alone, until the test ends. */
function temporaryFolder(): string {
  const folder = openFolder();
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return folder;
}

/** A program that starts the embedded browser with all that it needs. */
async function workingBrowser(): Promise<string> {
  return wrapped(({ fonts }) => fonts);
}

/** The same with a list of fonts that is empty. */
async function fontless(): Promise<string> {
  return wrapped(({ empty }) => empty);
}

async function wrapped(fontsOf: (folders: { fonts: string; empty: string }) => string): Promise<string> {
  const { folder } = await realBrowser();
  const at = join(openFolder(), 'browser');
  linkFolder(folder ?? '', at);
  const fonts = fontsOf({ fonts: join(at, 'fonts', 'fonts'), empty: join(at, 'none') });
  const list = join(at, 'list.conf');
  program(
    list,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(at, 'cache')}</cachedir></fontconfig>`,
  );
  const settings = `export LD_LIBRARY_PATH=${join(at, 'al2023', 'lib')} FONTCONFIG_FILE=${list}`;
  expect(existsSync(join(at, 'chromium'))).toBe(true);
  return program(join(at, 'start'), '#!/bin/sh', settings, `exec ${join(at, 'chromium')} "$@"`);
}
