import type { Call, Side, StanceSummary } from '../model.ts';
import type { MatrixCell, MatrixChart } from './chart-types.ts';
import { statementPlaces } from './places.ts';
import { LIMITS, type Setting } from './setting.ts';
import { figure, type FigureView } from './view-parts.ts';
import { callsOf, rangeOf } from './view-stances.ts';

/** Where speakers (rows) stand toward targets (columns): those with the most calls, what is left open in sight. */
export function matrixFigure(setting: Setting): FigureView {
  const { words, result } = setting;
  const { stances } = result.comparison;
  const rows = most(stances, ({ speaker }) => speaker, LIMITS.matrixRows);
  const columns = most(stances, ({ target }) => target, LIMITS.matrixColumns);
  const isCut = rows.all > rows.kept.length || columns.all > columns.kept.length;
  const note = words.speakers.matrixNote(result.study.minimum.calls);
  const cut = words.speakers.matrixCut(rows.kept.length, columns.kept.length);
  return figure(
    setting,
    {
      id: 'stances',
      data: 'stances.csv',
      title: title(setting),
      note: isCut ? `${note} ${cut}` : note,
      legend: [],
      places: statementPlaces(stances),
      size: null,
    },
    (described) => ({ ...described, ...chart(setting, rows.kept, columns.kept) }),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The ends of the stances with the most calls, of equal ones the most readings, in that order. */
function most(
  stances: readonly StanceSummary[],
  end: (stance: StanceSummary) => Named,
  limit: number,
): { readonly kept: readonly Named[]; readonly all: number } {
  const sums = new Map<string, { named: Named; calls: number; readings: number }>();
  for (const stance of stances) {
    const named = end(stance);
    const { calls, readings } = sums.get(named.id) ?? { calls: 0, readings: 0 };
    sums.set(named.id, { named, calls: calls + callsOf(stance), readings: readings + total(stance) });
  }
  const ordered = [...sums.values()].sort((a, b) => b.calls - a.calls || b.readings - a.readings);
  return { kept: ordered.slice(0, limit).map(({ named }) => named), all: ordered.length };
}

function total(stance: StanceSummary): number {
  return callsOf(stance) + stance.calls['no call'];
}

function title({ words, result }: Setting): string {
  const { stances } = result.comparison;
  const all = stances.reduce((sum, stance) => sum + total(stance), 0);
  const open = stances.reduce((sum, { calls }) => sum + calls['no call'], 0);
  return words.speakers.matrixTitle(all - open, all);
}

function chart(setting: Setting, rows: readonly Named[], columns: readonly Named[]): Omit<MatrixChart, 'id' | 'title'> {
  const { words, result } = setting;
  const find = (row: Named, column: Named): StanceSummary | undefined =>
    result.comparison.stances.find(({ speaker, target }) => speaker.id === row.id && target.id === column.id);
  const lines = rows.map((row) => {
    const cells = columns.flatMap((column) => {
      const stance = find(row, column);
      return stance === undefined ? [] : [words.speakers.matrixCell(column.name, told(setting, stance))];
    });
    return words.speakers.matrixRow(row.name, cells);
  });
  return {
    kind: 'matrix',
    description: words.speakers.matrixDescription(lines),
    rows: rows.map(({ name }) => name),
    columns: columns.map(({ name }) => name),
    cells: rows.map((row) => columns.map((column) => cell(setting, find(row, column)))),
  };
}

const CALLS: readonly Call[] = ['supports', 'opposes', 'neither', 'no call'];

function told({ words }: Setting, { calls, shares }: StanceSummary): readonly string[] {
  const counts = CALLS.filter((call) => calls[call] > 0).map((call) =>
    words.speakers.callCount(calls[call], words.calls[call]),
  );
  if (shares === null) return counts;
  const side = mostOf(shares);
  return [...counts, words.speakers.matrixRange(words.calls[side], rangeOf(shares[side].interval))];
}

function cell({ words }: Setting, stance: StanceSummary | undefined): MatrixCell | null {
  if (stance === undefined) return null;
  const { calls, shares } = stance;
  const lines = CALLS.filter((call) => calls[call] > 0).map((call) => `${words.callSigns[call]} ${calls[call]}`);
  const range = shares === null ? [] : [rangeOf(shares[mostOf(shares)].interval)];
  return { lines: [...lines, ...range], leads: leading(stance) };
}

const SIDES = ['opposes', 'supports', 'neither'] as const satisfies readonly Side[];

/** The side that has the most calls. */
function mostOf(shares: NonNullable<StanceSummary['shares']>): Side {
  return SIDES.reduce((best, side) => (shares[side].share > shares[best].share ? side : best));
}

/** The side that has more than half of the calls by the whole interval; below the study's minimum nothing leads. */
function leading(stance: StanceSummary): MatrixCell['leads'] {
  const { shares } = stance;
  if (shares === null) return callsOf(stance) === 0 ? 'no-call' : 'few';
  return SIDES.find((side) => shares[side].interval[0] > 0.5) ?? 'mixed';
}
