import type { Contrast, Entity, Interval, OutletShare, PeriodShare, Share } from '../../model.ts';
import { acceleration, bcaInterval, percentileInterval } from '../../stats/bca.ts';
import { clopperPearson } from '../../stats/clopper-pearson.ts';
import { fisher } from '../../stats/fisher.ts';
import { newcombe } from '../../stats/newcombe.ts';
import { byCodeUnit, byEntity } from '../order.ts';
import type { Design } from './design.ts';
import type { Amounts, Measure } from './measure.ts';
import { outletTests } from './outlet-tests.ts';
import {
  addTo,
  differences,
  logit,
  logits,
  mergeInto,
  ratioOver,
  ratios,
  sortedRatios,
  valueOf,
  type Sum,
} from './sums.ts';

/** A contrast before false discoveries are held down in its family: without q and verdict. */
export type RawContrast = Omit<Contrast, 'q' | 'verdict'>;

const LEVEL = 0.95;

/**
 * Sets one proportion between two groups: ratio of sums over articles, for a use in a long article is a use. Intervals are
 * bootstrapped over clusters; `p` is the bootstrap's achieved level (Efron & Tibshirani 1993, ch. 15), at least
 * 2/(replicates + 1). It is `null` below the study's minimum of articles with anything to count on either side.
 */
export function contrastOf(measure: Measure, design: Design): RawContrast {
  const { id, family, topic, label, unit, pair } = measure;
  const [amounts, before] = [measure.amounts(), measure.before()];
  const sums = sumsOf(amounts, design);
  const [treated, reference] = [sums.groups[0], sums.groups[1]];
  const enough = Math.min(treated.articles, reference.articles) >= Math.max(LEAST_RESAMPLED, design.minimum.articles);
  const outlets = outletShares(sums.outlets);
  const tested = enough ? uncertainty(amounts, treated, reference, design) : UNTESTED;
  const [one, two] = [valueOf(treated), valueOf(reference)];
  return {
    id,
    family,
    topic,
    label,
    pair,
    unit,
    treated: shareOf(treated),
    reference: shareOf(reference),
    outlets,
    difference: one === null || two === null ? null : one - two,
    logOdds: one === null || two === null ? null : oddsOf(treated) - oddsOf(reference),
    ...tested,
    ...outletTests(outlets, design),
    before: { treated: inGroup(before, design, 0), reference: inGroup(before, design, 1) },
    periods: periodShares(sums.periods),
    articles: design.units.flatMap(({ article }, i) => (amounts.numerator[i]! > 0 ? [article.id] : [])),
  };
}

const UNTESTED = { percentile: null, bca: null, logOddsInterval: null, p: null } as const;

interface Sums {
  readonly groups: readonly [Sum, Sum];
  /** Of each side, by outlet id. */
  readonly outlets: readonly [Outlets, Outlets];
  /** Of each side, by first day. */
  readonly periods: readonly [Periods, Periods];
}

type Outlets = Map<string, { readonly sum: Sum; readonly outlet: Entity; readonly group: string }>;
type Periods = Map<string, { readonly sum: Sum; readonly start: string; readonly group: string }>;

/** One pass over the units that have anything to count; each adds to its outlet and period, and outlets to their group. */
function sumsOf({ numerator, denominator }: Amounts, { units, groups, resampling, periods, sums }: Design): Sums {
  const { articles, weights, outletDraws } = resampling;
  sums.takeBack();
  const sides: Sums['groups'] = [sums.take(), sums.take()];
  const outlets: Sums['outlets'] = [new Map(), new Map()];
  const spans: Sums['periods'] = [new Map(), new Map()];
  units.forEach(({ group, outlet }, i) => {
    const [part, whole] = [numerator[i]!, denominator[i]!];
    if (whole === 0) return;
    const side = group === groups[0].id ? 0 : 1;
    const known = outlets[side].get(outlet.id) ?? { sum: sums.take(), outlet, group };
    outlets[side].set(outlet.id, known);
    addTo(known.sum, part, whole, articles[i]!);
    const start = periods[i] ?? null;
    if (start === null) return;
    const span = spans[side].get(start) ?? { sum: sums.take(), start, group };
    spans[side].set(start, span);
    addTo(span.sum, part, whole, weights[i]!);
  });
  outlets.forEach((held, side) => {
    for (const [id, { sum }] of held) mergeInto(sides[side]!, sum, outletDraws.get(id)!);
  });
  return { groups: sides, outlets, periods: spans };
}

function oddsOf({ numerator, denominator }: Sum): number {
  return logit(numerator, denominator);
}

function inGroup(amounts: Amounts, { units, groups }: Design, side: 0 | 1): number | null {
  return ratioOver(amounts, (unit) => units[unit]!.group === groups[side].id);
}

function shareOf(sum: Sum): Share {
  const { numerator, denominator, articles } = sum;
  return { numerator, denominator, value: valueOf(sum), articles, interval: intervalOf(sum) };
}

/** One article alone has nothing to be resampled against. */
const LEAST_RESAMPLED = 2;

