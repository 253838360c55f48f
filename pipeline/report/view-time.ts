import type { Period, PeriodShare } from '../model.ts';
import type { PeriodsChart, Tick } from './chart-types.ts';
import { basis, type Contrasting, isTold, fullNameOf, shareText, restsOn } from './contrasting.ts';
import { percentTicks, sideLegend, sidesOf } from './view-contrast-figures.ts';
import { figure, type FigureView } from './view-parts.ts';

const MOST_DRAWN = 6;
const MOST_TICKS = 3;
const DAY = 86_400_000;

/** What one panel follows: a share by period and group. */
interface Course {
  readonly heading: string;
  readonly periods: readonly PeriodShare[];
  /** Ids of articles that hold what is followed. */
  readonly articles: readonly string[];
}

/**
 * Shares by period and group, a panel a contrast: the main ones, or where the study names none, those that are told.
 * `null` where none has two periods with data.
 */
export function timeFigure(contrasting: Contrasting): FigureView | null {
  const { setting, main, held } = contrasting;
  const say = setting.words.robustness.time;
  const least = setting.result.study.minimum.articles;
  const all = (main.length > 0 ? main : held.contrasts.filter(isTold)).map((one): Course => ({
    heading: fullNameOf(contrasting, one),
    // A share of two articles is no course of events.
    periods: one.periods.filter(({ articles }) => articles >= least),
    articles: one.articles,
  }));
  return courseFigure(contrasting, { id: 'periods', data: 'periods.csv', note: say.note, cut: say.cut }, all);
}

/**
 * The same of words: those that mark a group most certainly, and those that do beside a node, of either group in turn. `null` where
 * none has two periods with data.
 */
export function termTimeFigure(contrasting: Contrasting): FigureView | null {
  const { setting, held } = contrasting;
  const say = setting.words.robustness.time;
  const words = [{ node: null, ...held.keyness }, ...held.company].map(({ node, courses, terms }) =>
    inTurn(held.groups.map(({ id }) => courses.filter(({ marks }) => marks === id))).map(
      ({ term, periods }): Course => ({
        heading: node === null ? say.word(term) : say.beside(term, node),
        periods,
        articles: terms.find((one) => one.term === term)?.examples ?? [],
      }),
    ),
  );
  const [own = [], ...beside] = words;
  const first = own.slice(0, MOST_DRAWN - Math.min(MOST_BESIDE, beside.flat().length));
  const all = [...first, ...inTurn(beside), ...own.slice(first.length)];
  return courseFigure(
    contrasting,
    { id: 'term-periods', data: 'term-periods.csv', note: say.wordNote, cut: say.wordCut },
    all,
  );
}

const MOST_BESIDE = 2;

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

interface About {
  readonly id: string;
  readonly data: string;
  readonly note: (period: string) => string;
  readonly cut: (shown: number, all: number) => string;
}

function courseFigure(
  contrasting: Contrasting,
  { id, data, note, cut }: About,
  courses: readonly Course[],
): FigureView | null {
  const { setting } = contrasting;
  const say = setting.words.robustness.time;
  const all = courses.filter((one) => startsOf([one]).length > 1);
  if (all.length === 0) return null;
  const drawn = all.slice(0, MOST_DRAWN);
  const { period, events } = setting.result.study.comparison;
  const named = events.map(({ date, label }, i) => say.event(i + 1, setting.words.date(date), label));
  const notes = [
    note(setting.words.contrasts.periods[period][0]),
    ...(named.length > 0 ? [say.events(named)] : []),
    ...(drawn.length < all.length ? [cut(drawn.length, all.length)] : []),
  ];
  return figure(
    setting,
    {
      id,
      data,
      title: finding(contrasting, drawn[0]!, period),
      note: [...notes, basis(contrasting)].join(' '),
      legend: sideLegend(contrasting),
      ...restsOn(contrasting, drawn),
    },
    (described) => ({ ...described, ...chart(contrasting, drawn) }),
  );
}

/** First days of all periods in which any of `courses` has a value, in order. */
function startsOf(courses: readonly Course[]): readonly string[] {
  const valued = courses.flatMap(({ periods }) => periods.filter(({ value }) => value !== null));
  return [...new Set(valued.map(({ start }) => start))].sort();
}

function at({ periods }: Course, group: string, start: string): PeriodShare | undefined {
  return periods.find((one) => one.group === group && one.start === start);
}

function finding(contrasting: Contrasting, course: Course, period: Period): string {
  const { setting, sides, held } = contrasting;
  const [treated, reference] = held.groups;
  const pairs = startsOf([course]).flatMap((start) => {
    const [one, other] = [at(course, treated.id, start)?.value, at(course, reference.id, start)?.value];
    return one == null || other == null ? [] : [one > other];
  });
  const names = setting.words.contrasts.periods[period];
  const more = pairs.filter((is) => is).length;
  const say = setting.words.robustness.time;
  // Told of the side that leads, so that the sentence never has to be turned round.
  const leads = 2 * more >= pairs.length;
  const side = leads ? sides.treated : sides.reference;
  const n = leads ? more : pairs.length - more;
  return say.found(course.heading, side, n, pairs.length, names[pairs.length === 1 ? 0 : 1]);
}

function chart(contrasting: Contrasting, drawn: readonly Course[]): Omit<PeriodsChart, 'id' | 'title'> {
  const { setting } = contrasting;
  const say = setting.words.robustness.time;
  const starts = startsOf(drawn);
  return {
    kind: 'periods',
    description: say.describe(drawn.map((course) => told(contrasting, course))),
    periods: starts,
    markers: markersOf(setting.result.study.comparison.events, starts),
    panels: drawn.map((course) => panel(contrasting, course, starts)),
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

function panel(contrasting: Contrasting, course: Course, starts: readonly string[]): PeriodsChart['panels'][number] {
  const lines = sidesOf(contrasting).map(({ group, name, shape, tone }) => ({
    label: name,
    shape,
    tone,
    points: starts.map((start) => {
      const share = at(course, group, start);
      return share === undefined || share.value === null ? null : { value: share.value, interval: share.interval };
    }),
  }));
  const tops = lines.flatMap(({ points }) => points.map((point) => point?.interval?.[1] ?? point?.value ?? 0));
  return {
    heading: course.heading,
    ticks: percentTicks(contrasting.setting.words, Math.max(...tops), MOST_TICKS),
    lines,
  };
}

function told(contrasting: Contrasting, course: Course): string {
  const { setting } = contrasting;
  const say = setting.words.robustness.time;
  const lines = sidesOf(contrasting).map(({ group, name }) => {
    const points = course.periods
      .filter((one) => one.group === group && one.value !== null)
      .map(({ start, value }) => say.describePoint(start, shareText(setting, value)));
    return say.describeLine(name, points);
  });
  return say.describePanel(course.heading, lines);
}
