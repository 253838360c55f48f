import type { ComparisonPlan, Multiverse, Name, Specification, Voice } from '../../model.ts';
import type { Measure, Amounts } from './measure.ts';
import { without } from './measure.ts';
import type { Ground } from './naming-measures.ts';
import { ratioOver, valueOf } from './sums.ts';
import { speaks, type Unit } from './units.ts';
import { original, present, tally, type Test } from './uses.ts';
import { variantsOf, type Variant } from './variants.ts';

/** A main contrast as words to look for: the names of its set and the one that is counted, or a word followed by article. */
export interface WordQuestion {
  readonly names: readonly Name[];
  readonly name: string;
  readonly of: 'uses' | 'articles';
}

type Choice = Omit<Specification, 'difference'>;

/**
 * A main contrast under every reasonable way to compute it (Steegen, Tuerlinckx, Gelman & Vanpaemel 2016), and the share of
 * ways that agree in direction. A contrast of words varies in all respects; any other in repeats, unit and window, since
 * case and tokens do not touch it and its voice is part of its question.
 */
export function multiverse(
  measure: Measure,
  question: WordQuestion | null,
  ground: Ground,
  groups: readonly [treated: string, reference: string],
): Multiverse {
  const ways = question === null ? asMeasured(measure, ground.voice) : asWords(question, ground);
  const windows = windowsOf(ground.units);
  const weighed = question?.of === 'articles' ? UNITS.filter((unit) => unit !== 'uses') : UNITS;
  const found = ways.flatMap(({ amounts, ...choice }) =>
    weighed.flatMap((unit) =>
      windows.map(({ window, holds }): Specification => {
        const difference = differenceOf(amounts, ground.units, groups, unit, holds);
        return { ...choice, unit, window, difference };
      }),
    ),
  );
  const specifications = mainFirst(found, { ...MAIN, voice: ground.voice, unit: question?.of ?? 'uses' });
  return { contrast: measure.id, specifications, sameSign: sameSign(specifications) };
}

const UNITS = ['uses', 'articles', 'outlets'] as const;
const MAIN = { repeats: 'left out', letterCase: 'as written', tokens: 'words', window: 'whole' } as const;

type Way = Omit<Choice, 'unit' | 'window'> & { readonly amounts: Amounts };

function asMeasured({ amounts, before }: Measure, voice: ComparisonPlan['voice']): readonly Way[] {
  const { letterCase, tokens } = MAIN;
  return [
    { voice, repeats: 'left out', letterCase, tokens, amounts: amounts() },
    { voice, repeats: 'kept', letterCase, tokens, amounts: before() },
  ];
}

function asWords({ names, name, of }: WordQuestion, { units, repeats, voice }: Ground): readonly Way[] {
  const isOriginal = original(repeats);
  const voices = [...new Set<Voice | 'all'>([voice, 'all'])];
  return variantsOf(names, units).flatMap(({ uses, letterCase, tokens }: Variant) =>
    voices.flatMap((spoken) =>
      REPEATS.map((kept): Way => {
        const counts: Test = (unit, token) =>
          (kept === 'kept' || isOriginal(unit, token)) && speaks(units[unit]!, token, spoken);
        const hit: Test = (_unit, _token, found) => found === name;
        const counted = of === 'uses' ? tally(uses, counts, hit) : present(uses, counts);
        const amounts = kept === 'kept' ? counted : without(repeats.copied, counted);
        return { voice: spoken, repeats: kept, letterCase, tokens, amounts };
      }),
    ),
  );
}

const REPEATS = ['left out', 'kept'] as const;

interface Window {
  readonly window: Specification['window'];
  readonly holds: (unit: number) => boolean;
}

/** The whole, and the halves before and from the middle article's date. */
function windowsOf(units: readonly Unit[]): readonly Window[] {
  const dates = units.flatMap(({ date }) => date ?? []).sort();
  const middle = dates[dates.length >> 1] ?? '';
  const dated = (unit: number): string => units[unit]!.date ?? '';
  return [
    { window: 'whole', holds: () => true },
    { window: 'first half', holds: (unit) => dated(unit) !== '' && dated(unit) < middle },
    { window: 'second half', holds: (unit) => dated(unit) !== '' && dated(unit) >= middle },
  ];
}

function differenceOf(
  amounts: Amounts,
  units: readonly Unit[],
  groups: readonly [treated: string, reference: string],
  unit: Specification['unit'],
  holds: (unit: number) => boolean,
): number | null {
  const [one, two] = groups.map((group) => {
    const on = (i: number): boolean => holds(i) && units[i]!.group === group;
    if (unit === 'uses') return ratioOver(amounts, on);
    return meanOver(amounts, on, unit === 'articles' ? (i) => String(i) : (i) => units[i]!.outlet.id);
  });
  return one === null || one === undefined || two === null || two === undefined ? null : one - two;
}

/** Mean of the ratios of clusters that have anything to count; `null` of none. */
function meanOver(amounts: Amounts, on: (unit: number) => boolean, clusterOf: (unit: number) => string): number | null {
  const clusters = new Map<string, { numerator: number; denominator: number }>();
  amounts.denominator.forEach((whole, i) => {
    if (whole === 0 || !on(i)) return;
    const known = clusters.get(clusterOf(i)) ?? { numerator: 0, denominator: 0 };
    clusters.set(clusterOf(i), known);
    known.numerator += amounts.numerator[i]!;
    known.denominator += whole;
  });
  const values = [...clusters.values()].map((cluster) => valueOf(cluster)!);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function mainFirst(specifications: readonly Specification[], main: Choice): readonly Specification[] {
  const isMain = (one: Specification): boolean =>
    (Object.keys(main) as (keyof Choice)[]).every((key) => one[key] === main[key]);
  return [...specifications.filter(isMain), ...specifications.filter((one) => !isMain(one))];
}

function sameSign(specifications: readonly Specification[]): number | null {
  const computed = specifications.flatMap(({ difference }) => difference ?? []);
  const main = specifications[0]?.difference ?? null;
  if (main === null || computed.length === 0) return null;
  return computed.filter((value) => Math.sign(value) === Math.sign(main)).length / computed.length;
}
