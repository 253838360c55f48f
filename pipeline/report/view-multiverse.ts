import type { Contrast, Multiverse, Specification } from '../model.ts';
import type { CurveChart } from './chart-types.ts';
import { type Contrasting, fullNameOf, pointsText, restsOn } from './contrasting.ts';
import type { Setting } from './setting.ts';
import {
  type Cell,
  figure,
  figures,
  type FigureView,
  numberColumn,
  plain,
  table,
  type TableView,
  textColumn,
} from './view-parts.ts';
import { pointTicks } from './view-placebo.ts';

/** The main contrasts under every specification. */
export interface MultiverseView {
  readonly intro: string;
  readonly table: TableView;
  readonly figures: readonly FigureView[];
  readonly cut: string | null;
}

/** A contrast with its specifications that can be computed, the least difference first. */
interface Tried {
  readonly contrast: Contrast;
  readonly name: string;
  readonly all: readonly Specification[];
  readonly computed: readonly Computed[];
  readonly main: Specification | undefined;
  readonly sameSign: number | null;
}

type Computed = Specification & { readonly difference: number };

const MOST_DRAWN = 4;
const MOST_TICKS = 5;

/** `null` where no main contrast was computed in more than one way. */
export function multiverse(contrasting: Contrasting): MultiverseView | null {
  const { setting, held } = contrasting;
  const say = setting.words.robustness.multiverse;
  const all = held.multiverse.flatMap((one) => tried(contrasting, one));
  if (all.length === 0) return null;
  const drawable = all.filter(({ computed }) => computed.length > 1);
  const drawn = drawable.slice(0, MOST_DRAWN);
  return {
    intro: say.intro(held.plan),
    table: summaryTable(contrasting, all),
    figures: drawn.map((one, i) => curveFigure(contrasting, one, i + 1)),
    cut: drawn.length < drawable.length ? say.cut(drawn.length, drawable.length) : null,
  };
}

function tried(contrasting: Contrasting, { contrast: id, specifications, sameSign }: Multiverse): readonly Tried[] {
  const contrast = contrasting.held.contrasts.find((one) => one.id === id);
  if (contrast === undefined || specifications.length === 0) return [];
  const computed = specifications
    .filter((one): one is Computed => one.difference !== null)
    .sort((a, b) => a.difference - b.difference);
  const name = fullNameOf(contrasting, contrast);
  return [{ contrast, name, all: specifications, computed, main: specifications[0], sameSign }];
}

function summaryTable({ setting, sides }: Contrasting, all: readonly Tried[]): TableView {
  const say = setting.words.robustness.multiverse;
  const { columns } = say;
  const { numbers } = setting.words;
  return table(setting, {
    id: 'multiverse',
    data: 'multiverse.csv',
    title: say.tableTitle,
    note: say.tableNote(sides.treated),
    first: textColumn(columns.what),
    spans: null,
    columns: [columns.main, columns.least, columns.most, columns.same, columns.computed].map(numberColumn),
    rows: all.map(({ name, computed, all: every, main, sameSign }) => ({
      head: plain(name),
      cells: [
        ...[main, computed[0], computed.at(-1)].map((one) => pointsCell(setting, one?.difference ?? null)),
        figures(sameSign === null ? setting.words.noValue : numbers.percent(sameSign)),
        figures(`${numbers.integer(computed.length)}/${numbers.integer(every.length)}`),
      ],
    })),
  });
}

function pointsCell(setting: Setting, difference: number | null): Cell {
  return figures(pointsText(setting, difference), null, difference);
}

function curveFigure(contrasting: Contrasting, one: Tried, number: number): FigureView {
  const { setting } = contrasting;
  const say = setting.words.robustness.multiverse;
  return figure(
    setting,
    {
      id: `multiverse-${number}`,
      data: 'multiverse.csv',
      title: finding(contrasting, one),
      note: say.note(one.computed.length, one.all.length - one.computed.length),
      legend: [],
      ...restsOn(contrasting, [one.contrast]),
    },
    (described) => ({ ...described, ...curve(contrasting, one) }),
  );
}

function finding({ setting, sides }: Contrasting, { name, main, computed, sameSign }: Tried): string {
  const say = setting.words.robustness.multiverse;
  if (main?.difference == null || sameSign === null) return say.open(name);
  const side = main.difference < 0 ? sides.reference : sides.treated;
  return say.found(
    name,
    setting.words.numbers.percent(sameSign),
    computed.length,
    setting.words.contrasts.moreWord(side),
  );
}

function curve({ setting, sides }: Contrasting, one: Tried): Omit<CurveChart, 'id' | 'title'> {
  const { computed, main } = one;
  const say = setting.words.robustness.multiverse;
  const values = computed.map(({ difference }) => difference);
  const index = computed.findIndex((specification) => specification === main);
  const choices = choicesOf(setting, computed);
  const same = (taken: readonly boolean[]): number =>
    values.filter((value, i) => taken[i] === true && Math.sign(value) === Math.sign(main?.difference ?? 0)).length;
  const told = choices.flatMap(({ heading, rows }) =>
    rows.map(({ label, taken }) => say.describeRow(heading, label, same(taken), taken.filter((is) => is).length)),
  );
  return {
    kind: 'curve',
    description: say.describe(
      computed.length,
      pointsText(setting, values[0]!),
      pointsText(setting, values.at(-1)!),
      pointsText(setting, main?.difference ?? null),
      told,
    ),
    unit: say.unit(sides.treated),
    ticks: pointTicks(setting.words, values, MOST_TICKS),
    values,
    main: index < 0 ? null : index,
    choices,
  };
}

/** The choices of which there was more than one, and which specifications took each. */
function choicesOf({ words }: Contrasting['setting'], computed: readonly Computed[]): CurveChart['choices'] {
  const say = words.robustness.multiverse;
  const keys = Object.entries(say.headings) as [keyof typeof say.headings, string][];
  return keys.flatMap(([key, heading]) => {
    const taken = [...new Set(computed.map((one) => one[key]))].sort();
    if (taken.length < 2) return [];
    const rows = taken.map((choice) => ({
      label: say.choices[choice] ?? choice,
      taken: computed.map((one) => one[key] === choice),
    }));
    return [{ heading, rows }];
  });
}
