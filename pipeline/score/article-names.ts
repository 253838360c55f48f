import type { AttributedArticle, Entity, Tokens } from '../model.ts';
import { surfaceMatcher } from '../text/phrases.ts';
import { slug } from '../text/slug.ts';
import type { TermMatch } from '../text/terms.ts';
import type { Name, Named } from './grammar.ts';

/** Finds titles of people ("foreign minister", "spokeswoman"), by the lexicon of roles. */
export type Titles = (tokens: Tokens) => readonly TermMatch<string>[];

/**
 * Where an article names people and bodies that the registry does not know: its speakers and relays, and whoever stands
 * behind a title with two names ("foreign minister Ada Brek"). A person is also found by the surname alone, where nobody
 * else in the article bears it. Who is only described ("a spokesman") is nobody by name; pronouns and descriptions that mean
 * someone named are found by the stage before.
 */
export function articleNames(article: AttributedArticle, known: readonly Name[], titles: Titles): readonly Name[] {
  const { text, tokens } = article;
  const entities = unknownEntities(article, known, titles);
  if (entities.length === 0) return [];
  const surnames = loneSurnames(entities, known, text);
  const patterns = entities.flatMap((entity) => {
    const value: Named = { entity, naming: 'name', p: 1 };
    const whole = { pattern: entity.name.replace(/^the /u, ''), value };
    const surname = surnameOf(entity);
    return surname !== null && surnames.has(surname) ? [whole, { pattern: surname, value }] : [whole];
  });
  return surfaceMatcher(patterns)(text, tokens).filter(
    ({ first, end }) => end > first + 1 || tokens.pos[first] === 'PROPN',
  );
}

function unknownEntities(article: AttributedArticle, known: readonly Name[], titles: Titles): readonly Entity[] {
  const byName = new Map<string, Entity>();
  for (const { speaker, relay } of article.statements) {
    for (const entity of [speaker, ...relay]) {
      if (entity !== null && isProper(entity)) byName.set(entity.name, entity);
    }
  }
  for (const name of titledNames(article, known, titles)) {
    if (!byName.has(name)) byName.set(name, { id: slug(name), name, type: 'person', country: null });
  }
  const registered = new Set(known.map(({ value }) => value.entity.id));
  return [...byName.values()].filter(({ id }) => !registered.has(id));
}

/** Whether an entity bears a name of its own; of registered outlets nobody asks here. */
function isProper({ name, type }: Entity): boolean {
  if (type !== 'person' && type !== 'institution') return false;
  return /^(?:the )?\p{Lu}/u.test(name) && /^\p{Lu}/u.test(name.slice(name.lastIndexOf(' ') + 1));
}

/** Exactly two capitalised names behind a title: of three the last may be a day of the week. */
function titledNames({ text, tokens }: AttributedArticle, known: readonly Name[], titles: Titles): readonly string[] {
  const taken = new Set(known.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)));
  const isName = (i: number): boolean => !taken.has(i) && isNamePart(text, tokens, i);
  return titles(tokens).flatMap(({ end }) => {
    const sameSentence = tokens.sentence[end - 1] === tokens.sentence[end + 1];
    if (!sameSentence || !isName(end) || !isName(end + 1) || isName(end + 2)) return [];
    return [text.slice(tokens.starts[end], tokens.ends[end + 1])];
  });
}

function isNamePart(text: string, { pos, starts, ends }: Tokens, i: number): boolean {
  if (pos[i] !== 'PROPN' || starts[i] !== ends[i - 1]! + 1) return false;
  return /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(text.slice(starts[i], ends[i]));
}

function surnameOf({ name, type }: Entity): string | null {
  const at = name.lastIndexOf(' ');
  return type === 'person' && at > 0 ? name.slice(at + 1) : null;
}

/** Surnames that one of these people bears and nobody of the registry whom the article names. */
function loneSurnames(entities: readonly Entity[], known: readonly Name[], text: string): ReadonlySet<string> {
  const bearers = new Map<string, number>();
  for (const surname of entities.map(surnameOf)) {
    if (surname !== null) bearers.set(surname, (bearers.get(surname) ?? 0) + 1);
  }
  for (const { span } of known) bearers.delete(text.slice(span[0], span[1]).split(' ').at(-1)!);
  return new Set([...bearers].filter(([, count]) => count === 1).map(([surname]) => surname));
}
