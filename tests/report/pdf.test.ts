import { PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml, withoutScript } from '../../pipeline/report/html.ts';
import { openBrowser } from '../../pipeline/report/pdf/browser.ts';
import { readContent } from '../../pipeline/report/pdf/content-stream.ts';
import { mendPdf, type Pdf } from '../../pipeline/report/pdf/mend.ts';
import { dictOf, entry, hasName, listOf, textOf } from '../../pipeline/report/pdf/objects.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { printout, printPdf } from '../../pipeline/report/pdf/print.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { readPdf } from '../support/pdf-read.ts';
import { hasPoppler, poppler } from '../support/poppler.ts';
import { METADATA, chapterTitle, reportHtml } from '../support/print-fixture.ts';
import { sharedPrinter, withPrinter } from '../support/printing.ts';
import { sampleResult } from '../support/sample-result.ts';

const CHAPTERS = 12;
const printer = sharedPrinter();
const machine = surroundings({ browser: null, cache: null });

describe('a printed report', () => {
  test('is tagged, in its language, and shows its own title, not that of the page', async () => {
    const { document } = await readPdf(await report());
    const { catalog, context } = document;
    expect(dictOf(context, entry(catalog, 'MarkInfo'))?.get(PDFName.of('Marked'))?.toString()).toBe('true');
    expect(textOf(context, entry(catalog, 'Lang'))).toBe('en-GB');
    expect(document.getTitle()).toBe('Who says what in Port Ilex');
    expect(dictOf(context, entry(catalog, 'ViewerPreferences'))?.toString()).toContain('/DisplayDocTitle true');
  });

  test('names authors, subject, keywords and maker, and has the date of the report, not of the day', async () => {
    const { document } = await readPdf(await report());
    expect(document.getAuthor()).toBe('Ada Quill, Ivo Marsh');
    expect(document.getSubject()).toBe('How do two papers quote the mayor?');
    expect(document.getKeywords()).toContain('discourse analysis');
    expect(document.getCreator()).toBe('Parallax');
    expect(document.getCreationDate()?.toISOString()).toBe('2021-07-01T00:00:00.000Z');
    expect(document.getModificationDate()?.toISOString()).toBe('2021-07-01T00:00:00.000Z');
  });

  test('has an outline of all headings, in order', async () => {
    const { outline } = await readPdf(await report());
    expect(outline).toEqual(['The Harbour Gazette and its voices', ...chapters().map(chapterTitle)]);
  });

  test('embeds every font, as outlines that print well: none is of Type 3', async () => {
    const { fonts } = await readPdf(await report());
    expect(fonts.map(({ name }) => name).sort()).toEqual([
      'SourceSerif4-Bold',
      'SourceSerif4-Italic',
      'SourceSerif4-Regular',
    ]);
    expect(fonts.filter(({ embedded, subtype }) => !embedded || subtype !== 'CIDFontType2')).toEqual([]);
  });

  test('shows in its contents the page that each chapter is on', async () => {
    const { pages } = await readPdf(await report());
    const contents = pages[0] ?? '';
    for (const n of chapters()) {
      const shown = new RegExp(`${chapterTitle(n)}\\s+(\\d+)\\n`).exec(contents)?.[1];
      const [actual] = pages.flatMap((text, index) => (startsChapter(text, n) ? [(index + 1).toFixed()] : []));
      expect(shown, chapterTitle(n)).toBe(actual);
    }
    expect(pages.length).toBeGreaterThan(3);
  });

  test.each([
    ['the body of each list item', 'LBody', CHAPTERS * 3],
    ['table headers', 'TH', CHAPTERS * 2],
    ['a figure a chart', 'Figure', CHAPTERS],
    ['links', 'Link', CHAPTERS * 2],
  ])('tags %s', async (_what, tag, times) => {
    expect((await readPdf(await report())).tags.get(tag)).toBe(times);
  });

  test('gives a list item nothing but its label and its body, wherever its words come from', async () => {
    const { document } = await readPdf(await report());
    const { context } = document;
    const tags = context.enumerateIndirectObjects().map(([, object]) => dictOf(context, object));
    const items = tags.filter((tag) => hasName(tag, 'S', 'LI'));
    const kids = items.flatMap((item) => listOf(context, entry(item, 'K')));
    const names = new Set(kids.map((kid) => textOf(context, entry(dictOf(context, kid), 'S'))));
    expect(items).toHaveLength(CHAPTERS * 3);
    expect([...names].sort()).toEqual(['LBody', 'Lbl']);
  });

  test('explains the tags of PDF 2.0, whose text readers of PDF 1.7 would drop', async () => {
    const { document, tags } = await readPdf(await report());
    const roles = dictOf(
      document.context,
      entry(dictOf(document.context, entry(document.catalog, 'StructTreeRoot')), 'RoleMap'),
    );
    expect(tags.get('Em')).toBe(CHAPTERS);
    expect(hasName(roles, 'Em', 'Span') && hasName(roles, 'Strong', 'Span')).toBe(true);
  });

  test('keeps each cell’s reference to its header', async () => {
    const { document } = await readPdf(await report());
    const text = document.context.enumerateIndirectObjects().map(([, object]) => String(object));
    const headers = text.flatMap(
      (object) => /\/S \/TH[^]*\/ID \((.*?)\)|\/ID \((.*?)\)[^]*\/S \/TH/.exec(object) ?? [],
    );
    const names = headers.filter((name) => /^tag-\d+$/.test(name));
    const references = text.flatMap((object) => /\/Headers \[ \((.*?)\) \]/.exec(object)?.[1] ?? []);
    expect(new Set(names).size).toBe(CHAPTERS * 2);
    expect(references.sort()).toEqual(names.sort());
  });

  test('says of each link where it leads', async () => {
    const { document } = await readPdf(await report());
    const links = document.getPages().flatMap((page) => listOf(document.context, entry(page.node, 'Annots')));
    const said = links.map((link) => textOf(document.context, entry(dictOf(document.context, link), 'Contents')));
    expect(said).toHaveLength(CHAPTERS * 2);
    expect(said.filter((text) => !/^Page \d+$|^https:\/\/harbour-gazette\.example\/\d+$/.test(text))).toEqual([]);
  });

  test('leaves nothing painted outside tags and artifacts', async () => {
    const { document } = await readPdf(await report());
    const operators = document.getPages().map((page) => readContent(page)?.operators ?? '');
    expect(operators.flatMap(paintedOutsideMarks)).toEqual([]);
    expect(operators.every((page) => page.includes('/Artifact BMC'))).toBe(true);
  });
});

