import type { KeyTerm } from '../model.ts';
import { ticks } from './chart-scale.ts';
import type { ScatterChart, Tick } from './chart-types.ts';
import { basis, type Contrasting, measure, restsOn } from './contrasting.ts';
import { type Side, sideLegend, sidesOf } from './view-contrast-figures.ts';
import { figure, type FigureView } from './view-parts.ts';

/** More points than this are a cloud, more labels a thicket. */
const MOST_POINTS = 200;
const LABELS_A_SIDE = 15;
const MOST_TICKS = 8;
const TOLD_A_SIDE = 10;

/** Effect against dispersion of the words that mark a group. `null` where none has a bound beyond 0 and a dispersion. */
export function keynessFigure(contrasting: Contrasting, marking: readonly KeyTerm[]): FigureView | null {
  const { setting, held, sides } = contrasting;
  const say = setting.words.contrasts.keyness;
  const drawn = marking.filter((term) => term.lrc !== 0 && spreadOf(contrasting, term) !== null);
  if (drawn.length === 0) return null;
  const count = (group: string): number => marking.filter(({ marks }) => marks === group).length;
  const [treated, reference] = held.groups;
  const shown = held.groups.flatMap(({ id }) => drawn.filter(({ marks }) => marks === id).slice(0, MOST_POINTS));
  return figure(
    setting,
    {
      id: 'keyness',
      data: 'keyness.csv',
      title: say.found(count(treated.id), sides.treated, count(reference.id), sides.reference),
      note: [say.figureNote(shown.length), basis(contrasting)].join(' '),
      legend: sideLegend(contrasting),
      ...restsOn(contrasting, []),
      places: { kind: 'articles', ids: [...new Set(shown.flatMap(({ examples }) => examples))].sort() },
    },
    (described) => ({ ...described, ...chart(contrasting, shown) }),
  );
}

/** DP in the group that the word marks. */
function spreadOf({ held }: Contrasting, { marks, treated, reference }: KeyTerm): number | null {
  return marks === held.groups[0].id ? treated.dp : reference.dp;
}

function chart(contrasting: Contrasting, shown: readonly KeyTerm[]): Omit<ScatterChart, 'id' | 'title'> {
  const { setting, sides } = contrasting;
  const say = setting.words.contrasts.keyness;
  const [own, other] = sidesOf(contrasting);
  const [treated, reference] = [half(contrasting, shown, own, 1), half(contrasting, shown, other, -1)];
  const points = interleave(treated.points, reference.points);
  const [left, right] = [Math.min(0, ...points.map(({ x }) => x)), Math.max(0, ...points.map(({ x }) => x))];
  const spreads = points.map(({ y }) => y);
  return {
    kind: 'scatter',
    description: say.describe(sides.treated, treated.told, sides.reference, reference.told),
    x: {
      label: say.x,
      ticks: axis(ticks(left, right, MOST_TICKS), (at) =>
        setting.words.numbers.decimal(Math.abs(at), at % 1 === 0 ? 0 : 1),
      ),
    },
    y: {
      label: say.y,
      ticks: axis(ticks(Math.min(...spreads), Math.max(...spreads), 5), (at) => setting.words.numbers.decimal(at, 2)),
    },
    sides: [say.sideLeft(sides.reference), say.sideRight(sides.treated)],
    points,
  };
}

interface Half {
  readonly points: ScatterChart['points'];
  readonly told: readonly string[];
}

/** The words of one side, which lie right (1) or left (-1) of zero. */
function half(contrasting: Contrasting, shown: readonly KeyTerm[], side: Side, direction: 1 | -1): Half {
  const terms = shown.filter(({ marks }) => marks === side.group);
  const points = terms.map((term, rank) => ({
    x: direction * Math.abs(term.lrc),
    y: spreadOf(contrasting, term)!,
    label: rank < LABELS_A_SIDE ? term.term : null,
    shape: side.shape,
    tone: side.tone,
  }));
  return { points, told: terms.slice(0, TOLD_A_SIDE).map((term) => told(contrasting, term)) };
}

function told(contrasting: Contrasting, term: KeyTerm): string {
  const { setting } = contrasting;
  const dp = measure(setting, spreadOf(contrasting, term));
  return setting.words.contrasts.keyness.describeTerm(term.term, measure(setting, Math.abs(term.lrc), 1), dp);
}

function axis(at: readonly number[], label: (at: number) => string): readonly Tick[] {
  return at.map((one) => ({ at: one, label: label(one) }));
}

/** The strongest of both sides first, so that both get the room for their labels. */
function interleave(one: ScatterChart['points'], other: ScatterChart['points']): ScatterChart['points'] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => [one[i], other[i]])
    .flat()
    .filter((point) => point !== undefined);
}
