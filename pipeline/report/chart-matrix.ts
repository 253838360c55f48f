import { cell, text } from '@observablehq/plot';
import { fit, LABEL_SIZE, room, WIDEST_LABEL } from './chart-text.ts';
import type { MatrixCell, MatrixChart } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const PAD = 6;
const LINE = 12;
const COLUMN = 42;
/** Names of columns are set aslant, so that they fit over narrow columns. */
const SLANT = 40;
const LONGEST_HEAD = 110;

interface Filled extends MatrixCell {
  readonly row: string;
  readonly column: string;
}

/** A grid of cells; each holds its lines in text, so that its shade only repeats what is written. */
export function matrixDrawing(chart: MatrixChart): Drawing {
  const cells = filled(chart);
  const tall = Math.max(1, ...cells.map(({ lines }) => lines.length)) * LINE + 8;
  const labels = room(chart.rows, LABEL_SIZE) + PAD;
  const slanted = Math.min(LONGEST_HEAD, room(chart.columns, LABEL_SIZE));
  const head = Math.ceil(slanted * Math.sin((SLANT * Math.PI) / 180)) + LABEL_SIZE;
  // The last name leans out over the right edge.
  const lean = Math.ceil(slanted * Math.cos((SLANT * Math.PI) / 180));
  return {
    width: labels + chart.columns.length * COLUMN + lean,
    height: head + chart.rows.length * tall + 2,
    marginLeft: labels,
    marginRight: lean,
    marginTop: head,
    marginBottom: 2,
    x: { domain: chart.columns.map((_, i) => String(i)), axis: null, padding: 0.06 },
    y: { domain: chart.rows.map((_, i) => String(i)), axis: null, padding: 0.06 },
    color: { type: 'identity' },
    marks: [cellMark(cells), lineMark(cells), rowMark(chart), columnMark(chart)],
  };
}

function filled(chart: MatrixChart): readonly Filled[] {
  return chart.cells.flatMap((row, i) =>
    row.flatMap((one, j) => (one === null ? [] : [{ ...one, row: String(i), column: String(j) }])),
  );
}

function cellMark(cells: readonly Filled[]): ReturnType<typeof cell> {
  return cell(cells, {
    x: 'column',
    y: 'row',
    fill: ({ leads }: Filled) => `var(--call-${leads})`,
    stroke: 'var(--muted)',
    strokeWidth: 0.75,
  });
}

function lineMark(cells: readonly Filled[]): ReturnType<typeof text> {
  return text(cells, {
    x: 'column',
    y: 'row',
    text: ({ lines }: Filled) => lines.join('\n'),
    lineHeight: LINE / LABEL_SIZE,
    fontSize: LABEL_SIZE,
    fontWeight: 600,
    fill: ({ leads }: Filled) => `var(--on-${leads})`,
  });
}

function rowMark(chart: MatrixChart): ReturnType<typeof text> {
  return text(chart.rows, {
    y: (_: string, i: number) => String(i),
    text: (label: string) => fit(label, WIDEST_LABEL, LABEL_SIZE),
    frameAnchor: 'left',
    textAnchor: 'end',
    dx: -PAD,
    fontSize: LABEL_SIZE,
    fill: 'currentColor',
  });
}

function columnMark(chart: MatrixChart): ReturnType<typeof text> {
  return text(chart.columns, {
    x: (_: string, i: number) => String(i),
    text: (label: string) => fit(label, LONGEST_HEAD, LABEL_SIZE),
    frameAnchor: 'top',
    textAnchor: 'start',
    rotate: -SLANT,
    dy: -PAD,
    fontSize: LABEL_SIZE,
    fill: 'currentColor',
  });
}
