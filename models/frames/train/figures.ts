import { classification } from '../../../pipeline/evaluate/classification.ts';
import type { FrameReliability } from '../../../pipeline/model.ts';
import { FRAMES } from '../../../pipeline/score/frames/weights.ts';
import { agreementOn } from './agreement.ts';
import type { Example } from './corpus.ts';
import { crossJudged, type Judged } from './folds.ts';
import type { VectorOf } from './kernel.ts';

/** Seeds of the draws of folds; figures are means over these. */
const SEEDS = [1, 2, 3, 4, 5] as const;

/** The judgements of one frame, a list for each draw of folds. */
type Draws = readonly (readonly Judged[])[];

/** Judges all articles under each draw of folds, prints the table of the model's card, and returns it. */
export function reliabilities(
  examples: readonly Example[],
  vectorOf: VectorOf,
  say: (line: string) => void,
): readonly FrameReliability[] {
  const draws = SEEDS.map((seed) => crossJudged(examples, vectorOf, seed));
  return FRAMES.map((frame, k) => {
    const own = draws.map((judged) => judged[k]!);
    const rates = own.map(ratesOf);
    const found = {
      frame,
      articles: examples.length,
      present: examples.filter(({ truth }) => truth[k]).length,
      macroF1: rounded(mean(rates.map(({ macroF1 }) => macroF1)) / 100),
      accuracy: rounded(mean(rates.map(({ accuracy }) => accuracy)) / 100),
      human: roundedAll(agreementOn(examples, frame)),
    };
    for (const line of linesOf(found, own)) say(line);
    return found;
  });
}

function ratesOf(judged: readonly Judged[]): { readonly macroF1: number; readonly accuracy: number } {
  const labelled = judged.map(({ truth, present }) => ({ gold: truth, label: present }));
  return classification(labelled, [true, false]);
}

function linesOf(
  { frame, present, articles, macroF1, accuracy, human }: FrameReliability,
  draws: Draws,
): readonly string[] {
  const each = draws.map((judged) => ratesOf(judged).macroF1);
  const spread = `${Math.min(...each).toFixed(1)} to ${Math.max(...each).toFixed(1)}`;
  const called = mean(draws.map((judged) => judged.filter((one) => one.present).length));
  const shares = `${present} of ${articles} have it, ${called.toFixed(1)} are called`;
  const people = `people: macro F1 ${percent(human.macroF1)}, agreement ${percent(human.agreement)}, alpha ${human.alpha.toFixed(2)}`;
  return [
    `${frame}: macro F1 ${percent(macroF1)} (${spread}), accuracy ${percent(accuracy)}; ${shares}; always the commoner: macro F1 ${commoner(present, articles)}; ${people}`,
    ...reliability(draws.flat()),
  ];
}

/** Macro F1 of calling all as most are. */
function commoner(present: number, articles: number): string {
  const most = Math.max(present, articles - present);
  return (100 * (most / (most + articles))).toFixed(1);
}

const BINS = 5;

/** For each fifth of the scale of probability how many judgements are in it, what they say on average, and how many have the frame. */
function reliability(judged: readonly Judged[]): readonly string[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const held = judged.filter(({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)) === bin);
    if (held.length === 0) return [];
    const share = held.filter(({ truth }) => truth).length / held.length;
    const range = `${(bin / BINS).toFixed(1)}–${((bin + 1) / BINS).toFixed(1)}`;
    return [`  ${range}  ${held.length}  mean ${mean(held.map(({ p }) => p)).toFixed(3)}  have it ${share.toFixed(3)}`];
  }).flat();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function roundedAll({ macroF1, agreement, alpha }: FrameReliability['human']): FrameReliability['human'] {
  return { macroF1: rounded(macroF1), agreement: rounded(agreement), alpha: rounded(alpha) };
}
