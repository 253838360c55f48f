import type { Company, KeyTerm } from '../model.ts';
import { chance, type Contrasting, measure } from './contrasting.ts';
import { documentShare, evidenceOf, isKey } from './key-terms.ts';
import { figures, numberColumn, plain, spoken, table, type TableView, textColumn } from './view-parts.ts';

const TOP_A_SIDE = 10;

interface Beside {
  readonly term: KeyTerm;
  readonly logDice: Company['logDice'][number];
}

/** A table for each node beside which some word marks a group: the words of either side, the first side's first. */
export function companyTables(contrasting: Contrasting): readonly TableView[] {
  return contrasting.held.company
    .filter(({ terms }) => terms.some(isKey))
    .map((company, i) => companyTable(contrasting, company, i + 1));
}

function companyTable(contrasting: Contrasting, company: Company, number: number): TableView {
  const { setting, held, sides } = contrasting;
  const { company: say, keyness } = setting.words.contrasts;
  const both = [numberColumn(sides.treated), numberColumn(sides.reference)];
  const beside = company.terms.map((term, i): Beside => ({ term, logDice: company.logDice[i]! }));
  const marking = (group: string): readonly Beside[] =>
    beside.filter(({ term }) => term.marks === group && isKey(term));
  const [treated, reference] = [marking(held.groups[0].id), marking(held.groups[1].id)];
  return table(setting, {
    id: `company-${number}`,
    data: 'company.csv',
    title: say.found(company.node, treated.length, sides.treated, reference.length, sides.reference),
    note: say.note(company.documents.treated, company.documents.reference, company.tested),
    first: textColumn(keyness.columns.term),
    spans: [
      { label: say.columns.marks, columns: 1 },
      { label: say.columns.logDice, columns: 2 },
      { label: say.columns.share, columns: 2 },
      { label: keyness.spans.effect, columns: 1 },
      { label: keyness.spans.chance, columns: 2 },
    ],
    columns: [
      textColumn(say.columns.side),
      ...both,
      ...both,
      numberColumn(keyness.columns.lrc),
      numberColumn(keyness.columns.t),
      numberColumn(keyness.columns.q),
    ],
    rows: [...treated.slice(0, TOP_A_SIDE), ...reference.slice(0, TOP_A_SIDE)].map((one) =>
      companyRow(contrasting, company, one),
    ),
  });
}

function companyRow(contrasting: Contrasting, company: Company, { term, logDice }: Beside): TableView['rows'][number] {
  const { setting, held, sides } = contrasting;
  const href = evidenceOf(contrasting, term);
  return {
    head: spoken(setting.words, 'en', plain(term.term, href)),
    cells: [
      plain(term.marks === held.groups[0].id ? sides.treated : sides.reference),
      figures(measure(setting, logDice.treated, 1)),
      figures(measure(setting, logDice.reference, 1)),
      figures(documentShare(contrasting, company, term, 'treated'), term.treated.articles === 0 ? null : href),
      figures(documentShare(contrasting, company, term, 'reference'), term.reference.articles === 0 ? null : href),
      figures(measure(setting, term.lrc, 1)),
      figures(measure(setting, term.t, 1)),
      figures(chance(setting, term.q)),
    ],
  };
}
