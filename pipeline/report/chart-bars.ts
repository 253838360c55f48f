import { axisX, barX, gridX, type PlotOptions, ruleX, text } from '@observablehq/plot';
import { DETAIL_SIZE, fit, LABEL_SIZE, room, WIDEST_LABEL } from './chart-text.ts';
import type { BarsChart, Shade } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const INDENT = 10;
const PAD = 6;
const BARS = 230;
const ROW = 17;
const AXIS = 24;
const TOP = 4;

interface Line {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

interface Part {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly shade: Shade;
}

/** One line a row, with a heading's line before each section; the parts of a bar follow one another from zero. */
export function barsDrawing(chart: BarsChart): Drawing {
  const headings = chart.sections.map(({ heading }, i) => ({ key: `${i}`, label: heading, value: '' }));
  const rows = chart.sections.map((section, i) =>
    section.rows.map(({ label, value, parts }, j) => ({ key: `${i}.${j}`, label, value, parts })),
  );
  const keys = headings.flatMap(({ key }, i) => [key, ...rows[i]!.map((row) => row.key)]);
  const parts = rows.flat().flatMap((row) => stack(row.key, row.parts, chart.shades));
  const longest = Math.max(1, ...parts.map(({ end }) => end));
  const labels = INDENT + PAD + widest(rows.flat(), 'label', LABEL_SIZE);
  const values = 2 * PAD + Math.max(widest(rows.flat(), 'value', DETAIL_SIZE), room([chart.unit], DETAIL_SIZE));
  return {
    width: labels + BARS + values,
    height: TOP + keys.length * ROW + AXIS,
    marginLeft: labels,
    marginRight: values,
    marginTop: TOP,
    marginBottom: AXIS,
    x: { domain: [0, longest], label: null },
    y: { domain: keys, axis: null, padding: 0.22 },
    color: { type: 'identity' },
    marks: [
      ...axisMarks(chart.unit, longest),
      partMark(parts),
      ruleX([0]),
      clearing(headings, longest),
      ...lineMarks(headings, rows.flat(), labels),
    ],
  };
}

function widest(lines: readonly Line[], of: 'label' | 'value', size: number): number {
  return room(
    lines.map((line) => line[of]),
    size,
  );
}

function stack(key: string, parts: readonly number[], shades: readonly Shade[]): readonly Part[] {
  let end = 0;
  return parts
    .map((size, i) => ({ key, start: end, end: (end += size), shade: shades[i]! }))
    .filter((part) => part.end > part.start);
}

function axisMarks(unit: string, longest: number): NonNullable<PlotOptions['marks']> {
  const ticks = wholeTicks(longest);
  return [
    gridX({ ticks, stroke: 'var(--rule)', strokeOpacity: 1 }),
    axisX({ ticks, tickFormat: String, tickSize: 3, fontSize: DETAIL_SIZE, label: null }),
    text([unit], {
      frameAnchor: 'bottom-right',
      textAnchor: 'start',
      lineAnchor: 'top',
      dx: 2 * PAD,
      dy: 7,
      fontSize: DETAIL_SIZE,
      fill: 'currentColor',
    }),
  ];
}

const MOST_TICKS = 6;

/** What is counted comes whole: ticks at the least round step that gives no more than six. */
function wholeTicks(longest: number): readonly number[] {
  let power = 1;
  for (;;) {
    for (const step of [power, 2 * power, 5 * power]) {
      if (longest / step < MOST_TICKS)
        return Array.from({ length: Math.floor(longest / step) + 1 }, (_, i) => i * step);
    }
    power *= 10;
  }
}

function partMark(parts: readonly Part[]): ReturnType<typeof barX> {
  return barX(parts, {
    x1: 'start',
    x2: 'end',
    y: 'key',
    fill: ({ shade }: Part) => `var(--shade-${shade})`,
    stroke: 'var(--shade-strong)',
    strokeWidth: 0.75,
  });
}

/** A long heading runs over the axis and its rules, which stop there. A rim round its letters would print as Type 3. */
function clearing(headings: readonly Line[], longest: number): ReturnType<typeof barX> {
  return barX(headings, { x1: 0, x2: longest, y: 'key', fill: 'var(--paper)', insetLeft: -1, insetRight: -1 });
}

function lineMarks(headings: readonly Line[], rows: readonly Line[], labels: number): ReturnType<typeof text>[] {
  const common = { y: 'key', fill: 'currentColor', frameAnchor: 'left' } as const;
  const label = { ...common, textAnchor: 'start', dx: -labels, fontSize: LABEL_SIZE } as const;
  return [
    text(headings, {
      ...label,
      fontWeight: 700,
      text: (line: Line) => fit(line.label, labels + BARS, LABEL_SIZE),
    }),
    text(rows, { ...label, dx: INDENT - labels, text: (line: Line) => fit(line.label, WIDEST_LABEL, LABEL_SIZE) }),
    text(rows, { ...common, frameAnchor: 'right', textAnchor: 'start', dx: PAD, fontSize: DETAIL_SIZE, text: 'value' }),
  ];
}
