import type { Contrast } from '../model.ts';
import { ticks } from './chart-scale.ts';
import type { DotsChart } from './chart-types.ts';
import { basis, type Contrasting, isTold, fullNameOf, pointsText, restsOn } from './contrasting.ts';
import { sidesOf } from './view-contrast-figures.ts';
import { figure, type FigureView, shapeMark } from './view-parts.ts';
import type { Words } from './words/english.ts';

const MOST_DRAWN = 16;
const MOST_TICKS = 8;

/** A contrast that has placebos. */
type Tried = Contrast & { readonly placebo: NonNullable<Contrast['placebo']> };

/**
 * The true contrast among its placebos, a line a contrast: the main ones, or where the study names none, those that are
 * told. `null` where none has placebos.
 */
export function placeboFigure(contrasting: Contrasting): FigureView | null {
  const { setting, sides, main, held } = contrasting;
  const say = setting.words.robustness.placebo;
  const tried = (main.length > 0 ? main : held.contrasts.filter(isTold)).filter(hasPlacebos);
  if (tried.length === 0) return null;
  const drawn = tried.slice(0, MOST_DRAWN);
  const firsts = drawn.filter(({ placebo }) => placebo.rank === 1).length;
  const [own, other] = sidesOf(contrasting);
  const notes = [say.note(sides.treated, sides.reference), basis(contrasting)];
  if (drawn.length < tried.length) notes.push(say.cut(drawn.length, tried.length));
  return figure(
    setting,
    {
      id: 'placebos',
      data: 'placebos.csv',
      title: say.firsts(firsts, drawn.length, sides.treated),
      note: notes.join(' '),
      legend: [
        { mark: shapeMark('diamond', own.tone), label: say.truth(sides.treated) },
        { mark: shapeMark('square', other.tone), label: say.placebo },
      ],
      ...restsOn(contrasting, drawn),
    },
    (described) => ({ ...described, ...chart(contrasting, drawn) }),
  );
}

function hasPlacebos(contrast: Contrast): contrast is Tried {
  return contrast.placebo !== null && contrast.placebo.placebos.length > 0;
}

function chart(contrasting: Contrasting, drawn: readonly Tried[]): Omit<DotsChart, 'id' | 'title'> {
  const { setting, sides } = contrasting;
  const say = setting.words.robustness.placebo;
  const values = drawn.flatMap(({ placebo }) => [placebo.truth, ...placebo.placebos.map(({ value }) => value)]);
  return {
    kind: 'dots',
    description: say.describe(drawn.map((contrast) => told(contrasting, contrast))),
    unit: say.unit(sides.treated),
    ticks: pointTicks(setting.words, values, MOST_TICKS),
    sections: drawn.map((contrast) => ({
      heading: fullNameOf(contrasting, contrast),
      rows: [row(contrasting, contrast)],
    })),
  };
}

/** Ticks in percentage points that take in zero and all of `values`. */
export function pointTicks({ numbers }: Words, values: readonly number[], most: number): DotsChart['ticks'] {
  return ticks(Math.min(0, ...values), Math.max(0, ...values), most).map((at) => ({
    at,
    label: numbers.decimal(100 * at, Number.isInteger(Number((100 * at).toFixed(6))) ? 0 : 1),
  }));
}

function row(contrasting: Contrasting, { placebo }: Tried): DotsChart['sections'][number]['rows'][number] {
  const { setting } = contrasting;
  const [own, other] = sidesOf(contrasting);
  const rank = setting.words.robustness.placebo.rank(placebo.rank, placebo.of);
  const common = { interval: null, size: 'large' } as const;
  return {
    label: rank,
    value: pointsText(setting, placebo.truth),
    points: [
      ...placebo.placebos.map(({ value }) => ({ at: value, ...common, shape: other.shape, tone: other.tone })),
      { at: placebo.truth, ...common, shape: 'diamond', tone: own.tone },
    ],
  };
}

function told(contrasting: Contrasting, contrast: Tried): string {
  const { setting } = contrasting;
  const say = setting.words.robustness.placebo;
  const { truth, rank, of, placebos } = contrast.placebo;
  const others = placebos.map(({ outlet, value }) => say.describePlacebo(outlet.name, pointsText(setting, value)));
  return say.describeRow(fullNameOf(contrasting, contrast), pointsText(setting, truth), say.rank(rank, of), others);
}
