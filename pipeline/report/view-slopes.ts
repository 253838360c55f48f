import type { Contrast, Share } from '../model.ts';
import type { SlopeEnd, SlopesChart, Stroke } from './chart-types.ts';
import { basis, type Contrasting, intervalsOver, isTold, restsOn, shareInterval, shareText } from './contrasting.ts';
import { labelOf } from './contrast-names.ts';
import { found, percentTicks, sideLegend, sidesOf } from './view-contrast-figures.ts';
import { figure, type FigureView } from './view-parts.ts';

/** More lines than these are no picture. */
const MOST_LINES = 8;

/** Ticks of a panel’s scale, about. */
const MOST_TICKS = 5;

/** Who is given voice: of the words of others, the share of each source on both sides, joined by a line. `null` where no share has a value. */
export function slopesFigure(contrasting: Contrasting): FigureView | null {
  const { setting, held } = contrasting;
  const say = setting.words.figures.slopes;
  const valued = held.contrasts.filter(
    ({ family, treated, reference }) => family === 'sources' && (treated.value !== null || reference.value !== null),
  );
  if (valued.length === 0) return null;
  const topics = [...new Set(valued.map(({ topic }) => topic))];
  const panels = topics.map((topic) => ({ topic, drawn: inOrder(valued.filter((one) => one.topic === topic)) }));
  const drawn = panels.flatMap((panel) => panel.drawn);
  const cut = drawn.length < valued.length ? [say.cut(drawn.length, valued.length)] : [];
  return figure(
    setting,
    {
      id: 'slopes',
      data: 'contrasts.csv',
      title: found(contrasting, drawn) ?? say.none,
      note: [say.note, ...cut, intervalsOver(contrasting), basis(contrasting)].join(' '),
      legend: sideLegend(contrasting),
      ...restsOn(contrasting, drawn),
    },
    (described): SlopesChart => ({
      ...described,
      kind: 'slopes',
      description: say.describe(panels.map((panel) => describePanel(contrasting, panel))),
      sides: sidesOf(contrasting).map(({ name, shape, tone }) => ({ label: name, shape, tone })),
      panels: panels.map((panel) => panelOf(contrasting, panel)),
    }),
  );
}

interface Panel {
  readonly topic: string;
  readonly drawn: readonly Contrast[];
}

/** What is told apart first, then the largest shares. */
function inOrder(contrasts: readonly Contrast[]): readonly Contrast[] {
  const size = ({ treated, reference }: Contrast): number => Math.max(treated.value ?? 0, reference.value ?? 0);
  return [...contrasts]
    .sort((a, b) => Number(isTold(b)) - Number(isTold(a)) || size(b) - size(a) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LINES);
}

function panelOf({ setting }: Contrasting, { topic, drawn }: Panel): SlopesChart['panels'][number] {
  const say = setting.words.figures.slopes;
  const bounds = drawn.flatMap(({ treated, reference }) =>
    [treated, reference].flatMap(({ value, interval }) => [value ?? 0, interval?.[1] ?? 0]),
  );
  return {
    heading: say.heading(topic),
    ticks: percentTicks(setting.words, Math.max(...bounds), MOST_TICKS),
    lines: drawn.map((contrast) => ({
      labels: [
        say.left(labelOf(setting.words, contrast), shareText(setting, contrast.treated.value)),
        say.right(labelOf(setting.words, contrast), shareText(setting, contrast.reference.value)),
      ],
      ends: [endOf(contrast.treated), endOf(contrast.reference)],
      stroke: strokeOf(contrast.verdict),
    })),
  };
}

function endOf({ value, interval }: Share): SlopeEnd {
  return value === null ? null : { at: value, interval };
}

function strokeOf(verdict: Contrast['verdict']): Stroke {
  if (isTold({ verdict })) return 'told';
  return verdict === 'too little' ? 'little' : 'untold';
}

function describePanel({ setting, sides }: Contrasting, { topic, drawn }: Panel): string {
  const { figures, contrasts } = setting.words;
  const say = figures.slopes;
  const told = (name: string, { value, interval }: Share): string =>
    contrasts.blocks.describeRow(
      name,
      shareText(setting, value),
      interval === null ? null : shareInterval(setting, interval),
      [],
    );
  const lines = drawn.map((contrast) =>
    say.line(
      labelOf(setting.words, contrast),
      told(sides.treated, contrast.treated),
      told(sides.reference, contrast.reference),
      contrasts.verdicts[contrast.verdict],
    ),
  );
  return say.panel(say.heading(topic), lines);
}
