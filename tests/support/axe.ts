import axe from 'axe-core';
import type { Browser } from 'puppeteer';

/**
 * What axe-core (all rules, best practice included) finds wrong with `html` as shown in the given colours: one line a
 * fault, with the rule and the places. Script must be on in `browser`: axe runs in the page.
 */
export async function violations(html: string, browser: Browser, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  const page = await browser.newPage();
  try {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(html);
    await page.evaluate(axe.source);
    const found: unknown = await page.evaluate(`axe.run(document).then(({ violations, passes }) => ({
      faults: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')),
      passed: passes.length,
    }))`);
    return faults(found);
  } finally {
    await page.close();
  }
}

/** Throws where axe looked at nothing: a check that passes no rule has found nothing either. */
function faults(found: unknown): readonly string[] {
  const { faults: lines, passed } = found as { faults: readonly string[]; passed: number };
  if (passed === 0) throw new Error('axe-core checked nothing.');
  return lines;
}
