import { link } from '@observablehq/plot';
import { lineMark, type Line, type PlacedPoint, pointMarks } from './chart-points.ts';
import { scale } from './chart-scale.ts';
import { DETAIL_SIZE, fit, LABEL_SIZE, room } from './chart-text.ts';
import type { ScatterChart, Tick } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const LEFT = 40;
const FIELD = { width: 440, height: 300 } as const;
const TOP = 30;
const BOTTOM = 36;
const EDGE = 14;
const RADIUS = 2.25;
const GAP = 5;
const LONGEST = 110;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Named extends PlacedPoint {
  readonly label: string | null;
}

/** Points in a field with rules at the ticks. A label is set right, left, above or below its point, or left out where it would touch another. */
export function scatterDrawing(chart: ScatterChart): Drawing {
  const x = scale([chart.x.ticks[0]!.at, chart.x.ticks.at(-1)!.at], [LEFT, LEFT + FIELD.width]);
  const y = scale([chart.y.ticks[0]!.at, chart.y.ticks.at(-1)!.at], [TOP + FIELD.height, TOP]);
  const points = chart.points.map((point): Named => ({
    ...point,
    x: x(point.x),
    y: y(point.y),
    radius: RADIUS,
    label: point.label,
  }));
  return {
    width: LEFT + FIELD.width + EDGE,
    height: TOP + FIELD.height + BOTTOM,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [
      ...ruleMarks(chart, x, y),
      ...axisLabels(chart, x, y),
      ...pointMarks(points),
      ...(['start', 'end', 'middle'] as const).map((anchor) =>
        lineMark(
          labels(points).filter((label) => label.anchor === anchor),
          anchor,
        ),
      ),
    ],
  };
}

function ruleMarks(
  chart: ScatterChart,
  x: (at: number) => number,
  y: (at: number) => number,
): readonly ReturnType<typeof link>[] {
  const rule = (tick: Tick, from: readonly [number, number], to: readonly [number, number]) => ({
    x1: from[0],
    y1: from[1],
    x2: to[0],
    y2: to[1],
    stroke: tick.at === 0 ? 'currentColor' : 'var(--rule)',
  });
  const [right, bottom] = [LEFT + FIELD.width, TOP + FIELD.height];
  const rules = [
    ...chart.x.ticks.map((tick) => rule(tick, [x(tick.at), TOP], [x(tick.at), bottom])),
    ...chart.y.ticks.map((tick) => rule({ ...tick, at: 1 }, [LEFT, y(tick.at)], [right, y(tick.at)])),
  ];
  return [link(rules, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke: 'stroke', strokeWidth: 1 })];
}

function axisLabels(
  chart: ScatterChart,
  x: (at: number) => number,
  y: (at: number) => number,
): readonly ReturnType<typeof lineMark>[] {
  const bottom = TOP + FIELD.height;
  return [
    lineMark(
      chart.x.ticks.map(({ at, label }) => ({ x: x(at), y: bottom + 9, text: label })),
      'middle',
    ),
    lineMark(
      chart.y.ticks.map(({ at, label }) => ({ x: LEFT - GAP, y: y(at), text: label })),
      'end',
    ),
    lineMark([{ x: LEFT + FIELD.width / 2, y: bottom + 25, text: chart.x.label }], 'middle'),
    lineMark([{ x: 0, y: 8, text: chart.y.label }], 'start'),
    lineMark(
      [{ x: LEFT, y: TOP - 9, text: fit(chart.sides[0], FIELD.width / 2, LABEL_SIZE) }],
      'start',
      LABEL_SIZE,
      700,
    ),
    lineMark(
      [{ x: LEFT + FIELD.width, y: TOP - 9, text: fit(chart.sides[1], FIELD.width / 2, LABEL_SIZE) }],
      'end',
      LABEL_SIZE,
      700,
    ),
  ];
}

type Label = Line & { readonly anchor: 'start' | 'middle' | 'end' };

function labels(points: readonly Named[]): readonly Label[] {
  const taken: Box[] = points.map((point) => around(point.x, point.y, RADIUS, RADIUS));
  const set: Label[] = [];
  for (const point of points) {
    if (point.label === null) continue;
    const text = fit(point.label, LONGEST, DETAIL_SIZE);
    const found = choices(point, text).find(({ box }) => inside(box) && !taken.some((other) => touch(box, other)));
    if (found === undefined) continue;
    taken.push(found.box);
    set.push(found.label);
  }
  return set;
}

function choices(point: Named, text: string): readonly { readonly label: Label; readonly box: Box }[] {
  const half = room([text], DETAIL_SIZE) / 2;
  const tall = DETAIL_SIZE / 2;
  const away = RADIUS + 2;
  const at = (x: number, y: number, middle: number, anchor: Label['anchor']) => ({
    label: { x, y, text, anchor },
    box: around(middle, y, half, tall),
  });
  return [
    at(point.x + away, point.y, point.x + away + half, 'start'),
    at(point.x - away, point.y, point.x - away - half, 'end'),
    at(point.x, point.y - away - tall, point.x, 'middle'),
    at(point.x, point.y + away + tall, point.x, 'middle'),
  ];
}

function around(x: number, y: number, wide: number, tall: number): Box {
  return { left: x - wide, right: x + wide, top: y - tall, bottom: y + tall };
}

function inside({ left, right, top, bottom }: Box): boolean {
  return left >= LEFT && right <= LEFT + FIELD.width + EDGE && top >= TOP && bottom <= TOP + FIELD.height;
}

function touch(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
