import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { violations } from '../support/axe.ts';
import { sampleResult } from '../support/sample-result.ts';

const executable = [process.env['PUPPETEER_EXECUTABLE_PATH'], '/usr/bin/chromium-headless-shell'].find(
  (path) => path !== undefined && existsSync(path),
);

describe.skipIf(executable === undefined)('axe in a browser of this machine', () => {
  let browser: Browser;
  beforeAll(async () => {
    // The page is the test's own, so that root may go without the sandbox here.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await puppeteer.launch({
      headless: 'shell',
      pipe: true,
      args,
      ...(executable ? { executablePath: executable } : {}),
    });
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)('finds no fault in %s colours', async (scheme) => {
    const html = renderHtml(buildView(sampleResult()), readAssets());
    expect(await violations(html, browser, scheme)).toEqual([]);
  });

  test('finds the fault that is put in: the check can fail', async () => {
    const html = renderHtml(buildView(sampleResult()), readAssets()).replace('<main>', '<main><img src="data:,">');
    expect((await violations(html, browser, 'light')).join('\n')).toContain('image-alt');
  });
});
