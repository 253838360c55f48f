import type { Result } from '../model.ts';
import type { Changes } from './changes.ts';
import { type Contrasting, openContrasting } from './contrasting.ts';
import { showText } from './safe.ts';
import { openSetting, type Setting } from './setting.ts';
import { changesView, type ChangesView } from './view-changes.ts';
import { claiming, type ClaimingView } from './view-claiming.ts';
import { contrasts, type ContrastsView } from './view-contrasts.ts';
import { corpus, type CorpusView, warnings, type WarningsView } from './view-corpus.ts';
import { differs, type DiffersView } from './view-differs.ts';
import { evidence, type EvidenceListView } from './view-evidence.ts';
import { front, frontFigure, type FrontView } from './view-front.ts';
import { glossary, type GlossaryView } from './view-glossary.ts';
import { guide, partsWithin } from './view-guide.ts';
import { groups, type GroupsView } from './view-groups.ts';
import type { LedgerEntry } from './ledger.ts';
import { keywords, type KeywordsView } from './view-keywords.ts';
import { ledger, type LedgerView } from './view-ledger.ts';
import { again, type AgainView, methods, type MethodsView } from './view-methods.ts';
import type { Cell, FigureView, TableView } from './view-parts.ts';
import { robust, type RobustView } from './view-robust.ts';
import { speakers, type SpeakersView } from './view-speakers.ts';
import { statements, type StatementsView } from './view-statements.ts';
import { summary, type SummaryView } from './view-summary.ts';
import { voices, type VoicesView } from './view-voices.ts';
import type { Words } from './words/english.ts';
import { languages } from './words/languages.ts';

/** A part of the report under a heading of its own. `label` is its number or letter. */
export interface SectionView<Body> {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** What its figures and tables show, each by its number; empty where it has none. */
  readonly guide: readonly Cell[];
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
  /** The first page; all that follows is sections. */
  readonly front: FrontView;
  readonly summary: SectionView<SummaryView>;
  readonly differs: SectionView<DiffersView>;
  /** `null` where no run came before. */
  readonly changes: SectionView<ChangesView> | null;
  readonly warnings: SectionView<WarningsView>;
  readonly corpus: SectionView<CorpusView>;
  readonly voices: SectionView<VoicesView>;
  readonly speakers: SectionView<SpeakersView>;
  readonly groups: SectionView<GroupsView>;
  /** These three are `null` where there is nothing to show in them. */
  readonly contrasts: SectionView<ContrastsView> | null;
  readonly keywords: SectionView<KeywordsView> | null;
  readonly robust: SectionView<RobustView> | null;
  readonly claiming: SectionView<ClaimingView>;
  readonly methods: SectionView<MethodsView>;
  readonly glossary: SectionView<GlossaryView>;
  readonly again: SectionView<AgainView>;
  readonly statements: SectionView<StatementsView>;
  readonly ledger: SectionView<LedgerView>;
  readonly evidence: SectionView<EvidenceListView>;
}

/** A report: its picture, and the claim ledger behind what it states. */
export interface Report {
  readonly view: ReportView;
  readonly ledger: readonly LedgerEntry[];
}

/**
 * The report on `result` in the language of `words`, the study's where none are given, with what changed since the run before. The
 * same for equal results: no clock, no chance, no machine.
 */
export function buildReport(
  result: Result,
  words: Words = languages[result.study.language],
  changes: Changes | null = null,
): Report {
  const setting = openSetting(result, words);
  const parts = sections(setting, changes);
  return { view: pictureOf(setting, parts), ledger: setting.ledger };
}

/** The picture of `buildReport`. */
export function buildView(result: Result, words?: Words): ReportView {
  return buildReport(result, words).view;
}

function pictureOf({ result, words }: Setting, { front: first, ...parts }: Sections & Front): ReportView {
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
    contents: Object.values(parts)
      .filter((part) => part !== null)
      .map(({ id, label, title }) => ({ id, label, title })),
    listsTitle: words.figuresAndTables,
    lists: figuresAndTables({ front: first, ...parts }),
    front: first,
    ...parts,
  });
}

type Sections = Pick<ReportView, keyof Setting['words']['sections']>;
type Front = Pick<ReportView, 'front'>;

