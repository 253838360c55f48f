import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../support/pdf-read.ts';
import { hasPoppler, poppler } from '../support/poppler.ts';

const pdf = read('report.pdf');

describe.skipIf(!hasPoppler)('the committed PDF, as poppler reads it', () => {
  test('is tagged, on A4, with title, author and date from the study', () => {
    const info = poppler('pdfinfo', [], pdf);
    expect(info).toMatch(/^Title: +Putin in Minsk, December 2022$/mu);
    expect(info).toMatch(/^Author: +Parallax$/mu);
    expect(info).toMatch(/^Tagged: +yes$/mu);
    expect(info).toMatch(/^CreationDate: .*Dec 20 .*2022/mu);
    expect(info).toMatch(/^Page size: .*A4/mu);
    expect(info).toMatch(/^JavaScript: +no$/mu);
  });

  test('says its language, and the standard that it follows', () => {
    const metadata = poppler('pdfinfo', ['-meta'], pdf);
    expect(metadata).toContain('<rdf:li>en</rdf:li>');
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('has a structure without faults, and an alternative text for each figure', () => {
    const tree = poppler('pdfinfo', ['-struct'], pdf);
    expect(tree.match(/^ *H1\b/gmu)).toHaveLength(1);
    expect(tree.match(/^ *Table\b/gmu)!.length).toBeGreaterThan(5);
    expect(tree).not.toMatch(/error/iu);
  });

  test('embeds every font, none of Type 3', () => {
    const fonts = poppler('pdffonts', [], pdf)
      .split('\n')
      .slice(2)
      .filter((line) => line.trim() !== '');
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +\S+ +yes yes yes/u);
  });

  test('holds the words of every statement', () => {
    const text = squeezed(poppler('pdftotext', ['-raw'], pdf));
    const article = Array.from(
      readFileSync(new URL('../../seeds/articles/putin-in-minsk.txt', import.meta.url), 'utf8'),
    );
    const statements = read('data/statements.jsonl')
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { content: [number, number][] });
    expect(statements).toHaveLength(18);
    for (const { content } of statements)
      for (const [start, end] of content) expect(text).toContain(squeezed(article.slice(start, end).join('')));
  });

  test('has no character that could not be shown, and no soft hyphen', () => {
    expect(poppler('pdftotext', [], pdf)).not.toMatch(/[\uFFFD\u00AD]/u);
  });
});

describe('what the committed PDF carries along', async () => {
  const { attachments } = await readPdf(pdf);
  const page = read('report.html').toString();
  const block = /<script type="application\/json" id="run-record">([^<]*)<\/script>/u.exec(page)?.[1] ?? '';
  const text = (name: string) => attachments.find((file) => file.name === name)?.text;

  test('are the record that the page holds, the ledger and the citation', () => {
    expect(attachments.map(({ name }) => name)).toEqual([
      'citation.bib',
      'citation.json',
      'ledger.jsonl',
      'run-record.json',
    ]);
    expect(text('run-record.json')).toBe(block);
    for (const name of ['citation.bib', 'citation.json', 'ledger.jsonl'])
      expect(text(name)).toBe(read(`data/${name}`).toString());
  });

  test('the record is that of run.json but for what differs between equal runs', () => {
    const record = JSON.parse(read('run.json').toString()) as Record<string, unknown>;
    const held = JSON.parse(block) as Record<string, unknown>;
    const machine = ['runtime', 'browser', 'pdf', 'files', 'timings', 'previous'];
    expect(Object.keys(held).sort()).toEqual(
      Object.keys(record)
        .filter((key) => !machine.includes(key))
        .sort(),
    );
    for (const [key, value] of Object.entries(held)) expect(record[key]).toEqual(value);
  });
});

function read(file: string): Buffer {
  return readFileSync(new URL(`../../reports/seed/latest/${file}`, import.meta.url));
}

/** Letters and digits alone: where lines and pages break does not matter. */
function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
