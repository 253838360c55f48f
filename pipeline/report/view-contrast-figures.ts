import { FRAME_RELIABILITY } from './frame-reliability.ts';
import type { Contrast, Share } from '../model.ts';
import { unitOf } from './contrast-names.ts';
import type { DotPoint, DotsChart, Shape, Tick, Tone } from './chart-types.ts';
import { ticks } from './chart-scale.ts';
import {
  basis,
  type Block,
  type Contrasting,
  fullNameOf,
  intervalsOver,
  isTold,
  nameOf,
  outletsOf,
  restsOn,
  shareInterval,
  shareText,
  titleOf,
} from './contrasting.ts';
import { rounded } from './numbers.ts';
import { figure, type FigureView, shapeMark } from './view-parts.ts';
import type { Words } from './words/english.ts';

const MOST_TICKS = 6;
/** What a page holds. */
const MOST_DRAWN = 12;
const MOST_MAIN = 4;
const MOST_OUTLETS = 12;

/** One side as figures draw it. */
export interface Side {
  readonly group: string;
  readonly name: string;
  readonly of: 'treated' | 'reference';
  readonly shape: Shape;
  readonly tone: Tone;
}

/** The two sides in the order in which they are drawn, each with its form and colour. */
export function sidesOf({ setting, held, sides }: Contrasting): readonly [treated: Side, reference: Side] {
  const [{ id: treated }, { id: reference }] = held.groups;
  return [
    { group: treated, name: sides.treated, of: 'treated', shape: 'circle', tone: setting.tone(treated) },
    { group: reference, name: sides.reference, of: 'reference', shape: 'square', tone: setting.tone(reference) },
  ];
}

/** Marks of both sides with their names, for the legend of a figure. */
export function sideLegend(contrasting: Contrasting, label = (name: string): string => name): FigureView['legend'] {
  return sidesOf(contrasting).map(({ name, shape, tone }) => ({ mark: shapeMark(shape, tone), label: label(name) }));
}

/** Whether what is counted is told well enough to be drawn: of frames the macro F1 on articles that were not trained on. */
function isReliable({ family, topic }: Contrast, least: number): boolean {
  const told = family === 'frames' ? FRAME_RELIABILITY.find(({ frame }) => frame === topic) : undefined;
  return told === undefined || told.macroF1 >= least;
}

/** Shares of a block: a line a group, with its interval, and its outlets below it. `null` where no share has a value. */
export function contrastFigure(contrasting: Contrasting, block: Block): FigureView | null {
  const { setting } = contrasting;
  const say = setting.words.contrasts.blocks;
  const valued = block.shown
    .filter(({ treated, reference }) => treated.value !== null || reference.value !== null)
    .filter((contrast) => isReliable(contrast, setting.result.study.comparison.reliability));
  if (valued.length === 0) return null;
  const drawn = valued.slice(0, MOST_DRAWN);
  const units = [...new Set(drawn.map((one) => unitOf(setting.words, one)))];
  const notes = [say.figureNote(units), intervalsOver(contrasting), basis(contrasting)];
  if (drawn.length < valued.length) notes.splice(1, 0, say.figureCut(drawn.length, valued.length));
  const sections = drawn.map((contrast) => ({
    heading: block.topic === null ? nameOf(contrasting, contrast) : contrast.label,
    rows: sidesOf(contrasting).map((side) => groupRow(contrasting, contrast, side)),
  }));
  return figure(
    setting,
    {
      id: block.id,
      data: 'outlet-shares.csv',
      title: found(contrasting, drawn) ?? say.none(titleOf(contrasting, block)),
      note: notes.join(' '),
      legend: sideLegend(contrasting, say.legend.group),
      ...restsOn(contrasting, drawn),
    },
    (described) => ({
      ...described,
      ...dots(contrasting, units.length === 1 ? say.axis(units[0]!) : say.axisMixed, sections),
    }),
  );
}

/** The largest difference of `drawn` that may be told, as a title; `null` where none may. */
export function found(contrasting: Contrasting, drawn: readonly Contrast[]): string | null {
  const { setting, sides } = contrasting;
  const told = drawn.filter(isTold).sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))[0];
  if (told === undefined) return null;
  return setting.words.contrasts.blocks.found(
    fullNameOf(contrasting, told),
    sides.treated,
    shareText(setting, told.treated.value),
    sides.reference,
    shareText(setting, told.reference.value),
  );
}

/** A row of dots, with what it shows in words. */
export type Row = DotsChart['sections'][number]['rows'][number] & { readonly told: string };

/** One group's share of `contrast` with its interval, and those of its outlets below it. */
export function groupRow(contrasting: Contrasting, contrast: Contrast, side: Side): Row {
  const { setting } = contrasting;
  const share = contrast[side.of];
  const outlets = outletsOf(contrasting, contrast, side.group);
  const names =
    outlets.length === 1 ? [] : outlets.map(({ outlet, value }) => `${outlet.name} ${shareText(setting, value)}`);
  return {
    label: side.name,
    value: shareText(setting, share.value),
    points: [
      // Of a group with one outlet that outlet is the group.
      ...(outlets.length === 1 ? [] : outlets.flatMap((one) => pointOf({ ...one, interval: null }, side, 'small'))),
      ...pointOf(share, side, 'large'),
    ],
    told: told(contrasting, side.name, share, names),
  };
}

