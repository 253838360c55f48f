import { createServer, type Server } from 'node:http';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { sheet, textOf } from '../../pipeline/report/csv.ts';
import { missingGlyphs } from '../../pipeline/report/fonts.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { recordJson, withRecord } from '../../pipeline/report/run-record.ts';
import { showText } from '../../pipeline/report/safe.ts';
import { dataFiles } from '../../pipeline/report/tables.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { ATTACK_WORDS, WEB } from '../support/attacks.ts';
import { readPdf } from '../support/pdf-read.ts';
import { METADATA } from '../support/print-fixture.ts';
import { sharedPrinter } from '../support/printing.ts';
import { resultWithText } from '../support/sample-result.ts';

const assets = readAssets();
const printer = sharedPrinter();
const hits: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('SECRET');
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(WEB).port), '127.0.0.1', resolve));
});

afterAll(() => server.close());

test('there are forty attacks and more, no two alike', () => {
  expect(new Set(ATTACK_WORDS.map(([, words]) => words)).size).toBeGreaterThanOrEqual(40);
});

/** The fields of the page’s own search are all that it has of these. */
const DANGEROUS = /<(?:img|iframe|object|embed|base|form|input|link|video|math|use|foreignObject)\b[^>]*>/giu;
const PLAIN = pageWith('plain words');

describe('in the page', () => {
  test.each(ATTACK_WORDS)('%s: nothing but words', (_trap, words) => {
    const page = pageWith(words);
    expect(page.match(DANGEROUS)).toEqual(PLAIN.match(DANGEROUS));
    expect(page.match(/<script[^>]*>/gu)).toEqual([
      '<script type="application/json" id="report-data">',
      '<script type="module">',
      '<script type="application/json" id="run-record">',
    ]);
    expect(page.match(/http-equiv="|<html|<body>|<\/body>|<style>|<\/style>/gu)).toHaveLength(6);
    expect((page.match(/<[a-z][^>]*>/giu) ?? []).filter((tag) => /\son[a-z]+\s*=/iu.test(tag))).toEqual([]);
    expect(page).not.toMatch(/[\p{Cf}\p{Cs}]|(?![\t\n\r])\p{Cc}/u);
    const links = [...page.matchAll(/ href="([^"]*)"/gu)].map(([, href]) => href!);
    expect(links.filter((href) => !/^(?:#|https?:|mailto:)/u.test(href))).toEqual([]);
    expect(squeezed(parsed(page).body.textContent)).toContain(squeezed(showText(words)));
    const { study } = JSON.parse(/id="run-record">([^<]*)</u.exec(page)![1]!) as { study: string };
    expect(study).toBe(words);
  });
});

describe('in the tables', () => {
  test.each(ATTACK_WORDS)('%s: no cell is a formula, and the words are whole', (_trap, words) => {
    const { text } = sheet('x.csv', [words], [textOf('words', 'Words.', (row: string) => row)]);
    const cell = text.slice('words\n'.length, -1);
    const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    expect(plain).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
    expect([words, `'${words}`]).toContain(plain);
    for (const { name, text: csv } of dataFiles(resultWithText(words)).filter((file) => file.name.endsWith('.csv')))
      expect(
        cellsOf(csv).filter((one) => /^[=@\t\r＝＋－＠]|^[+-](?!\d)/u.test(one)),
        name,
      ).toEqual([]);
  });
});

describe('in the PDF', () => {
  const all = ATTACK_WORDS.map(([, words]) => words).join(' \n\n ');
  let text: string;
  let addresses: readonly string[];

  beforeAll(async () => {
    const read = await readPdf((await printer().print(pageWith(all), METADATA)).pdf);
    // A page ends within someone's words: what stands at its head and foot is taken out.
    text = squeezed(read.pages.join(''));
    addresses = read.addresses;
  });

  test.each(ATTACK_WORDS.filter(([, words]) => words.length < 1500 && missingGlyphs(words, assets.fonts).length === 0))(
    '%s stands as words',
    (_trap, words) => {
      expect(text.includes(squeezed(showText(words)))).toBe(true);
    },
  );

  test('nobody was asked, nothing ran, and no link leads astray', () => {
    expect(hits).toEqual([]);
    expect(text.includes('SECRET')).toBe(false);
    expect(addresses.filter((address) => !/^(?:https?|mailto):/u.test(address))).toEqual([]);
  });
});

function pageWith(words: string): string {
  return withRecord(renderHtml(buildView(resultWithText(words)), assets), recordJson({ study: words }));
}

function parsed(page: string): { readonly body: { readonly textContent: string } } {
  const { document } = parseHTML(page) as unknown as { document: { readonly body: { readonly textContent: string } } };
  return document;
}

/** Cells of a table in CSV, without their quotation marks. */
function cellsOf(csv: string): readonly string[] {
  return [...csv.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(?:,|\n)/gu)].map(([, cell]) => cell!.replace(/^"|"$/gu, ''));
}

/** Without blanks, places to break, and accents that a font composes otherwise. */
function squeezed(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll('\u0301', '')
    .replace(/[\s\u200b\u00ad]/gu, '');
}
