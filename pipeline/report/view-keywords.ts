import type { Company, KeyTerm } from '../model.ts';
import { basis, chance, type Contrasting, measure } from './contrasting.ts';
import { companyTables } from './view-company.ts';
import { keynessFigure } from './view-keyness-figure.ts';
import { documentShare, evidenceOf, isKey } from './key-terms.ts';
import {
  type Cell,
  figures,
  type FigureView,
  numberColumn,
  plain,
  spoken,
  table,
  type TableView,
  textColumn,
} from './view-parts.ts';

/** Words that mark a group, and those that do beside a node. What is `null` has no data. */
export interface KeywordsView {
  readonly intro: string;
  readonly warning: string;
  readonly figure: FigureView | null;
  /** Says that no word marks a group; `null` where some do. */
  readonly none: string | null;
  readonly tables: readonly TableView[];
  readonly company: readonly TableView[];
  /** Nodes beside which no word marks a group. */
  readonly silent: readonly string[];
}

/** `null` where no word was tested. */
export function keywords(contrasting: Contrasting): KeywordsView | null {
  const { setting, held } = contrasting;
  const say = setting.words.contrasts.keyness;
  if (held.keyness.tested === 0 && held.company.length === 0) return null;
  const marking = held.keyness.terms.filter(isKey);
  return {
    intro: say.intro(held.keyness.tested, held.keyness.leastArticles),
    warning: say.warning(say.miscalibrated),
    figure: keynessFigure(contrasting, marking),
    none: marking.length === 0 ? say.nothing : null,
    tables: held.groups.flatMap(({ id }, i) =>
      keynessTable(contrasting, marking, id, i === 0 ? 'treated' : 'reference'),
    ),
    company: companyTables(contrasting),
    silent: held.company.filter(isSilent).map(({ node }) => setting.words.contrasts.company.nothing(node)),
  };
}

function isSilent({ terms }: Company): boolean {
  return !terms.some(isKey);
}

const TOP = 25;

function keynessTable(
  contrasting: Contrasting,
  marking: readonly KeyTerm[],
  group: string,
  side: 'treated' | 'reference',
): readonly TableView[] {
  const { setting, held, sides } = contrasting;
  const say = setting.words.contrasts.keyness;
  const terms = marking.filter(({ marks }) => marks === group);
  if (terms.length === 0) return [];
  const top = terms.slice(0, TOP);
  const { outlets } = held.keyness;
  const note = say.tableNote(
    setting.words.numbers.integer(top.length),
    outlets.treated,
    outlets.reference,
    say.miscalibrated,
  );
  return [
    table(setting, {
      id: `keyness-${side}`,
      data: 'keyness.csv',
      title: say.tableTitle(sides[side]),
      note: [note, basis(contrasting)].join(' '),
      first: textColumn(say.columns.term),
      ...keynessHead(contrasting),
      rows: top.map((term) => keynessRow(contrasting, term, side)),
    }),
  ];
}

function keynessHead({ setting, sides }: Contrasting): Pick<TableView, 'spans' | 'columns'> {
  const { columns, spans } = setting.words.contrasts.keyness;
  const both = [numberColumn(sides.treated), numberColumn(sides.reference)];
  return {
    spans: [
      { label: spans.share, columns: 2 },
      { label: spans.outlets, columns: 2 },
      { label: spans.uses, columns: 2 },
      { label: spans.spread, columns: 1 },
      { label: spans.effect, columns: 2 },
      { label: spans.chance, columns: 2 },
      { label: spans.old, columns: 2 },
    ],
    columns: [
      ...both,
      ...both,
      ...both,
      ...[columns.dp, columns.logRatio, columns.lrc, columns.t, columns.q, columns.g2, columns.z].map(numberColumn),
    ],
  };
}

function keynessRow(contrasting: Contrasting, term: KeyTerm, side: 'treated' | 'reference'): TableView['rows'][number] {
  const { setting, held } = contrasting;
  const href = evidenceOf(contrasting, term);
  const number = (text: string): Cell => figures(text, text === '0' ? null : href);
  const { treated, reference } = term;
  return {
    head: spoken(setting.words, 'en', plain(term.term, href)),
    cells: [
      number(documentShare(contrasting, held.keyness, term, 'treated')),
      number(documentShare(contrasting, held.keyness, term, 'reference')),
      number(setting.words.numbers.integer(treated.outlets)),
      number(setting.words.numbers.integer(reference.outlets)),
      number(setting.words.numbers.integer(treated.uses)),
      number(setting.words.numbers.integer(reference.uses)),
      figures(measure(setting, term[side].dp)),
      figures(measure(setting, term.logRatio, 1)),
      figures(measure(setting, term.lrc, 1)),
      figures(measure(setting, term.t, 1)),
      figures(chance(setting, term.q)),
      figures(measure(setting, term.g2, 0)),
      figures(measure(setting, term.logOddsZ, 1)),
    ],
  };
}
