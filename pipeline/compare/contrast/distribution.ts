import type { Interval } from '../../model.ts';
import { percentileInterval } from '../../stats/bca.ts';
import { grouped } from '../grouped.ts';
import { byCodeUnit } from '../order.ts';
import type { Resampling } from './resample.ts';
import type { Unit } from './units.ts';

const LEVEL = 0.95;
/** So many samples are looked at in one go: a table of all samples of thousands of speakers would fill hundreds of megabytes. */
const SAMPLES_A_TABLE = 50;

/** Things that stand in units, each of a category and of a size in whole numbers. */
export interface Distributed<T extends { readonly unit: number }> {
  readonly things: readonly T[];
  readonly categoryOf: (thing: T) => string;
  readonly amountOf: (thing: T) => number;
}

/** A statistic of the data, and its 95 % percentile interval over the samples in which it can be told; `null` where it never can. */
export interface Resampled {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/**
 * A statistic of how things are distributed over categories in each of `groups`: over the data, and over the bootstrap's samples. It is
 * given the amounts of all categories, in code-unit order, one column a group.
 */
export function resampled<T extends { readonly unit: number }>(
  { things, categoryOf, amountOf }: Distributed<T>,
  units: readonly Unit[],
  groups: readonly string[],
  { replicates, weights }: Resampling,
  statistic: (columns: readonly Float64Array[]) => number | null,
): Resampled {
  const rows = [...grouped(things, categoryOf)].sort(([a], [b]) => byCodeUnit(a, b)).map(([, row]) => row);
  const values: (number | null)[] = [];
  const tables = groups.map(() => new Float64Array(SAMPLES_A_TABLE * rows.length));
  for (let from = DATA; from < replicates; from += SAMPLES_A_TABLE) {
    const samples = Math.min(SAMPLES_A_TABLE, replicates - from);
    for (const table of tables) table.fill(0);
    rows.forEach((row, category) => {
      for (const thing of row) {
        const table = tables[groups.indexOf(units[thing.unit]!.group)]!;
        const [drawn, amount] = [weights[thing.unit]!, amountOf(thing)];
        if (from === DATA) table[category]! += amount;
        for (let i = Number(from === DATA); i < samples; i++) {
          const weight = drawn[from + i]!;
          if (weight !== 0) table[i * rows.length + category]! += amount * weight;
        }
      }
    });
    for (let i = 0; i < samples; i++) {
      values.push(statistic(tables.map((table) => table.subarray(i * rows.length, (i + 1) * rows.length))));
    }
  }
  return intervalOf(values);
}

/** The sample that is the data. */
const DATA = -1;

function intervalOf([value, ...samples]: readonly (number | null)[]): Resampled {
  const told = samples.filter((one) => one !== null);
  return { value: value!, interval: percentileInterval(Float64Array.from(told).sort(), LEVEL) };
}
