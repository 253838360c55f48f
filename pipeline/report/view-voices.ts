import type { Entity, SourceShare, VoiceLink } from '../model.ts';
import type { BarsChart } from './chart-types.ts';
import { type Places, statementPlaces } from './places.ts';
import { LIMITS, type Setting } from './setting.ts';
import { chainFigure } from './view-chain.ts';
import {
  figure,
  figures,
  type FigureView,
  numberColumn,
  plain,
  shadeMark,
  table,
  type TableView,
  textColumn,
} from './view-parts.ts';

/** Who speaks and through whom. Figures and tables are `null` where nobody speaks; the chain also where the first page shows it. */
export interface VoicesView {
  readonly intro: string;
  readonly chain: FigureView | null;
  readonly links: TableView | null;
  readonly words: FigureView | null;
  readonly sources: TableView | null;
}

/** `chainIs` says whether the chain of voice is drawn here or on the first page. */
export function voices(setting: Setting, chainIs: 'here' | 'on the first page'): VoicesView {
  const { chain, sources } = setting.result.comparison;
  return {
    intro: setting.words.voices.intro,
    chain: chain.length === 0 || chainIs !== 'here' ? null : chainFigure(setting),
    links: chain.length === 0 ? null : linksTable(setting),
    words: sources.some((source) => wordsOf(source) > 0) ? wordsFigure(setting) : null,
    sources: sources.length === 0 ? null : sourcesTable(setting),
  };
}

/** Speakers over all groups, those with the most words first; `null` gathers the unknown ones. */
export function speakersByWords(
  setting: Setting,
): readonly { readonly speaker: Entity | null; readonly words: number; readonly statements: number }[] {
  const sums = new Map<string | null, { speaker: Entity | null; words: number; statements: number }>();
  for (const source of setting.result.comparison.sources) {
    const key = source.speaker?.id ?? null;
    const sum = sums.get(key) ?? { speaker: source.speaker, words: 0, statements: 0 };
    sum.words += wordsOf(source);
    sum.statements += source.statements.length;
    sums.set(key, sum);
  }
  // The sort is stable: equal speakers keep the order of the comparison.
  return [...sums.values()].sort((a, b) => b.words - a.words);
}

function wordsOf({ quotedWords, attributedWords }: SourceShare): number {
  return quotedWords + attributedWords;
}

function linksTable(setting: Setting): TableView {
  const { words, result } = setting;
  const { linkColumns: columns } = words.voices;
  return table(setting, {
    id: 'chain',
    data: 'chain.csv',
    title: words.voices.linksTitle,
    note: words.voices.linksNote,
    first: textColumn(columns.from),
    spans: null,
    columns: [textColumn(columns.to), textColumn(columns.group), numberColumn(columns.statements)],
    rows: result.comparison.chain.map((link) => linkRow(setting, link)),
  });
}

function linkRow(setting: Setting, link: VoiceLink): TableView['rows'][number] {
  const { words } = setting;
  const from = link.from?.name ?? words.noPublisher;
  const to = link.to?.name ?? setting.noSpeaker;
  const what = words.evidenceOf(words.voices.linksTitle, from, to);
  const href = setting.cite(what, { kind: 'statements', ids: link.statements });
  return {
    head: plain(from),
    cells: [
      plain(to),
      plain(setting.groupLabel(link.group)),
      figures(words.numbers.integer(link.statements.length), href),
    ],
  };
}

function sourcesTable(setting: Setting): TableView {
  const { words, result } = setting;
  const { sourceColumns: columns } = words.voices;
  return table(setting, {
    id: 'sources',
    data: 'sources.csv',
    title: words.voices.sourcesTitle,
    note: words.voices.sourcesNote,
    first: textColumn(columns.speaker),
    spans: null,
    columns: [
      textColumn(columns.group),
      numberColumn(columns.statements),
      numberColumn(columns.quoted),
      numberColumn(columns.attributed),
      numberColumn(columns.share),
    ],
    rows: result.comparison.sources.map((source) => sourceRow(setting, source)),
  });
}

function sourceRow(setting: Setting, source: SourceShare): TableView['rows'][number] {
  const { words } = setting;
  const name = source.speaker?.name ?? setting.noSpeaker;
  const group = setting.groupLabel(source.group);
  const places: Places = { kind: 'statements', ids: source.statements };
  const href = setting.cite(words.evidenceOf(words.voices.sourcesTitle, name, group), places);
  return {
    head: plain(name),
    cells: [
      plain(group),
      figures(words.numbers.integer(source.statements.length), href),
      figures(words.numbers.integer(source.quotedWords), source.quotedWords === 0 ? null : href),
      figures(words.numbers.integer(source.attributedWords), source.attributedWords === 0 ? null : href),
      figures(words.numbers.percent(source.share), href),
    ],
  };
}

interface Section {
  readonly heading: string;
  readonly sources: readonly SourceShare[];
}

function wordsFigure(setting: Setting): FigureView {
  const { words } = setting;
  const all = setting.groups.map((group) => ({
    heading: setting.groupLabel(group),
    sources: setting.result.comparison.sources.filter((one) => one.group === group && wordsOf(one) > 0),
  }));
  const sections = all
    .filter(({ sources }) => sources.length > 0)
    .map((section) => ({ ...section, sources: mostWords(section.sources) }));
  const isCut = all.some(({ sources }) => sources.length > LIMITS.barsInGroup);
  return figure(
    setting,
    {
      id: 'words',
      data: 'sources.csv',
      title: wordsTitle(setting),
      note: isCut ? `${words.voices.wordsNote} ${words.voices.barsCut(LIMITS.barsInGroup)}` : words.voices.wordsNote,
      legend: [
        { mark: shadeMark('strong'), label: words.voiceNames.quoted },
        { mark: shadeMark('light'), label: words.voiceNames.attributed },
      ],
      places: statementPlaces(sections.flatMap(({ sources }) => sources)),
      size: null,
    },
    (described) => ({ ...described, ...wordsChart(setting, sections) }),
  );
}

function mostWords(sources: readonly SourceShare[]): readonly SourceShare[] {
  return [...sources].sort((a, b) => wordsOf(b) - wordsOf(a)).slice(0, LIMITS.barsInGroup);
}

function wordsTitle(setting: Setting): string {
  const speakers = speakersByWords(setting);
  const total = speakers.reduce((sum, { words }) => sum + words, 0);
  // Those without a name are several: together they may have most words, and yet nobody has.
  const top = speakers.find(({ speaker }) => speaker !== null);
  const say = setting.words.voices;
  if (top === undefined) return say.wordsOfNobody(total);
  return say.wordsTitle(top.speaker!.name, top.words, setting.words.numbers.percent(top.words / total));
}

function wordsChart(setting: Setting, sections: readonly Section[]): Omit<BarsChart, 'id' | 'title'> {
  const { words } = setting;
  const say = words.voices;
  const nameOf = (source: SourceShare): string => source.speaker?.name ?? setting.noSpeaker;
  const told = sections.map(({ heading, sources }) =>
    say.wordsSection(
      heading,
      sources.map((source) => say.wordsRow(nameOf(source), source.quotedWords, source.attributedWords)),
    ),
  );
  return {
    kind: 'bars',
    description: say.wordsDescription(told),
    unit: say.wordsUnit,
    shades: ['strong', 'light'],
    sections: sections.map(({ heading, sources }) => ({
      heading,
      rows: sources.map((source) => ({
        label: nameOf(source),
        parts: [source.quotedWords, source.attributedWords],
        value: say.barValue(source.quotedWords, source.attributedWords),
      })),
    })),
  };
}
