import { link } from '@observablehq/plot';
import { colour, lineMark, type Line, type Marks, type PlacedPoint, pointMarks } from './chart-points.ts';
import { scale } from './chart-scale.ts';
import { DETAIL_SIZE, fit, LABEL_SIZE, room, WIDEST_LABEL } from './chart-text.ts';
import type { DotPoint, DotsChart, Tone } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const INDENT = 10;
const PAD = 8;
const FIELD = 300;
const ROW = 17;
const TOP = 4;
const AXIS = 34;
const RADIUS = { large: 4, small: 2.25 } as const;
/** Outlets lie below the line of their group, so that neither hides the other. */
const DROP = { large: -2, small: 4 } as const;

interface Placed {
  /** Top and bottom of the rows of each section: the rules of the axis stop at headings, which may run across. */
  readonly stretches: readonly (readonly [top: number, bottom: number])[];
  readonly headings: readonly Line[];
  readonly labels: readonly Line[];
  readonly values: readonly Line[];
  readonly points: readonly (DotPoint & { readonly y: number })[];
}

interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly tone: Tone;
  readonly width: number;
}

/** One line a row with its points and their intervals, under headings; the axis is at the bottom, its rules run through. */
export function dotsDrawing(chart: DotsChart): Drawing {
  const rows = chart.sections.flatMap(({ rows: own }) => own);
  const left =
    INDENT +
    PAD +
    room(
      rows.map(({ label }) => label),
      LABEL_SIZE,
    );
  const right =
    2 * PAD +
    room(
      rows.map(({ value }) => value),
      DETAIL_SIZE,
    );
  const placed = placeRows(chart, left);
  const lines = chart.sections.length + rows.length;
  const bottom = TOP + lines * ROW;
  const x = scale([chart.ticks[0]!.at, chart.ticks.at(-1)!.at], [left, left + FIELD]);
  const points = placed.points.map((point) => ({ ...point, x: x(point.at), radius: RADIUS[point.size] }));
  const bars = points.flatMap((point) => intervalBar(point, x));
  return {
    width: left + FIELD + right,
    height: bottom + AXIS,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [...axisMarks(chart, placed, x, bottom), ...rowMarks(placed), barMark(bars), ...pointMarks(points)],
  };
}

function placeRows(chart: DotsChart, left: number): Placed {
  let line = 0;
  const middle = (): number => TOP + (line++ + 0.5) * ROW;
  const [headings, labels, values]: [Line[], Line[], Line[]] = [[], [], []];
  const points: Placed['points'][number][] = [];
  const stretches: [number, number][] = [];
  for (const { heading, rows } of chart.sections) {
    headings.push({ x: 0, y: middle(), text: fit(heading, left + FIELD, LABEL_SIZE) });
    for (const row of rows) {
      const y = middle();
      const drop = row.points.some(({ size }) => size === 'large') ? DROP : { large: 0, small: 0 };
      labels.push({ x: INDENT, y, text: fit(row.label, WIDEST_LABEL, LABEL_SIZE) });
      values.push({ x: left + FIELD + PAD, y, text: row.value });
      points.push(...row.points.map((point) => ({ ...point, y: y + drop[point.size] })));
    }
    stretches.push([TOP + (line - rows.length) * ROW, TOP + line * ROW]);
  }
  return { stretches, headings, labels, values, points };
}

function rowMarks({ headings, labels, values }: Placed): Marks {
  return [
    lineMark(headings, 'start', LABEL_SIZE, 700),
    lineMark(labels, 'start', LABEL_SIZE),
    lineMark(values, 'start', DETAIL_SIZE),
  ];
}

/** Rules at the ticks, the strong one at zero, with their labels and the unit below. */
function axisMarks(
  chart: DotsChart,
  { stretches }: Placed,
  x: (at: number) => number,
  bottom: number,
): NonNullable<Drawing['marks']> {
  const at = chart.ticks.map((tick) => ({ ...tick, x: x(tick.at) }));
  const rules = at.flatMap((tick) =>
    stretches.map(([y1, y2]) => ({ x: tick.x, y1, y2, stroke: tick.at === 0 ? 'currentColor' : 'var(--rule)' })),
  );
  return [
    link(rules, { x1: 'x', x2: 'x', y1: 'y1', y2: 'y2', stroke: 'stroke', strokeWidth: 1 }),
    lineMark(
      at.map((tick) => ({ x: tick.x, y: bottom + 9, text: tick.label })),
      'middle',
    ),
    lineMark([{ x: (at[0]!.x + at.at(-1)!.x) / 2, y: bottom + 24, text: chart.unit }], 'middle'),
  ];
}

function intervalBar(point: PlacedPoint & DotPoint, x: (at: number) => number): readonly Bar[] {
  if (point.interval === null) return [];
  const [low, high] = point.interval;
  return [{ x1: x(low), x2: x(high), y: point.y, tone: point.tone, width: point.size === 'large' ? 2 : 1 }];
}

function barMark(bars: readonly Bar[]): ReturnType<typeof link> {
  return link(bars, {
    x1: 'x1',
    x2: 'x2',
    y1: 'y',
    y2: 'y',
    stroke: ({ tone }: Bar) => colour(tone),
    strokeWidth: 'width',
    strokeLinecap: 'butt',
  });
}