/** In the order of the report: sections, figures, tables and evidence are numbered as they are built. */
function sections(setting: Setting, changes: Changes | null): Sections & Front {
  const { sections: titles, appendix } = setting.words;
  const contrasting = openContrasting(setting);
  const first = frontFigure(setting, contrasting);
  let number = 0;
  const lettered = <Body>(id: keyof typeof titles, label: string, body: Body): SectionView<Body> => ({
    id,
    label,
    title: titles[id],
    guide: guide(setting, partsWithin(body)),
    body,
  });
  const section = <Body>(id: keyof typeof titles, body: Body): SectionView<Body> =>
    lettered(id, String(++number), body);
  const either = <Body>(id: keyof typeof titles, build: (of: Contrasting) => Body | null): SectionView<Body> | null => {
    const body = contrasting === null ? null : build(contrasting);
    return body === null ? null : section(id, body);
  };
  const parts = {
    summary: section('summary', summary(setting)),
    differs: section('differs', differs(setting, contrasting)),
    changes: changes === null ? null : section('changes', changesView(setting, contrasting, changes)),
    warnings: section('warnings', warnings(setting)),
    corpus: section('corpus', corpus(setting)),
    voices: section('voices', voices(setting, first.shows === 'chain' ? 'on the first page' : 'here')),
    speakers: section('speakers', speakers(setting)),
    groups: section('groups', groups(setting)),
    contrasts: either('contrasts', contrasts),
    keywords: either('keywords', keywords),
    robust: either('robust', robust),
    claiming: section('claiming', claiming(setting)),
    methods: section('methods', methods(setting)),
    glossary: section('glossary', glossary(setting)),
    again: section('again', again(setting)),
    statements: lettered('statements', appendix('A'), statements(setting)),
    ledger: lettered('ledger', appendix('B'), ledger(setting)),
  };
  const bodies = { summary: parts.summary.body, differs: parts.differs.body };
  return {
    front: front(setting, contrasting, first.figure, bodies),
    ...parts,
    evidence: lettered('evidence', appendix('C'), evidence(setting, linksIn(parts))),
  };
}

/** Every address within the report that a part links to: numbers of rows that were cut lead nowhere, and nothing leads to them. */
function linksIn(parts: object): ReadonlySet<string> {
  return new Set(JSON.stringify(parts).match(/(?<=")#e-\d+(?=")/gu));
}

/** All figures of the report, in its order. */
export function figuresOf(view: ReportView): readonly FigureView[] {
  return partsIn(view).filter((one) => 'chart' in one);
}

function figuresAndTables(parts: Sections & Front): readonly ContentView[] {
  return partsIn(parts).map(({ id, label, title }) => ({ id, label, title }));
}

function partsIn(parts: Sections & Front): readonly (FigureView | TableView)[] {
  const { warnings: odd, corpus: read, voices: voice, speakers: said, groups: held, again: rerun } = parts;
  const all: readonly (FigureView | TableView | null)[] = [
    parts.front.figure,
    parts.changes?.body.made ?? null,
    parts.changes?.body.findings ?? null,
    odd.body.table,
    read.body.table,
    voice.body.chain,
    voice.body.links,
    voice.body.words,
    voice.body.sources,
    said.body.matrix,
    said.body.stances,
    said.body.shares,
    held.body.table,
    held.body.naming,
    ...held.body.sets,
    held.body.frames,
    ...contrastedParts(parts),
    ...parts.methods.body.figures,
    rerun.body.settings,
    rerun.body.inputs,
  ];
  return all.filter((one) => one !== null);
}

/** Figures and tables of the sections that only a comparison of two groups has, in their order. */
function contrastedParts({
  contrasts: set,
  keywords: key,
  robust: hold,
}: Sections): readonly (FigureView | TableView | null)[] {
  return [
    ...(set?.body.outlets ?? []),
    ...(set?.body.blocks.flatMap((block) => [block.figure, block.table, ...block.extra]) ?? []),
    ...(key === null ? [] : [key.body.figure, ...key.body.tables, ...key.body.company]),
    ...(hold === null ? [] : [hold.body.placebo, hold.body.time, hold.body.terms]),
    ...(hold?.body.multiverse == null ? [] : [hold.body.multiverse.table, ...hold.body.multiverse.figures]),
    ...(hold === null ? [] : [hold.body.templates]),
  ];
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
