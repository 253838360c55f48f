import type { Count, Mention, NamingTable, Voice } from '../model.ts';
import type { BarsChart } from './chart-types.ts';
import type { Setting } from './setting.ts';
import { figure, type FigureView, shadeMark } from './view-parts.ts';

const VOICES: readonly Voice[] = ['own', 'quoted', 'attributed'];
const SHADES = ['strong', 'middle', 'light'] as const;

interface Row {
  readonly label: string;
  readonly parts: readonly number[];
}

interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** How often each name of the choice sets in use is used, by group and voice. */
export function namingFigure(setting: Setting, tables: readonly NamingTable[]): FigureView {
  const { words } = setting;
  const sections = tables.map((one) => ({ heading: one.set.title, rows: usedRows(setting, one) }));
  const uses = sections.flatMap(({ rows }) => rows.flatMap(({ parts }) => parts)).reduce((sum, n) => sum + n, 0);
  return figure(
    setting,
    {
      id: 'naming',
      data: 'naming.csv',
      title: words.groups.namingChart(uses, tables.length),
      note: words.groups.namingChartNote,
      legend: VOICES.map((voice, i) => ({ mark: shadeMark(SHADES[i]!), label: words.voiceNames[voice] })),
      places: { kind: 'passages', mentions: tables.flatMap(mentionsOf) },
      size: null,
    },
    (described) => ({ ...described, ...chart(setting, sections) }),
  );
}

function mentionsOf({ rows }: NamingTable): readonly Mention[] {
  return rows.flatMap(({ counts }) => counts.flatMap(({ mentions }) => mentions));
}

function usedRows(setting: Setting, { rows }: NamingTable): readonly Row[] {
  const all = rows.flatMap(({ name, counts }) =>
    setting.groups.map((group) => ({
      label: setting.words.groups.namingRow(name, setting.groupLabel(group)),
      parts: VOICES.map((voice) => usesOf(counts, group, voice)),
    })),
  );
  return all.filter(({ parts }) => parts.some((n) => n > 0));
}

function usesOf(counts: readonly Count[], group: string | null, voice: Voice): number {
  return counts.find((one) => one.group === group && one.voice === voice)?.uses ?? 0;
}

function chart({ words }: Setting, sections: readonly Section[]): Omit<BarsChart, 'id' | 'title'> {
  const say = words.groups;
  const parts = (row: Row): readonly string[] =>
    row.parts.flatMap((n, i) => (n === 0 ? [] : [words.speakers.callCount(n, words.voiceNames[VOICES[i]!])]));
  const told = sections.map(({ heading, rows }) =>
    words.voices.wordsSection(
      heading,
      rows.map((row) => say.namingCell(row.label, parts(row))),
    ),
  );
  return {
    kind: 'bars',
    description: say.namingDescription(told),
    unit: say.namingUnit,
    shades: SHADES,
    sections: sections.map(({ heading, rows }) => ({
      heading,
      rows: rows.map((row) => ({ ...row, value: row.parts.filter((n) => n > 0).join(' + ') })),
    })),
  };
}
