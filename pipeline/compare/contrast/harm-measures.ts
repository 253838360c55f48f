import type { Entity } from '../../model.ts';
import type { Act } from '../contribution.ts';
import { measureOf, noAmounts, without, type About, type Amounts, type Measure } from './measure.ts';
import type { Ground } from './naming-measures.ts';
import { speaks, type Unit } from './units.ts';
import { original } from './uses.ts';

/** An act of harm that an article asserts, and in which. */
interface Placed extends Act {
  readonly unit: number;
}

const FORMS = ['active', 'passive with agent', 'passive without agent', 'nominalised'] as const;

/**
 * Agency in acts of harm that are asserted in the voice that counts: how they are put, in how many whoever acts is named, and for each
 * actor of the registry in how many of the acts that it takes part in it is the one who acts.
 */
export function harmMeasures(ground: Ground, leastArticles: number): readonly Measure[] {
  const { units, repeats } = ground;
  const placed = placedIn(units).filter(({ unit, token }) => speaks(units[unit]!, token, ground.voice));
  const make = (about: About, counted: readonly Placed[], hit: (one: Placed) => boolean): Measure => {
    const isOriginal = original(repeats);
    const main = amountsOf(
      units,
      counted.filter(({ unit, token }) => isOriginal(unit, token)),
      hit,
    );
    return measureOf(about, without(repeats.copied, main), amountsOf(units, counted, hit));
  };
  const acts = { family: 'agency', unit: 'acts of harm' } as const;
  return [
    ...FORMS.map((form) =>
      make({ ...acts, key: `form/${form}`, topic: 'how harm is put', label: form }, placed, (act) => act.form === form),
    ),
    make(
      { ...acts, key: 'agent/named', topic: 'who does harm', label: 'agent named' },
      placed,
      (act) => act.agentGiven,
    ),
    ...actorsIn(placed, leastArticles).map(({ id, name }) =>
      make(
        { family: 'agency', key: `${id}/agent`, topic: name, label: 'acts', unit: 'acts of harm with the actor' },
        placed.filter((act) => isParty(act, id)),
        (act) => act.agent?.id === id,
      ),
    ),
  ];
}

function placedIn(units: readonly Unit[]): readonly Placed[] {
  return units.flatMap(({ article }, unit) => article.harms.map((act) => ({ ...act, unit })));
}

function amountsOf(units: readonly Unit[], placed: readonly Placed[], hit: (one: Placed) => boolean): Amounts {
  const amounts = noAmounts(units.length);
  for (const one of placed) {
    amounts.denominator[one.unit]!++;
    if (hit(one)) amounts.numerator[one.unit]!++;
  }
  return amounts;
}

function isParty({ agent, patient }: Act, id: string): boolean {
  return agent?.id === id || patient?.id === id;
}

/** Actors that enough articles have in an act, most frequent first. */
function actorsIn(placed: readonly Placed[], leastArticles: number): readonly Entity[] {
  const found = new Map<string, { readonly entity: Entity; readonly units: Set<number> }>();
  for (const { unit, agent, patient } of placed) {
    for (const entity of [agent, patient]) {
      if (entity === null) continue;
      const known = found.get(entity.id) ?? { entity, units: new Set<number>() };
      found.set(entity.id, known);
      known.units.add(unit);
    }
  }
  return [...found.values()]
    .filter(({ units }) => units.size >= leastArticles)
    .sort((a, b) => b.units.size - a.units.size || (a.entity.id < b.entity.id ? -1 : 1))
    .map(({ entity }) => entity);
}
