import type { Count, GroupSummary, Voice } from '../model.ts';
import { reasonText } from './claim-text.ts';
import { tally } from './contrasting.ts';
import type { Setting } from './setting.ts';
import { namingFigure } from './view-naming.ts';
import {
  type Cell,
  figures,
  type FigureView,
  numberColumn,
  plain,
  table,
  type TableView,
  textColumn,
} from './view-parts.ts';

/** The groups side by side. What is `null` has no data. */
export interface GroupsView {
  readonly intro: string;
  readonly reasons: readonly string[];
  readonly table: TableView | null;
  readonly namingIntro: string;
  readonly naming: FigureView | null;
  readonly sets: readonly TableView[];
  /** Names the choice sets of which no name was used; `null` where there is none. */
  readonly unused: string | null;
  readonly frames: TableView | null;
  /** Says that no frame's terms were found; `null` where some were. */
  readonly noFrames: string | null;
}

export function groups(setting: Setting): GroupsView {
  const { words, result } = setting;
  const { naming, frames, claims, groups: held } = result.comparison;
  const used = naming.filter(({ rows }) => rows.some(({ counts }) => uses(counts) > 0));
  const unused = naming.filter((one) => !used.includes(one)).map(({ set }) => set.title);
  const wordsOf = held.map(({ group }) => wordCells(setting, group));
  const framed = frames.some(({ counts }) => uses(counts) > 0);
  return {
    intro: introduction(setting),
    reasons: tally(setting).tested > 0 ? [] : claims.reasons.map((reason) => reasonText(words, reason)),
    table: held.length === 0 ? null : groupsTable(setting, wordsOf),
    namingIntro: words.groups.namingIntro,
    naming: used.length === 0 ? null : namingFigure(setting, used),
    sets: used.map(({ set, rows }, i) =>
      countsTable(setting, {
        id: `naming-${i + 1}`,
        data: 'naming.csv',
        title: words.groups.namingTitle(set.title, uses(rows.flatMap(({ counts }) => counts))),
        note: set.note,
        first: words.groups.namingFirst,
        rows: rows.map(({ name, counts }) => countsRow(setting, set.title, name, counts)),
      }),
    ),
    unused: unused.length === 0 ? null : words.groups.namingUnused(unused),
    frames: framed ? framesTable(setting, wordsOf.flat()) : null,
    noFrames: framed ? null : words.groups.framesNone,
  };
}

function introduction(setting: Setting): string {
  const { groups: held, claims } = setting.result.comparison;
  const say = setting.words.groups;
  if (held.length === 0) return say.none;
  if (tally(setting).tested > 0) return say.counts;
  return claims.differences ? say.may : say.describes;
}

const VOICES: readonly Voice[] = ['own', 'quoted', 'attributed'];

function uses(counts: readonly Count[]): number {
  return counts.reduce((sum, count) => sum + count.uses, 0);
}

function groupsTable(setting: Setting, wordsOf: readonly (readonly Cell[])[]): TableView {
  const { words, result } = setting;
  const { columns } = words.groups;
  return table(setting, {
    id: 'groups',
    data: 'groups.csv',
    title: words.groups.title,
    note: words.groups.note,
    first: textColumn(columns.group),
    spans: null,
    columns: [
      textColumn(columns.outlets),
      numberColumn(columns.articles),
      numberColumn(columns.statements),
      ...VOICES.map((voice) => numberColumn(columns.words(words.voiceNames[voice]))),
    ],
    rows: result.comparison.groups.map((group, i) => groupRow(setting, group, wordsOf[i]!)),
  });
}

function groupRow(setting: Setting, held: GroupSummary, wordsOf: readonly Cell[]): TableView['rows'][number] {
  const { words, entries } = setting;
  const label = setting.groupLabel(held.group);
  const ids = entries.filter(({ statement }) => statement.origin === held.group).map(({ statement }) => statement.id);
  const what = words.evidenceOf(words.groups.title, label, words.groups.columns.statements);
  const outlets = held.outlets.map(({ name }) => name).join(', ');
  return {
    head: plain(label),
    cells: [
      plain(outlets === '' ? words.noValue : outlets),
      figures(words.numbers.integer(held.articles), held.articles === 0 ? null : '#table-corpus'),
      figures(words.numbers.integer(held.statements), setting.cite(what, { kind: 'statements', ids })),
      ...wordsOf,
    ],
  };
}

/** The words of each voice in a group, each leading to its passages. */
function wordCells(setting: Setting, group: string | null): readonly Cell[] {
  const { words, result } = setting;
  const held = result.comparison.groups.find((one) => one.group === group);
  return VOICES.map((voice) => {
    const mentions = result.comparison.passages.filter((one) => one.group === group && one.voice === voice);
    const what = words.evidenceOf(words.groups.title, setting.groupLabel(group), words.voiceNames[voice]);
    return figures(words.numbers.integer(held?.words[voice] ?? 0), setting.cite(what, { kind: 'passages', mentions }));
  });
}

interface CountsDraft {
  readonly id: string;
  readonly data: string;
  readonly title: string;
  readonly note: string;
  readonly first: string;
  readonly rows: TableView['rows'];
}

/** A table of counts with a column for each voice of each group. */
function countsTable(setting: Setting, draft: CountsDraft): TableView {
  const { words } = setting;
  return table(setting, {
    ...draft,
    first: textColumn(draft.first),
    spans: setting.groups.map((group) => ({ label: setting.groupLabel(group), columns: VOICES.length })),
    columns: setting.groups.flatMap(() => VOICES.map((voice) => numberColumn(words.voiceNames[voice]))),
  });
}

function countsRow(setting: Setting, title: string, name: string, counts: readonly Count[]): TableView['rows'][number] {
  const { words } = setting;
  const cells = setting.groups.flatMap((group) =>
    VOICES.map((voice) => {
      const count = counts.find((one) => one.group === group && one.voice === voice);
      const column = `${setting.groupLabel(group)}, ${words.voiceNames[voice]}`;
      const mentions = count?.mentions ?? [];
      const href = setting.cite(words.evidenceOf(title, name, column), { kind: 'passages', mentions });
      return figures(words.numbers.integer(count?.uses ?? 0), href);
    }),
  );
  return { head: plain(name), cells };
}

function framesTable(setting: Setting, wordsOf: readonly Cell[]): TableView {
  const { words, result } = setting;
  return countsTable(setting, {
    id: 'frames',
    data: 'frames.csv',
    title: words.groups.framesTitle,
    note: words.groups.framesNote,
    first: words.groups.framesFirst,
    rows: [
      { head: plain(words.groups.framesWords), cells: wordsOf },
      ...result.comparison.frames.map(({ frame, counts }) =>
        countsRow(setting, words.groups.framesTitle, frame.title, counts),
      ),
    ],
  });
}
