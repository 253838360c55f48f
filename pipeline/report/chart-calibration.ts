import { link } from '@observablehq/plot';
import { lineMark, type Line, type Marks, type PlacedPoint, pointMarks } from './chart-points.ts';
import { scale } from './chart-scale.ts';
import { DETAIL_SIZE, fit, LABEL_SIZE } from './chart-text.ts';
import type { CalibrationChart } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const LEFT = 30;
const SIZE = 200;
const HEAD = 20;
const FOOT = 62;
/** Numbers of cases stand on two lines by turns, so that neighbours never touch. */
const COUNT_LINES = [21, 30] as const;
const GAP = 14;
const TOP = 16;
const ACROSS = 2;
const EDGE = 8;
const COUNT_SIZE = 8;
const RADIUS = 3;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

type Panel = CalibrationChart['panels'][number];

interface Stretch {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly panel: Panel;
  readonly x: (at: number) => number;
  readonly y: (at: number) => number;
}

/** Panels two abreast, square, from 0 to 1 both ways, with the diagonal on which confidence and truth agree; below each point how many cases it holds. */
export function calibrationDrawing(chart: CalibrationChart): Drawing {
  const placed = chart.panels.map(placePanel);
  const abreast = Math.min(ACROSS, Math.max(1, placed.length));
  const down = Math.ceil(placed.length / ACROSS);
  const points = placed.flatMap(pointsOf);
  return {
    width: abreast * (LEFT + SIZE + GAP) - GAP + EDGE,
    height: TOP + Math.max(1, down) * (HEAD + SIZE + FOOT),
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [
      stretchMark(placed.flatMap(rules), 'var(--rule)', 0.75),
      stretchMark(placed.map(diagonal), 'var(--muted)', 1, '4 3'),
      ...placed.flatMap((one) => words(chart, one)),
      stretchMark(placed.flatMap(bars), 'currentColor', 1.5),
      ...pointMarks(points),
    ],
  };
}

function placePanel(panel: Panel, i: number): Placed {
  const left = (i % ACROSS) * (LEFT + SIZE + GAP) + LEFT;
  const top = TOP + Math.floor(i / ACROSS) * (HEAD + SIZE + FOOT) + HEAD;
  return { left, top, panel, x: scale([0, 1], [left, left + SIZE]), y: scale([0, 1], [top + SIZE, top]) };
}

function rules({ left, top, x, y }: Placed): readonly Stretch[] {
  return TICKS.flatMap((at) => [
    { x1: x(at), x2: x(at), y1: top, y2: top + SIZE },
    { x1: left, x2: left + SIZE, y1: y(at), y2: y(at) },
  ]);
}

function diagonal({ x, y }: Placed): Stretch {
  return { x1: x(0), y1: y(0), x2: x(1), y2: y(1) };
}

function bars({ panel, x, y }: Placed): readonly Stretch[] {
  return panel.points.map(({ at, interval: [low, high] }) => ({ x1: x(at), x2: x(at), y1: y(low), y2: y(high) }));
}

function pointsOf({ panel, x, y }: Placed): readonly PlacedPoint[] {
  return panel.points.map(({ at, value }) => ({ x: x(at), y: y(value), radius: RADIUS, shape: 'circle', tone: 1 }));
}

function words({ x: across, y: up, count }: CalibrationChart, { left, top, panel, x, y }: Placed): Marks {
  const bottom = top + SIZE;
  const numbers: Line[] = panel.points.map(({ at, n }, i) => ({
    x: x(at),
    y: bottom + COUNT_LINES[i % 2 === 0 ? 0 : 1],
    text: n,
  }));
  return [
    lineMark([{ x: left, y: top - 10, text: fit(panel.heading, SIZE + GAP, LABEL_SIZE) }], 'start', LABEL_SIZE, 700),
    lineMark([...TICKS.map((at) => ({ x: x(at), y: bottom + 8, text: String(at) }))], 'middle'),
    lineMark([...TICKS.map((at) => ({ x: left - 4, y: y(at), text: String(at) }))], 'end'),
    lineMark(numbers, 'middle', COUNT_SIZE),
    lineMark([{ x: left - 4, y: bottom + COUNT_LINES[0], text: count }], 'end', COUNT_SIZE),
    lineMark([{ x: left + SIZE / 2, y: bottom + 43, text: across }], 'middle'),
    ...(left === LEFT ? [lineMark([{ x: 0, y: top - HEAD - 4, text: up }], 'start', DETAIL_SIZE)] : []),
  ];
}

function stretchMark(
  stretches: readonly Stretch[],
  stroke: string,
  strokeWidth: number,
  strokeDasharray = 'none',
): ReturnType<typeof link> {
  return link(stretches, {
    x1: 'x1',
    x2: 'x2',
    y1: 'y1',
    y2: 'y2',
    stroke,
    strokeWidth,
    ...(strokeDasharray === 'none' ? {} : { strokeDasharray }),
  });
}
