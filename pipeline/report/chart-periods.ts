import { areaY, lineY, link } from '@observablehq/plot';
import { colour, lineMark, type Line, type PlacedPoint, pointMarks } from './chart-points.ts';
import { place, scale } from './chart-scale.ts';
import { DETAIL_SIZE, fit, LABEL_SIZE, room } from './chart-text.ts';
import type { PeriodsChart } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const LEFT = 40;
const WIDE = 490;
const EDGE = 26;
const TOP = 18;
const HEAD = 20;
const TALL = 78;
const FOOT = 20;
const PANEL = HEAD + TALL + FOOT;
const RADIUS = 2.5;

type Panel = PeriodsChart['panels'][number];
type Marks = NonNullable<Drawing['marks']>;

/** Panels below one another over the same periods: a line and a band for each group, and each event as a rule with its number. */
export function periodsDrawing(chart: PeriodsChart): Drawing {
  const x = scale([0, Math.max(1, chart.periods.length - 1)], [LEFT + RADIUS, LEFT + WIDE - RADIUS]);
  return {
    width: LEFT + WIDE + EDGE,
    height: TOP + chart.panels.length * PANEL,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [
      lineMark(
        chart.markers.map(({ at, label }) => ({ x: x(at), y: 8, text: label })),
        'middle',
        DETAIL_SIZE,
        700,
      ),
      ...chart.panels.flatMap((panel, i) => panelMarks(chart, panel, TOP + i * PANEL, x)),
    ],
  };
}

function panelMarks(chart: PeriodsChart, panel: Panel, top: number, x: (at: number) => number): Marks {
  const [low, high] = [top + HEAD + TALL, top + HEAD];
  const y = scale([panel.ticks[0]!.at, panel.ticks.at(-1)!.at], [low, high]);
  const rules = panel.ticks.map(({ at }) => ({ x1: LEFT, x2: LEFT + WIDE, y1: y(at), y2: y(at) }));
  const markers = chart.markers.map(({ at }) => ({ x1: x(at), x2: x(at), y1: high - 2, y2: low }));
  return [
    lineMark([{ x: 0, y: top + 9, text: fit(panel.heading, LEFT + WIDE, LABEL_SIZE) }], 'start', LABEL_SIZE, 700),
    link(rules, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke: 'var(--rule)' }),
    link(markers, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke: 'currentColor', strokeDasharray: '2 3' }),
    lineMark(
      panel.ticks.map(({ at, label }) => ({ x: LEFT - 5, y: y(at), text: label })),
      'end',
    ),
    lineMark(periodLabels(chart.periods, low, x), 'middle'),
    ...panel.lines.flatMap((line) => seriesMarks(line, x, y)),
  ];
}

/** As many labels as fit side by side, at even steps from the first. */
function periodLabels(periods: readonly string[], low: number, x: (at: number) => number): readonly Line[] {
  const widest = room(periods, DETAIL_SIZE) + 8;
  const apart = WIDE / Math.max(1, periods.length - 1);
  const step = Math.max(1, Math.ceil(widest / apart));
  return periods.flatMap((text, i) => (i % step === 0 ? [{ x: x(i), y: low + 10, text }] : []));
}

function seriesMarks(line: Panel['lines'][number], x: (at: number) => number, y: (at: number) => number): Marks {
  const tone = colour(line.tone);
  const all = line.points.map((point, i) => ({
    x: x(i),
    y: point === null ? Number.NaN : y(point.value),
    low: point?.interval == null ? Number.NaN : y(point.interval[0]),
    high: point?.interval == null ? Number.NaN : y(point.interval[1]),
  }));
  const points = all
    .filter((point) => !Number.isNaN(point.y))
    .map((point): PlacedPoint => ({
      x: point.x,
      y: place(point.y),
      radius: RADIUS,
      shape: line.shape,
      tone: line.tone,
    }));
  return [
    areaY(all, { x: 'x', y1: 'low', y2: 'high', fill: tone, fillOpacity: 0.16 }),
    lineY(all, {
      x: 'x',
      y: 'y',
      stroke: tone,
      strokeWidth: 1.5,
      ...(line.shape === 'square' ? { strokeDasharray: '5 3' } : {}),
    }),
    ...pointMarks(points),
  ];
}
