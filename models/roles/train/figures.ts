import { classification } from '../../../pipeline/evaluate/classification.ts';
import { ROLES } from '../../../pipeline/score/cast/weights.ts';
import type { VectorOf } from '../../frames/train/kernel.ts';
import type { Corpus, Example } from './corpus.ts';
import { crossJudged, type Judged } from './folds.ts';
import { LEAST_ANY, LEAST_SHARE } from './model.ts';

/** Seeds of the draws of folds; figures are means over these. */
const SEEDS = [1, 2, 3] as const;

/** Prints what the model's card tells: five folds of articles, drawn three times; names only. */
export function printFigures(corpus: Corpus, vectorOf: VectorOf, say: (line: string) => void): void {
  const { examples, annotated, found } = corpus;
  const names = examples.filter(({ named }) => named);
  const cast = names.filter(({ parts }) => parts !== null);
  say(`${found} of ${annotated} annotated entities found; ${names.length} names, ${cast.length} of which play a part`);
  say(agreement(cast));
  const draws = SEEDS.map((seed) => crossJudged(corpus, vectorOf, seed));
  say(`which part, given that it plays one: ${summary(draws.map(given))}`);
  say(`all as the commonest part: ${summary([given(draws[0]!.map((one) => ({ ...one, shares: [0, 1, 0] })))])}`);
  say(`hero, villain, victim or none: ${summary(draws.map(ofFour))}`);
  for (const least of [0.4, 0.5, 0.6, 0.7]) say(sure(draws.flat(), least));
  say(calls(draws.flat()));
  for (const line of reliability(draws.flat())) say(line);
}

interface Rates {
  readonly macroF1: number;
  readonly accuracy: number;
}

function given(judged: readonly Judged[]): Rates {
  const cast = judged.filter(({ truth }) => truth !== null);
  return classification(
    cast.map((one) => ({ gold: one.truth, label: likeliest(one) })),
    [...ROLES.keys()],
  );
}

function ofFour(judged: readonly Judged[]): Rates {
  const labelled = judged.map((one) => ({ gold: one.truth, label: one.any < LEAST_ANY ? null : likeliest(one) }));
  return classification(labelled, [...ROLES.keys(), null]);
}

function summary(rates: readonly Rates[]): string {
  const each = rates.map(({ macroF1 }) => macroF1);
  const range = `${Math.min(...each).toFixed(1)} to ${Math.max(...each).toFixed(1)}`;
  return `macro F1 ${mean(each).toFixed(1)} (${range}), accuracy ${mean(rates.map(({ accuracy }) => accuracy)).toFixed(1)}`;
}

/** Of names that were given a part twice or more, how often two of these are the same. The gold does not tell who gave which. */
function agreement(cast: readonly Example[]): string {
  let [pairs, same] = [0, 0];
  for (const { parts } of cast) {
    const total = parts!.reduce((sum, count) => sum + count, 0);
    pairs += (total * (total - 1)) / 2;
    same += parts!.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  }
  return `people: of ${pairs} pairs of parts given to one name ${percent(same / pairs)} % are the same`;
}

function sure(judged: readonly Judged[], least: number): string {
  const cast = judged.filter(({ truth }) => truth !== null);
  const called = cast.filter((one) => Math.max(...one.shares) >= least);
  const right = called.filter((one) => likeliest(one) === one.truth).length / called.length;
  return `given a part, from ${least} on: ${percent(called.length / cast.length)} % called, ${percent(right)} % right`;
}

/** What the product calls: right, another part, none of the annotators' choice; and how many parts it finds. */
function calls(judged: readonly Judged[]): string {
  const called = judged.filter((one) => one.any >= LEAST_ANY && Math.max(...one.shares) >= LEAST_SHARE);
  const share = (test: (one: Judged) => boolean): string => percent(called.filter(test).length / called.length);
  const right = called.filter((one) => likeliest(one) === one.truth).length;
  const found = percent(right / judged.filter(({ truth }) => truth !== null).length);
  const other = share((one) => one.truth !== null && likeliest(one) !== one.truth);
  return `calls: ${(called.length / SEEDS.length).toFixed(0)} a draw, right ${percent(right / called.length)} %, another part ${other} %, nobody’s choice ${share(({ truth }) => truth === null)} %; ${found} % of the parts found`;
}

const BINS = 5;

/** How far the probability of any part, and that of the likeliest given one, hold what they say. */
function reliability(judged: readonly Judged[]): readonly string[] {
  const any = judged.map((one) => ({ p: one.any, right: one.truth !== null }));
  const cast = judged.filter(({ truth }) => truth !== null);
  const part = cast.map((one) => ({ p: Math.max(...one.shares), right: likeliest(one) === one.truth }));
  return [...bins('any part', any), ...bins('likeliest part', part)];
}

function bins(name: string, items: readonly { readonly p: number; readonly right: boolean }[]): readonly string[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const held = items.filter(({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)) === bin);
    if (held.length === 0) return [];
    const right = held.filter((one) => one.right).length / held.length;
    const range = `${(bin / BINS).toFixed(1)}–${((bin + 1) / BINS).toFixed(1)}`;
    return [
      `  ${name}  ${range}  ${held.length}  mean ${mean(held.map(({ p }) => p)).toFixed(3)}  true ${right.toFixed(3)}`,
    ];
  }).flat();
}

function likeliest({ shares }: Judged): number {
  return shares.indexOf(Math.max(...shares));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
