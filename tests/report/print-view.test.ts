import { expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml, withoutScript } from '../../pipeline/report/html.ts';
import { PRINT_LIMITS } from '../../pipeline/report/print-cuts.ts';
import { printView } from '../../pipeline/report/print-view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { largeResult } from '../support/large-result.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';

const large = buildView(largeResult(700));
const short = printView(large, 1, english);

test('a report that shows all its statements is printed as it is', () => {
  const small = buildView(contrastedResult());
  expect(printView(small, 1, english)).toBe(small);
});

test('the print of a large report keeps the whole ledger, with its passages', () => {
  expect(short.ledger.body.entries.map(({ id, text, passages }) => ({ id, text, passages }))).toEqual(
    large.ledger.body.entries.map(({ id, text, passages }) => ({ id, text, passages })),
  );
});

test('what is cut says how much more the page shows and where all is', () => {
  const rows = large.voices.body.sources!.rows.length;
  expect(rows).toBeGreaterThan(PRINT_LIMITS.tableRows);
  expect(short.voices.body.sources!.rows).toHaveLength(PRINT_LIMITS.tableRows);
  expect(short.voices.body.sources!.note).toContain(`In print the first 20 of the ${rows} rows`);
  expect(short.speakers.body.cut).toContain('In print 8 of the 25 speakers');
  expect(short.evidence.body.intro).toContain('data/evidence.csv');
  const printed = short.statements.body.articles.flatMap(({ statements }) => statements);
  expect(printed.length).toBeLessThanOrEqual(PRINT_LIMITS.statements);
  expect(short.statements.body.drawn).toContain(`In print ${printed.length} statements`);
});

test('no link of the print leads to a place that was left out', () => {
  const html = withoutScript(renderHtml(short, readAssets()));
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id));
  const links = [...html.matchAll(/href="#([^"]*)"/gu)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
});
