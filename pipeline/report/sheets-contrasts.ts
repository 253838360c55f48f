import type { Contrast, Contrasts, Interval, OutletShare, PeriodShare, Result, Share } from '../model.ts';
import { claimText } from './claim-text.ts';
import { type Column, countOf, dateOf, measureOf, type Sheet, sheet, textOf } from './csv.ts';
import { rounded } from './numbers.ts';
import { BETWEEN } from './sheets-voices.ts';
import type { Words } from './words/english.ts';

/** The contrasts between two groups, with what they compare by outlet and period, as data files; empty where there are none. */
export function contrastSheets({ comparison }: Pick<Result, 'comparison'>, words: Words): readonly Sheet[] {
  const held = comparison.contrasts;
  const contrasts = held?.contrasts ?? [];
  return [
    claimsSheet(held, words),
    contrastsSheet(contrasts, held),
    outletsSheet(contrasts),
    periodsSheet(contrasts),
    placebosSheet(contrasts),
    castingsSheet(held),
  ];
}

const PLACES = 6;

/** A measure as data: six decimals. */
export function number<Row>(
  name: string,
  unit: string,
  description: string,
  value: (row: Row) => number | null | undefined,
): Column<Row> {
  return measureOf(name, unit, description, (row) => {
    const found = value(row);
    return found == null || !Number.isFinite(found) ? null : rounded(found, PLACES);
  });
}

function bounds<Row>(
  name: string,
  unit: string,
  what: string,
  value: (row: Row) => Interval | null,
): readonly Column<Row>[] {
  return [
    number(`${name}_low`, unit, `Lower 95% bound of ${what}.`, (row: Row) => value(row)?.[0]),
    number(`${name}_high`, unit, `Upper 95% bound of ${what}.`, (row: Row) => value(row)?.[1]),
  ];
}

function claimsSheet(held: Contrasts | null, words: Words): Sheet {
  const claims = (held?.claims ?? []).map((claim) => ({
    ...claim,
    text: claimText(
      words,
      claim,
      held!.contrasts.find(({ id }) => id === claim.contrast)!,
    ),
  }));
  return sheet('claims.csv', claims, [
    textOf('contrast', 'Id of the contrast that the sentence is made from.', ({ contrast }) => contrast),
    textOf('verdict', 'What may be said of the difference.', ({ verdict }) => verdict),
    textOf('text', 'The sentence as the report has it.', ({ text }) => text),
  ]);
}

const CONTRAST: Column<{ readonly contrast: string }> = textOf(
  'contrast',
  'Id of the contrast.',
  ({ contrast }) => contrast,
);

/** Columns of one proportion; `of` finds it in a row. */
export function shareColumns<Row>(prefix: string, whose: string, of: (row: Row) => Share): readonly Column<Row>[] {
  return [
    number(`${prefix}share`, 'share, 0 to 1', `The proportion${whose}.`, (row: Row) => of(row).value),
    ...bounds(`${prefix}share`, 'share, 0 to 1', `it (bootstrap, percentile)`, (row: Row) => of(row).interval),
    number(
      `${prefix}numerator`,
      'as the column unit says',
      `What is counted${whose}.`,
      (row: Row) => of(row).numerator,
    ),
    number(
      `${prefix}denominator`,
      'as the column unit says',
      `Of how many${whose}.`,
      (row: Row) => of(row).denominator,
    ),
    countOf(
      `${prefix}articles`,
      'articles',
      `Articles with any of the latter${whose}.`,
      (row: Row) => of(row).articles,
    ),
  ];
}

function contrastsSheet(contrasts: readonly Contrast[], held: Contrasts | null): Sheet {
  return sheet('contrasts.csv', contrasts, [
    textOf('contrast', 'Id of the contrast: family, topic and label.', ({ id }) => id),
    textOf('family', 'Kind of contrast; false discoveries are held down within it.', ({ family }) => family),
    textOf('topic', 'What the proportion is of.', ({ topic }) => topic),
    textOf('label', 'What is counted.', ({ label }) => label),
    textOf('unit', 'What the denominator counts.', ({ unit }) => unit),
    textOf('treated_group', 'Id of the group in question.', () => held?.groups[0].id ?? null),
    textOf('reference_group', 'Id of the group that it is set against.', () => held?.groups[1].id ?? null),
    ...shareColumns<Contrast>('treated_', ' in the group in question', ({ treated }) => treated),
    ...shareColumns<Contrast>('reference_', ' in the reference group', ({ reference }) => reference),
    ...effectColumns(),
    ...chanceColumns(),
    textOf('verdict', 'differs, these outlets differ, not told apart, or too little.', ({ verdict }) => verdict),
    textOf('article_ids', 'Articles that hold what is counted, separated by semicolons.', ({ articles }) =>
      articles.join(BETWEEN),
    ),
  ]);
}

