import { expect, test } from 'vitest';
import { fit, room } from '../../pipeline/report/chart-text.ts';
import type { BarsChart, ChainChart, Chart, MatrixChart } from '../../pipeline/report/chart-types.ts';
import { drawChart } from '../../pipeline/report/charts.ts';

const described = { id: 'figure-x', title: 'Boats & <b>ports</b>', description: 'Three boats; one port.' } as const;

const charts: readonly (readonly [string, Chart])[] = [
  ['chain', chain(3, 4)],
  ['chain with one link', chain(1, 1)],
  [
    'bars',
    bars([
      [3, 2],
      [0, 1],
    ]),
  ],
  ['bars of nothing', bars([[0, 0]])],
  ['matrix', matrix()],
];

test.each(charts)('%s: the same bytes twice', (_name, chart) => {
  expect(drawChart(chart)).toBe(drawChart(structuredClone(chart)));
});

test.each(charts)('%s: one image named by its title and description, all else hidden', (_name, chart) => {
  const svg = drawChart(chart);
  expect(svg).toContain('role="img" aria-labelledby="figure-x-title figure-x-desc"');
  expect(svg).toContain('<title id="figure-x-title">Boats &amp; &lt;b&gt;ports&lt;/b&gt;</title>');
  expect(svg).toContain('<desc id="figure-x-desc">Three boats; one port.</desc>');
  expect(svg.match(/ (?:id|aria-[a-z]+|role)="/gu)).toHaveLength(5);
});

test.each(charts)('%s: no number failed, nothing is named twice, nothing depends on the world', (_name, chart) => {
  const svg = drawChart(chart);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/u);
  expect(svg).not.toMatch(/<style|<script|href|url\(|http/u);
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 [\d.]+ [\d.]+"/u);
});

test('a name is text, whatever it holds', () => {
  const hostile = '<script>" aria-label="x" &amp;';
  const svg = drawChart({ ...bars([[1, 0]]), sections: [{ heading: hostile, rows: [] }] });
  expect(svg).toContain('>&lt;script&gt;" aria-label="x" &amp;amp;<');
  expect(svg).not.toContain('<script');
});

test.each([
  ['few links', chain(2, 3)],
  ['many thin links', chain(12, 20)],
  ['one speaker who says nearly all', { ...chain(2, 3), links: [link(0, 0, 900), link(1, 1, 1), link(1, 2, 1)] }],
])('chain, %s: no label touches another', (_case, chart) => {
  const svg = drawChart(chart);
  for (const [anchor, nodes] of [
    ['end', chart.left],
    ['start', chart.right],
  ] as const) {
    const lines = labelLines(svg, anchor);
    expect(lines).toHaveLength(2 * nodes.length);
    const gaps = lines.slice(1).map((y, i) => y - lines[i]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(11);
  }
});

test('chain: a band is as thick as its statements are many, and begins where the one above it ends', () => {
  const svg = drawChart({ ...chain(1, 2), links: [link(0, 0, 4), link(0, 1, 2)] });
  const widths = [...svg.matchAll(/stroke-width="([\d.]+)" stroke="var/gu)].map(([, width]) => Number(width));
  expect(widths).toEqual([36, 18]);
  const starts = [...svg.matchAll(/d="M[\d.]+,([\d.]+)C/gu)].map(([, y]) => Number(y));
  expect(starts[1]! - starts[0]!).toBe(27);
});

test('bars: the parts of a bar follow one another, and an empty part is not drawn', () => {
  const svg = drawChart(
    bars([
      [3, 1],
      [0, 4],
    ]),
  );
  const drawn = svg.slice(0, svg.indexOf('fill="var(--paper)"'));
  const rects = [...drawn.matchAll(/<rect [^>]*width="([\d.]+)" x="([\d.]+)"/gu)].map(
    ([, width, x]) => [Number(x), Number(width)] as const,
  );
  expect(rects).toHaveLength(3);
  const [first, second, third] = rects as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ];
  expect(second[0]).toBeCloseTo(first[0] + first[1]);
  expect(first[1] / second[1]).toBeCloseTo(3);
  expect(third[0]).toBeCloseTo(first[0]);
});

test.each([
  ['one use', 1, ['0', '1']],
  ['a dozen', 12, ['0', '5', '10']],
  ['hundreds', 343, ['0', '100', '200', '300']],
])('bars, %s: ticks are whole and few', (_case, most, ticks) => {
  const svg = drawChart(bars([[most, 0]]));
  expect([...svg.matchAll(/y="0.71em">(\d[\d.]*)</gu)].map(([, tick]) => tick)).toEqual(ticks);
});

test('matrix: a cell without data is not drawn, and what is left open is said', () => {
  const svg = drawChart(matrix());
  expect(svg.match(/<rect /gu)).toHaveLength(3);
  expect(svg).toContain('? 2');
  expect(svg).toContain('var(--call-no-call)');
});

test.each([
  ['a short label stays', 'Minsk', 100, 'Minsk'],
  ['a long one ends in an ellipsis', 'The Ministry of Harbours and Ferries', 80, 'The Ministry…'],
  ['white space becomes one space, so that a label stays a line', 'a\n\tb', 100, 'a b'],
  ['a letter outside the basic plane is not halved', '🚢🚢🚢', 30, '🚢…'],
])('%s', (_trap, label, width, shown) => {
  expect(fit(label, width, 11)).toBe(shown);
});

test('a label has at most the room that there is', () => {
  expect(room(['x'.repeat(500)], 11)).toBe(165);
  expect(room([], 11)).toBe(0);
});

function chain(from: number, to: number): ChainChart {
  const node = (name: string) => ({ label: name, detail: `${name} · 3 statements`, tone: 1 as const });
  return {
    ...described,
    kind: 'chain',
    left: Array.from({ length: from }, (_, i) => node(`Outlet ${i}`)),
    right: Array.from({ length: to }, (_, i) => node(`Speaker ${i}`)),
    links: Array.from({ length: to }, (_, i) => link(i % from, i, i + 1)),
  };
}

function link(from: number, to: number, weight: number): ChainChart['links'][number] {
  return { from, to, weight, tone: 'none' };
}

function bars(rows: readonly (readonly number[])[]): BarsChart {
  return {
    ...described,
    kind: 'bars',
    unit: 'words',
    shades: ['strong', 'light'],
    sections: [
      { heading: 'Coast', rows: rows.map((parts, i) => ({ label: `Speaker ${i}`, parts, value: parts.join(' + ') })) },
    ],
  };
}

function matrix(): MatrixChart {
  const open = { lines: ['? 2'], leads: 'no-call' } as const;
  return {
    ...described,
    kind: 'matrix',
    rows: ['Marrow', 'Brandl'],
    columns: ['Upland', 'Coast'],
    cells: [
      [{ lines: ['− 1', '? 1'], leads: 'opposes' }, open],
      [null, { lines: ['+ 1'], leads: 'supports' }],
    ],
  };
}

/** Heights of the base lines of all labels that are aligned by `anchor`, from the top. */
function labelLines(svg: string, anchor: string): readonly number[] {
  const groups = svg.matchAll(/<g ([^>]*)>((?:<text [^>]*>[^<]*<\/text>)+)<\/g>/gu);
  const ys = [...groups].flatMap(([, attributes, texts]) => {
    if (!attributes!.includes(`text-anchor="${anchor}"`)) return [];
    const shift = Number(/transform="translate\(0(?:\.5)?,(-?[\d.]+)\)"/u.exec(attributes!)?.[1] ?? 0);
    return [...texts!.matchAll(/translate\([\d.]+,(-?[\d.]+)\)/gu)].map(([, y]) => Number(y) + shift);
  });
  return ys.sort((a, b) => a - b);
}
