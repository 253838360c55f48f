import type { Actor, Entity, Registry } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Place } from './attribution.ts';
import type { Reader } from './reader.ts';

/**
 * Who holds the office that a phrase names: "the Russian president", "Poland's prime minister", "the president of
 * Belarus". The registry's roles decide, at the article's date or, without one, by who holds it still; `null` unless
 * exactly one person fits.
 */
export function officeHolder(reader: Reader, registry: Registry, place: Place): Entity | null {
  const country = countryIn(reader, registry, place);
  const office = officeIn(reader, place);
  if (country === null || office === '') return null;
  const { date } = reader.article;
  const holders = holdersIn(registry, country).filter((held) => holds(held, office, date));
  return new Set(holders.map(({ actor }) => actor)).size === 1 ? plainEntity(holders[0]!.actor) : null;
}

/** Seats of power whose chief or leader is the leader of the country. */
const SEATS: ReadonlySet<string> = new Set(['kremlin', 'white-house', 'elysee', 'downing-street']);

function countryIn(reader: Reader, registry: Registry, { first, end }: Place): string | null {
  for (let i = first; i < end; i++) {
    const entity = reader.nameAt.get(i)?.value.entity;
    if (entity?.type === 'country') return entity.name;
    if (
      entity !== undefined &&
      SEATS.has(entity.id) &&
      /^(?:chief|leader|boss|ruler)$/u.test(reader.article.tokens.norms[end - 1]!)
    )
      return (
        registry.actors.find(({ type, country }) => type === 'country' && country === entity.country)?.name ?? null
      );
  }
  return null;
}

const ABOUT_OFFICES = /^(?:the|of|'s|'|current|incumbent)$/u;

/** The words of the phrase that are neither names nor joints: "prime minister". */
function officeIn(reader: Reader, { first, end }: Place): string {
  const words: string[] = [];
  for (let i = first; i < end; i++) {
    const word = reader.article.tokens.norms[i]!;
    if (!reader.nameAt.has(i) && !ABOUT_OFFICES.test(word)) words.push(word);
  }
  return words.join(' ');
}

/** States that their president governs; in others the head of the government does. */
const PRESIDENTIAL = new Set('AZ BY CN FR KZ RU TR UA US UZ'.split(' '));

const LEADER = /^(?:leader|chief|boss|ruler|strongman)$/u;

/** "leader" is said of whoever governs. */
function leads(held: string, country: string | null): boolean {
  const governs = country !== null && PRESIDENTIAL.has(country);
  return governs ? held === 'president' : held === 'prime minister' || held === 'chancellor';
}

interface Held {
  readonly actor: Actor;
  /** "prime minister", in lower case. */
  readonly office: string;
  /** Days, the first and the last; `null` where open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The offices of a country, each with who holds or held it. */
function holdersIn(registry: Registry, country: string): readonly Held[] {
  const index = indexes.get(registry) ?? indexOf(registry);
  indexes.set(registry, index);
  return index.get(placeKey(country)) ?? [];
}

/** One index a registry, however many articles are read with it. */
const indexes = new WeakMap<Registry, ReadonlyMap<string, readonly Held[]>>();

function indexOf(registry: Registry): ReadonlyMap<string, readonly Held[]> {
  const index = new Map<string, Held[]>();
  for (const actor of registry.actors) {
    for (const { title, from, to } of actor.roles) {
      const [office, place] = title.toLowerCase().split(' of ', 2);
      if (office === undefined || place === undefined) continue;
      const offices = index.get(placeKey(place)) ?? [];
      offices.push({ actor, office, from, to });
      index.set(placeKey(place), offices);
    }
  }
  return index;
}

function placeKey(place: string): string {
  return place.toLowerCase().replace(/^the /u, '');
}

function holds({ actor, office: held, from, to }: Held, office: string, date: string | null): boolean {
  const fits = held === office || (LEADER.test(office) && leads(held, actor.country));
  return fits && (date === null ? to === null : (from ?? '') <= date && date <= (to ?? '9999'));
}
