import type { Company, Contrasts, KeyTerm, PeriodShare, Result } from '../model.ts';
import { type Column, countOf, dateOf, type Sheet, sheet, textOf } from './csv.ts';
import { number, shareColumns } from './sheets-contrasts.ts';
import { BETWEEN } from './sheets-voices.ts';

/** Every word that was tested, over whole articles and beside nodes, as data files; empty where nothing is contrasted. */
export function keynessSheets({ comparison }: Result): readonly Sheet[] {
  const held = comparison.contrasts;
  return [
    sheet('keyness.csv', held?.keyness.terms ?? [], termColumns<KeyTerm>()),
    sheet('company.csv', (held?.company ?? []).flatMap(besideOf), [
      textOf('node', 'The node whose company is compared.', ({ node }) => node),
      ...termColumns<Beside>(),
      number(
        'treated_log_dice',
        'logDice, at most 14',
        typicality('the group in question'),
        ({ logDice }) => logDice.treated,
      ),
      number(
        'reference_log_dice',
        'logDice, at most 14',
        typicality('the reference group'),
        ({ logDice }) => logDice.reference,
      ),
    ]),
    termPeriodsSheet(held),
  ];
}

interface Followed extends PeriodShare {
  readonly node: string | null;
  readonly term: string;
  readonly marks: string;
}

/** The main words of either group over time, over whole articles and beside nodes. */
function termPeriodsSheet(held: Contrasts | null): Sheet {
  const lists = held === null ? [] : [{ node: null, courses: held.keyness.courses }, ...held.company];
  const rows = lists.flatMap(({ node, courses }) =>
    courses.flatMap(({ term, marks, periods }) => periods.map((one): Followed => ({ ...one, node, term, marks }))),
  );
  return sheet('term-periods.csv', rows, [
    textOf('node', 'The node beside which the word stands; empty for whole articles.', ({ node }) => node),
    textOf('word', 'The word or phrase.', ({ term }) => term),
    textOf('marks', 'Id of the group that it marks over the whole time.', ({ marks }) => marks),
    dateOf('start', 'First day of the period.', ({ start }) => start),
    textOf('group', 'Id of the group.', ({ group }) => group),
    ...shareColumns<Followed>('', ' in the period', (row) => row),
  ]);
}

function typicality(where: string): string {
  return `How typical the word is of the node in ${where} (Rychlý 2008).`;
}

interface Beside extends KeyTerm {
  readonly node: string;
  readonly logDice: Company['logDice'][number];
}

function besideOf({ node, terms, logDice }: Company): readonly Beside[] {
  return terms.map((term, i) => ({ ...term, node, logDice: logDice[i]! }));
}

function termColumns<Row extends KeyTerm>(): readonly Column<Row>[] {
  return [
    textOf('word', 'The word or phrase.', ({ term }) => term),
    textOf('marks', 'Id of the group in which it is more common.', ({ marks }) => marks),
    ...useColumns<Row>('treated_', 'the group in question', ({ treated }) => treated),
    ...useColumns<Row>('reference_', 'the reference group', ({ reference }) => reference),
    number('log_ratio', 'log2', 'Ratio of the shares of articles (Hardie).', ({ logRatio }) => logRatio),
    number(
      'lrc',
      'log2',
      'Its conservative bound by the mid-P interval; 0 where that holds 0 (Evert 2022).',
      ({ lrc }) => lrc,
    ),
    number(
      'lrc_exact',
      'log2',
      'The same by the exact interval (Clopper and Pearson), as published.',
      ({ lrcExact }) => lrcExact,
    ),
    number('t', 't', 'Welch’s t on rates per article.', ({ t }) => t),
    number('p', 'probability', 'p of t.', ({ p }) => p),
    number('q', 'probability', 'The same, Benjamini-Hochberg over all words tested.', ({ q }) => q),
    number('g2_tokens', 'G2', 'Log-likelihood over uses: miscalibrated, for comparison only.', ({ g2 }) => g2),
    number(
      'log_odds_z_tokens',
      'z',
      'Log-odds with an informative Dirichlet prior over uses: miscalibrated, for comparison only.',
      ({ logOddsZ }) => logOddsZ,
    ),
    textOf('example_articles', 'Articles that hold it, drawn by hash, separated by semicolons.', ({ examples }) =>
      examples.join(BETWEEN),
    ),
  ];
}

function useColumns<Row>(prefix: string, where: string, of: (row: Row) => KeyTerm['treated']): readonly Column<Row>[] {
  return [
    countOf(`${prefix}articles`, 'articles', `Articles of ${where} that hold it.`, (row: Row) => of(row).articles),
    countOf(`${prefix}outlets`, 'outlets', `Outlets of ${where} that use it.`, (row: Row) => of(row).outlets),
    countOf(`${prefix}uses`, 'uses', `Uses in ${where}.`, (row: Row) => of(row).uses),
    number(
      `${prefix}dp`,
      'DP, 0 to 1',
      `Gries’s deviation of proportions over articles of ${where}.`,
      (row: Row) => of(row).dp,
    ),
  ];
}
