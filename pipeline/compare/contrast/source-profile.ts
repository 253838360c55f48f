import type { SourceProfile } from '../../model.ts';
import { herfindahl, jensenShannon } from '../../stats/divergence.ts';
import { resampled } from './distribution.ts';
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
  const concentration = groups.map((group) => {
    const known = spoken.filter(({ unit, speaker }) => speaker !== null && units[unit]!.group === group);
    const voices = { things: known, categoryOf: ({ speaker }: Spoken) => speaker!.id, amountOf: wordsOf };
    return { group, ...resampled(voices, units, [group], resampling, ([words]) => herfindahl(words!)) };
  });
  const camps = { things: spoken, categoryOf: ({ speaker }: Spoken) => campOf(speaker), amountOf: wordsOf };
  const { value, interval } = resampled(camps, units, groups, resampling, ([one, other]) =>
    jensenShannon(one!, other!),
  );
  return { concentration, divergence: value, interval };
}

function wordsOf({ words }: Spoken): number {
  return words;
}
