import { wilsonInterval } from '../stats/wilson.ts';
import { CALIBRATIONS, type Calibration, type CalibrationBin } from './calibration-bins.ts';
import type { CalibrationChart, DotPoint, DotsChart } from './chart-types.ts';
import { FRAME_RELIABILITY, FRAME_RELIABILITY_COMMAND } from './frame-reliability.ts';
import { HARM_PRECISION, HARM_PRECISION_COMMAND, type HarmPrecision } from './harm-precision.ts';
import type { Setting } from './setting.ts';
import { figure, type FigureDraft, type FigureView, shapeMark } from './view-parts.ts';

/** These rest on no article of the run. */
const NOWHERE: Pick<FigureDraft, 'places' | 'size'> = {
  places: { kind: 'articles', ids: [] },
  size: { articles: 0, outlets: 0 },
};

/** What a confidence is worth: mean probability against the share right, each bin with Wilson’s interval. */
export function calibrationFigure(setting: Setting): FigureView {
  const say = setting.words.figures.calibration;
  const { decimal, integer } = setting.words.numbers;
  return figure(
    setting,
    {
      id: 'calibration',
      data: 'reliability.csv',
      title: say.title(decimal(Math.max(...CALIBRATIONS.map(gapOf)), 2)),
      note: say.note(CALIBRATIONS.map(({ command }) => command)),
      legend: [],
      ...NOWHERE,
    },
    (described): CalibrationChart => ({
      ...described,
      kind: 'calibration',
      description: say.describe(
        CALIBRATIONS.map(({ reading, bins }) =>
          say.panel(
            say.readings[reading],
            bins.map((bin) => tellBin(setting, bin)),
          ),
        ),
      ),
      x: say.x,
      y: say.y,
      count: say.count,
      panels: CALIBRATIONS.map(({ reading, bins }) => ({
        heading: say.readings[reading],
        points: bins.map((bin) => ({ at: bin.mean, value: bin.right, interval: intervalOf(bin), n: integer(bin.n) })),
      })),
    }),
  );
}

/** Wilson’s interval of a bin’s share right, as if its cases were independent. Where annotators differ, a case counts in part. */
export function intervalOf({ n, right }: CalibrationBin): readonly [low: number, high: number] {
  return wilsonInterval(n * right, n);
}

/** Mean distance of probability and share right, each bin by its cases (expected calibration error, Naeini et al. 2015). */
export function gapOf({ bins }: Calibration): number {
  const cases = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, { n, mean, right }) => sum + n * Math.abs(mean - right), 0) / cases;
}

function tellBin({ words }: Setting, bin: CalibrationBin): string {
  const { decimal, integer } = words.numbers;
  const [low, high] = intervalOf(bin).map((bound) => decimal(bound, 2));
  return words.figures.calibration.bin(decimal(bin.mean, 2), decimal(bin.right, 2), low!, high!, integer(bin.n));
}

/** How often readings agree with people: frames on articles not trained on, acts of harm as coded by hand. */
export function agreementFigure(setting: Setting): FigureView {
  const say = setting.words.figures.agreement;
  const { decimal } = setting.words.numbers;
  const sections = [
    framesSection(setting),
    ...(['russian', 'western'] as const).map((group) => harmSection(setting, group)),
  ];
  const all = sections.flatMap(({ rows }) => rows.map((row) => row.points[0]!.at));
  return figure(
    setting,
    {
      id: 'agreement',
      data: 'reliability.csv',
      title: say.title(decimal(Math.min(...all), 2), decimal(Math.max(...all), 2)),
      note: say.note([FRAME_RELIABILITY_COMMAND, HARM_PRECISION_COMMAND]),
      legend: [
        { mark: shapeMark('circle', 1), label: say.program },
        { mark: shapeMark('square', 2), label: say.people },
      ],
      ...NOWHERE,
    },
    (described): DotsChart => ({
      ...described,
      kind: 'dots',
      description: say.describe(
        sections.map(({ heading, rows }) =>
          say.section(
            heading,
            rows.map(({ told }) => told),
          ),
        ),
      ),
      unit: say.unit,
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at, label: decimal(at, at % 1 === 0 ? 0 : 1) })),
      sections,
    }),
  );
}

type Row = DotsChart['sections'][number]['rows'][number] & { readonly told: string };
interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
}

function framesSection(setting: Setting): Section {
  const { names } = setting.words.contrasts.reliability.frames;
  return {
    heading: setting.words.figures.agreement.frames,
    rows: FRAME_RELIABILITY.map(({ frame, accuracy, articles, human }) =>
      rowOf(setting, names[frame], [Math.round(accuracy * articles), articles], human.agreement),
    ),
  };
}

const ASPECTS = [
  'event',
  'form',
  'agent',
  'patient',
  'reality',
] as const satisfies readonly (keyof HarmPrecision['right'])[];

function harmSection(setting: Setting, group: HarmPrecision['group']): Section {
  const { groups, columns } = setting.words.contrasts.reliability.harm;
  const names = { ...columns, form: columns.formRight };
  const own = HARM_PRECISION.filter((one) => one.group === group);
  const cases = own.reduce((sum, one) => sum + one.cases, 0);
  return {
    heading: setting.words.figures.agreement.harm(groups[group]),
    rows: ASPECTS.map((aspect) => {
      const right = own.reduce((sum, one) => sum + one.right[aspect], 0);
      return rowOf(setting, names[aspect], [right, cases], null);
    }),
  };
}

function rowOf({ words }: Setting, label: string, [right, of]: readonly [number, number], people: number | null): Row {
  const say = words.figures.agreement;
  const { decimal, integer } = words.numbers;
  const interval = wilsonInterval(right, of);
  const [low, high] = interval.map((bound) => decimal(bound, 2));
  const point: DotPoint = { at: right / of, interval, size: 'large', shape: 'circle', tone: 1 };
  const others: readonly DotPoint[] =
    people === null ? [] : [{ at: people, interval: null, size: 'small', shape: 'square', tone: 2 }];
  const share = decimal(right / of, 2);
  return {
    label,
    value: say.value(share, integer(of)),
    points: [point, ...others],
    told: say.row(label, share, low!, high!, integer(of), people === null ? null : decimal(people, 2)),
  };
}
