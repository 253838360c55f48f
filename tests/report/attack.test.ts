import { chmodSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mendPdf } from '../../pipeline/report/pdf/mend.ts';
import { printPdf } from '../../pipeline/report/pdf/print.ts';
import type { Manner } from '../../pipeline/report/pdf/start.ts';
import { start } from '../../pipeline/report/pdf/start.ts';
import { realBrowser } from '../support/machine.ts';
import { readPdf, textOfPdf } from '../support/pdf-read.ts';
import { METADATA } from '../support/print-fixture.ts';
import { sharedPrinter } from '../support/printing.ts';
import { scratch } from '../support/scratch.ts';

/**
 * What a report would hold if its template had let an article's mark-up through. None of it may send a request, read a file,
 * run, or take a word of the report away.
 */
const ATTACKS: readonly [trap: string, html: (at: Targets) => string][] = [
  [
    'a script',
    ({ web }) => `<script>document.write('RAN');fetch('${web}/fetch');new Image().src='${web}/image'</script>`,
  ],
  [
    'a handler',
    ({ web }) => `<img src=x onerror="document.body.append('RAN')"><body onload="location='${web}/onload'">`,
  ],
  [
    'images',
    ({ web }) =>
      `<img src="${web}/img"><picture><source srcset="${web}/srcset"><img></picture><input type=image src="${web}/input">`,
  ],
  ['frames of files', ({ file }) => `<iframe src="${file}"></iframe><frameset><frame src="${file}"></frameset>`],
  [
    'frames of pages',
    ({ web }) =>
      `<iframe src="${web}/frame"></iframe><iframe srcdoc="<img src='${web}/srcdoc'><script>document.write('RAN')</script>"></iframe>`,
  ],
  ['a frame of data', () => `<iframe src="data:text/html,<script>document.write('RAN')</script>"></iframe>`],
  [
    'objects',
    ({ file, web }) => `<object data="${file}"></object><embed src="${file}"><object data="${web}/object"></object>`,
  ],
  ['a refresh to a file', ({ file }) => `<meta http-equiv="refresh" content="0;url=${file}">`],
  ['a refresh to the web', ({ web }) => `<meta http-equiv="refresh" content="0;url=${web}/refresh">`],
  ['a refresh to the report itself', () => `<meta http-equiv="refresh" content="0">`],
  [
    'hints',
    ({ web }) =>
      ['prefetch', 'preload', 'preconnect', 'dns-prefetch', 'prerender', 'modulepreload', 'icon', 'manifest']
        .map((rel) => `<link rel="${rel}" as="image" href="${web}/${rel}">`)
        .join(''),
  ],
  ['style sheets', ({ web }) => `<link rel="stylesheet" href="${web}/css"><style>@import url(${web}/import);</style>`],
  [
    'addresses in styles',
    ({ web, file }) =>
      `<style>@font-face{font-family:E;src:url(${web}/font),url(${file})}i{font-family:E;background:url(${web}/bg);content:url(${web}/content)}</style><i>E</i>`,
  ],
  [
    'SVG',
    ({ web, file }) =>
      `<svg><use href="${web}/use#a"/><image href="${web}/image" width="9" height="9"/><image href="${file}"/><script>document.documentElement.append('RAN')</script></svg>`,
  ],
  ['a base', ({ web }) => `<base href="${web}/base/"><img src="relative">`],
  [
    'a form',
    ({ web }) => `<form action="${web}/form" id="f"><input name="a" autofocus onfocus="form.submit()"></form>`,
  ],
  [
    'media',
    ({ web }) =>
      `<video src="${web}/video" autoplay poster="${web}/poster"></video><audio src="${web}/audio" autoplay></audio><video><track default src="${web}/track"></video>`,
  ],
  [
    'a policy of its own',
    ({ web }) => `<meta http-equiv="Content-Security-Policy" content="default-src *"><img src="${web}/policy">`,
  ],
];

interface Targets {
  /** A server that counts what it is asked for. */
  readonly web: string;
  /** A file that holds SECRET. */
  readonly file: string;
}

const SECRET = 'PIER-SECRET-4711';
const hits: string[] = [];
let server: Server;
let web: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end(SECRET);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  web = `http://127.0.0.1:${(server.address() as AddressInfo).port.toFixed()}`;
});

