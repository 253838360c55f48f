import type { Contrast, Period, PeriodShare } from '../model.ts';
import { ticks } from './chart-scale.ts';
import type { PeriodsChart, Tick } from './chart-types.ts';
import { basis, type Contrasting, isTold, nameOf, shareText, restsOn } from './contrasting.ts';
import { sideLegend, sidesOf } from './view-contrast-figures.ts';
import { figure, type FigureView } from './view-parts.ts';

const MOST_DRAWN = 6;
const MOST_TICKS = 3;
const DAY = 86_400_000;

/**
 * Shares by period and group, a panel a contrast: the main ones, or where the study names none, those that are told.
 * `null` where none has two periods with data.
 */
export function timeFigure(contrasting: Contrasting): FigureView | null {
  const { setting, main, held } = contrasting;
  const say = setting.words.robustness.time;
  const all = (main.length > 0 ? main : held.contrasts.filter(isTold))
    .map((one) => heldUp(one, setting.result.study.minimum.articles))
    .filter((one) => startsOf([one]).length > 1);
  if (all.length === 0) return null;
  const drawn = all.slice(0, MOST_DRAWN);
  const { period, events } = setting.result.study.comparison;
  const named = events.map(({ date, label }, i) => say.event(i + 1, setting.words.date(date), label));
  const notes = [
    say.note(setting.words.contrasts.periods[period][0]),
    ...(named.length > 0 ? [say.events(named)] : []),
    ...(drawn.length < all.length ? [say.cut(drawn.length, all.length)] : []),
  ];
  return figure(
    setting,
    {
      id: 'periods',
      data: 'periods.csv',
      title: finding(contrasting, drawn[0]!, period),
      note: [...notes, basis(contrasting)].join(' '),
      legend: sideLegend(contrasting),
      ...restsOn(contrasting, drawn),
    },
    (described) => ({ ...described, ...chart(contrasting, drawn) }),
  );
}

/** The contrast without periods of fewer articles than the study asks for: a share of two articles is no course of events. */
function heldUp(contrast: Contrast, least: number): Contrast {
  return { ...contrast, periods: contrast.periods.filter(({ articles }) => articles >= least) };
}

/** First days of all periods in which any of `contrasts` has a value, in order. */
function startsOf(contrasts: readonly Contrast[]): readonly string[] {
  const valued = contrasts.flatMap(({ periods }) => periods.filter(({ value }) => value !== null));
  return [...new Set(valued.map(({ start }) => start))].sort();
}

function at({ periods }: Contrast, group: string, start: string): PeriodShare | undefined {
  return periods.find((one) => one.group === group && one.start === start);
}

function finding(contrasting: Contrasting, contrast: Contrast, period: Period): string {
  const { setting, sides, held } = contrasting;
  const [treated, reference] = held.groups;
  const pairs = startsOf([contrast]).flatMap((start) => {
    const [one, other] = [at(contrast, treated.id, start)?.value, at(contrast, reference.id, start)?.value];
    return one == null || other == null ? [] : [one > other];
  });
  const names = setting.words.contrasts.periods[period];
  const more = pairs.filter((is) => is).length;
  const say = setting.words.robustness.time;
  // Told of the side that leads, so that the sentence never has to be turned round.
  const leads = 2 * more >= pairs.length;
  const side = leads ? sides.treated : sides.reference;
  const n = leads ? more : pairs.length - more;
  return say.found(nameOf(contrasting, contrast), side, n, pairs.length, names[pairs.length === 1 ? 0 : 1]);
}

function chart(contrasting: Contrasting, drawn: readonly Contrast[]): Omit<PeriodsChart, 'id' | 'title'> {
  const { setting } = contrasting;
  const say = setting.words.robustness.time;
  const starts = startsOf(drawn);
  return {
    kind: 'periods',
    description: say.describe(drawn.map((contrast) => told(contrasting, contrast))),
    periods: starts,
    markers: markersOf(setting.result.study.comparison.events, starts),
    panels: drawn.map((contrast) => panel(contrasting, contrast, starts)),
  };
}

/** Where each event lies among the periods; one outside them is not marked. */
function markersOf(events: readonly { readonly date: string }[], starts: readonly string[]): readonly Tick[] {
  const days = starts.map((start) => Date.parse(start) / DAY);
  return events.flatMap(({ date }, i) => {
    const day = Date.parse(date) / DAY;
    const next = days.findIndex((start) => start > day);
    const label = String(i + 1);
    if (next > 0) return [{ at: next - 1 + (day - days[next - 1]!) / (days[next]! - days[next - 1]!), label }];
    return next === 0 || day > days.at(-1)! ? [] : [{ at: days.length - 1, label }];
  });
}

function panel(
  contrasting: Contrasting,
  contrast: Contrast,
  starts: readonly string[],
): PeriodsChart['panels'][number] {
  const lines = sidesOf(contrasting).map(({ group, name, shape, tone }) => ({
    label: name,
    shape,
    tone,
    points: starts.map((start) => {
      const share = at(contrast, group, start);
      return share === undefined || share.value === null ? null : { value: share.value, interval: share.interval };
    }),
  }));
  const tops = lines.flatMap(({ points }) => points.map((point) => point?.interval?.[1] ?? point?.value ?? 0));
  return {
    heading: nameOf(contrasting, contrast),
    ticks: ticks(0, Math.max(...tops), MOST_TICKS).map((tick) => ({
      at: tick,
      label: `${Number((100 * tick).toFixed(2))}%`,
    })),
    lines,
  };
}

function told(contrasting: Contrasting, contrast: Contrast): string {
  const { setting } = contrasting;
  const say = setting.words.robustness.time;
  const lines = sidesOf(contrasting).map(({ group, name }) => {
    const points = contrast.periods
      .filter((one) => one.group === group && one.value !== null)
      .map(({ start, value }) => say.describePoint(start, shareText(setting, value)));
    return say.describeLine(name, points);
  });
  return say.describePanel(nameOf(contrasting, contrast), lines);
}
