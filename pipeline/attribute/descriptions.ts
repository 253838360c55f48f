import type { Entity, EntityType } from '../model.ts';
import { slug } from '../text/slug.ts';
import { isSpeechNoun } from './cues.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { referentOf, type Referent } from './pronouns.ts';
import type { Reader } from './reader.ts';
import type { Scene } from './scene.ts';
import { isPlural } from './subjects.ts';

/** Tokens [first, end). */
type Tokens = Pick<NounPhrase, 'first' | 'end'>;

/**
 * A source that the text describes without naming: "Russian media", "the Belarusian side", "a senior official". Its name
 * is its own words; its country the one that they name. A description that could mean anyone is known in this article
 * only; a plain plural or collective ("media", "officials") is called unnamed.
 */
export function describedSpeaker(reader: Reader, place: Tokens): Entity | null {
  const { first, end } = core(reader, place);
  if (first >= end) return null;
  const words = wordsOf(reader, first, end);
  if (words === '') return null;
  const country = countryIn(reader, first, end);
  const type = typeOf(reader, first, end);
  const bare = end - first === 1 && reader.roles.has(first);
  const name = bare ? `unnamed ${words.toLowerCase()}` : words;
  const isShared = bare || (type === 'group' && country !== null);
  return { id: isShared ? slug(name) : `${reader.article.id}/${slug(name)}`, name, type, country };
}

/** "Quill’s office", "his spokesman": the owner under the full name; `null` where the phrase has no owner. */
export function possessedSpeaker(
  { reader, mentionAt }: Scene,
  { first, main }: NounPhrase,
  meant: (at: number, referent: Referent) => Entity | null,
): Entity | null {
  const { norms } = reader.article.tokens;
  const mention = mentionAt.get(/^(?:the|a|an)$/u.test(norms[first]!) ? first + 1 : first);
  const byName = mention !== undefined && norms[mention.end] === "'s" ? mention : null;
  const referent = /^(?:his|her|its|their)$/u.test(norms[first]!) ? referentOf(norms[first]!) : null;
  const owner = byName?.who.entity ?? (referent === null ? null : meant(first, referent));
  const from = byName === null ? first + 1 : byName.end + 1;
  const own = describedSpeaker(reader, { first, end: main });
  if (owner === null || own === null || from >= main) return null;
  const name = `${owner.name}${owner.name.endsWith('s') ? '’' : '’s'} ${wordsOf(reader, from, main)}`;
  return { ...own, id: `${reader.article.id}/${slug(name)}`, name, country: own.country ?? owner.country };
}

/** Without a noun for what is said: "Russian media reports" are Russian media. */
function core(reader: Reader, { first, end }: Tokens): { first: number; end: number } {
  const last = end - 1;
  const speaks = last > first && reader.roles.has(last - 1) && isSpeechNoun(reader.article.tokens.lemmas[last]!);
  return { first, end: speaks ? last : end };
}

const KEEPS_CAPITAL =
  /^(?:\p{Lu}{2}|\p{L}+-\p{Lu}|(?:Democratic|Republican|Labour|Conservative|Liberal|Christian|Catholic|Muslim|Islamic|Jewish|Orthodox)\b)/u;
const PLAIN = /^(?:Others|Another|Few)\b/u;

/** As in the text, but for the capital that a sentence gave its first word. */
function wordsOf(reader: Reader, first: number, end: number): string {
  const { text, tokens } = reader.article;
  const words = text
    .slice(tokens.starts[first], tokens.ends[end - 1])
    .replace(/[“”"«»„]/gu, '')
    .replace(/\s+/gu, ' ');
  const isTagged = tokens.pos[first] === 'PROPN' && !PLAIN.test(words);
  const isName = reader.nameAt.has(first) || isTagged || KEEPS_CAPITAL.test(words);
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

/** What the head noun names, if the roles lexicon has it; many of anything are a group; else what the last noun of the lexicon names. */
function typeOf(reader: Reader, first: number, end: number): EntityType {
  let head = first;
  for (let i = first; i < end && !(reader.article.tokens.pos[i] === 'ADP' && i > first); i++) head = i;
  if (isMany(reader, head) && !SPEAKS_AS_ONE.test(reader.roles.get(head) ?? '')) return 'group';
  for (let i = head; i >= first; i--) {
    const type = TYPES[reader.roles.get(i) ?? ''];
    if (type !== undefined) return type;
  }
  return 'unknown';
}

/** A plural, or people of a country ("Americans"). */
function isMany(reader: Reader, i: number): boolean {
  const isPeople = reader.nameAt.get(i)?.value.naming === 'demonym' && reader.article.tokens.norms[i]!.endsWith('s');
  return isPeople || isPlural(reader, i);
}

const SPEAKS_AS_ONE = /^(?:institution|document)$/u;
