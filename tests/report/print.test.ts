import { describe, expect, test } from 'vitest';
import { fillSlots, slotIds } from '../../pipeline/report/pdf/contents.ts';
import { PrintFailure } from '../../pipeline/report/pdf/page.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { readPdf } from '../support/pdf-read.ts';
import { METADATA, reportHtml } from '../support/print-fixture.ts';
import { sharedPrinter, withPrinter } from '../support/printing.ts';

const printer = sharedPrinter();
const machine = surroundings({ browser: null, cache: null });

describe('a page number', () => {
  test('that moves its own chapter is set right by another pass', async () => {
    // Three digits take three lines of a third of a page each: with one digit in their place the chapter moves up.
    const tall = '.page{display:block;width:1ch;font:70mm/90mm Own;overflow-wrap:anywhere}p{font:12pt Own}';
    const slot = '<p><a href="#c">To the chapter</a></p><span class="page" data-page-of="c">000</span>';
    const { pages } = await readPdf(
      (await printer().print(`<style>@page{size:A4}${tall}</style>${slot}<h1 id="c">The chapter</h1>`, METADATA)).pdf,
    );
    const on = pages.findIndex((text) => text.includes('The chapter'));
    expect(pages.join('')).toMatch(new RegExp(`^\\s*${(on + 1).toFixed()}\\s*$`, 'm'));
    expect(on).toBe(0);
  });

  test('of a place that does not exist is a dash, never a zero', async () => {
    const html = '<p><a href="#gone">Gone</a> <span class="page" data-page-of="gone">000</span></p>';
    const { pages } = await readPdf((await printer().print(html, METADATA)).pdf);
    expect(pages.join('')).toMatch(/Gone\s+–/);
  });
});

describe('a printer', () => {
  test('gives up in time', async () => {
    const late = withPrinter(machine, 1, (hasty) => hasty.print(reportHtml(12), METADATA));
    await expect(late).rejects.toThrow(PrintFailure);
    await expect(late).rejects.toThrow('not printed in time');
  });

  test('prints the next report after one that took too long', async () => {
    const deadline = 6000;
    const pages = await withPrinter(machine, deadline, async (own) => {
      const endless = own.print(reportHtml(2000), METADATA);
      await expect(endless).rejects.toThrow('not printed in time');
      return (await own.print(reportHtml(1), METADATA)).pages;
    });
    expect(pages).toBe(2);
  });

  test('tells which browser it is, and how it is kept', () => {
    const { name, version, sandbox, flags } = printer().record;
    expect(name).toMatch(/Chrom/);
    expect(version).toMatch(/^\d+\./);
    expect(sandbox === 'off').toBe(flags.includes('--no-sandbox'));
  });
});

describe('a slot for a page number', () => {
  test.each<[trap: string, html: string, ids: readonly string[], filled: string]>([
    [
      'is filled wherever it stands',
      `${slot('a')} ${slot('b')} ${slot('a')}`,
      ['a', 'b'],
      `${slot('a', '7')} ${slot('b', '12')} ${slot('a', '7')}`,
    ],
    [
      'is none in words that only speak of it',
      '&lt;span class="page" data-page-of="a"&gt;000',
      [],
      '&lt;span class="page" data-page-of="a"&gt;000',
    ],
    [
      'is none with another class',
      '<span class="pages" data-page-of="a">000</span>',
      [],
      '<span class="pages" data-page-of="a">000</span>',
    ],
    ['of an unknown place gets a dash', slot('c'), ['c'], slot('c', '–')],
  ])('%s', (_trap, html, ids, filled) => {
    expect([...slotIds(html)]).toEqual(ids);
    expect(
      fillSlots(
        html,
        new Map([
          ['a', 7],
          ['b', 12],
        ]),
      ),
    ).toBe(filled);
  });
});

function slot(id: string, text = '000'): string {
  return `<span class="page" data-page-of="${id}">${text}</span>`;
}
