import type { Interval } from '../../model.ts';
import { percentileInterval } from '../../stats/bca.ts';
import type { Resampling } from './resample.ts';
import type { Unit } from './units.ts';

const LEVEL = 0.95;

/** Amounts by category, one row each; the first column is the data, the others are the bootstrap's samples. */
type Table = readonly Float64Array[];

/** The column of the data. */
export const ESTIMATE = 0;

/** One table a group over the same categories, in code-unit order, from things that stand in units. */
export function tableOf<T extends { readonly unit: number }>(
  things: readonly T[],
  units: readonly Unit[],
  groups: readonly string[],
  { replicates, weights }: Resampling,
  categoryOf: (thing: T) => string,
  amountOf: (thing: T) => number,
): readonly Table[] {
  const categories = new Map([...new Set(things.map(categoryOf))].sort().map((category, i) => [category, i]));
  const tables = groups.map(() => [...categories].map(() => new Float64Array(replicates + 1)));
  for (const thing of things) {
    const row = tables[groups.indexOf(units[thing.unit]!.group)]![categories.get(categoryOf(thing))!]!;
    const [drawn, amount] = [weights[thing.unit]!, amountOf(thing)];
    row[ESTIMATE]! += amount;
    for (let i = 0; i < replicates; i++) row[i + 1]! += amount * drawn[i]!;
  }
  return tables;
}

/** The amounts of all categories in the data or in one sample. */
export function columnOf(table: Table, sample: number): Float64Array {
  return Float64Array.from(table, (row) => row[sample]!);
}

/** Percentile interval of a statistic over the samples in which it can be told; `null` where it never can. */
export function intervalOf(replicates: number, statistic: (sample: number) => number | null): Interval | null {
  const values: number[] = [];
  for (let sample = 1; sample <= replicates; sample++) {
    const value = statistic(sample);
    if (value !== null) values.push(value);
  }
  return percentileInterval(Float64Array.from(values).sort(), LEVEL);
}
