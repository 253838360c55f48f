import Sentiment from 'sentiment';
import { classification } from '../../../pipeline/evaluate/classification.ts';
import type { Example } from './corpus.ts';
import { FOLDS, heated, temperatureOf, type Judged } from './folds.ts';

/** An example with probabilities of its classes. */
interface Call {
  readonly label: number;
  readonly fold: number;
  readonly p: readonly number[];
}

/** The same examples judged by the linear model, by the networks that teach, by the one that was taught, and by what is in use. */
export interface Judgements {
  readonly linear: readonly Judged[];
  readonly teachers: readonly Judged[];
  readonly network: readonly Judged[];
  readonly joined: readonly Judged[];
}

/**
 * Prints what the model's card tells: five folds of NewsMTSC's train part, no sentence in two; each fold's temperature is
 * fitted on the other four. Features were chosen on folds 1 and 2, so the others are printed apart.
 */
export function printFigures(judgements: Judgements, say: (line: string) => void): void {
  say(`\`sentiment\`, sign of the sentence’s score: ${figures(baseline(judgements.linear))}`);
  for (const [name, judged] of NAMES.map((name) => [name, judgements[name]] as const)) {
    const calls = calibrated(judged);
    say(`${name}, all folds: ${figures(calls)}`);
    say(`${name}, folds 1 and 2: ${figures(calls.filter(({ fold }) => fold < CHOSEN_ON))}`);
    say(`${name}, folds 3 to 5: ${figures(calls.filter(({ fold }) => fold >= CHOSEN_ON))}`);
  }
  const calls = calibrated(judgements.joined);
  for (const least of [0.5, 0.6, 0.7, 0.8, 0.9]) say(`polar calls from ${least} on: ${polar(calls, least)}`);
  for (const line of reliability(calls)) say(line);
}

const NAMES = ['linear', 'teachers', 'network', 'joined'] as const;

const CHOSEN_ON = 2;

function calibrated(judged: readonly Judged[]): readonly Call[] {
  const temperatures = Array.from({ length: FOLDS }, (_, fold) =>
    temperatureOf(judged.filter((one) => one.fold !== fold)),
  );
  return judged.map(({ example, fold, scores }) => ({
    label: example.label,
    fold,
    p: heated(scores, temperatures[fold]!),
  }));
}

/** The package's own score of the whole sentence, deaf to the target: below 0, 0, above 0. */
function baseline(judged: readonly Judged[]): readonly Call[] {
  const afinn = new Sentiment();
  const callOf = ({ text }: Example): number => 1 + Math.sign(afinn.analyze(text).score);
  return judged.map(({ example, fold }) => ({
    label: example.label,
    fold,
    p: [0, 1, 2].map((k) => (k === callOf(example) ? 1 : 0)),
  }));
}

function figures(calls: readonly Call[]): string {
  const right = calls.filter((call) => called(call) === call.label).length / calls.length;
  const surest = [...calls].sort((a, b) => sureness(b) - sureness(a)).slice(0, Math.floor(calls.length / 2));
  const rest = `most confident half ${macroF1(surest)}; ${polar(calls, 0.7)}`;
  return `${calls.length} targets, macro F1 ${macroF1(calls)}, accuracy ${percent(right)}, ${rest}`;
}

function polar(calls: readonly Call[], least: number): string {
  const polarOnes = calls.filter((call) => called(call) !== 1 && sureness(call) >= least);
  const share = (test: (call: Call) => boolean): string => percent(polarOnes.filter(test).length / polarOnes.length);
  const found = polarOnes.filter((call) => called(call) === call.label).length;
  const recall = found / calls.filter(({ label }) => label !== 1).length;
  const wrong = share((call) => called(call) + call.label === 2 && call.label !== 1);
  return `${polarOnes.length} polar calls at p ≥ ${least}, right ${percent(found / polarOnes.length)}, wrong sign ${wrong}, recall ${percent(recall)}`;
}

function reliability(calls: readonly Call[]): readonly string[] {
  const lines = ['confidence  targets  mean confidence  right'];
  for (let bin = 3; bin < 10; bin++) {
    const held = calls.filter((call) => Math.min(9, Math.floor(sureness(call) * 10)) === bin);
    if (held.length === 0) continue;
    const sure = held.reduce((sum, call) => sum + sureness(call), 0) / held.length;
    const right = held.filter((call) => called(call) === call.label).length / held.length;
    lines.push(`0.${bin}–${((bin + 1) / 10).toFixed(1)}  ${held.length}  ${sure.toFixed(3)}  ${right.toFixed(3)}`);
  }
  return lines;
}

function called({ p }: Call): number {
  return p.indexOf(Math.max(...p));
}

function sureness({ p }: Call): number {
  return Math.max(...p);
}

/** Mean over the three classes, in per cent. */
export function macroF1(calls: readonly Pick<Call, 'label' | 'p'>[]): string {
  const labelled = calls.map(({ label, p }) => ({ gold: label, label: p.indexOf(Math.max(...p)) }));
  return classification(labelled, [0, 1, 2]).macroF1.toFixed(1);
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
