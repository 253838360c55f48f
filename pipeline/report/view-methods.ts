import { citationOf } from './citation.ts';
import { referenceId, referenceText, withCitations } from './citations.ts';
import { REFERENCES } from './references.ts';
import type { Setting } from './setting.ts';
import { agreementFigure, calibrationFigure } from './view-reliability-figures.ts';
import {
  type Cell,
  type FigureView,
  type FileRef,
  fileRef,
  foreign,
  plain,
  table,
  type TableView,
  textColumn,
} from './view-parts.ts';

/** How the numbers came about, and what they cannot tell. */
export interface MethodsView {
  /** A text is in pieces, of which citations lead to the list of references. */
  readonly parts: readonly { readonly title: string; readonly text: readonly Cell[] }[];
  /** How sure the readings are, where that was measured. */
  readonly figuresTitle: string;
  readonly figures: readonly FigureView[];
  readonly limitsTitle: string;
  readonly limits: readonly string[];
  readonly referencesTitle: string;
  readonly referencesFile: string;
  readonly file: FileRef;
  readonly references: readonly { readonly id: string; readonly text: string; readonly language: string | null }[];
}

export function methods(setting: Setting): MethodsView {
  const { words, result } = setting;
  const { study } = result;
  const parts = words.methods({
    attribution: words.numbers.decimal(study.attributionThreshold, 2),
    threshold: words.numbers.decimal(study.stanceThreshold, 2),
    articles: study.minimum.articles,
    outlets: study.minimum.outlets,
    calls: study.minimum.calls,
    groups: study.groups.map(({ label }) => label),
  });
  return {
    parts: parts.map(({ title, text }) => ({ title, text: withCitations(text, REFERENCES, words.front.citing) })),
    figuresTitle: words.figures.title,
    figures: [calibrationFigure(setting), agreementFigure(setting)],
    limitsTitle: words.limitsTitle,
    limits: words.limits,
    referencesTitle: words.referencesTitle,
    referencesFile: words.front.referencesFile,
    file: fileRef('references.json'),
    references: REFERENCES.map((one) => ({
      id: referenceId(one),
      text: referenceText(one, words),
      language: foreign(words, 'en'),
    })),
  };
}

/** How to make the report again and how to cite it. */
export interface AgainView {
  readonly intro: string;
  readonly command: string;
  readonly settings: TableView;
  readonly inputs: TableView;
  readonly filesTitle: string;
  readonly filesIntro: string;
  readonly files: readonly { readonly id: string; readonly file: FileRef; readonly text: string }[];
  readonly citeTitle: string;
  readonly citeIntro: string;
  readonly citation: string;
  readonly bibtex: string;
  readonly csl: string;
}

export function again(setting: Setting): AgainView {
  const { words, result } = setting;
  const say = words.again;
  const { sentence, bibtex, csl } = citationOf(result, words);
  return {
    intro: say.intro,
    command: say.command(result.provenance.inputs[0]?.file ?? ''),
    settings: settingsTable(setting),
    inputs: inputsTable(setting),
    filesTitle: say.filesTitle,
    filesIntro: say.filesIntro,
    files: Object.entries(words.files).map(([name, text]) => {
      const file = fileRef(name);
      return { id: file.href.slice(1), file, text };
    }),
    citeTitle: say.citeTitle,
    citeIntro: say.citeIntro,
    citation: sentence,
    bibtex,
    csl,
  };
}

function settingsTable(setting: Setting): TableView {
  const { words, result } = setting;
  const { settings: say, settingColumns: columns } = words.again;
  const { study, provenance } = result;
  const pairs: readonly (readonly [string, string])[] = [
    [say.parallax, provenance.parallax],
    [say.run, provenance.run],
    [say.seed, String(provenance.seed)],
    [say.attribution, String(study.attributionThreshold)],
    [say.threshold, String(study.stanceThreshold)],
    [say.articles, String(study.minimum.articles)],
    [say.outlets, String(study.minimum.outlets)],
    [say.calls, String(study.minimum.calls)],
    ...Object.entries(provenance.packages),
  ];
  return table(setting, {
    id: 'settings',
    data: 'settings.csv',
    title: words.again.settingsTitle,
    note: words.again.settingsNote,
    first: textColumn(columns.name),
    spans: null,
    columns: [textColumn(columns.value)],
    rows: pairs.map(([name, value]) => ({ head: plain(name), cells: [plain(value)] })),
  });
}

function inputsTable(setting: Setting): TableView {
  const { words, result } = setting;
  const { inputColumns: columns } = words.again;
  return table(setting, {
    id: 'inputs',
    data: 'inputs.csv',
    title: words.again.inputsTitle,
    note: words.again.inputsNote,
    first: textColumn(columns.file),
    spans: null,
    columns: [textColumn(columns.hash)],
    rows: result.provenance.inputs.map(({ file, sha256 }) => ({ head: plain(file), cells: [plain(sha256)] })),
  });
}
