import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { openBrowser } from '../../pipeline/report/pdf/browser.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { largeResult } from '../support/large-result.ts';
import { openPage } from '../support/open-page.ts';

// The page of a report of 20,000 invented statements, opened from a file: how large it is, when it is first painted and when its
// script is ready, and how long a filter takes from the event to the painted answer.

const ROUNDS = 15;
const FILTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  speaker: { speaker: 'an' },
  outlet: { outlet: 'north-3' },
  'target and stance': { target: 'Bay 1', stance: 'opposes' },
  'text, one word': { text: 'zembel' },
  'text, three words': { text: 'lan mer tavi' },
  'all at once': { speaker: 'a', outlet: 'south-2', target: 'Bay', stance: 'supports', text: 'ba' },
};

/** Prints size, times of loading, and for each filter the statements found, the median and the longest time. */
export async function page(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { statements: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } },
  });
  const html = renderHtml(buildView(largeResult(Number(values.statements))), readAssets());
  const browser = await openBrowser(surroundings({ browser: null, cache: null }));
  if (browser.kind === 'none') throw new Error(browser.message);
  try {
    const opened = await openPage(html, browser.started.browser);
    const loaded = await loading(opened.page);
    const filters: Record<string, Timed> = {};
    for (const [name, asked] of Object.entries(FILTERS)) filters[name] = await timed(opened.page, asked);
    await opened.close();
    print({ megabytes: Buffer.byteLength(html) / 1e6, ...loaded, filters }, values.json);
  } finally {
    await browser.started.close();
  }
}

interface Loading {
  /** Milliseconds from the navigation. */
  readonly firstPaint: number;
  readonly ready: number;
}

interface Timed {
  readonly found: string;
  /** Milliseconds from the event to the frame with the answer. */
  readonly median: number;
  readonly longest: number;
}

async function loading(opened: Page): Promise<Loading> {
  return (await opened.evaluate(`(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)));
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const [navigation] = performance.getEntriesByType('navigation');
    return { firstPaint: paint.startTime, ready: navigation.domContentLoadedEventStart };
  })()`)) as Loading;
}

/** Every round clears the form first, so that each has the same to do. */
async function timed(opened: Page, asked: Readonly<Record<string, string>>): Promise<Timed> {
  return (await opened.evaluate(`(async () => {
    const asked = ${JSON.stringify(asked)};
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const times = [];
    for (let round = 0; round < ${ROUNDS}; round++) {
      document.querySelector('.find .clear').click();
      await painted();
      for (const [name, value] of Object.entries(asked)) document.querySelector('.find [name=' + name + ']').value = value;
      const start = performance.now();
      document.querySelector('#find-text').dispatchEvent(new Event('input', { bubbles: true }));
      await painted();
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const found = document.querySelector('.find .count').textContent;
    return { found, median: times[times.length >> 1], longest: times.at(-1) };
  })()`)) as Timed;
}

function print(told: Loading & { megabytes: number; filters: Readonly<Record<string, Timed>> }, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(told));
    return;
  }
  const { megabytes, firstPaint, ready, filters } = told;
  console.log(
    `${megabytes.toFixed(1)} MB; first paint ${firstPaint.toFixed(0)} ms, script ready ${ready.toFixed(0)} ms`,
  );
  for (const [name, { found, median, longest }] of Object.entries(filters))
    console.log(
      `${name.padEnd(18)} ${found.padStart(16)}  median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
    );
}
