import type { Interval, SourceProfile } from '../../model.ts';
import { percentileInterval } from '../../stats/bca.ts';
import { herfindahl, jensenShannon } from '../../stats/divergence.ts';
import type { Resampling } from './resample.ts';
import { campOf, type Spoken } from './source-measures.ts';
import type { Unit } from './units.ts';

const LEVEL = 0.95;

/**
 * How concentrated voice is on few known speakers in each group (Herfindahl-Hirschman), and how far the groups' camps lie
 * apart (Jensen-Shannon, bits), over quoted and attributed words, with intervals over the bootstrap's samples. Both are
 * biased upwards in small samples: read them by their intervals and against each other.
 */
export function sourceProfile(
  spoken: readonly Spoken[],
  units: readonly Unit[],
  groups: readonly [treated: string, reference: string],
  resampling: Resampling,
): SourceProfile {
  const known = spoken.filter(({ speaker }) => speaker !== null);
  const voices = tableOf(known, units, groups, resampling, ({ speaker }) => speaker!.id);
  const camps = tableOf(spoken, units, groups, resampling, ({ speaker }) => campOf(speaker));
  const concentration = groups.map((group, side) => ({
    group,
    value: herfindahl(columnOf(voices[side]!, ESTIMATE)),
    interval: intervalOf(resampling.replicates, (sample) => herfindahl(columnOf(voices[side]!, sample))),
  }));
  const apart = (sample: number): number | null =>
    jensenShannon(columnOf(camps[0]!, sample), columnOf(camps[1]!, sample));
  return { concentration, divergence: apart(ESTIMATE), interval: intervalOf(resampling.replicates, apart) };
}

/** Words of each category; the first column is the data, the others are the samples. */
type Table = readonly Float64Array[];

const ESTIMATE = 0;

function tableOf(
  spoken: readonly Spoken[],
  units: readonly Unit[],
  groups: readonly string[],
  { replicates, weights }: Resampling,
  categoryOf: (said: Spoken) => string,
): readonly Table[] {
  const categories = new Map([...new Set(spoken.map(categoryOf))].sort().map((category, i) => [category, i]));
  const tables = groups.map(() => [...categories].map(() => new Float64Array(replicates + 1)));
  for (const said of spoken) {
    const row = tables[groups.indexOf(units[said.unit]!.group)]![categories.get(categoryOf(said))!]!;
    const drawn = weights[said.unit]!;
    row[ESTIMATE]! += said.words;
    for (let i = 0; i < replicates; i++) row[i + 1]! += said.words * drawn[i]!;
  }
  return tables;
}

function columnOf(table: Table, sample: number): Float64Array {
  return Float64Array.from(table, (row) => row[sample]!);
}

function intervalOf(replicates: number, statistic: (sample: number) => number | null): Interval | null {
  const values: number[] = [];
  for (let sample = 1; sample <= replicates; sample++) {
    const value = statistic(sample);
    if (value !== null) values.push(value);
  }
  return percentileInterval(Float64Array.from(values).sort(), LEVEL);
}
