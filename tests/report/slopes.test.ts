import { describe, expect, test } from 'vitest';
import { spread } from '../../pipeline/report/chart-spread.ts';
import { drawChart } from '../../pipeline/report/charts.ts';
import type { Contrast, Share, Verdict } from '../../pipeline/model.ts';
import { buildView, figuresOf } from '../../pipeline/report/view.ts';
import type { FigureView } from '../../pipeline/report/view-parts.ts';
import { contrastedResult, sampleContrasts } from '../support/sample-contrasts.ts';

const base = sampleContrasts.contrasts.find(({ family }) => family === 'sources')!;

function share(value: number | null, half: number | null): Share {
  const interval = value === null || half === null ? null : ([Math.max(0, value - half), value + half] as const);
  return { ...base.treated, value, interval };
}

function source(
  label: string,
  [treated, reference]: readonly [number | null, number | null],
  verdict: Verdict,
  half: number | null = 0.04,
): Contrast {
  const id = `sources/camp/${label}`;
  return { ...base, id, label, verdict, treated: share(treated, half), reference: share(reference, half) };
}

function slopesOf(...sources: readonly Contrast[]): FigureView {
  const others = sampleContrasts.contrasts.filter(({ family }) => family !== 'sources');
  const view = buildView(contrastedResult({ contrasts: [...others, ...sources], claims: [] }));
  return figuresOf(view).find(({ id }) => id === 'figure-slopes')!;
}

function svgOf(...sources: readonly Contrast[]): string {
  return drawChart(slopesOf(...sources).chart);
}

describe('slopes', () => {
  test('one contrast is a panel with one line, its text in title, description and both ends', () => {
    const { title, chart } = slopesOf(source('Coast', [0.62, 0.24], 'differs'));
    expect(title).toBe('Coast · Who is given voice, camp: 62.0% in The Harbour Post, 24.0% in Upland');
    expect(chart.description).toContain(
      'Coast: The Harbour Post 62.0% (58.0% to 66.0%); Upland 24.0% (20.0% to 28.0%)',
    );
    const svg = drawChart(chart);
    expect(svg).toContain('>Coast 62.0%<');
    expect(svg).toContain('>24.0% Coast<');
    expect(svg).not.toMatch(/NaN|Infinity|null/u);
  });

  test('a side without a value has no mark and no line, the other side has its mark', () => {
    const svg = svgOf(source('Coast', [0.3, null], 'too little'), source('Reef', [0.2, 0.1], 'differs'));
    expect(svg).toContain('>Coast 30.0%<');
    expect(svg).not.toContain('Coast<');
    expect(svg).not.toContain('stroke-dasharray="1 3"');
    expect(svg).not.toMatch(/NaN|null/u);
  });

  test('a share without an interval has no bar, its line stays', () => {
    const bars = (svg: string): number => svg.match(/stroke-width="1.5"/gu)?.length ?? 0;
    expect(bars(svgOf(source('Coast', [0.3, 0.2], 'differs', null)))).toBe(0);
    expect(svgOf(source('Coast', [0.3, 0.2], 'differs', null))).toContain('stroke-width="2.5"');
  });

  test.each<[Verdict, string]>([
    ['not told apart', 'stroke-dasharray="6 3"'],
    ['too little', 'stroke-dasharray="1 3"'],
    ['differs', 'stroke-width="2.5"'],
  ])('%s is told from the others without colour', (verdict, mark) => {
    const beside = source('Reef', [null, 0.1], 'differs');
    expect(svgOf(beside, source('Coast', [0.3, 0.2], verdict))).toContain(mark);
    const other = verdict === 'differs' ? 'not told apart' : 'differs';
    expect(svgOf(beside, source('Coast', [0.3, 0.2], other))).not.toContain(mark);
  });

  test('more sources than a panel bears are cut, and the note says so; what is told apart is kept', () => {
    const many = Array.from({ length: 12 }, (_, i) => source(`Isle ${i}`, [0.1 + i / 100, 0.1], 'not told apart'));
    const { note, chart } = slopesOf(source('Reef', [0.001, 0.0005], 'differs'), ...many);
    expect(note).toContain('8 of 13 sources are drawn.');
    expect(chart.kind === 'slopes' ? chart.panels[0]?.lines[0]?.labels[0] : '').toContain('Reef');
  });

  test('no value on either side: no figure', () => {
    expect(slopesOf(source('Coast', [null, null], 'too little'))).toBeUndefined();
  });
});

describe('labels that would touch', () => {
  test.each<[trap: string, wanted: readonly number[], range: readonly [number, number], places: readonly number[]]>([
    ['none', [], [0, 100], []],
    ['alone', [40], [0, 100], [40]],
    ['apart already', [80, 10], [0, 100], [80, 10]],
    ['equal', [50, 50, 50], [0, 100], [40, 50, 60]],
    ['at the top edge', [0, 0, 1], [0, 100], [0, 10, 20]],
    ['at the bottom edge, given from below', [100, 99], [0, 100], [100, 90]],
    ['one cluster pushes into the next', [50, 50, 50, 62], [0, 100], [38, 48, 58, 68]],
  ])('%s', (_trap, wanted, range, places) => {
    const found = spread(wanted, 10, range);
    expect(found).toHaveLength(places.length);
    found.forEach((place, i) => {
      expect(place).toBeCloseTo(places[i]!, 6);
    });
  });
});
