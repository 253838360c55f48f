import type { Call, StanceSummary } from '../model.ts';
import type { MatrixCell, MatrixChart } from './chart-types.ts';
import { LIMITS, type Setting } from './setting.ts';
import { figure, type FigureView } from './view-parts.ts';

/** Where speakers (rows) stand toward targets (columns): those with the most readings, what is left open in sight. */
export function matrixFigure(setting: Setting): FigureView {
  const { words, result } = setting;
  const { stances } = result.comparison;
  const rows = most(stances, ({ speaker }) => speaker, LIMITS.matrixRows);
  const columns = most(stances, ({ target }) => target, LIMITS.matrixColumns);
  const isCut = rows.all > rows.kept.length || columns.all > columns.kept.length;
  const cut = words.speakers.matrixCut(rows.kept.length, columns.kept.length);
  return figure(
    setting,
    {
      id: 'stances',
      data: 'stances.csv',
      title: title(setting),
      note: isCut ? `${words.speakers.matrixNote} ${cut}` : words.speakers.matrixNote,
      legend: [],
    },
    (described) => ({ ...described, ...chart(setting, rows.kept, columns.kept) }),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The ends of the stances with the most readings, in that order. */
function most(
  stances: readonly StanceSummary[],
  end: (stance: StanceSummary) => Named,
  limit: number,
): { readonly kept: readonly Named[]; readonly all: number } {
  const sums = new Map<string, { named: Named; readings: number }>();
  for (const stance of stances) {
    const named = end(stance);
    const readings = (sums.get(named.id)?.readings ?? 0) + total(stance);
    sums.set(named.id, { named, readings });
  }
  const ordered = [...sums.values()].sort((a, b) => b.readings - a.readings);
  return { kept: ordered.slice(0, limit).map(({ named }) => named), all: ordered.length };
}

function total({ calls }: StanceSummary): number {
  return calls.opposes + calls.neither + calls.supports + calls['no call'];
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
  const told = rows.map((row) => {
    const cells = columns.flatMap((column) => {
      const stance = find(row, column);
      return stance === undefined ? [] : [words.speakers.matrixCell(column.name, counts(setting, stance))];
    });
    return words.speakers.matrixRow(row.name, cells);
  });
  return {
    kind: 'matrix',
    description: words.speakers.matrixDescription(told),
    rows: rows.map(({ name }) => name),
    columns: columns.map(({ name }) => name),
    cells: rows.map((row) => columns.map((column) => cell(setting, find(row, column)))),
  };
}

const CALLS: readonly Call[] = ['supports', 'opposes', 'neither', 'no call'];

function counts({ words }: Setting, { calls }: StanceSummary): readonly string[] {
  return CALLS.filter((call) => calls[call] > 0).map((call) =>
    words.speakers.callCount(calls[call], words.calls[call]),
  );
}

function cell({ words }: Setting, stance: StanceSummary | undefined): MatrixCell | null {
  if (stance === undefined) return null;
  const { calls } = stance;
  return {
    lines: CALLS.filter((call) => calls[call] > 0).map((call) => `${words.callSigns[call]} ${calls[call]}`),
    leads: leading(calls),
  };
}

/** The call that most of the called statements have; open ones lead only where nothing is called. */
function leading({ opposes, supports, neither }: StanceSummary['calls']): MatrixCell['leads'] {
  if (opposes + supports + neither === 0) return 'no-call';
  if (opposes > supports && opposes >= neither) return 'opposes';
  if (supports > opposes && supports >= neither) return 'supports';
  return opposes + supports > neither ? 'mixed' : 'neither';
}
