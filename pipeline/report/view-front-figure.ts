import type { Contrast } from '../model.ts';
import { unitOf } from './contrast-names.ts';
import { basis, type Contrasting, fullNameOf, intervalsOver, isTold, restsOn } from './contrasting.ts';
import { dots, found, groupRow, sideLegend, sidesOf } from './view-contrast-figures.ts';
import { toldClaims } from './view-differs.ts';
import { figure, type FigureView } from './view-parts.ts';

/** As many as the sentences beside it. */
const MOST = 4;

/**
 * The main contrasts as two marks with intervals each, in the order of the sentences beside them: those that the study named,
 * then others that are told apart.
 * `null` where none has a value in both groups.
 */
export function mainFigure(contrasting: Contrasting): FigureView | null {
  const all = chosen(contrasting);
  if (all.length === 0) return null;
  const { setting } = contrasting;
  const { words } = setting;
  const say = words.front.figure;
  const drawn = all.slice(0, MOST);
  const units = [...new Set(drawn.map((one) => unitOf(words, one)))];
  const cut = drawn.length < all.length ? [say.cut(drawn.length, all.length)] : [];
  const sections = drawn.map((contrast) => ({
    heading: fullNameOf(contrasting, contrast),
    rows: sidesOf(contrasting).map((side) => groupRow(contrasting, { ...contrast, outlets: [] }, side)),
  }));
  const { blocks } = words.contrasts;
  const finding = found(contrasting, drawn);
  return figure(
    setting,
    {
      id: 'main',
      data: 'contrasts.csv',
      title: finding === null ? say.none(drawn.length) : say.found(finding),
      note: [say.note(units), ...cut, intervalsOver(contrasting), basis(contrasting)].join(' '),
      legend: sideLegend(contrasting),
      ...restsOn(contrasting, drawn),
    },
    (described) => ({
      ...described,
      ...dots(contrasting, units.length === 1 ? blocks.axis(units[0]!) : blocks.axisMixed, sections),
    }),
  );
}

/** What the study named, filled up with what else is told apart, in the order of the sentences beside it; what is not told comes last. */
function chosen(contrasting: Contrasting): readonly Contrast[] {
  const { held, main } = contrasting;
  const order = toldClaims(contrasting).map(({ contrast }) => contrast);
  const place = ({ id }: Contrast): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const valued = (one: Contrast): boolean => one.treated.value !== null && one.reference.value !== null;
  const size = ({ difference }: Contrast): number => Math.abs(difference ?? 0);
  const named = main.filter(valued).sort((a, b) => place(a) - place(b));
  const others = held.contrasts
    .filter((one) => isTold(one) && valued(one) && !main.includes(one))
    .sort((a, b) => place(a) - place(b) || size(b) - size(a));
  const room = Math.max(0, MOST - named.length);
  const all = [...named, ...(named.length === 0 ? others : others.slice(0, room))];
  return all.sort((a, b) => place(a) - place(b));
}
