import type { Call, Entity, StancePair } from '../../model.ts';
import { measureOf, noAmounts, without, type Amounts, type Measure } from './measure.ts';
import { templatedAt, type Repeats } from './repeats.ts';
import type { Unit } from './units.ts';

interface Called {
  readonly unit: number;
  readonly speaker: Entity;
  readonly target: Entity;
  readonly call: Call;
  /** Whether the words that were read stand in a template. */
  readonly repeated: boolean;
}

/**
 * Stance of the speakers that a group gives voice to: for each target, and for each pair of speaker and target, the shares
 * of the calls that oppose and support it; of all readings the share without a call. Likewise of the outlet's own voice for each
 * target. What stands in templates and copies is left out. Only what enough articles hold; of pairs, which are thousands, only those that enough articles of either group do.
 */
export function stanceMeasures(units: readonly Unit[], repeats: Repeats, leastArticles: number): readonly Measure[] {
  const calls = callsIn(units, repeats);
  const targets = subjects(calls, leastArticles, ({ target }) => ({ key: target.id, topic: target.name, pair: null }));
  const pairs = subjects(calls, leastArticles, ({ speaker, target }) => ({
    key: `${speaker.id}→${target.id}`,
    topic: `${speaker.name} on ${target.name}`,
    pair: { holder: speaker.name, target: target.name },
  }));
  const own = subjects(ownCallsIn(units, repeats), leastArticles, ({ target }) => ({
    key: `own-voice→${target.id}`,
    topic: `own voice on ${target.name}`,
    pair: { holder: null, target: target.name },
  }));
  const both = pairs.filter(({ calls: made }) => heldByBoth(made, units, leastArticles));
  return [...targets, ...own, ...both].flatMap((subject) =>
    SIDES.map((side) => sideOf(units.length, repeats, subject, side)),
  );
}

/** Calls on one target, or of one speaker on it. */
interface Subject {
  readonly key: string;
  readonly topic: string;
  readonly pair: StancePair | null;
  readonly calls: readonly Called[];
}

const SIDES = ['opposes', 'supports', 'no call'] as const satisfies readonly Call[];

function callsIn(units: readonly Unit[], repeats: Repeats): readonly Called[] {
  const isTemplated = templatedAt(units, repeats);
  return units.flatMap(({ article }, unit) =>
    article.statements.flatMap(({ speaker, stances, cue, content }) => {
      if (speaker === null) return [];
      const repeated = [...cue, ...content].slice(0, 1).some((place) => isTemplated(unit, place));
      return stances.map(({ target, call }) => ({ unit, speaker, target, call, repeated }));
    }),
  );
}

function heldByBoth(calls: readonly Called[], units: readonly Unit[], leastArticles: number): boolean {
  const holders = new Map<string, Set<number>>();
  for (const { unit } of calls) {
    const group = units[unit]!.group;
    holders.set(group, (holders.get(group) ?? new Set<number>()).add(unit));
  }
  return holders.size === 2 && [...holders.values()].every((held) => held.size >= leastArticles);
}

/** The outlet is the holder of what its own voice says. */
function ownCallsIn(units: readonly Unit[], repeats: Repeats): readonly Called[] {
  const isTemplated = templatedAt(units, repeats);
  return units.flatMap(({ article, outlet }, unit) =>
    article.ownStances.map(({ target, call, evidence }) => ({
      unit,
      speaker: outlet,
      target,
      call,
      repeated: evidence.slice(0, 1).some((place) => isTemplated(unit, place)),
    })),
  );
}

function subjects(
  calls: readonly Called[],
  leastArticles: number,
  nameOf: (call: Called) => Omit<Subject, 'calls'>,
): readonly Subject[] {
  const byKey = new Map<string, Omit<Subject, 'key' | 'calls'> & { readonly calls: Called[] }>();
  for (const call of calls) {
    const { key, ...named } = nameOf(call);
    const known = byKey.get(key) ?? { ...named, calls: [] };
    byKey.set(key, known);
    known.calls.push(call);
  }
  return [...byKey]
    .filter(([, { calls: made }]) => new Set(made.map(({ unit }) => unit)).size >= leastArticles)
    .map(([key, subject]) => ({ key, ...subject }))
    .sort((a, b) => b.calls.length - a.calls.length || (a.key < b.key ? -1 : 1));
}

function sideOf(units: number, { copied }: Repeats, { key, topic, pair, calls }: Subject, side: Call): Measure {
  const counted = side === 'no call' ? calls : calls.filter(({ call }) => call !== 'no call');
  const original = counted.filter(({ repeated }) => !repeated);
  const unit = side === 'no call' ? 'readings' : 'calls';
  return measureOf(
    { key: `${key}/${side}`, family: 'stance', topic, label: side, unit, ...(pair === null ? {} : { pair }) },
    without(copied, amountsOf(units, original, side)),
    amountsOf(units, counted, side),
  );
}

function amountsOf(units: number, calls: readonly Called[], side: Call): Amounts {
  const amounts = noAmounts(units);
  for (const { unit, call } of calls) {
    amounts.denominator[unit]!++;
    if (call === side) amounts.numerator[unit]!++;
  }
  return amounts;
}
