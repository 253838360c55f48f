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
  const holders = registry.actors.filter((actor) => holds(actor, office, country, reader.article.date));
  return holders.length === 1 ? plainEntity(holders[0]!) : null;
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

function holds(actor: Actor, office: string, country: string, date: string | null): boolean {
  return actor.roles.some(({ title, from, to }) => {
    const [held, place] = title.toLowerCase().split(' of ', 2);
    if (held === undefined || place?.replace(/^the /u, '') !== country.toLowerCase().replace(/^the /u, ''))
      return false;
    const fits = held === office || (LEADER.test(office) && leads(held, actor.country));
    return fits && (date === null ? to === null : (from ?? '') <= date && date <= (to ?? '9999'));
  });
}
