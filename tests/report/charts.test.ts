import { expect, test } from 'vitest';
import { fit, room } from '../../pipeline/report/chart-text.ts';
import { scale, ticks } from '../../pipeline/report/chart-scale.ts';
import type {
  BarsChart,
  ChainChart,
  Chart,
  CurveChart,
  DotsChart,
  MatrixChart,
  PeriodsChart,
  ScatterChart,
  Tick,
} from '../../pipeline/report/chart-types.ts';
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
  ['dots', dots()],
  ['dots of nothing', { ...dots(), sections: [] }],
  ['scatter', scatter([point(1, 0.2, 'kiev'), point(-2, 0.4, 'kyiv')])],
  ['scatter of nothing', scatter([])],
  ['periods', periods()],
  ['one period', { ...periods(), periods: ['2031-03-03'], markers: [] }],
  ['curve', curve([-0.1, 0.2, 0.4])],
  ['curve whose main specification failed', { ...curve([0.2]), main: null }],
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

test('dots: a rule of the axis stops at headings, which may run across it', () => {
  const svg = drawChart(dots());
  const rules = [...svg.matchAll(/d="M([\d.]+),([\d.]+)L\1,([\d.]+)"/gu)].map(([, , top, bottom]) => [top, bottom]);
  expect(rules.slice(0, 2)).toEqual([
    ['21', '55'],
    ['72', '89'],
  ]);
});

test('dots: an interval is a bar, a group larger than its outlets and above them', () => {
  const svg = drawChart(dots());
  expect(svg.match(/stroke-width="2" [^>]*d="M/gu)).toHaveLength(1);
  expect(svg.match(/var\(--tone-1\)/gu)!.length).toBeGreaterThan(2);
  expect(svg).toContain('62.0%');
});

test('scatter: of two labels at one place both fit; where there is no room for a label it is left out', () => {
  const same = (names: readonly string[]): number =>
    drawChart(scatter(names.map((name) => point(1, 0.5, name)))).match(/>barge</gu)?.length ?? 0;
  expect(same(['barge', 'barge'])).toBe(2);
  expect(same(Array.from({ length: 9 }, () => 'barge'))).toBeLessThan(6);
});

test('scatter: the strong rule is at zero, and the sides are named', () => {
  const svg = drawChart(scatter([point(1, 0.2, null)]));
  expect(svg.match(/stroke="currentColor" d="M/gu)).toHaveLength(1);
  expect(svg).toContain('>more in Upland<');
});

test('periods: what is missing is a gap, not a zero, and events are numbered rules in each panel', () => {
  const svg = drawChart(periods());
  expect(svg.match(/stroke-dasharray="2 3"/gu)).toHaveLength(1);
  // A line with a gap begins anew after it.
  expect(svg).toMatch(/stroke-width="1.5"[^>]*><path d="M[^"MZ]*M/u);
  expect(svg).not.toContain('NaN');
});

test('curve: neighbours that made the same choice are one stroke', () => {
  const svg = drawChart(curve([-0.1, 0.2, 0.4]));
  expect(svg.match(/<rect /gu)).toHaveLength(2);
});

test.each([
  ['a half', 0, 0.5, 5, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
  ['both signs take in zero', -0.3, 0.7, 5, [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8]],
  ['nothing has an axis all the same', 0, 0, 5, [0, 0.2]],
  ['no decimal is left over', 0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
])('ticks of %s', (_case, low, high, most, at) => {
  expect(ticks(low, high, most)).toEqual(at);
});

test('a scale without width maps to the middle', () => {
  expect(scale([1, 1], [0, 10])(1)).toBe(5);
  expect(scale([0, 4], [10, 0])(1)).toBe(7.5);
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

function axis(...at: readonly number[]): readonly Tick[] {
  return at.map((one) => ({ at: one, label: String(one) }));
}

function dots(): DotsChart {
  const large = { at: 0.62, interval: [0.55, 0.7], size: 'large', shape: 'circle', tone: 1 } as const;
  const small = { at: 0.4, interval: null, size: 'small', shape: 'square', tone: 2 } as const;
  return {
    ...described,
    kind: 'dots',
    unit: 'share',
    ticks: axis(0, 1),
    sections: [
      {
        heading: 'Coast',
        rows: [
          { label: 'Post', value: '62.0%', points: [small, large] },
          { label: 'No data', value: '–', points: [] },
        ],
      },
      { heading: 'Upland', rows: [{ label: 'Wire', value: '40.0%', points: [small] }] },
    ],
  };
}

function point(x: number, y: number, label: string | null): ScatterChart['points'][number] {
  return { x, y, label, shape: x > 0 ? 'circle' : 'square', tone: x > 0 ? 1 : 2 };
}

function scatter(points: ScatterChart['points']): ScatterChart {
  return {
    ...described,
    kind: 'scatter',
    x: { label: 'effect', ticks: axis(-4, 0, 4) },
    y: { label: 'spread', ticks: axis(0, 1) },
    sides: ['more in Upland', 'more in Coast'],
    points,
  };
}

function periods(): PeriodsChart {
  const at = (value: number): { value: number; interval: readonly [number, number] } => ({
    value,
    interval: [value / 2, value],
  });
  return {
    ...described,
    kind: 'periods',
    periods: ['2031-03-03', '2031-03-10', '2031-03-17', '2031-03-24', '2031-03-31'],
    markers: [{ at: 1.5, label: '1' }],
    panels: [
      {
        heading: 'operation',
        ticks: axis(0, 1),
        lines: [
          { label: 'Coast', shape: 'circle', tone: 1, points: [at(0.2), at(0.4), null, at(0.5), at(0.5)] },
          {
            label: 'Upland',
            shape: 'square',
            tone: 2,
            points: [{ value: 0.1, interval: null }, null, null, null, null],
          },
        ],
      },
    ],
  };
}

function curve(values: readonly number[]): CurveChart {
  return {
    ...described,
    kind: 'curve',
    unit: 'points',
    ticks: axis(-1, 0, 1),
    values,
    main: 0,
    choices: [
      {
        heading: 'Voice',
        rows: [
          { label: 'own voice', taken: values.map((_, i) => i < 2) },
          { label: 'all voices', taken: values.map((_, i) => i >= 2) },
        ],
      },
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
