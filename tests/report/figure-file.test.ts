import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { escapeMarkup } from '../../pipeline/report/charts.ts';
import { figureFile } from '../../pipeline/report/figure-file.ts';
import { buildView, figuresOf } from '../../pipeline/report/view.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';

const assets = readAssets();
const figures = figuresOf(buildView(contrastedResult()));

describe('a figure as a file', () => {
  test('there are figures of every kind that the sample has', () => {
    expect(new Set(figures.map(({ chart }) => chart.kind)).size).toBeGreaterThan(5);
  });

  test.each(figures.map((figure) => [figure.id, figure] as const))('%s stands alone', (id, figure) => {
    const { name, text } = figureFile(figure, assets);
    expect(name).toBe(`figures/${id}.svg`);
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /u);
    expect(text).toContain(
      `<title>${escapeMarkup(figure.title)}</title><desc>${escapeMarkup(figure.chart.description)}</desc>`,
    );
    // Variables, classes of the page's style sheet, scripts and addresses would all be dead outside the page.
    expect(text.replaceAll('http://www.w3.org/2000/svg', '').replace(/<style>[^<]*<\/style>/u, '')).not.toMatch(
      /var\(|currentColor|<script|href=|https?:|NaN|undefined/u,
    );
    for (const { label } of figure.legend) expect(text).toContain(`>${label}</text>`);
  });

  test('the legend’s marks have the shapes and colours that the drawing has', () => {
    const text = figures.map((figure) => figureFile(figure, assets).text).join('\n');
    expect(text).toMatch(/<circle cx="4\.5" cy="5\.5" r="4\.5" fill="#1d5c96"\/>/u);
    expect(text).toMatch(/<rect [^>]*fill="#ffffff" stroke="#b4480f" stroke-width="1\.5"\/>/u);
    expect(text).toMatch(/<rect [^>]*transform="rotate\(45 /u);
    expect(text).toMatch(/<rect [^>]*fill="#dce8f2" stroke="#1c4f80"\/>/u);
  });

  test('a legend that is wider than the drawing goes on in another row, above the drawing', () => {
    const [figure] = figures;
    const legend = Array.from({ length: 12 }, (_, i) => ({
      mark: 'tone-1',
      label: `A long name of a group, number ${i}`,
    }));
    const { text } = figureFile({ ...figure!, legend }, assets);
    const tops = new Set(
      Array.from(text.matchAll(/<text x="[\d.]+" y="(\d+)" text-anchor="start">A long/gu), ([, y]) => y),
    );
    expect(tops.size).toBeGreaterThan(3);
    expect(text).toContain(`<g transform="translate(0 ${tops.size * 18})">`);
  });

  test('what a name holds is no markup', () => {
    const [figure] = figures;
    const hostile = {
      ...figure!,
      title: '</title><script>x</script>',
      legend: [{ mark: 'tone-2', label: '<b onload="x">' }],
    };
    const { text } = figureFile(hostile, assets);
    expect(text).not.toMatch(/<script|<b /u);
  });

  test('a colour that the style sheet lacks is a fault of the program, and told', () => {
    const [figure] = figures;
    expect(() => figureFile({ ...figure!, legend: [{ mark: 'tone-99', label: '' }] }, assets)).toThrow(
      /no colour --tone-99/u,
    );
  });
});
