import type { IssueCode } from '../issue.ts';
import { blocksOf, type Contrasting } from './contrasting.ts';
import { FRAME_RELIABILITY } from './frame-reliability.ts';
import type { Setting } from './setting.ts';
import { type Cell, plain } from './view-parts.ts';

/** What must be known before the numbers, and where it is told at length. */
export interface AlertView {
  readonly text: string;
  readonly link: Cell;
}

/** What the first page warns of, the weightiest first: articles that are missing, sides and readings that bear little, odd input by kind. */
export function alerts(setting: Setting, contrasting: Contrasting | null): readonly AlertView[] {
  const { words, result } = setting;
  const say = words.alerts;
  const { issues, quarantined, study } = result;
  const met = plain(say.which, '#warnings');
  const few = tooFew(setting, contrasting);
  const untold = contrasting === null ? [] : unreliable(contrasting);
  const kinds = [...counted(issues.map(({ code }) => code))].sort((a, b) => weightOf(a[0]) - weightOf(b[0]));
  const grave = kinds.filter(([code]) => GRAVE.includes(code)).map(([code, n]) => say.kind(code, n));
  const light = kinds.filter(([code]) => !GRAVE.includes(code)).map(([code, n]) => say.kind(code, n));
  return [
    ...(quarantined.length > 0 ? [{ text: say.aside(quarantined.length), link: met }] : []),
    ...(grave.length > 0 ? [{ text: say.grave(grave), link: met }] : []),
    ...(few.length > 0 ? [{ text: say.few(few, study.minimum.outlets), link: plain(say.may, '#claiming') }] : []),
    ...(untold.length > 0 ? [{ text: say.untold(untold), link: plain(say.how, '#table-frame-reliability') }] : []),
    ...(light.length > 0 ? [{ text: say.light(light), link: met }] : []),
  ];
}

/** Kinds of odd input by which words or articles are missing from the numbers, or a wish of the study goes unanswered. */
const GRAVE: readonly string[] = [
  'article-failed',
  'article-not-utf8',
  'article-line',
  'article-front-matter',
  'article-empty',
  'article-without-words',
  'article-duplicate-id',
  'text-not-english',
  'contrast-unknown',
] satisfies readonly IssueCode[];

/** Marks of quotations that the text leaves open come last: there are many, and each costs a paragraph at most. */
const SLIGHT: readonly string[] = ['quotation-stray', 'quotation-unclosed'] satisfies readonly IssueCode[];

function weightOf(code: string): number {
  if (GRAVE.includes(code)) return GRAVE.indexOf(code);
  return GRAVE.length + (SLIGHT.includes(code) ? 1 + SLIGHT.indexOf(code) : 0);
}

function counted(codes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Groups with fewer outlets than the study asks for, by what they publish or by what reaches the reader through them. */
function tooFew({ result }: Setting, contrasting: Contrasting | null): readonly string[] {
  const sides = contrasting?.held.groups.filter((_, i) => contrasting.few[i === 0 ? 'treated' : 'reference']) ?? [];
  const lacking = result.comparison.groups.filter(
    ({ group, outlets }) => group !== null && outlets.length < result.study.minimum.outlets,
  );
  return [...new Set([...sides, ...lacking].map(({ label }) => label))];
}

/** Frames among the contrasts that the report shows which the model tells too badly for the study’s least reliability. */
function unreliable(contrasting: Contrasting): readonly string[] {
  const { words, result } = contrasting.setting;
  const shown = blocksOf(contrasting).flatMap((block) => (block.family === 'frames' ? block.shown : []));
  const { reliability } = result.study.comparison;
  return FRAME_RELIABILITY.filter(
    ({ frame, macroF1 }) => macroF1 < reliability && shown.some(({ topic }) => topic === frame),
  ).map(({ frame }) => words.contrasts.reliability.frames.names[frame]);
}
