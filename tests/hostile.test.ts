import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutScript } from '../pipeline/report/html.ts';
import type { StatementsData } from '../pipeline/report/statements-data.ts';
import { parallax, type Ended } from './support/parallax.ts';
import { hasPoppler, poppler } from './support/poppler.ts';

const SECRET = 'Zanzibar-4711-secret';
const DATA = '<script type="application/json" id="report-data">';

let home: string;
let run: string;
let ended: Ended;
let server: Server;
const hits: string[] = [];
let attacks: readonly string[];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hostile-'));
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end(SECRET);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(home, 'secret.txt'), SECRET);
  attacks = attacksOn(web, `file://${join(home, 'secret.txt')}`);
  mkdirSync(join(home, 'articles'));
  writeFileSync(join(home, 'articles', 'hostile.txt'), article(attacks));
  writeFileSync(join(home, 'study.yaml'), STUDY);
  ended = await parallax(['run', 'study.yaml'], home);
  run = join(home, 'reports', 'hostile', 'latest');
});

afterAll(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});

describe('an article full of attacks changes nothing but its own words', () => {
  test('the run is done, and the server that the attacks call heard nothing', () => {
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    expect(hits).toEqual([]);
  });

  test('the page has no element, attribute or address of theirs', () => {
    const html = read('report.html');
    const document = pageOf(withoutScript(html));
    expect(html.match(/<script\b[^>]*>/giu)).toEqual([
      DATA,
      '<script type="module">',
      '<script type="application/json" id="run-record">',
    ]);
    const foreign =
      'script:not([type="application/json"]), iframe, object, embed, base, form, input, link, img, video, audio, frame, meta[http-equiv="refresh"], [onload], [onerror], [onclick]';
    expect([...document.querySelectorAll(foreign)].map((element) => element.outerHTML)).toEqual([]);
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(link).toMatch(/^(?:#|https?:|mailto:)/u);
  });

  test('no word of theirs is lost in the page', () => {
    const document = pageOf(withoutScript(read('report.html')));
    const text = squeezed(document.body.textContent);
    for (const attack of attacks) expect(text).toContain(squeezed(marked(attack)));
  });

  test('the data within the page is whole, and has every word of theirs', () => {
    const [, data] = /<script type="application\/json"[^>]*>([^]*?)<\/script>/u.exec(read('report.html'))!;
    const { words } = (JSON.parse(data!) as { data: StatementsData }).data;
    const text = squeezed(words.flat().join(' '));
    for (const attack of attacks) expect(text).toContain(squeezed(marked(attack)));
  });

  test('the file that they name is in neither page nor data', () => {
    for (const file of ['report.html', 'data/statements.jsonl', 'data/evidence.csv'])
      expect(read(file)).not.toContain(SECRET);
  });

  test.skipIf(!hasPoppler)('no word of theirs is lost in the PDF, and the file is not in it', () => {
    const text = squeezed(poppler('pdftotext', ['-raw'], readFileSync(join(run, 'report.pdf'))));
    expect(text).not.toContain(squeezed(SECRET));
    for (const attack of attacks) expect(text).toContain(squeezed(marked(attack)));
  });

  test('no cell of the tables begins a formula', () => {
    for (const file of ['evidence.csv', 'passages.csv', 'speakers.csv', 'articles.csv', 'issues.csv']) {
      expect(read(`data/${file}`)).not.toMatch(/(?:^|,)"?[=+@\t\r](?!\d)/mu);
    }
  });

  test('characters that cannot be seen are reported', () => {
    expect(read('issues.jsonl')).toContain('"code":"text-control-characters"');
  });
});

/** Each becomes a quotation, so that it stands in statements, appendix, evidence and data. */
function attacksOn(web: string, file: string): readonly string[] {
  return [
    `<script>fetch('${web}/script')</script> we said`,
    `<img src=${web}/img onerror=alert(1)> we said`,
    `<iframe src=${file}></iframe> we said`,
    `<object data=${file}></object><embed src=${file}> we said`,
    `<meta http-equiv=refresh content=0;url=${file}> we said`,
    `<link rel=prefetch href=${web}/prefetch><base href=${web}/> we said`,
    `<style>@import url(${web}/css);body{background:url(${web}/bg)}</style> we said`,
    `<svg onload=alert(1)><use href=${web}/svg#x /></svg> we said`,
    `<a href=javascript:alert(1)>go</a> <a href=${file}>read</a> we said`,
    '</article></main></body></html> <!-- we said --> and -->',
    '{{constructor}} {{{this}}} {{#each this}}x{{/each}} {{> report}} we said',
    '${process.exit(1)} #{7*7} <%= 7*7 %> [[7*7]] we said',
    '=cmd|/C calc!A0 is what we said at noon',
    '@SUM(1+1)*cmd is what we said at noon',
    'a right-to-left \u202Eoverride\u202C and a zero\u200Bwidth space, we said',
    'a bell \u0007 and a NUL \u0000 and an escape \u001B[31m red, we said',
    'an &lt;escaped&gt; &amp; entity &#x41; stays as we said',
  ];
}

function article(list: readonly string[]): string {
  const front =
    '---\ntitle: "<script>alert(1)</script> {{title}} =1+1"\noutlet: BBC\ndate: 2026-01-30\nurl: javascript:alert(1)\n---\n';
  return front + list.map((attack) => `Olga Marsh said: “${attack}.”`).join('\n\n');
}

const STUDY = `id: hostile
title: "<img src=x onerror=alert(1)> {{title}}"
question: "</h1><script>alert(1)</script>?"
authors: ["=A. Writer"]
articles: articles/*.txt
reports: reports
groups:
  - { id: russian, label: "<b>Russian</b>", members: { outlets: [tass] } }
  - { id: western, label: Western, members: { outlets: [bbc] } }
`;

/** What this test asks of a page. */
interface Page {
  readonly body: { readonly textContent: string };
  readonly querySelectorAll: (selector: string) => Iterable<{
    readonly outerHTML: string;
    readonly getAttribute: (name: string) => string | null;
  }>;
}

function pageOf(html: string): Page {
  return (parseHTML(html) as unknown as { document: Page }).document;
}

function read(file: string): string {
  return readFileSync(join(run, file), 'utf8');
}

/** As the report shows it: what cannot be seen as a mark with its code point. */
function marked(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (char) => `[U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** Without blanks and the places where a word may break. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200B\u00AD]/gu, '');
}
