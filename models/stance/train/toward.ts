import type { Stance } from '../../../pipeline/model.ts';
import { readOwnSeeds } from '../../../pipeline/read/inputs.ts';
import { oddsOf, SIGNALS, type Coefficients } from '../../../pipeline/score/odds.ts';
import { directedCases, type Directed } from './directed.ts';
import { toErrors, WIDTH } from './gradient.ts';
import { minimise } from './minimise.ts';

/** `SHRINKAGE` / 2 of each coefficient squared is added to the summed log-loss. */
const SHRINKAGE = 1;
const ROUNDS = 300;
const FOLDS = 5;

/**
 * Fits how a stance is told from signals (`pipeline/score/coefficients.ts`) on directed sentiments, and prints what it is worth on
 * folds that it was not fitted on, then the coefficients. `folder` holds `directed-sentiment/train.tsv`.
 */
export function printToward(folder: string, say: (line: string) => void): void {
  const cases = directedCases(`${folder}/directed-sentiment/train.tsv`, readOwnSeeds());
  const counts = NAMES.map((name, label) => `${name} ${cases.filter((one) => one.label === label).length}`);
  say(`${cases.length} cases: ${counts.join(', ')}`);
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const coefficients = fitted(cases.filter(({ group }) => group % FOLDS !== fold));
    return cases
      .filter(({ group }) => group % FOLDS === fold)
      .map(({ signals, label, ruled }): Judged => ({
        label,
        p: oddsOf(signals, coefficients),
        ruled: ruled?.p ?? null,
      }));
  }).flat();
  for (const threshold of THRESHOLDS) say(lineAt(judged, threshold));
  say('rules first, as in use:');
  const used = judged.map((one) => ({ ...one, p: one.ruled ?? one.p }));
  for (const threshold of THRESHOLDS) say(lineAt(used, threshold));
  for (const line of tiesOf(cases)) say(line);
  for (const line of reliability(judged)) say(line);
  for (const row of fitted(cases)) say(`  [${row.map((value) => Math.round(value * 100) / 100).join(', ')}],`);
}

const THRESHOLDS = [0, 0.4, 0.5, 0.6, 0.7, 0.8];

interface Judged {
  readonly label: Directed['label'];
  readonly p: Stance['p'];
  readonly ruled: Stance['p'] | null;
}

const NAMES = ['opposes', 'neither', 'supports'] as const;

/** Multinomial logistic regression; one row of coefficients a side. */
function fitted(cases: readonly Directed[]): Coefficients {
  const loss = (at: Float64Array, slope: Float64Array): number => {
    let sum = 0;
    at.forEach((weight, k) => {
      slope[k] = SHRINKAGE * weight;
      sum += (SHRINKAGE / 2) * weight * weight;
    });
    for (const { signals, label } of cases) {
      const scores = new Float64Array(WIDTH);
      signals.forEach((value, n) => {
        for (let k = 0; k < WIDTH; k++) scores[k]! += value * at[n * WIDTH + k]!;
      });
      sum += toErrors(scores, label);
      signals.forEach((value, n) => {
        for (let k = 0; k < WIDTH; k++) slope[n * WIDTH + k]! += value * scores[k]!;
      });
    }
    return sum;
  };
  const weights = minimise(loss, SIGNALS * WIDTH, ROUNDS);
  return Array.from({ length: WIDTH }, (_, k) => Array.from({ length: SIGNALS }, (__, n) => weights[n * WIDTH + k]!));
}

function lineAt(judged: readonly Judged[], threshold: number): string {
  const calls = judged.map(({ label, p }) => {
    const most = Math.max(...p);
    return { label, call: most < threshold ? 1 : p.indexOf(most), isCalled: most >= threshold };
  });
  const f1 = NAMES.map((_, side) => {
    const both = calls.filter(({ label, call }) => label === side && call === side).length;
    const either =
      calls.filter(({ label }) => label === side).length + calls.filter(({ call }) => call === side).length;
    return (2 * both) / either;
  });
  const sides = calls.filter(({ call }) => call !== 1);
  const share = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;
  const right = share(sides.filter(({ label, call }) => label === call).length, sides.length);
  const wrong = share(sides.filter(({ label, call }) => label !== 1 && label !== call).length, sides.length);
  const macro = ((100 * (f1[0]! + f1[1]! + f1[2]!)) / WIDTH).toFixed(1);
  const called = share(calls.filter(({ isCalled }) => isCalled).length, calls.length);
  return `threshold ${threshold}: macro F1 ${macro}, called ${called}, ${sides.length} sides taken, right ${right}, wrong sign ${wrong}`;
}

/** What those who are tied so are to the speaker by the gold. */
function tiesOf(cases: readonly Directed[]): readonly string[] {
  const ties = [...new Set(cases.flatMap(({ ruled }) => ruled?.ties ?? []))].sort();
  return ties.map((tie) => {
    const tied = cases.filter(({ ruled }) => ruled?.ties.includes(tie) === true);
    const counts = NAMES.map((name, label) => `${name} ${tied.filter((one) => one.label === label).length}`);
    return `${tie}: ${counts.join(', ')}`;
  });
}

/** How often the likeliest side is right, by its probability. */
function reliability(judged: readonly Judged[]): readonly string[] {
  const bins = [3, 4, 5, 6, 7, 8, 9].map((bin) => judged.filter(({ p }) => Math.floor(10 * Math.max(...p)) === bin));
  return bins.flatMap((bin, n) => {
    if (bin.length === 0) return [];
    const mean = bin.reduce((sum, { p }) => sum + Math.max(...p), 0) / bin.length;
    const right = bin.filter(({ label, p }) => p.indexOf(Math.max(...p)) === label).length / bin.length;
    return [`.${n + 3}: ${bin.length} cases, mean ${mean.toFixed(3)}, right ${right.toFixed(3)}`];
  });
}
