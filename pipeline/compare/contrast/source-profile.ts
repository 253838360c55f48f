import type { SourceProfile } from '../../model.ts';
import { herfindahl, jensenShannon } from '../../stats/divergence.ts';
import { columnOf, ESTIMATE, intervalOf, tableOf } from './distribution.ts';
import type { Resampling } from './resample.ts';
import { campOf, type Spoken } from './source-measures.ts';
import type { Unit } from './units.ts';

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
  const voices = tableOf(known, units, groups, resampling, ({ speaker }) => speaker!.id, wordsOf);
  const camps = tableOf(spoken, units, groups, resampling, ({ speaker }) => campOf(speaker), wordsOf);
  const concentration = groups.map((group, side) => ({
    group,
    value: herfindahl(columnOf(voices[side]!, ESTIMATE)),
    interval: intervalOf(resampling.replicates, (sample) => herfindahl(columnOf(voices[side]!, sample))),
  }));
  const apart = (sample: number): number | null =>
    jensenShannon(columnOf(camps[0]!, sample), columnOf(camps[1]!, sample));
  return { concentration, divergence: apart(ESTIMATE), interval: intervalOf(resampling.replicates, apart) };
}

function wordsOf({ words }: Spoken): number {
  return words;
}
