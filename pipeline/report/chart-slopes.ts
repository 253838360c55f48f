import { link } from '@observablehq/plot';
import { colour, lineMark, type Line, type Marks, type PlacedPoint, pointMarks } from './chart-points.ts';
import { place, scale } from './chart-scale.ts';
import { spread } from './chart-spread.ts';
import { DETAIL_SIZE, fit, LABEL_SIZE, room, WIDEST_LABEL } from './chart-text.ts';
import type { SlopesChart, Stroke, Tone } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const PAD = 5;
const AXIS = 30;
const FIELD = 150;
/** Between the ends of two lines on one side: each has its own place, so that no interval hides another. */
const STEP = 7;
const LEAD = 14;
const HEAD = 34;
const LEAST_TALL = 120;
const GAP = 12;
const RADIUS = 3.25;
const STROKES: Readonly<Record<Stroke, { readonly width: number; readonly dash: string }>> = {
  told: { width: 2.5, dash: 'none' },
  untold: { width: 1, dash: '6 3' },
  little: { width: 1, dash: '1 3' },
};

type Panel = SlopesChart['panels'][number];
type Side = SlopesChart['sides'][number];

/** Where things stand from left to right, in units of the view box; the same in all panels. */
interface Columns {
  readonly labels: readonly [left: number, right: number];
  /** Of the ends of the first line; of the others `STEP` further out. */
  readonly ends: readonly [left: number, right: number];
  readonly strip: number;
  readonly width: number;
}

interface Stretch {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly width: number;
  readonly dash: string;
}

interface PlacedPanel {
  readonly stretches: readonly Stretch[];
  readonly points: readonly PlacedPoint[];
  readonly labels: readonly [left: readonly Line[], right: readonly Line[]];
  readonly headings: readonly Line[];
  readonly ticks: readonly Line[];
}

/** Panels one above the other; in each a line a share from the left side to the right, with its interval and its label at both ends. */
export function slopesDrawing(chart: SlopesChart): Drawing {
  const columns = columnsOf(chart);
  let top = 0;
  const placed = chart.panels.map((panel) => {
    const at = top;
    top += HEAD + tallOf(panel) + GAP;
    return placePanel(panel, chart.sides, columns, at);
  });
  return {
    width: columns.width,
    height: Math.max(GAP, top),
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [
      ...sideLabels(chart, columns),
      ...placed.flatMap(({ headings, ticks }) => [
        lineMark(headings, 'start', LABEL_SIZE, 700),
        lineMark(ticks, 'end'),
      ]),
      ...stretchMarks(placed.flatMap(({ stretches }) => stretches)),
      ...pointMarks(placed.flatMap(({ points }) => points)),
      ...placed.flatMap(({ labels: [left, right] }) => [lineMark(left, 'end'), lineMark(right, 'start')]),
    ],
  };
}

function columnsOf({ panels }: SlopesChart): Columns {
  const lines = panels.flatMap((panel) => panel.lines);
  const strip = STEP * Math.max(0, ...panels.map((panel) => panel.lines.length - 1));
  const wide = (side: 0 | 1): number =>
    room(
      lines.map(({ labels }) => labels[side]),
      DETAIL_SIZE,
    );
  const left = AXIS + PAD + wide(0);
  const right = left + 2 * PAD + 2 * LEAD + 2 * strip + FIELD;
  return {
    labels: [left, right],
    ends: [left + PAD + LEAD + strip, right - PAD - LEAD - strip],
    strip,
    width: right + wide(1) + PAD,
  };
}

function tallOf({ lines }: Panel): number {
  return Math.max(LEAST_TALL, lines.length * (DETAIL_SIZE + 3));
}

/** The names of the sides over their ends, at the head of each panel. */
function sideLabels({ sides, panels }: SlopesChart, { ends, strip }: Columns): Marks {
  let top = 0;
  return panels.flatMap((panel) => {
    const y = top + HEAD - 12;
    top += HEAD + tallOf(panel) + GAP;
    const half = strip + LEAD + FIELD / 2 - PAD;
    return sides.map(({ label }, side) =>
      lineMark(
        [{ x: side === 0 ? ends[0] - strip : ends[1] + strip, y, text: fit(label, half, DETAIL_SIZE) }],
        side === 0 ? 'start' : 'end',
        DETAIL_SIZE,
        600,
      ),
    );
  });
}