describe('files that a PDF carries along', () => {
  const files = [
    { name: 'a.json', type: 'application/json', description: 'One', text: '{"mayor":"Ada “Quill”"}' },
    { name: 'b.jsonl', type: 'application/jsonl', description: 'Two', text: '' },
  ];
  const carrying = () => printer().print('<p>Text</p>', { ...METADATA, attachments: files });

  test('are whole, marked as its data, and dated as the report is', async () => {
    const { attachments } = await readPdf((await carrying()).pdf);
    expect(attachments).toEqual(
      files.map(({ name, type, text }) => {
        const dates = ['D:20210701000000Z', 'D:20210701000000Z'];
        return { name, relationship: 'Data', type, dates, text };
      }),
    );
  });

  test('leave its bytes the same at each print, and are part of its identifier', async () => {
    const [one, two] = [await carrying(), await carrying()];
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
    const bare = await printer().print('<p>Text</p>', METADATA);
    const [id, other] = await Promise.all(
      [one, bare].map(async ({ pdf }) => (await PDFDocument.load(pdf)).context.trailerInfo.ID),
    );
    expect(String(id)).not.toBe(String(other));
  });
});

describe('the same report gives the same bytes', () => {
  test('in two browsers, one after the other', async () => {
    const again = await withPrinter(machine, 60_000, (other) => other.print(reportHtml(CHAPTERS), METADATA));
    expect(Buffer.compare(again.pdf, await report())).toBe(0);
  });

  test('whatever script and data the page has, and whether they are there', async () => {
    const assets = readAssets();
    const view = buildView(sampleResult());
    const html = renderHtml(view, assets);
    const other = renderHtml(view, {
      ...assets,
      script: { text: "document.body.textContent = 'RAN'", sha256: 'AAAA' },
    });
    const [bare, whole, changed] = await Promise.all(
      [withoutScript(html), html, other].map(async (page) => (await printer().print(page, METADATA)).pdf),
    );
    expect(Buffer.compare(whole!, bare!)).toBe(0);
    expect(Buffer.compare(changed!, bare!)).toBe(0);
  });

  test.each<[trap: string, pattern: RegExp, change: (found: string) => string]>([
    ['whatever time its clock shows', /Date \(D:\d{8}/g, () => 'Date (D:20311231'],
    ['whatever names it gives the headers of tables', /\(node\d{8}\)/g, (name) => name.replace(/0(?=\d{2}\))/, '7')],
  ])('from one browser %s', async (_trap, pattern, change) => {
    const raw = Buffer.from(await printedByBrowser(reportHtml(1)));
    const otherwise = Buffer.from(raw.toString('latin1').replaceAll(pattern, change), 'latin1');
    expect(otherwise.equals(raw)).toBe(false);
    const [one, two] = [await mended(raw, METADATA), await mended(otherwise, METADATA)];
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
  });

  test('but another report or other metadata give another identifier', async () => {
    const raw = await printedByBrowser(reportHtml(1));
    const [one, two] = [await mended(raw, METADATA), await mended(raw, { ...METADATA, subject: 'Another question' })];
    const ids = await Promise.all(
      [one, two].map(async ({ pdf }) => (await PDFDocument.load(pdf)).context.trailerInfo.ID),
    );
    expect(String(ids[0])).not.toBe(String(ids[1]));
  });
});