/** Percentile interval; where all or none is counted, samples do not vary, and the exact one over articles says how little that tells. */
function intervalOf(sum: Sum): Interval | null {
  const { numerator, articles } = sum;
  if (articles < LEAST_RESAMPLED) return null;
  if (isExtreme(sum)) return clopperPearson(numerator === 0 ? 0 : articles, articles, 1 - LEVEL);
  return percentileInterval(sortedRatios(sum), LEVEL);
}

function isExtreme({ numerator, denominator }: Sum): boolean {
  return numerator === 0 || numerator === denominator;
}

function outletShares(outlets: Sums['outlets']): readonly OutletShare[] {
  return outlets.flatMap((held) =>
    [...held.values()]
      .map(({ sum, outlet, group }) => ({ outlet, group, ...shareOf(sum) }))
      .sort((a, b) => byEntity(a.outlet, b.outlet)),
  );
}

/** The shares of amounts by period and group alone. */
export function sharesByPeriod(amounts: Amounts, design: Design): readonly PeriodShare[] {
  return periodShares(sumsOf(amounts, design).periods);
}

function periodShares(periods: Sums['periods']): readonly PeriodShare[] {
  return periods
    .flatMap((held) => [...held.values()])
    .map(({ sum, start, group }) => ({ start, group, ...shareOf(sum) }))
    .sort((a, b) => byCodeUnit(a.start, b.start) || byCodeUnit(a.group, b.group));
}

/** Intervals of the difference and of the log odds ratio, and p. */
function uncertainty(
  amounts: Amounts,
  treated: Sum,
  reference: Sum,
  design: Design,
): Pick<Contrast, 'percentile' | 'bca' | 'logOddsInterval' | 'p'> {
  const estimate = valueOf(treated)! - valueOf(reference)!;
  if (isExtreme(treated) || isExtreme(reference)) return fromShares(amounts, treated, reference, design);
  const drawn = differences(ratios(treated), ratios(reference));
  return {
    percentile: percentileInterval(drawn, LEVEL),
    bca: bcaInterval(estimate, drawn, acceleration(leftOut(amounts, treated, reference, design)), LEVEL),
    logOddsInterval: percentileInterval(differences(logits(treated), logits(reference)), LEVEL),
    p: achievedLevel(drawn),
  };
}

/**
 * Where one side counts all or none: Newcombe's interval (1998, method 10) of the difference from those of the shares, and
 * Fisher's exact test on articles with and without what is counted, for a bootstrap sees no doubt on that side.
 */
function fromShares(
  amounts: Amounts,
  treated: Sum,
  reference: Sum,
  design: Design,
): Pick<Contrast, 'percentile' | 'bca' | 'logOddsInterval' | 'p'> {
  const both = newcombe(valueOf(treated)!, intervalOf(treated)!, valueOf(reference)!, intervalOf(reference)!);
  const [a, b] = holders(amounts, design, isWhole(treated) || isWhole(reference) ? 'all' : 'any');
  const p = fisher(a, b, treated.articles, reference.articles)?.p ?? null;
  const odds = differences(logits(treated), logits(reference));
  return { percentile: both, bca: both, logOddsInterval: percentileInterval(odds, LEVEL), p };
}

function isWhole({ numerator, denominator }: Sum): boolean {
  return numerator === denominator;
}

/** Articles of either side that have any of what is counted, or all of it. */
function holders(
  { numerator, denominator }: Amounts,
  { units, groups }: Design,
  asked: 'any' | 'all',
): readonly [treated: number, reference: number] {
  const counts: [number, number] = [0, 0];
  units.forEach(({ group }, i) => {
    const holds = denominator[i]! > 0 && (asked === 'all' ? numerator[i] === denominator[i] : numerator[i]! > 0);
    if (holds) counts[group === groups[0].id ? 0 : 1]++;
  });
  return counts;
}

/** The difference without each unit in turn, in one step each, for a ratio of sums needs no second pass. */
function leftOut(
  { numerator, denominator }: Amounts,
  treated: Sum,
  reference: Sum,
  { units, groups }: Design,
): Float64Array {
  const values: number[] = [];
  units.forEach(({ group }, i) => {
    if (denominator[i] === 0) return;
    const side = group === groups[0].id ? treated : reference;
    const value = (side.numerator - numerator[i]!) / (side.denominator - denominator[i]!);
    if (!Number.isFinite(value)) return;
    values.push(side === treated ? value - valueOf(reference)! : valueOf(treated)! - value);
  });
  return Float64Array.from(values);
}

/** Twice the smaller share of replicates on either side of 0, counting the estimate itself as one replicate. */
function achievedLevel(drawn: Float64Array): number {
  let [below, above] = [0, 0];
  for (const value of drawn) {
    if (value <= 0) below++;
    if (value >= 0) above++;
  }
  return Math.min(1, (2 * (Math.min(below, above) + 1)) / (drawn.length + 1));
}

/** Whether both ends of an interval lie on one side of 0. */
export function excludesZero(interval: Interval | null): boolean {
  return interval !== null && (interval[0] > 0 || interval[1] < 0);
}
