import type { Result } from '../model.ts';
import { showText } from './safe.ts';
import { openSetting, type Setting } from './setting.ts';
import { corpus, type CorpusView, warnings, type WarningsView } from './view-corpus.ts';
import { evidence, type EvidenceListView } from './view-evidence.ts';
import { groups, type GroupsView } from './view-groups.ts';
import { again, type AgainView, methods, type MethodsView } from './view-methods.ts';
import type { FigureView, TableView } from './view-parts.ts';
import { speakers, type SpeakersView } from './view-speakers.ts';
import { statements, type StatementsView } from './view-statements.ts';
import { summary, type SummaryView } from './view-summary.ts';
import { voices, type VoicesView } from './view-voices.ts';
import { english, type Words } from './words.ts';

/** A part of the report under a heading of its own. `label` is its number or letter. */
export interface SectionView<Body> {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly body: Body;
}

/** A line of a contents list. */
export interface ContentView {
  readonly id: string;
  readonly label: string;
  readonly title: string;
}

/**
 * The report as one typed picture: every word, rounding and order is decided here, and templates only fill it in.
 * Every text in it is as `showText` makes it. Absent is `null`; no field is optional.
 */
export interface ReportView {
  readonly language: string;
  readonly title: string;
  readonly question: string;
  readonly authors: string;
  readonly date: string;
  readonly madeWith: string;
  readonly skip: string;
  readonly contentsTitle: string;
  readonly contents: readonly ContentView[];
  readonly listsTitle: string;
  readonly lists: readonly ContentView[];
  readonly summary: SectionView<SummaryView>;
  readonly warnings: SectionView<WarningsView>;
  readonly corpus: SectionView<CorpusView>;
  readonly voices: SectionView<VoicesView>;
  readonly speakers: SectionView<SpeakersView>;
  readonly groups: SectionView<GroupsView>;
  readonly methods: SectionView<MethodsView>;
  readonly again: SectionView<AgainView>;
  readonly statements: SectionView<StatementsView>;
  readonly evidence: SectionView<EvidenceListView>;
}

/** The picture of `result` in the language of `words`. The same for equal results: no clock, no chance, no machine. */
export function buildView(result: Result, words: Words = english): ReportView {
  const setting = openSetting(result, words);
  const parts = sections(setting);
  const { study, provenance } = result;
  return shown({
    language: words.language,
    title: study.title,
    question: study.question,
    authors: study.authors.join(', '),
    date: provenance.date === null ? '' : words.date(provenance.date),
    madeWith: words.madeWith(provenance.parallax, provenance.run),
    skip: words.skip,
    contentsTitle: words.contents,
    contents: Object.values(parts).map(({ id, label, title }) => ({ id, label, title })),
    listsTitle: words.figuresAndTables,
    lists: figuresAndTables(parts),
    ...parts,
  });
}

type Sections = Pick<ReportView, keyof Setting['words']['sections']>;

/** In the order of the report: figures, tables and evidence are numbered as they are built. */
function sections(setting: Setting): Sections {
  const { sections: titles, appendix } = setting.words;
  const section = <Body>(id: keyof typeof titles, label: string, body: Body): SectionView<Body> => ({
    id,
    label,
    title: titles[id],
    body,
  });
  return {
    summary: section('summary', '1', summary(setting)),
    warnings: section('warnings', '2', warnings(setting)),
    corpus: section('corpus', '3', corpus(setting)),
    voices: section('voices', '4', voices(setting)),
    speakers: section('speakers', '5', speakers(setting)),
    groups: section('groups', '6', groups(setting)),
    methods: section('methods', '7', methods(setting)),
    again: section('again', '8', again(setting)),
    statements: section('statements', appendix('A'), statements(setting)),
    evidence: section('evidence', appendix('B'), evidence(setting)),
  };
}

function figuresAndTables(parts: Sections): readonly ContentView[] {
  const { warnings: odd, corpus: read, voices: voice, speakers: said, groups: held, again: rerun } = parts;
  const all: readonly (FigureView | TableView | null)[] = [
    odd.body.table,
    read.body.table,
    voice.body.chain,
    voice.body.links,
    voice.body.words,
    voice.body.sources,
    said.body.matrix,
    said.body.stances,
    held.body.table,
    held.body.naming,
    ...held.body.sets,
    held.body.frames,
    rerun.body.settings,
    rerun.body.inputs,
  ];
  return all.filter((one) => one !== null).map(({ id, label, title }) => ({ id, label, title }));
}

/** `value` with every text in it made fit to be shown: in one place, so that no field can be forgotten. */
function shown<T>(value: T): T {
  if (typeof value === 'string') return showText(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => shown(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value) as [string, unknown][];
  // Addresses are as `safeHref` or the report itself made them, and must stay so.
  return Object.fromEntries(fields.map(([key, one]) => [key, key === 'href' ? one : shown(one)])) as T;
}
