import type { Call, Entity, Side, SideShare, StanceSummary } from '../model.ts';
import { LIMITS, type Setting } from './setting.ts';
import { figures, numberColumn, plain, table, type TableView, textColumn } from './view-parts.ts';

/** The calls in the order of every table. */
export const CALLS: readonly Call[] = ['opposes', 'neither', 'supports', 'no call'];

/** How many stances were called, and not withheld. */
export function callsOf({ calls }: StanceSummary): number {
  return calls.opposes + calls.neither + calls.supports;
}

/**
 * Each speaker and target with how many statements have each call, and the places behind each number. Of many pairs those
 * with the most calls come first, and those without any are left to the data file.
 */
export function stancesTable(setting: Setting): TableView {
  const { words, result } = setting;
  const { stances } = result.comparison;
  const shown = shownOf(stances);
  return table(setting, {
    id: 'stances',
    data: 'stances.csv',
    title: words.speakers.stancesTitle,
    note: [
      words.speakers.stancesNote,
      ...(stances.some(({ shares }) => shares !== null) ? [] : [words.speakers.noShares(result.study.minimum.calls)]),
      ...(shown.length < stances.length ? [words.speakers.withoutCalls(stances.length - shown.length)] : []),
    ].join(' '),
    first: textColumn(words.speakers.stanceColumns.speaker),
    spans: null,
    columns: [textColumn(words.speakers.stanceColumns.target), ...CALLS.map((call) => numberColumn(words.calls[call]))],
    rows: shown.map((summary) => stanceRow(setting, summary)),
  });
}

/** All of a few, in their order; of many those with a call, the most calls first. */
function shownOf(stances: readonly StanceSummary[]): readonly StanceSummary[] {
  if (stances.length <= LIMITS.stanceRows) return stances;
  return stances.filter((one) => callsOf(one) > 0).sort((a, b) => callsOf(b) - callsOf(a));
}

function stanceRow(setting: Setting, summary: StanceSummary): TableView['rows'][number] {
  const { words } = setting;
  const cells = CALLS.map((call) => {
    const ids = summary.statements.filter((id) => hasCall(setting, id, summary.target, call));
    const what = words.evidenceOf(summary.speaker.name, summary.target.name, words.calls[call]);
    return figures(words.numbers.integer(summary.calls[call]), setting.cite(what, { kind: 'statements', ids }));
  });
  return { head: plain(summary.speaker.name), cells: [plain(summary.target.name), ...cells] };
}

function hasCall({ entryOf }: Setting, statement: string, target: Entity, call: Call): boolean {
  const stances = entryOf.get(statement)?.reading.stances ?? [];
  return stances.some((stance) => stance.target.id === target.id && stance.call === call);
}

const SIDES = ['opposes', 'neither', 'supports'] as const satisfies readonly Side[];

/** The shares of the sides, of the pairs with enough calls; `null` where none has. */
export function sharesTable(setting: Setting): TableView | null {
  const { words, result } = setting;
  const { shareColumns: columns, sharesNote, sharesTitle } = words.speakers;
  const rows = result.comparison.stances.flatMap((summary) => {
    const { speaker, target, calls, articles, shares } = summary;
    if (shares === null) return [];
    const numbers = [callsOf(summary), calls['no call'], articles].map((count) =>
      figures(words.numbers.integer(count)),
    );
    const told = SIDES.map((side) => figures(shareText(setting, shares[side])));
    return [{ head: plain(speaker.name), cells: [plain(target.name), ...numbers, ...told] }];
  });
  if (rows.length === 0) return null;
  return table(setting, {
    id: 'stance-shares',
    data: 'stances.csv',
    title: sharesTitle(rows.length),
    note: sharesNote(result.study.minimum.calls),
    first: textColumn(words.speakers.stanceColumns.speaker),
    spans: null,
    columns: [
      textColumn(words.speakers.stanceColumns.target),
      ...[columns.calls, columns.withheld, columns.articles].map(numberColumn),
      ...SIDES.map((side) => numberColumn(words.calls[side])),
    ],
    rows,
  });
}

function shareText({ words }: Setting, { share, interval, method }: SideShare): string {
  return words.speakers.share(words.numbers.percent(share), rangeOf(interval), method);
}

/** "61–100": the ends of an interval of shares in per cent, rounded outwards, so that it never seems narrower. */
export function rangeOf([low, high]: SideShare['interval']): string {
  return `${Math.floor(low * 100)}–${Math.ceil(high * 100)}`;
}
