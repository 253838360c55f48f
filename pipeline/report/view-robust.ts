import type { Template } from '../model.ts';
import { type Contrasting, shareText } from './contrasting.ts';
import { multiverse, type MultiverseView } from './view-multiverse.ts';
import {
  figures,
  type FigureView,
  numberColumn,
  plain,
  spoken,
  table,
  type TableView,
  textColumn,
} from './view-parts.ts';
import { placeboFigure } from './view-placebo.ts';
import { termTimeFigure, timeFigure } from './view-time.ts';

/** How far the contrasts hold: among placebos, over time, under other specifications, and what was written only once. */
export interface RobustView {
  readonly intro: string;
  readonly placebo: FigureView | null;
  readonly time: FigureView | null;
  readonly terms: FigureView | null;
  readonly multiverse: MultiverseView | null;
  readonly repeatsTitle: string;
  readonly repeats: readonly string[];
  readonly templates: TableView | null;
}

/** `null` where there is neither placebo nor time, specification, template or copy. */
export function robust(contrasting: Contrasting): RobustView | null {
  const { setting, held } = contrasting;
  const say = setting.words.robustness;
  const { words, articles } = setting.result.study.comparison.templates;
  const placebo = placeboFigure(contrasting);
  const [time, terms] = [timeFigure(contrasting), termTimeFigure(contrasting)];
  const specifications = multiverse(contrasting);
  const repeated = held.templates.length + held.copies.length > 0;
  const figuresHeld = [placebo, time, terms, specifications].some((one) => one !== null);
  if (!figuresHeld && !repeated) return null;
  return {
    intro: say.intro,
    placebo,
    time,
    terms,
    multiverse: specifications,
    repeatsTitle: say.repeats.title,
    repeats: [
      say.repeats.intro(words, articles),
      ...(held.templates.length === 0 ? [say.repeats.none] : templated(contrasting)),
      say.repeats.copies(held.copies.length),
    ],
    templates: held.templates.length === 0 ? null : templateTable(contrasting),
  };
}

function templated({ setting, held, sides }: Contrasting): readonly string[] {
  const say = setting.words.robustness.repeats;
  const parts = held.templated.flatMap(({ group, share }) => {
    const side = group === held.groups[0].id ? sides.treated : sides.reference;
    return share === null ? [] : [say.templatedOf(side, shareText(setting, share))];
  });
  return parts.length === 0 ? [] : [say.templated(parts)];
}

const TOP = 20;
const OUTLETS_NAMED = 4;

function templateTable(contrasting: Contrasting): TableView {
  const { setting, held } = contrasting;
  const say = setting.words.robustness.repeats;
  const common = [...held.templates].sort((a, b) => b.articles - a.articles);
  const first = common[0]!;
  return table(setting, {
    id: 'templates',
    data: 'templates.csv',
    title: say.found(held.templates.length, first.articles, outletNames(contrasting, first)),
    note: say.note,
    first: textColumn(say.columns.text),
    spans: null,
    columns: [textColumn(say.columns.outlets), numberColumn(say.columns.articles)],
    rows: common.slice(0, TOP).map((template) => templateRow(contrasting, template)),
  });
}

const LONGEST = 160;

function templateRow(contrasting: Contrasting, template: Template): TableView['rows'][number] {
  const { setting } = contrasting;
  const say = setting.words.robustness.repeats;
  const { article, span } = template.at;
  const mention = { article, span, voice: 'own' as const, group: null, statement: null };
  const text = Array.from(template.text.replace(/\s+/gu, ' '));
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST).join('')}\u00a0…` : text.join('');
  const href = setting.cite(`${say.columns.text}: ${shown}`, { kind: 'passages', mentions: [mention] });
  return {
    head: spoken(setting.words, setting.articleOf.get(article)?.language ?? 'en', plain(shown, href)),
    cells: [
      plain(outletNames(contrasting, template).join(', ')),
      figures(setting.words.numbers.integer(template.articles), href),
    ],
  };
}

/** The outlets of a template by name; of many, the first. */
function outletNames({ setting, held }: Contrasting, { outlets }: Template): readonly string[] {
  const known = [
    ...setting.result.articles.flatMap(({ publisher }) => (publisher === null ? [] : [publisher])),
    ...held.contrasts.flatMap((contrast) => contrast.outlets.map(({ outlet }) => outlet)),
  ];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const shown = outlets.slice(0, OUTLETS_NAMED).map((id) => names.get(id) ?? id);
  const rest = outlets.length - shown.length;
  return rest > 0 ? [...shown, setting.words.robustness.repeats.moreOutlets(rest)] : shown;
}
