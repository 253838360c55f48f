import type { Entity, RoleProfile, RoleReading } from '../../model.ts';
import { jensenShannon } from '../../stats/divergence.ts';
import { grouped } from '../grouped.ts';
import { resampled } from './distribution.ts';
import { measureOf, noAmounts, without, type Measure } from './measure.ts';
import type { Repeats } from './repeats.ts';
import type { Resampling } from './resample.ts';
import type { Unit } from './units.ts';

/** One actor as one article shows it. */
interface Cast {
  readonly unit: number;
  readonly entity: Entity;
  readonly role: RoleReading['role'];
}

/** The actors that enough articles show in a role, each with how they do, most frequent first. */
function castsOf(units: readonly Unit[], leastArticles: number): readonly (readonly Cast[])[] {
  const casts = units.flatMap(({ article }, unit) =>
    article.roles.map(({ entity, role }): Cast => ({ unit, entity, role })),
  );
  return [...grouped(casts, ({ entity }) => entity.id).values()]
    .filter((shown) => shown.filter(({ role }) => role !== null).length >= leastArticles)
    .sort((a, b) => b.length - a.length || (a[0]!.entity.id < b[0]!.entity.id ? -1 : 1));
}

const LABELS = ['hero', 'villain', 'victim'] as const;

/**
 * As what an actor is shown: of the articles in which the model makes a call on the actor, the share that shows a hero, a villain or a
 * victim; of all that name it, the share without a call. Articles are read whole; copies are left out.
 */
export function roleMeasures(units: readonly Unit[], { copied }: Repeats, leastArticles: number): readonly Measure[] {
  return castsOf(units, leastArticles).flatMap((casts) => {
    const { id, name } = casts[0]!.entity;
    const make = (label: string, counted: readonly Cast[], hit: (cast: Cast) => boolean): Measure => {
      const amounts = noAmounts(units.length);
      for (const cast of counted) {
        amounts.denominator[cast.unit] = 1;
        amounts.numerator[cast.unit] = Number(hit(cast));
      }
      const unit = label === NO_CALL ? 'articles that name the actor' : 'articles with a call on the actor';
      const about = { key: `${id}/${label}`, family: 'roles', topic: name, label, unit } as const;
      return measureOf(about, without(copied, amounts), amounts);
    };
    const called = casts.filter(({ role }) => role !== null);
    return [
      ...LABELS.map((label) => make(label, called, ({ role }) => role === label)),
      make(NO_CALL, casts, ({ role }) => role === null),
    ];
  });
}

const NO_CALL = 'no call';

/** How far the groups' distributions over hero, villain, victim and none lie apart for each actor (Jensen-Shannon, bits). */
export function roleProfiles(
  units: readonly Unit[],
  { copied }: Repeats,
  leastArticles: number,
  groups: readonly [treated: string, reference: string],
  resampling: Resampling,
): readonly RoleProfile[] {
  return castsOf(units, leastArticles).map((casts) => {
    const called = casts.filter(({ unit, role }) => role !== null && copied[unit] === 0);
    const parts = { things: called, categoryOf: ({ role }: Cast) => role!, amountOf: () => 1 };
    const { value, interval } = resampled(parts, units, groups, resampling, ([one, other]) =>
      jensenShannon(one!, other!),
    );
    return { entity: casts[0]!.entity, divergence: value, interval };
  });
}