describe('metadata', () => {
  test.each([
    ['a moment', '2021-07-01T09:30:00Z', '2021-07-01T09:30:00.000Z'],
    ['no date, which is not the day of printing', null, '2000-01-01T00:00:00.000Z'],
  ])('takes %s', async (_trap, date, expected) => {
    const { document } = await readPdf((await printer().print('<p>Text</p>', { ...METADATA, date })).pdf);
    expect(document.getCreationDate()?.toISOString()).toBe(expected);
  });

  test('keeps a hostile title to itself: no mark-up in the XMP packet, no control character in the window', async () => {
    const title = 'A</rdf:li><evil/>\u0000\u001B\uD800&B';
    const { document } = await readPdf((await printer().print('<p>Text</p>', { ...METADATA, title })).pdf);
    const packet = document.context.lookup(entry(document.catalog, 'Metadata'))?.toString() ?? '';
    expect(packet).toContain('A&lt;/rdf:li&gt;&lt;evil/&gt; &amp;B');
    expect(document.getTitle()).toBe('A</rdf:li><evil/> &B');
  });

  test('without a readable date is a defect, not a guess', async () => {
    await expect(printer().print('<p>Text</p>', { ...METADATA, date: 'yesterday' })).rejects.toThrow('no date');
  });
});

describe.skipIf(!hasPoppler)('Poppler, where installed,', () => {
  test('finds the file in order', async () => {
    const info = poppler('pdfinfo', ['-struct-text'], await report());
    expect(info).toMatch(/^ *LBody/m);
    expect(poppler('pdfinfo', [], await report())).toMatch(/Tagged: +yes/);
  });

  test('finds no font that is not embedded', async () => {
    const rows = poppler('pdffonts', [], await report())
      .trim()
      .split('\n')
      .slice(2);
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => !/CID TrueType +Identity-H +yes yes yes/.test(row))).toEqual([]);
  });

  test('reads the words as they stand', async () => {
    expect(poppler('pdftotext', [], await report())).toContain('“We shall rebuild the pier,” said the mayor');
  });
});

let printed: Promise<Uint8Array> | null = null;

/** The report that most tests look at, printed once. */
function report(): Promise<Uint8Array> {
  printed ??= printer()
    .print(reportHtml(CHAPTERS), METADATA)
    .then(({ pdf }) => pdf);
  return printed;
}

function chapters(): readonly string[] {
  return Array.from({ length: CHAPTERS }, (_, index) => (index + 1).toFixed());
}

/** A chapter's title stands in the contents, too; there its list item shows the page number behind it. */
function startsChapter(text: string, n: string): boolean {
  return new RegExp(`${chapterTitle(n)}\\nThe paper`).test(text);
}

async function mended(bytes: Uint8Array, metadata: typeof METADATA): Promise<Pdf> {
  return mendPdf(await printout(bytes), metadata);
}

/** What Chromium prints, before anything is mended. */
async function printedByBrowser(html: string): Promise<Uint8Array> {
  const opened = await openBrowser(machine);
  if (opened.kind === 'none') throw new Error(opened.message);
  try {
    return (await printPdf(html, opened.started.browser, { deadline: 60_000 })).bytes;
  } finally {
    await opened.started.close();
  }
}

/** Operators that paint while no mark is open. */
function paintedOutsideMarks(operators: string): readonly string[] {
  let depth = 0;
  return operators.split('\n').filter((line) => {
    if (/B[DM]C$/.test(line)) depth++;
    if (line === 'EMC') depth--;
    return depth === 0 && /(^| )(f|f\*|S|s|B|Do|Tj|TJ|sh)$/.test(line);
  });
}
