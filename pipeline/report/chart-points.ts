import { dot, text } from '@observablehq/plot';
import { DETAIL_SIZE } from './chart-text.ts';
import type { Shape, Tone } from './chart-types.ts';

/** Marks of one chart, as Plot takes them. */
export type Marks = ReturnType<typeof dot | typeof text>[];

/** A point at its place in the view box. */
export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shape: Shape;
  readonly tone: Tone;
}

const SHAPES: readonly Shape[] = ['square', 'circle', 'diamond'];

/** The points, one mark a shape: open squares below filled circles below diamonds, so that what is in question lies on top. */
export function pointMarks(points: readonly PlacedPoint[]): Marks {
  return SHAPES.map((shape) =>
    dot(
      points.filter((point) => point.shape === shape),
      {
        x: 'x',
        y: 'y',
        r: 'radius',
        symbol: shape,
        fill: ({ tone }: PlacedPoint) => (shape === 'square' ? 'var(--paper)' : colour(tone)),
        stroke: ({ tone }: PlacedPoint) => colour(tone),
        strokeWidth: 1.25,
      },
    ),
  );
}

export function colour(tone: Tone): string {
  return `var(--tone-${tone})`;
}

export interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Lines of text at their places; `y` is the middle of the letters. */
export function lineMark(
  lines: readonly Line[],
  anchor: 'start' | 'middle' | 'end',
  size: number = DETAIL_SIZE,
  weight = 400,
): Marks[number] {
  return text(lines, {
    x: 'x',
    y: 'y',
    text: 'text',
    textAnchor: anchor,
    fontSize: size,
    fontWeight: weight,
    fill: 'currentColor',
  });
}