function told({ setting }: Contrasting, name: string, share: Share, outlets: readonly string[]): string {
  const interval = share.interval === null ? null : shareInterval(setting, share.interval);
  return setting.words.contrasts.blocks.describeRow(name, shareText(setting, share.value), interval, outlets);
}

function pointOf({ value, interval }: Share, { shape, tone }: Side, size: DotPoint['size']): readonly DotPoint[] {
  return value === null ? [] : [{ at: value, interval, size, shape, tone }];
}

/** Rows of shares under headings, with a description made from what each row tells. */
export function dots(
  { setting }: Contrasting,
  unit: string,
  sections: readonly { readonly heading: string; readonly rows: readonly Row[] }[],
): Omit<DotsChart, 'id' | 'title'> {
  const say = setting.words.contrasts.blocks;
  const points = sections.flatMap(({ rows }) => rows.flatMap((row) => row.points));
  const most = Math.max(0, ...points.flatMap(({ at, interval }) => [at, interval?.[1] ?? 0]));
  const described = sections.map(({ heading, rows }) =>
    say.describeSection(
      heading,
      rows.map((row) => row.told),
    ),
  );
  return {
    kind: 'dots',
    description: say.describe(described),
    unit,
    ticks: percentTicks(setting.words, most, MOST_TICKS),
    sections,
  };
}

/** About `count` ticks from 0 to at least `most`, as whole percents where they are. */
export function percentTicks({ numbers }: Words, most: number, count: number): readonly Tick[] {
  return ticks(0, most, count).map((at) => ({ at, label: numbers.percentage(at, placesOf(100 * at)) }));
}

/** How many decimals `value` needs, two at most. */
function placesOf(value: number): number {
  const written = String(rounded(value, 2));
  return written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
}

/** The main contrasts, outlet by outlet, each with its interval: a figure each, so that they fit on pages. */
export function outletFigures(contrasting: Contrasting): readonly FigureView[] {
  return contrasting.main
    .filter(({ outlets }) => outlets.some(({ value }) => value !== null))
    .slice(0, MOST_MAIN)
    .map((contrast, i) => outletFigure(contrasting, contrast, i + 1));
}

function outletFigure(contrasting: Contrasting, contrast: Contrast, number: number): FigureView {
  const { setting } = contrasting;
  const say = setting.words.contrasts;
  const sides = sidesOf(contrasting);
  const section = {
    heading: fullNameOf(contrasting, contrast),
    rows: sides.flatMap((side) => outletRows(contrasting, contrast, side)),
  };
  const cut = sides.some(({ group }) => outletsOf(contrasting, contrast, group).length > MOST_OUTLETS);
  const notes = [say.outletFigure.note, ...(cut ? [say.outletFigure.cut(MOST_OUTLETS)] : [])];
  return figure(
    setting,
    {
      id: `outlets-${number}`,
      data: 'outlet-shares.csv',
      title: outletFinding(contrasting, contrast),
      note: [...notes, intervalsOver(contrasting), basis(contrasting)].join(' '),
      legend: sideLegend(contrasting),
      ...restsOn(contrasting, [contrast]),
    },
    (described) => ({
      ...described,
      ...dots(contrasting, say.blocks.axis(unitOf(setting.words, contrast)), [section]),
    }),
  );
}

function outletRows(contrasting: Contrasting, contrast: Contrast, side: Side): readonly Row[] {
  const { setting } = contrasting;
  const outlets = outletsOf(contrasting, contrast, side.group);
  const share = contrast[side.of];
  const row = (label: string, of: Share, size: DotPoint['size']): Row => ({
    label,
    value: shareText(setting, of.value),
    points: pointOf(of, side, size),
    told: told(contrasting, label, of, []),
  });
  const whole =
    outlets.length === 1 ? [] : [row(setting.words.contrasts.outletFigure.group(side.name), share, 'large')];
  const size = outlets.length === 1 ? 'large' : 'small';
  return [...whole, ...outlets.slice(0, MOST_OUTLETS).map((one) => row(one.outlet.name, one, size))];
}

function outletFinding(contrasting: Contrasting, contrast: Contrast): string {
  const { setting, sides, held } = contrasting;
  const say = setting.words.contrasts.outletFigure;
  const others = outletsOf(contrasting, contrast, held.groups[1].id);
  const [most, least] = [others[0], others.at(-1)];
  if (most === undefined || least === undefined || contrast.treated.value === null)
    return say.plain(fullNameOf(contrasting, contrast));
  return say.title(
    fullNameOf(contrasting, contrast),
    sides.treated,
    shareText(setting, contrast.treated.value),
    sides.reference,
    shareText(setting, least.value),
    shareText(setting, most.value),
  );
}
