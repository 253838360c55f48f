import type { Entity, Result } from '../model.ts';
import type { Words } from './words/english.ts';

/**
 * `result` with a name for each entity whose name is empty or blank, so that no line, cell or label of the report is a blank.
 * What has a name stays the very object that it was. Data files keep the names as they are, with the ids beside them.
 */
export function named(result: Result, words: Words): Result {
  return entitiesIn(result).some(isNameless) ? withNames(result, words) : result;
}

function entitiesIn({ articles, comparison }: Result): readonly unknown[] {
  const { sources, chain, stances, groups } = comparison;
  return [
    ...sources.map(({ speaker }) => speaker),
    ...chain.flatMap(({ from, to }) => [from, to]),
    ...stances.flatMap(({ speaker, target }) => [speaker, target]),
    ...groups.flatMap(({ outlets }) => outlets),
    ...articles.flatMap(({ publisher, statements }) => [publisher, ...statements.map(({ speaker }) => speaker)]),
    ...articles.flatMap(({ statements }) => statements.flatMap(({ relay }) => relay)),
    ...articles.flatMap(({ readings }) => readings.flatMap(({ stances: own }) => own.map(({ target }) => target))),
    ...articles.flatMap(({ readings }) => readings.map(({ alignment }) => alignment?.with)),
  ];
}

/** What shows as nothing: white space, soft hyphens and the empty Braille cell. `showText` marks what else cannot be seen. */
const BLANK = /^[\s\u00ad\u2800]*$/u;

function isNameless(value: unknown): value is Entity {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value && 'name' in value && 'type' in value && 'country' in value)) return false;
  return typeof value.name === 'string' && BLANK.test(value.name.replaceAll('\ufeff', '?'));
}

function withNames<T>(value: T, words: Words): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isNameless(value)) return { ...value, name: words.nameless(value.id) };
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => withNames(one, words));
    return items.every((one, i) => one === value[i]) ? value : (items as T);
  }
  const fields = Object.entries(value).map(
    ([key, one]: [string, unknown]) => [key, one, withNames(one, words)] as const,
  );
  if (fields.every(([, old, now]) => old === now)) return value;
  return Object.fromEntries(fields.map(([key, , now]) => [key, now])) as T;
}