function effectColumns(): readonly Column<Contrast>[] {
  const share = 'difference of shares, -1 to 1';
  return [
    number('difference', share, 'Share in the group in question less that in the reference.', (row) => row.difference),
    ...bounds<Contrast>('percentile', share, 'the difference (percentile)', ({ percentile }) => percentile),
    ...bounds<Contrast>('bca', share, 'the difference (bias-corrected and accelerated, Efron 1987)', ({ bca }) => bca),
    number('log_odds_ratio', 'natural logarithm', 'Logarithm of the odds ratio.', ({ logOdds }) => logOdds),
    ...bounds<Contrast>(
      'log_odds_ratio',
      'natural logarithm',
      'it (percentile)',
      ({ logOddsInterval }) => logOddsInterval,
    ),
    number(
      'treated_kept',
      'share, 0 to 1',
      'Share in the group in question with templates and copies left in.',
      ({ before }) => before.treated,
    ),
    number(
      'reference_kept',
      'share, 0 to 1',
      'Share in the reference group with templates and copies left in.',
      ({ before }) => before.reference,
    ),
  ];
}

function chanceColumns(): readonly Column<Contrast>[] {
  const chance = 'probability';
  return [
    countOf('placebo_rank', 'rank from 1', 'Rank of the true contrast among placebos by size.', ({ placebo }) =>
      placebo === null ? null : placebo.rank,
    ),
    countOf('placebo_of', 'contrasts', 'The true contrast and its placebos.', ({ placebo }) => placebo?.of ?? null),
    number('permutation_p', chance, 'p by permutation of the outlets’ labels.', ({ permutation }) => permutation?.p),
    number(
      'permutation_q',
      chance,
      'The larger of this p and the bootstrap’s, adjusted within the family.',
      ({ permutation }) => permutation?.q,
    ),
    number('permutation_floor', chance, 'Smallest p that the design can reach.', (row) => row.permutation?.floor),
    textOf('permutation_exact', 'yes where every labelling was looked at, no where they were drawn.', (row) =>
      row.permutation === null ? null : row.permutation.exact ? 'yes' : 'no',
    ),
    countOf(
      'permutation_draws',
      'labellings',
      'Labellings looked at.',
      ({ permutation }) => permutation?.draws ?? null,
    ),
    number('p', chance, 'Two-sided p of the bootstrap.', ({ p }) => p),
    number('q', chance, 'The same, adjusted within the family (Benjamini and Hochberg 1995).', ({ q }) => q),
  ];
}

type Within<Row> = Row & { readonly contrast: string };

function outletsSheet(contrasts: readonly Contrast[]): Sheet {
  const rows = contrasts.flatMap(({ id, outlets }) =>
    outlets.map((one): Within<OutletShare> => ({ ...one, contrast: id })),
  );
  return sheet('outlet-shares.csv', rows, [
    CONTRAST,
    textOf('group', 'Id of the outlet’s group.', ({ group }) => group),
    textOf('outlet_id', 'Id of the outlet.', ({ outlet }) => outlet.id),
    textOf('outlet', 'Name of the outlet.', ({ outlet }) => outlet.name),
    ...shareColumns<Within<OutletShare>>('', ' in the outlet', (row) => row),
  ]);
}

function periodsSheet(contrasts: readonly Contrast[]): Sheet {
  const rows = contrasts.flatMap(({ id, periods }) =>
    periods.map((one): Within<PeriodShare> => ({ ...one, contrast: id })),
  );
  return sheet('periods.csv', rows, [
    CONTRAST,
    dateOf('start', 'First day of the period.', ({ start }) => start),
    textOf('group', 'Id of the group.', ({ group }) => group),
    ...shareColumns<Within<PeriodShare>>('', ' in the period', (row) => row),
  ]);
}

interface PlaceboRow {
  readonly contrast: string;
  readonly outlet: string | null;
  readonly name: string | null;
  readonly value: number;
}

function placebosSheet(contrasts: readonly Contrast[]): Sheet {
  const rows = contrasts.flatMap(({ id, placebo }): readonly PlaceboRow[] => {
    if (placebo === null) return [];
    const others = placebo.placebos.map(({ outlet, value }) => ({
      contrast: id,
      outlet: outlet.id,
      name: outlet.name,
      value,
    }));
    return [{ contrast: id, outlet: null, name: null, value: placebo.truth }, ...others];
  });
  return sheet('placebos.csv', rows, [
    CONTRAST,
    textOf('outlet_id', 'Outlet that plays the part; empty for the true contrast.', ({ outlet }) => outlet),
    textOf('outlet', 'Its name.', ({ name }) => name),
    number(
      'difference',
      'difference of shares, -1 to 1',
      'Difference of mean outlet shares, the part in question less the others.',
      ({ value }) => value,
    ),
  ]);
}

function castingsSheet(held: Contrasts | null): Sheet {
  return sheet('castings.csv', held?.roles ?? [], [
    textOf('actor_id', 'Id of the actor.', ({ entity }) => entity.id),
    textOf('actor', 'Name of the actor.', ({ entity }) => entity.name),
    number(
      'divergence',
      'bits, 0 to 1',
      'Jensen-Shannon divergence between the groups’ shares of roles; empty where a group gives none.',
      ({ divergence }) => divergence,
    ),
    ...bounds<Contrasts['roles'][number]>('divergence', 'bits, 0 to 1', 'it', ({ interval }) => interval),
  ]);
}