beforeEach(() => {
  hits.length = 0;
});

afterAll(() => server.close());

describe('printing as Parallax does, with all its guards,', () => {
  const printer = sharedPrinter();

  test.each(ATTACKS)('withstands %s', async (_trap, html) => {
    const { pdf } = await printer().print(between(html(targets())), METADATA);
    await expectUnharmed(pdf);
  });
});

describe('the page’s own guards alone, in a browser with a network, without a sandbox, that reads every file,', () => {
  const browser = bareBrowser();

  test.each(ATTACKS)('withstand %s', async (_trap, html) => {
    const printed = await printPdf(between(html(targets())), browser(), { deadline: 60_000 });
    await expectUnharmed((await mendPdf(printed, METADATA)).pdf);
  });

  test('are needed: loaded as a file, the same page asks the server and shows the file', async () => {
    const html = between(`<img src="${web}/img"><iframe src="${targets().file}"></iframe>`);
    const page = await browser().newPage();
    await page.goto(pathToFileURL(join(scratch({ 'page.html': html }), 'page.html')).href);
    const text = await textOfPdf(await page.pdf());
    await page.close();
    expect(hits).toEqual(['/img']);
    expect(text).toContain(SECRET);
  });
});

describe('links', () => {
  const printer = sharedPrinter();

  test.each([
    ['a script', 'javascript:alert(1)'],
    ['a script in disguise', ' JaVaScRiPt:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['another program', 'ms-word:ofe|u|https://evil.example/x.doc'],
    ['the host that no one has', '/etc/passwd'],
  ])('to %s are gone, their words stay, and no trace is in the file', async (_trap, href) => {
    const html = `<p>Before <a href="${href.replaceAll('"', '&quot;')}">the words</a> after <a href="https://gazette.example/">it</a></p>`;
    const { pdf } = await printer().print(html, METADATA);
    const { addresses, pages, tags, document } = await readPdf(pdf);
    expect(addresses).toEqual(['https://gazette.example/']);
    expect(pages.join('').replaceAll(/\s+/g, ' ')).toContain('Before the words after it');
    expect(tags.get('Link')).toBe(1);
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => String(object));
    expect(objects.filter((object) => object.includes('alert(1)') || object.includes('passwd'))).toEqual([]);
  });

  test.each([
    ['the web', 'https://gazette.example/a?b=c#d'],
    ['the old web', 'http://gazette.example/'],
    ['a letter', 'mailto:ada@gazette.example'],
  ])('to %s stay', async (_trap, href) => {
    const { pdf } = await printer().print(`<p><a href="${href}">Link</a></p>`, METADATA);
    expect((await readPdf(pdf)).addresses).toEqual([href]);
  });
});

/** All words of the report are there, none of the attack, and no one was asked for anything. */
async function expectUnharmed(pdf: Uint8Array): Promise<void> {
  const text = await textOfPdf(pdf);
  // A hint to fetch is acted on when the page has long been printed.
  await after(100);
  expect(text).toContain('Opening words');
  expect(text).toContain('Closing words');
  expect(text).not.toMatch(new RegExp(`${SECRET}|RAN`));
  expect(hits).toEqual([]);
}

function between(attack: string): string {
  return `<!doctype html><html lang="en"><head><title>T</title></head><body><p>Opening words</p>${attack}<p>Closing words</p></body></html>`;
}

function targets(): Targets {
  const folder = scratch({ 'secret.txt': SECRET });
  // The unprivileged browser could read it, were it not kept from doing so.
  chmodSync(folder, 0o755);
  return { web, file: pathToFileURL(join(folder, 'secret.txt')).href };
}

/** The embedded browser without one guard of the system: what then holds, holds on every machine. */
function bareBrowser(): () => Browser {
  let started: Awaited<ReturnType<typeof start>> | null = null;
  beforeAll(async () => {
    const flags = ['--headless', '--remote-debugging-pipe', '--no-sandbox'];
    const manner: Manner = { sandbox: 'off', account: 'own', network: 'dead proxy', flags, prefix: [] };
    started = await start(await realBrowser(), manner, { PATH: process.env['PATH'] });
  });
  const running = () => {
    if (started === null || 'notStarted' in started) throw new Error(started?.notStarted ?? 'no browser');
    return started;
  };
  afterAll(() => running().close());
  return () => running().browser;
}
