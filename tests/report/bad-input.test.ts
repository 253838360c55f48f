import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { countOf, sheet } from '../../pipeline/report/csv.ts';
import { missingGlyphs } from '../../pipeline/report/fonts.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { openSetting } from '../../pipeline/report/setting.ts';
import { plain, table, textColumn } from '../../pipeline/report/view-parts.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { readPdf } from '../support/pdf-read.ts';
import { METADATA } from '../support/print-fixture.ts';
import { sharedPrinter } from '../support/printing.ts';
import { sampleResult, sampleStudy } from '../support/sample-result.ts';

const assets = readAssets();

describe('a title of five hundred characters', () => {
  const printer = sharedPrinter();
  const title = `${'On tides and ferries '.repeat(24)}in summer`.slice(0, 500);

  test('stands whole on the first page and in the metadata, and cut at the head of the others', async () => {
    const html = renderHtml(buildView(sampleResult({ study: { ...sampleStudy, title } })), assets);
    const { document, pages } = await readPdf((await printer().print(html, { ...METADATA, title })).pdf);
    expect(document.getTitle()).toBe(title);
    expect(squeezed(pages[0]!).includes(squeezed(title))).toBe(true);
    expect(squeezed(pages[1]!).includes(squeezed(title.slice(0, 90)))).toBe(true);
    expect(squeezed(pages[1]!).includes(squeezed(title.slice(0, 120)))).toBe(false);
  });
});

test('a table of 100,000 rows is cut in the page, which says so, and whole in its file', () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => ({ head: plain(String(n)), cells: [] }));
  const { rows: shown, note } = table(openSetting(sampleResult(), english), {
    id: 'long',
    data: 'long.csv',
    title: 'Long',
    note: 'Note.',
    first: textColumn('N'),
    spans: null,
    columns: [],
    rows,
  });
  expect(shown.length).toBeLessThan(1000);
  expect(note).toMatch(/100[,.\u202f ]?000/u);
  const { text } = sheet('long.csv', rows, [countOf('n', 'rows', 'N.', (row) => Number(row.head.text))]);
  expect(text.split('\n')).toHaveLength(rows.length + 2);
});

test.each([
  ['Chinese', '港口关闭'],
  ['Arabic', 'ميناء'],
  ['Devanagari', 'बंदर'],
])('each letter of %s that no font has is named, to be said', (_script, text) => {
  const missing = missingGlyphs(`Port ${text}`, assets.fonts);
  expect(missing.join('')).not.toMatch(/[Port ]/u);
  expect([...new Set(text)].filter((letter) => /\p{L}/u.test(letter) && !missing.includes(letter))).toEqual([]);
});

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}
