import { link, rect } from '@observablehq/plot';
import { lineMark, type Line, type PlacedPoint, pointMarks } from './chart-points.ts';
import { place, scale } from './chart-scale.ts';
import { LABEL_SIZE, room } from './chart-text.ts';
import type { CurveChart } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const WIDE = 430;
const PAD = 8;
const TOP = 18;
const TALL = 130;
const GAP = 14;
const ROW = 12;
const EDGE = 8;
const RADIUS = { plain: 1.6, main: 4.5 } as const;

type Marks = NonNullable<Drawing['marks']>;

interface Run {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Above, the values in order of size with the main one as a diamond; below, a stroke in the row of each choice that was taken. */
export function curveDrawing(chart: CurveChart): Drawing {
  const left = PAD + room(labelsOf(chart), LABEL_SIZE);
  const step = WIDE / Math.max(1, chart.values.length);
  const x = (i: number): number => place(left + (i + 0.5) * step);
  const below = TOP + TALL + GAP;
  const lines = chart.choices.reduce((sum, { rows }) => sum + rows.length + 1, 0);
  return {
    width: left + WIDE + EDGE,
    height: below + lines * ROW + 2,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [
      ...mainRule(chart, x, below + lines * ROW),
      ...valueMarks(chart, x, left),
      ...choiceMarks(chart, left, step, below),
    ],
  };
}

function labelsOf({ choices, ticks, unit }: CurveChart): readonly string[] {
  const rows = choices.flatMap(({ heading, rows: own }) => [heading, ...own.map(({ label }) => `  ${label}`)]);
  return [...rows, ...ticks.map(({ label }) => label), unit.slice(0, 1)];
}

function mainRule({ main }: CurveChart, x: (i: number) => number, bottom: number): Marks {
  if (main === null) return [];
  const rule = [{ x: x(main), y1: TOP, y2: bottom }];
  return [link(rule, { x1: 'x', x2: 'x', y1: 'y1', y2: 'y2', stroke: 'var(--muted)', strokeDasharray: '2 2' })];
}

function valueMarks(chart: CurveChart, x: (i: number) => number, left: number): Marks {
  const y = scale([chart.ticks[0]!.at, chart.ticks.at(-1)!.at], [TOP + TALL, TOP]);
  const rules = chart.ticks.map(({ at }) => ({
    y: y(at),
    x1: left,
    x2: left + WIDE,
    stroke: at === 0 ? 'currentColor' : 'var(--rule)',
  }));
  const points = chart.values.map((value, i): PlacedPoint => {
    const main = i === chart.main;
    return {
      x: x(i),
      y: y(value),
      radius: main ? RADIUS.main : RADIUS.plain,
      shape: main ? 'diamond' : 'circle',
      tone: main ? 2 : 1,
    };
  });
  return [
    link(rules, { x1: 'x1', x2: 'x2', y1: 'y', y2: 'y', stroke: 'stroke' }),
    lineMark([{ x: left, y: 7, text: chart.unit }], 'start'),
    lineMark(
      chart.ticks.map(({ at, label }) => ({ x: left - PAD, y: y(at), text: label })),
      'end',
    ),
    ...pointMarks(points),
  ];
}

function choiceMarks(chart: CurveChart, left: number, step: number, below: number): Marks {
  const [headings, labels]: [Line[], Line[]] = [[], []];
  const runs: Run[] = [];
  let line = 0;
  const middle = (): number => below + (line++ + 0.5) * ROW;
  for (const { heading, rows } of chart.choices) {
    headings.push({ x: left - PAD, y: middle(), text: heading });
    for (const { label, taken } of rows) {
      const y = middle();
      labels.push({ x: left - PAD, y, text: label });
      runs.push(...runsOf(taken).map(([from, to]) => run(left + from * step, left + to * step, y)));
    }
  }
  return [
    lineMark(headings, 'end', undefined, 700),
    lineMark(labels, 'end'),
    rect(runs, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'var(--shade-strong)' }),
  ];
}

const HALF = 3.5;

function run(x1: number, x2: number, y: number): Run {
  return { x1: place(x1), x2: place(x2), y1: y - HALF, y2: y + HALF };
}

/** Stretches of neighbours that are `true`, as index from and to (exclusive): far fewer marks than one for each. */
function runsOf(taken: readonly boolean[]): readonly (readonly [number, number])[] {
  const starts = taken.flatMap((one, i) => (one && taken[i - 1] !== true ? [i] : []));
  return starts.map((start) => {
    const end = taken.indexOf(false, start);
    return [start, end < 0 ? taken.length : end] as const;
  });
}
