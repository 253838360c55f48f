import axe from 'axe-core';
import type { Browser } from 'puppeteer';
import { type Look, openPage } from './open-page.ts';

/**
 * What axe-core (all rules, best practice included) finds wrong with `html` as looked at, after `deed` was done in the page: one
 * line a fault, with the rule and the places. Script must be on in `browser`: axe runs in the page.
 */
export async function violations(html: string, browser: Browser, look: Look, deed = ''): Promise<readonly string[]> {
  const { page, close } = await openPage(html, browser, look);
  try {
    await page.evaluate(axe.source);
    await page.evaluate(deed);
    const found: unknown = await page.evaluate(`axe.run(document).then(({ violations, passes }) => ({
      faults: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')),
      passed: passes.length,
    }))`);
    return faults(found);
  } finally {
    await close();
  }
}

/** Throws where axe looked at nothing: a check that passes no rule has found nothing either. */
function faults(found: unknown): readonly string[] {
  const { faults: lines, passed } = found as { faults: readonly string[]; passed: number };
  if (passed === 0) throw new Error('axe-core checked nothing.');
  return lines;
}
