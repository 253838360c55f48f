import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml, withoutScript } from '../../pipeline/report/html.ts';
import { openBrowser, type OpenBrowser } from '../../pipeline/report/pdf/browser.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { violations } from '../support/axe.ts';
import type { Look } from '../support/open-page.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';
import { sampleResult } from '../support/sample-result.ts';

/** The example report as committed, and the sample that holds every kind of part. */
const PAGES = {
  seed: readFileSync(new URL('../../reports/seed/latest/report.html', import.meta.url), 'utf8'),
  sample: renderHtml(buildView(sampleResult()), readAssets()),
  contrasted: renderHtml(buildView(contrastedResult()), readAssets()),
};

describe('axe', () => {
  let opened: OpenBrowser;
  beforeAll(async () => {
    const found = await openBrowser(surroundings({ browser: null, cache: null }));
    if (found.kind === 'none') throw new Error(found.message);
    opened = found;
  });
  afterAll(() => opened.started.close());

  test.each([
    ['seed', 'light'],
    ['seed', 'dark'],
    ['sample', 'light'],
    ['sample', 'dark'],
    ['contrasted', 'light'],
    ['contrasted', 'dark'],
  ] as const)('finds no fault in the report “%s” in %s colours', async (page, scheme) => {
    expect(await violations(PAGES[page], opened.started.browser, { scheme })).toEqual([]);
  });

  const FOUND = '#find&text=a';
  const SORTED = "document.querySelector('#table-sources th button').click()";
  const SHOWN = 'document.querySelector(\'#table-sources td a[href^="#e-"]\').click()';
  const CITED =
    "Object.defineProperty(navigator, 'clipboard', { value: null }); document.querySelector('.results .copy').click()";

  test.each<[what: string, look: Look, deed: string]>([
    ['statements found, light', { hash: FOUND }, ''],
    ['statements found, dark', { hash: FOUND, scheme: 'dark' }, ''],
    ['statements found, on a phone', { hash: FOUND, width: 360 }, ''],
    ['a table sorted, light', {}, SORTED],
    ['a table sorted, dark', { scheme: 'dark' }, SORTED],
    ['a passage shown, light', {}, SHOWN],
    ['a passage shown, dark', { scheme: 'dark' }, SHOWN],
    ['a passage shown, on a phone', { width: 360 }, SHOWN],
    ['a citation to be copied by hand, light', { hash: FOUND }, CITED],
    ['a citation to be copied by hand, dark', { hash: FOUND, scheme: 'dark' }, CITED],
  ])('finds no fault in %s', async (_what, look, deed) => {
    expect(await violations(PAGES.sample, opened.started.browser, look, deed)).toEqual([]);
  });

  test('finds no fault in the page without its script, on a phone', async () => {
    expect(await violations(withoutScript(PAGES.sample), opened.started.browser, { width: 360 })).toEqual([]);
  });

  test('finds the fault that is put in: the check can fail', async () => {
    const html = PAGES.sample.replace('<main>', '<main><img src="data:,">');
    expect((await violations(html, opened.started.browser, {})).join('\n')).toContain('image-alt');
  });
});
