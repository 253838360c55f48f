import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CALIBRATIONS } from '../../pipeline/report/calibration-bins.ts';
import { reliabilitySheet } from '../../pipeline/report/sheets-reliability.ts';
import { buildView, figuresOf } from '../../pipeline/report/view.ts';
import { gapOf, intervalOf } from '../../pipeline/report/view-reliability-figures.ts';
import { sampleResult } from '../support/sample-result.ts';

const figures = figuresOf(buildView(sampleResult()));

describe('what a confidence is worth', () => {
  test.each(CALIBRATIONS.map((one) => [one.reading, one] as const))('%s: each bin stands in the card', (_name, one) => {
    const card = readFileSync(new URL(`../../${one.card}`, import.meta.url), 'utf8');
    const three = (value: number): string => value.toFixed(3).replace(/^0/u, '');
    for (const { n, mean, right } of one.bins) {
      expect(card).toContain(`| ${n.toLocaleString('en')} | ${three(mean)} | ${three(right)} |`);
    }
    expect(card).toContain(one.command.split(' -- ')[1]);
  });

  test('a bin of two cases has an interval that is wide and holds its share, within 0 and 1', () => {
    const [low, high] = intervalOf({ n: 2, mean: 0.36, right: 0.5 });
    expect(high - low).toBeGreaterThan(0.75);
    expect([low > 0, high < 1]).toEqual([true, true]);
    expect(intervalOf({ n: 30, mean: 0.9, right: 1 })[1]).toBe(1);
  });

  test('the gap counts each bin by its cases, not by its bins', () => {
    const bins = [
      { n: 99, mean: 0.5, right: 0.5 },
      { n: 1, mean: 0.2, right: 0.7 },
    ];
    expect(gapOf({ ...CALIBRATIONS[0]!, bins })).toBeCloseTo(0.005);
  });

  test('every point is drawn, told with its n and interval, and a row of the data file', () => {
    const { chart } = figures.find(({ id }) => id === 'figure-calibration')!;
    const panels = chart.kind === 'calibration' ? chart.panels : [];
    const points = panels.flatMap((panel) => panel.points);
    expect(points).toHaveLength(CALIBRATIONS.flatMap(({ bins }) => bins).length);
    expect(chart.description).toContain('0.95: 0.95 right (0.92 to 0.96; n = 492)');
    expect(chart.description).toContain('n = 1,844');
    const rows = reliabilitySheet().text;
    expect(rows.match(/share right/gu)).toHaveLength(points.length);
  });
});

test('agreement: one row a reading with its interval and n; people have no interval that nobody measured', () => {
  const { chart, title } = figures.find(({ id }) => id === 'figure-agreement')!;
  const rows = chart.kind === 'dots' ? chart.sections.flatMap((section) => section.rows) : [];
  expect(rows).toHaveLength(15);
  for (const { points, value } of rows) {
    expect(value).toMatch(/^\d\.\d\d of \d+$/u);
    expect(points[0]!.interval).not.toBeNull();
    expect(points.slice(1).every(({ interval }) => interval === null)).toBe(true);
  }
  expect(title).toContain('0.66');
});
