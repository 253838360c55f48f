import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { openBrowser, type OpenBrowser } from '../../pipeline/report/pdf/browser.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { violations } from '../support/axe.ts';
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
    expect(await violations(PAGES[page], opened.started.browser, scheme)).toEqual([]);
  });

  test('finds the fault that is put in: the check can fail', async () => {
    const html = PAGES.sample.replace('<main>', '<main><img src="data:,">');
    expect((await violations(html, opened.started.browser, 'light')).join('\n')).toContain('image-alt');
  });
});
