import { classification, type Labelled } from '../../../pipeline/evaluate/classification.ts';
import { alphaInterval, countsOf, nominalAlpha } from '../../../pipeline/stats/alpha.ts';
import { randomOf } from '../../attribution/train/random.ts';
import { readCoded, SIDES, type Coded, type Side } from './passes.ts';
import { VARIABLES, type Coding } from './rows.ts';

/** Draws of the bootstrap, and the seed of each. */
const DRAWS = 2000;
const SEED = 1;

type Variable = (typeof VARIABLES)[number];

/** A row's two codings. */
type Pair = readonly [first: Coding, second: Coding];

/**
 * Prints what each pass found and how far the two agree: for each variable the share of equal values, alpha with its 95 %
 * interval, and the disagreements by kind; for stance also the second pass scored against the first, as a program is.
 */
export function printAgreement(folder: string, say: (line: string) => void): void {
  const coded = readCoded(folder);
  const pairs = coded.flatMap(({ first, second }): Pair[] => (second === null ? [] : [[first, second]]));
  for (const line of distributions(coded, 'pass 1', ({ first }) => first)) say(line);
  if (pairs.length === 0) {
    say('There is no pass-2.jsonl yet: agreement cannot be told.');
    return;
  }
  for (const line of distributions(coded, 'pass 2', ({ second }) => second!)) say(line);
  for (const variable of VARIABLES) for (const line of agreement(pairs, variable)) say(line);
  say(passAgainstPass(pairs));
}

/** Counts of each value, over all rows and for each group. */
function distributions(coded: readonly Coded[], title: string, codingOf: (one: Coded) => Coding): readonly string[] {
  const groups = [...countsOf(coded.map(({ row }) => row.group)).keys()];
  return VARIABLES.map((variable) => {
    const counts = (some: readonly Coded[]): string =>
      shown(countsOf(some.map((one) => String(codingOf(one)[variable]))), ', ');
    const each = groups.map((group) => `${group}: ${counts(coded.filter(({ row }) => row.group === group))}`);
    return `${title}, ${variable}: ${counts(coded)} (${each.join('; ')})`;
  });
}

function shown(counts: ReadonlyMap<string, number>, glue: string): string {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value, count]) => `${value} ${count}`)
    .join(glue);
}

function agreement(pairs: readonly Pair[], variable: Variable): readonly string[] {
  const units = pairs.map((pair) => pair.map((coding) => String(coding[variable])));
  const unlike = units.filter(([a, b]) => a !== b);
  const equal = (100 * (units.length - unlike.length)) / units.length;
  const interval = alphaInterval(units, DRAWS, randomOf(SEED))?.map((alpha) => alpha.toFixed(2)) ?? ['–'];
  const alpha = nominalAlpha(units)?.toFixed(2) ?? '–';
  const line = `${variable}: ${units.length} rows, equal ${equal.toFixed(1)} %, alpha ${alpha} (${interval.join(' to ')})`;
  const kinds = countsOf(unlike.map(([a, b]) => `${a!} → ${b!}`));
  return [line, ...(unlike.length === 0 ? [] : [`  pass 1 → pass 2: ${shown(kinds, '; ')}`])];
}

function passAgainstPass(pairs: readonly Pair[]): string {
  const judged = pairs.filter((pair) => pair.every((one) => one.stance !== 'cannot tell' && one.holderRight));
  const items = judged.map(([{ stance }, second]) => ({ gold: stance, label: second.stance }) as Labelled<Side>);
  const polar = items.filter(({ gold, label }) => gold !== 'neither' && label !== 'neither');
  const turned = polar.filter(({ gold, label }) => gold !== label).length;
  const { macroF1, n } = classification(items, SIDES);
  return `pass 2 against pass 1: ${n} rows, macro F1 ${macroF1}; opposite sides ${turned} of ${polar.length} where both take one`;
}
