import type { Entity, EntityType } from '../model.ts';
import { slug } from '../text/slug.ts';
import type { Place } from './attribution.ts';
import { isSpeechNoun } from './cues.ts';
import type { Reader } from './reader.ts';

/**
 * A source that the text describes without naming: "Russian media", "the Belarusian side", "a senior official". Its name
 * is its own words; its country the one that they name. A description that could mean anyone is known in this article
 * only; a plain plural or collective ("media", "officials") is called unnamed.
 */
export function describedSpeaker(reader: Reader, place: Place): Entity | null {
  const { first, end } = core(reader, place);
  const words = wordsOf(reader, first, end);
  if (words === '') return null;
  const country = countryIn(reader, first, end);
  const type = typeOf(reader, first, end);
  const bare = end - first === 1 && reader.roles.has(first);
  const name = bare ? `unnamed ${words.toLowerCase()}` : words;
  const isShared = bare || (type === 'group' && country !== null);
  return { id: isShared ? slug(name) : `${reader.article.id}/${slug(name)}`, name, type, country };
}

/** Without a noun for what is said: "Russian media reports" are Russian media. */
function core(reader: Reader, { first, end }: Place): { first: number; end: number } {
  const last = end - 1;
  const speaks = last > first && reader.roles.has(last - 1) && isSpeechNoun(reader.article.tokens.lemmas[last]!);
  return { first, end: speaks ? last : end };
}

/** As in the text, but for the capital that a sentence gave its first word. */
function wordsOf(reader: Reader, first: number, end: number): string {
  const { text, tokens } = reader.article;
  const words = text.slice(tokens.starts[first], tokens.ends[end - 1]).replace(/\s+/gu, ' ');
  const isName = reader.nameAt.has(first) || tokens.pos[first] === 'PROPN';
  return isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

function countryIn(reader: Reader, first: number, end: number): string | null {
  for (let i = first; i < end; i++) {
    const country = reader.nameAt.get(i)?.value.entity.country ?? null;
    if (country !== null) return country;
  }
  return null;
}

const TYPES: Readonly<Record<string, EntityType>> = {
  person: 'person',
  group: 'group',
  institution: 'institution',
  document: 'document',
};

/** What the head noun names: the last noun of the roles lexicon before a preposition. */
function typeOf(reader: Reader, first: number, end: number): EntityType {
  let type: EntityType = 'unknown';
  for (let i = first; i < end; i++) {
    if (reader.article.tokens.pos[i] === 'ADP' && type !== 'unknown') break;
    const role = reader.roles.get(i);
    if (role !== undefined) type = TYPES[role] ?? type;
  }
  return type;
}
