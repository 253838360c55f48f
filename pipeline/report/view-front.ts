import type { Share } from '../model.ts';
import { type Contrasting, nameOf, shareInterval, shareText } from './contrasting.ts';
import { alerts, type AlertView } from './view-alerts.ts';
import { chainFigure } from './view-chain.ts';
import type { ClaimView, DiffersView } from './view-differs.ts';
import { mainFigure } from './view-front-figure.ts';
import { guide, partsWithin } from './view-guide.ts';
import type { SentenceView } from './view-ledger.ts';
import { type Cell, type FigureView, plain } from './view-parts.ts';
import type { SummaryView } from './view-summary.ts';
import type { Setting, StatedView } from './setting.ts';

/** A sentence that answers the study’s question, with its uncertainty where it has one. It stands in its section as well, and there bears its number. */
export interface PointView {
  readonly text: string;
  readonly stated: Pick<StatedView, 'text' | 'href'>;
  readonly fact: string | null;
}

/** The first page: what must be known before all else, the study’s question answered, and the figure that shows it. */
export interface FrontView {
  readonly id: string;
  readonly title: string;
  readonly warnings: readonly AlertView[];
  readonly points: readonly PointView[];
  /** Why no more is said; empty where something is claimed. */
  readonly reasons: readonly string[];
  readonly more: Cell;
  /** What the figure shows. */
  readonly guide: readonly Cell[];
  /** `null` where there is neither a contrast nor a chain to draw. */
  readonly figure: FigureView | null;
}

/** The figure of the first page, and whether it is the chain of voice, which then stands nowhere else. */
export interface FrontFigure {
  readonly figure: FigureView | null;
  readonly shows: 'contrasts' | 'chain' | 'nothing';
}

/** More would be no answer in short. */
const MOST_POINTS = 4;
/** What fits beside the words on one page. */
const MOST_LINKS = 16;

/** The main contrasts where there are any, else the chain of voice: built before all other figures, for it is the first. */
export function frontFigure(setting: Setting, contrasting: Contrasting | null): FrontFigure {
  const figure = contrasting === null ? null : mainFigure(contrasting);
  if (figure !== null) return { figure, shows: 'contrasts' };
  const { chain } = setting.result.comparison;
  if (chain.length === 0) return { figure: null, shows: 'nothing' };
  return { figure: chainFigure(setting, MOST_LINKS), shows: 'chain' };
}

/** The first page, from the parts that state what it says. */
export function front(
  setting: Setting,
  contrasting: Contrasting | null,
  figure: FigureView | null,
  { summary, differs }: { readonly summary: SummaryView; readonly differs: DiffersView },
): FrontView {
  const say = setting.words.front;
  const claimed = differs.claims.slice(0, MOST_POINTS).map((claim) => pointOf(contrasting, claim));
  const isClaimed = claimed.length > 0;
  return {
    id: 'in-short',
    title: say.title,
    warnings: alerts(setting, contrasting),
    points: isClaimed ? claimed : described(setting, summary),
    reasons: isClaimed ? [] : summary.claims.reasons,
    more: isClaimed ? plain(say.more, '#differs') : plain(say.whole, '#summary'),
    guide: guide(setting, partsWithin(figure)),
    figure,
  };
}

/** A claim in few words: what it counts, and its share in either group with the interval. */
function pointOf(contrasting: Contrasting | null, { contrast: of, stated, facts }: ClaimView): PointView {
  const contrast = contrasting?.held.contrasts.find(({ id }) => id === of);
  if (contrasting == null || contrast === undefined) throw new Error(`A claim has no contrast: ${of}`);
  const { setting, sides } = contrasting;
  const share = ({ value, interval }: Share): string =>
    setting.words.front.share(shareText(setting, value), interval === null ? null : shareInterval(setting, interval));
  const short = setting.words.front.claim(
    setting.words.contrasts.families[contrast.family],
    nameOf(contrasting, contrast),
    sides.treated,
    share(contrast.treated),
    sides.reference,
    share(contrast.reference),
  );
  return { text: short, stated, fact: facts[0] ?? null };
}

/** What a description may say: how much is someone else’s word, and whose. */
function described({ words, ledger }: Setting, { paragraphs }: SummaryView): readonly PointView[] {
  const { statistics } = words.ledger;
  const wanted: readonly string[] = [statistics.reported, statistics.top, statistics.relays, statistics.stance];
  const isWanted = ({ stated }: SentenceView): boolean =>
    ledger.some(({ id, statistic }) => id === stated.text && wanted.includes(statistic));
  return paragraphs
    .flat()
    .filter(isWanted)
    .map(({ text, stated }) => ({ text, stated, fact: null }));
}
