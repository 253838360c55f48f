import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../pipeline/model.ts';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { openBrowser } from '../../pipeline/report/pdf/browser.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { largeResult } from '../support/large-result.ts';
import { openPage, type Look, type OpenPage } from '../support/open-page.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';
import { resultWithText, sampleResult } from '../support/sample-result.ts';

const found = await openBrowser(surroundings({ browser: null, cache: null }));
const where = found.kind === 'none' ? `skipped: ${found.message}` : 'in a browser';

describe.skipIf(found.kind === 'none')(`the page, ${where}`, () => {
  const assets = readAssets();
  const pageOf = (result: Result): string => renderHtml(buildView(result), assets);
  const large = largeResult(700);
  const pages = { sample: pageOf(sampleResult()), contrasted: pageOf(contrastedResult()), large: pageOf(large) };
  const all = buildView(large).statements.body.find.data;
  const browser = found.kind === 'none' ? null : found.started.browser;
  afterAll(() => (found.kind === 'none' ? undefined : found.started.close()));

  let opened: OpenPage;
  const open = async (html: string, look: Look = {}): Promise<Page> => {
    opened = await openPage(html, browser!, look);
    onTestFinished(opened.close);
    return opened.page;
  };
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
    expect(opened.asked).toEqual([]);
  });

  describe('finds statements', () => {
    let page: Page;
    beforeEach(async () => {
      opened = await openPage(pages.large, browser!);
      page = opened.page;
    });
    afterEach(() => opened.close());

    const stances = (row: number): readonly string[] =>
      all.stances[row]!.flatMap((target, i, pairs) =>
        i % 2 === 0 ? [`${all.targets[target]!} ${all.callNames[pairs[i + 1]!]!}`] : [],
      );
    const text = (row: number): string => all.words[row]!.join('').toLowerCase();
    const someone = all.speakers[3]!;

    test.each<[trap: string, asked: Readonly<Record<string, string>>, fits: (row: number) => boolean]>([
      [
        'by a part of a name, in either case',
        { speaker: 'BA' },
        (row) => /ba/iu.test(all.speakers[all.speaker[row]!]!),
      ],
      [
        'by a whole name, and then by no longer one',
        { target: 'Bay 1' },
        (row) => stances(row).some((one) => one.startsWith('Bay 1 ')),
      ],
      ['by a speaker chosen from the list', { speaker: someone }, (row) => all.speakers[all.speaker[row]!] === someone],
      ['by outlet', { outlet: 'north-3' }, (row) => all.outlets[all.articles[all.article[row]!]!.outlet] === 'north-3'],
      [
        'by stance, toward whomever',
        { stance: 'opposes' },
        (row) => stances(row).some((one) => one.endsWith(' opposes')),
      ],
      [
        'by stance toward a target, both of the same reading',
        { stance: 'no call', target: 'Bay 2' },
        (row) => stances(row).some((one) => one === 'Bay 2 no call'),
      ],
      [
        'by words in any order',
        { text: 'lomer  balan' },
        (row) => text(row).includes('lomer') && text(row).includes('balan'),
      ],
      ['by a quotation mark typed straight', { text: '"' }, (row) => /[“”]/u.test(text(row))],
      ['by what is in none', { text: 'zzzz' }, () => false],
      ['by signs that mean something to patterns', { text: '.*' }, () => false],
    ])('%s', async (_trap, asked, fits) => {
      await fillIn(page, asked);
      const rows = all.number.filter((_, row) => fits(row));
      expect(await textOf(page, '.find .count')).toBe(`${rows.length} of 700`);
      expect((await textsOf(page, '.results .head .number')).map(Number)).toEqual(rows.slice(0, 50));
    });

    test('in pages, turned from the keyboard; what is read next is the new page', async () => {
      await fillIn(page, { text: 'harbour' });
      expect(await textOf(page, '.find .range')).toBe('1 to 50');
      await page.focus('.find .next');
      await page.keyboard.press('Enter');
      expect(await textOf(page, '.find .range')).toBe('51 to 100');
      expect(await page.evaluate('document.activeElement.className')).toBe('results');
      expect((await textsOf(page, '.results .head .number')).map(Number)).toEqual(all.number.slice(50, 100));
      await page.focus('.find .previous');
      await page.keyboard.press('Enter');
      expect(await textOf(page, '.find .range')).toBe('1 to 50');
      expect(await page.evaluate("document.querySelector('.find .previous').disabled")).toBe(true);
    });

    test('and keeps what was asked in the address, so that another reader finds the same', async () => {
      await fillIn(page, { speaker: 'ba', stance: 'supports', text: 'a&b=c #1' });
      await page.keyboard.press('Tab');
      const hash = String(await page.evaluate('location.hash'));
      const other = await openPage(pages.large, browser!, { hash });
      const asked = await other.page.evaluate(
        "[...document.querySelectorAll('.find [name]')].map(({ value }) => value)",
      );
      const count = await textOf(other.page, '.find .count');
      await other.close();
      expect(asked).toEqual(['ba', '', '', 'supports', 'a&b=c #1']);
      expect(count).toBe(await textOf(page, '.find .count'));
    });

    test('a field alone, without anything asked, lists nothing', async () => {
      await fillIn(page, { text: 'harbour' });
      await page.click('.find .clear');
      expect(await textOf(page, '.find .count')).toBe('');
      expect(await textsOf(page, '.results li')).toEqual([]);
    });
  });

  test('a statement that is found looks as the appendix prints it', async () => {
    const page = await open(pages.sample, { hash: '#find&text=yield' });
    const head = await textOf(page, '.results .head');
    expect(head).toBe('4 Ilse Marrow · direct · ferries#4 Copy citation 4');
    expect(await textOf(page, '.results blockquote')).toBe(await textOf(page, '#s-4 blockquote'));
    expect(await textsOf(page, '.results .facts div')).toEqual([
      'Article “Ferries stop”, The Harbour Post, 3 May 2031',
      'Origin Coast',
      'Stance toward Upland: opposes',
    ]);
    expect(await page.evaluate("document.querySelector('.results .go').hash")).toBe('#s-4');
  });

  describe('sorts tables', () => {
    const first = "[...document.querySelectorAll('#table-corpus tbody tr')].map((row) => row.cells[0].textContent)";

    test.each([
      ['numbers by value, not by digits', 'table-sources', 3],
      ['a share below one per cent under one', 'table-sources', 6],
      ['names by letters', 'table-sources', 1],
    ])('%s', async (_trap, id, column) => {
      const page = await open(pages.large);
      const before = await columnOf(page, id, column);
      const up = [...before].sort(compareCells);
      await press(page, id, column);
      expect(await columnOf(page, id, column)).toEqual(up);
      await press(page, id, column);
      expect((await columnOf(page, id, column)).map(valueOf)).toEqual(up.map(valueOf).reverse());
      await press(page, id, column);
      expect(await columnOf(page, id, column)).toEqual(before);
    });

    test('dates by time, and rows of one day in the order in which they were', async () => {
      const page = await open(pages.large);
      const dates = new Map(large.articles.map(({ title, date }) => [title!, date!]));
      const before = (await page.evaluate(first)) as string[];
      await press(page, 'table-corpus', 4);
      const after = (await page.evaluate(first)) as string[];
      const sorted = [...before].sort((a, b) =>
        dates.get(a)! < dates.get(b)! ? -1 : dates.get(a)! > dates.get(b)! ? 1 : 0,
      );
      expect(after).toEqual(sorted);
    });

    test('differences whose sign is a word', async () => {
      const page = await open(pages.contrasted);
      const column = 4;
      const tables = (await page.evaluate(
        "[...document.querySelectorAll('#contrasts .table')].filter((one) => one.querySelectorAll('tbody tr').length > 1).map(({ id }) => id)",
      )) as string[];
      const sorted = await Promise.all(
        tables.map(async (id) => {
          await press(page, id, column);
          return (await columnOf(page, id, column)).map(pointsOf);
        }),
      );
      expect(sorted.flat().some((value) => value < 0)).toBe(true);
      expect(sorted).toEqual(sorted.map((values) => [...values].sort((a, b) => a - b)));
    });

    test('what is absent comes last, whichever way', async () => {
      const page = await open(pages.large);
      await page.evaluate("document.querySelector('#table-corpus tbody tr').cells[4].textContent = '–'");
      await press(page, 'table-corpus', 5);
      expect((await columnOf(page, 'table-corpus', 5)).at(-1)).toBe('–');
      await press(page, 'table-corpus', 5);
      expect((await columnOf(page, 'table-corpus', 5)).at(-1)).toBe('–');
    });

    test('from the keyboard, and says so to those who hear the page', async () => {
      const page = await open(pages.large);
      await page.focus('#table-corpus th:nth-child(5) button');
      await page.keyboard.press('Space');
      expect(await page.evaluate("document.querySelector('#table-corpus [aria-sort]').ariaSort")).toBe('ascending');
      expect(await textOf(page, '.find .say')).toBe('Sorted by Words, ascending');
      await page.keyboard.press('Enter');
      expect(await textOf(page, '.find .say')).toBe('Sorted by Words, descending');
      await page.keyboard.press('Enter');
      expect(await page.evaluate("document.querySelectorAll('[aria-sort]').length")).toBe(0);
      expect(await textOf(page, '.find .say')).toBe('In the first order');
    });
  });

  describe('shows what is behind a number', () => {
    const link = '#table-sources td a[href^="#e-"]';

    test('in a dialog, by the keyboard; Escape leads back to the number', async () => {
      const page = await open(pages.sample);
      await page.focus(link);
      await page.keyboard.press('Enter');
      expect(await page.evaluate("document.querySelector('dialog').matches(':modal')")).toBe(true);
      expect(await page.evaluate('document.activeElement.id')).toBe('passage-title');
      expect(await textOf(page, 'dialog h2')).toMatch(/: Ilse Marrow, /u);
      expect(await textsOf(page, 'dialog .results .head .number')).toEqual(['4', '5']);
      await page.keyboard.press('Escape');
      expect(await page.evaluate("document.querySelector('dialog').open")).toBe(false);
      expect(await page.evaluate(`document.activeElement === document.querySelector('${link}')`)).toBe(true);
    });

    test('a passage with the words around it, and the statement that it names in its place', async () => {
      const page = await open(pages.sample);
      await page.evaluate("document.querySelector('#table-naming-1 td a').click()");
      const words = await textOf(page, 'dialog mark');
      expect(words).toBe('regime');
      await page.evaluate("document.querySelector('dialog .body li a').click()");
      expect(await textOf(page, 'dialog h2')).toBe('Statement 4');
      expect(await page.evaluate('document.activeElement.id')).toBe('passage-title');
      expect(await textOf(page, 'dialog blockquote')).toBe(await textOf(page, '#s-4 blockquote'));
    });

    test('and leads to its place: the dialog closes, and the address names it', async () => {
      const page = await open(pages.sample);
      await page.click(link);
      const href = String(await page.evaluate("document.querySelector('dialog .acts .go').hash"));
      await page.click('dialog .acts .go');
      expect(await page.evaluate("document.querySelector('dialog').open")).toBe(false);
      expect(await page.evaluate('location.hash')).toBe(href);
      expect(await page.evaluate("document.querySelector(':target').id")).toBe(href.slice(1));
    });

    test('also statements that are not printed', async () => {
      const page = await open(pages.large);
      const id = String(
        await page.evaluate(
          "[...document.querySelectorAll('.evidence')].find((one) => one.querySelector('span.ref')).id",
        ),
      );
      await page.evaluate(`document.querySelector('a[href="#${id}"]').click()`);
      const refs = await textsOf(page, `#${id} .ref`);
      expect(await textsOf(page, 'dialog .results .name span')).toHaveLength(refs.length);
      expect(refs.some((ref) => ref.includes('#'))).toBe(true);
    });

    test('a link into a long page, of which not all is laid out, leads to its place', async () => {
      const page = await open(pages.large);
      const id = String(await page.evaluate("[...document.querySelectorAll('.statement[id]')].at(-99).id"));
      await page.evaluate(`location.hash = '#${id}'`);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
      const top = Number(await page.evaluate("document.querySelector(':target').getBoundingClientRect().top"));
      expect(Math.abs(top)).toBeLessThan(100);
    });

    test('no place of the report stands twice while it is open', async () => {
      const page = await open(pages.sample);
      await page.click(link);
      const ids = (await page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")) as string[];
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });
  });

  describe('copies a citation', () => {
    const CITED =
      'Ilse Marrow (indirect): talks were held [The content is what is denied.] In: “Ferries stop”, The Harbour Post, 3 May 2031. https://harbour-post.example/ferries?a=1&b=2 Statement ferries#5. Ada Lindqvist and Bo Okafor (2031). Ferries & families: two coasts. Report made with Parallax 0.1.0, run 0123456789ab.';
    const clipboard = (writeText: string): string =>
      `Object.defineProperty(navigator, 'clipboard', { value: { writeText: ${writeText} } })`;

    test('of a printed statement, with what makes it found again', async () => {
      const page = await open(pages.sample);
      await page.evaluate(clipboard('async (text) => { window.copied = text; }'));
      await page.focus('#s-5 .copy');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('window.copied')).toBe(CITED);
      expect(await textOf(page, '.find .say')).toBe('Citation copied');
    });

    test('where the clipboard is closed it is selected, and said so', async () => {
      const page = await open(pages.sample, { hash: '#find&text=talks' });
      await page.evaluate(clipboard('() => Promise.reject(new Error())'));
      await page.focus('.results .copy');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.citation');
      expect(await page.evaluate('getSelection().toString()')).toBe(CITED);
      expect(await textOf(page, '.find .say')).toBe('The citation is selected; copy it with the keyboard');
    });
  });

  describe('hostile words stay words when they are found, shown and cited', () => {
    test.each([
      ['an end of the data', '</script><script>window.ran = 1</script>'],
      ['a comment in the data', '<!--<script> window.ran = 1'],
      ['an image', '<img src=x onerror="window.ran = 1">'],
      ['a frame', '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>'],
      ['line separators', 'harbour\u2028window.ran = 1\u2029'],
      ['bidirectional overrides', 'left \u202eright\u202c \u2066in\u2069'],
      ['an address that runs', 'javascript:window.ran=1'],
      ['what a citation fills in', '{words} {id} $& $1'],
      ['what objects are made of', '__proto__ constructor'],
    ])('%s', async (_trap, text) => {
      const { articles, ...result } = resultWithText(`harbour ${text}`);
      const html = pageOf({ ...result, articles: articles.map((article) => ({ ...article, url: text })) });
      const page = await open(html, { hash: '#find&text=harbour' });
      await page.evaluate("document.querySelector('#s-6 .copy').click()");
      const shown = await textOf(page, '#s-6 blockquote .content');
      expect(await textsOf(page, '.results blockquote .content')).toContain(shown);
      await page.evaluate('document.querySelector(\'a[href="#s-6"]\').click()');
      expect(await textOf(page, 'dialog blockquote .content')).toBe(shown);
      const elements = "document.querySelectorAll('img, iframe, script:not([id], [type=module])').length";
      expect(await page.evaluate(`[typeof window.ran, ${elements}]`)).toEqual(['undefined', 0]);
      expect(
        await page.evaluate("[...document.links].filter(({ protocol }) => protocol === 'javascript:').length"),
      ).toBe(0);
    });
  });

  test('the policy stops a script that a template would let through', async () => {
    const html = pages.sample.replace(
      '<main>',
      '<main><script>window.ran = 1</script><b onclick="window.ran = 1">b</b>',
    );
    const page = await open(html);
    await page.evaluate("document.querySelector('main > b').click()");
    expect(await page.evaluate('typeof window.ran')).toBe('undefined');
    expect(opened.complaints.length).toBeGreaterThan(0);
    (opened.complaints as string[]).length = 0;
  });

  test('without script nothing is lost and nothing idle is shown: links lead to their places', async () => {
    const page = await open(pages.sample, { script: 'off' });
    const { length } = await page.$$('.statement');
    expect(length).toBe(7);
    expect(await page.$$('.find, button, dialog')).toHaveLength(0);
    await page.click('#table-sources td a[href^="#e-"]');
    expect(await page.$$('.evidence:target')).toHaveLength(1);
  });

  describe.each([375, 820, 1440])('at %i pixels', (width) => {
    const fitsSideways = 'document.scrollingElement.scrollWidth <= innerWidth';

    test.each(Object.keys(pages) as (keyof typeof pages)[])(
      'the report “%s” does not scroll sideways',
      async (name) => {
        const page = await open(pages[name], { width });
        expect(await page.evaluate('innerWidth')).toBe(width);
        expect(await page.evaluate(fitsSideways)).toBe(true);
      },
    );

    test('a speaker typed in hides the statements of others, and clearing brings them back', async () => {
      const page = await open(pages.large, { width });
      const found = async (): Promise<number> => Number.parseInt(await textOf(page, '.find .count'), 10);
      await fillIn(page, { text: 'harbour' });
      const before = await found();
      await fillIn(page, { speaker: all.speakers[3]! });
      const after = await found();
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThan(before);
      expect(new Set(await textsOf(page, '.results .head b:not(.number)'))).toEqual(new Set([all.speakers[3]!]));
      expect(await page.evaluate(fitsSideways)).toBe(true);
      await page.evaluate("document.querySelector('#find-speaker').select()");
      await page.keyboard.press('Backspace');
      expect(await found()).toBe(before);
    });
  });

  test.each([360, 900, 1600])(
    'at %i pixels nothing but tables is wider than the page, a filter on or a dialog open',
    async (width) => {
      const page = await open(pages.large, { width, hash: '#find&text=harbour' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.evaluate("document.querySelector('#table-sources td a').click()");
      expect(await page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")).toBe(true);
    },
  );
});

/** Types into the form as a reader does, and chooses from its lists. */
async function fillIn(page: Page, asked: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(asked)) {
    const list = `.find select[name=${name}]`;
    if ((await page.$(list)) !== null) await page.select(list, value);
    else await page.type(`.find input[name=${name}]`, value);
  }
}

async function press(page: Page, table: string, column: number): Promise<void> {
  await page.evaluate(`document.querySelectorAll('#${table} th[scope=col] button')[${column - 1}].click()`);
}

async function columnOf(page: Page, table: string, column: number): Promise<string[]> {
  return textsOf(page, `#${table} tbody tr > :nth-child(${column})`);
}

function compareCells(a: string, b: string): number {
  const [x, y] = [valueOf(a), valueOf(b)];
  return typeof x === 'number' && typeof y === 'number'
    ? x - y
    : new Intl.Collator('en', { numeric: true }).compare(a, b);
}

function valueOf(text: string): number | string {
  if (text === '<1%') return 0.5;
  return /^[\d,]+%?$/u.test(text) ? Number(text.replace(/[,%]/gu, '')) : text;
}

/** "2.0 less" as −2. */
function pointsOf(text: string): number {
  return Number.parseFloat(text) * (text.includes('less') ? -1 : 1);
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await textsOf(page, selector))[0] ?? `nothing is ${selector}`;
}

async function textsOf(page: Page, selector: string): Promise<string[]> {
  const texts = `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ textContent }) => textContent)`;
  return ((await page.evaluate(texts)) as string[]).map((text) => text.replace(/\s+/gu, ' ').trim());
}