function placePanel(panel: Panel, sides: readonly Side[], columns: Columns, top: number): PlacedPanel {
  const tall = tallOf(panel);
  const [high, low] = [top + HEAD, top + HEAD + tall];
  const y = scale([panel.ticks[0]!.at, panel.ticks.at(-1)!.at], [low, high]);
  const [left, right] = [0, 1].map((side) => placeSide(panel, sides[side]!, side as 0 | 1, columns, y, [high, low]));
  return {
    stretches: [...rules(panel, columns, y), ...left!.stretches, ...right!.stretches, ...slopes(panel, columns, y)],
    points: [...left!.points, ...right!.points],
    labels: [left!.labels, right!.labels],
    headings: [{ x: 0, y: top + 8, text: fit(panel.heading, columns.width, LABEL_SIZE) }],
    ticks: panel.ticks.map((tick) => ({ x: AXIS - PAD, y: y(tick.at), text: tick.label })),
  };
}

function rules({ ticks }: Panel, { ends, strip }: Columns, y: (at: number) => number): readonly Stretch[] {
  return ticks.map(({ at }) => ({
    x1: ends[0] - strip,
    x2: ends[1] + strip,
    y1: y(at),
    y2: y(at),
    stroke: at === 0 ? 'currentColor' : 'var(--rule)',
    width: at === 0 ? 1 : 0.75,
    dash: 'none',
  }));
}

/** Where line `i` ends on `side`: the first line is the shortest. */
function endAt(i: number, side: 0 | 1, { ends }: Columns): number {
  return side === 0 ? ends[0] - i * STEP : ends[1] + i * STEP;
}

function slopes({ lines }: Panel, columns: Columns, y: (at: number) => number): readonly Stretch[] {
  return lines.flatMap(({ ends: [left, right], stroke }, i) => {
    if (left === null || right === null) return [];
    const { width, dash } = STROKES[stroke];
    const [x1, x2] = [endAt(i, 0, columns), endAt(i, 1, columns)];
    return [{ x1, y1: y(left.at), x2, y2: y(right.at), stroke: 'currentColor', width, dash }];
  });
}

interface PlacedSide {
  readonly stretches: readonly Stretch[];
  readonly points: readonly PlacedPoint[];
  readonly labels: readonly Line[];
}

/** The ends of all lines on one side, with intervals and labels; what has no value there is left out. */
function placeSide(
  { lines }: Panel,
  { shape, tone }: Side,
  side: 0 | 1,
  columns: Columns,
  y: (at: number) => number,
  range: readonly [number, number],
): PlacedSide {
  const held = lines.flatMap(({ ends, labels }, i) => {
    const end = ends[side];
    return end === null ? [] : [{ ...end, label: labels[side], x: endAt(i, side, columns) }];
  });
  const set = spread(
    held.map(({ at }) => y(at)),
    DETAIL_SIZE + 2,
    range,
  ).map(place);
  const edge = columns.labels[side] + (side === 0 ? PAD / 2 : -PAD / 2);
  return {
    stretches: held.flatMap(({ at, interval, x }, i) => [
      leader([edge, set[i]!], [x, y(at)]),
      ...(interval === null ? [] : [bar(x, y(interval[0]), y(interval[1]), tone)]),
    ]),
    points: held.map(({ at, x }) => ({ x, y: y(at), radius: RADIUS, shape, tone })),
    labels: held.map(({ label }, i) => ({
      x: columns.labels[side],
      y: set[i]!,
      text: fit(label, WIDEST_LABEL, DETAIL_SIZE),
    })),
  };
}

function leader([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Stretch {
  return { x1, y1, x2, y2, stroke: 'var(--muted)', width: 0.5, dash: 'none' };
}

function bar(x: number, y1: number, y2: number, tone: Tone): Stretch {
  return { x1: x, x2: x, y1, y2, stroke: colour(tone), width: 1.5, dash: 'none' };
}

function stretchMarks(stretches: readonly Stretch[]): readonly ReturnType<typeof link>[] {
  const dashes = [...new Set(stretches.map(({ dash }) => dash))];
  return dashes.map((dash) =>
    link(
      stretches.filter((one) => one.dash === dash),
      {
        x1: 'x1',
        x2: 'x2',
        y1: 'y1',
        y2: 'y2',
        stroke: 'stroke',
        strokeWidth: 'width',
        strokeLinecap: 'butt',
        ...(dash === 'none' ? {} : { strokeDasharray: dash }),
      },
    ),
  );
}
