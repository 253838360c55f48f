import type { Actor, Entity, Outlet } from '../model.ts';
import { officeHolder } from './offices.ts';
import type { Mention } from './people.ts';
import { isPersonNoun } from './person-nouns.ts';
import { wordSet } from '../text/word-set.ts';
import type { Scene } from './scene.ts';
import { isPlural } from './subjects.ts';

/** Someone called by a noun; `entity` is `null` where nobody can say who. */
interface Called {
  readonly entity: Entity | null;
  readonly words: ReadonlySet<string>;
  readonly sentence: number;
}

/** For each noun whom the text has called so or might, in its order: "president", "alliance". */
export type KnownBy = Map<string, Called[]>;

/** A noun by which a text introduces someone, with the words around it. */
export interface Introduced {
  readonly noun: string;
  readonly words: ReadonlySet<string>;
}

/** A definite description at tokens [first, end), without its article; its head is the last token. */
export interface Definite {
  readonly first: number;
  readonly end: number;
  /** With what stands behind the head: "the president|of Belarus". */
  readonly whole: number;
}

const LONGEST = 6;

/**
 * The description that begins at token `i`: with "the", behind "his" or "her" ("his neighbour"), or with a name that owns it
 * ("Poland’s prime minister"). Not "as the president", which says what someone is.
 */
export function definiteAt({ reader, mentionAt }: Scene, i: number): Definite | null {
  const { norms, pos, sentence } = reader.article.tokens;
  const name = reader.nameAt.get(i);
  const isOwned = POSSESSIVE.has(norms[i - 1]!) || (name?.first === i && norms[name.end] === "'s");
  if ((norms[i] !== 'the' && !isOwned) || norms[i - 1] === 'as') return null;
  const first = isOwned ? i : i + 1;
  const isIn = (j: number): boolean =>
    reader.nameAt.has(j) || PHRASE.has(pos[j]!) || (norms[j] === "'s" && reader.nameAt.has(j - 1));
  let end = first;
  while (end < first + LONGEST && sentence[end] === sentence[i] && isIn(end)) end++;
  const head = end - 1;
  if (end === first || mentionAt.has(head) || mentionAt.has(end) || isPlural(reader, head)) return null;
  return reader.roles.has(head) || isPersonNoun(reader, head) ? { first, end, whole: wholeOf(reader, end) } : null;
}

const POSSESSIVE = wordSet('his her');
const PHRASE: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ']);

/** "of Belarus", "of the United States". */
function wholeOf({ article: { tokens }, nameAt }: Scene['reader'], end: number): number {
  if (tokens.norms[end] !== 'of') return end;
  return nameAt.get(end + (tokens.norms[end + 1] === 'the' ? 2 : 1))?.end ?? end;
}

/**
 * Whom a description means: who holds the office of the country that it names, by the registry, or the only one whom the
 * text has called so, if it named them lately. `null` where that is not clear.
 */
export function describedBy(scene: Scene, known: KnownBy, { first, end, whole }: Definite): Entity | null {
  const { reader, registry } = scene;
  const { norms, lemmas, sentence, quoteDepth } = reader.article.tokens;
  const holder = officeHolder(reader, registry, { span: [0, 0], first, end: whole });
  if (holder !== null || norms[end] === 'of') return holder;
  const added = norms.slice(first, end - 1).filter((word) => word !== "'s" && word !== '-');
  const fitting = (known.get(lemmas[end - 1]!) ?? []).filter(({ words }) => added.every((word) => words.has(word)));
  const last = fitting.at(-1);
  if (last?.entity === undefined || last.entity === null) return null;
  const isOne = fitting.every(({ entity }) => entity?.id === last.entity!.id);
  const isPerson = last.entity.type === 'person';
  const isNear = sentence[first]! - last.sentence <= (isPerson ? RECENT.person : RECENT.body);
  const isTheSpeakers = isPerson && quoteDepth[first]! > 0 && norms[first - 1] === 'the';
  return isOne && isNear && !isTheSpeakers ? last.entity : null;
}

/**
 * How many sentences back someone must have been called so. Every country has a president, and in a quotation it is
 * the speaker's; alliances are few.
 */
const RECENT = { person: 1, body: 3 } as const;

/** Notes what an article calls someone as it names them at token `at`: by title and apposition, by office, or by a body's longer names. */
export function noteNames(
  { reader }: Scene,
  known: KnownBy,
  introduced: readonly Introduced[],
  { first, who }: Mention,
): void {
  const sentence = reader.article.tokens.sentence[first]!;
  const { entity } = who;
  const registered = reader.nameAt.get(first)?.value.entity;
  const isKnown = registered?.id === entity.id;
  if (entity.type === 'person')
    for (const { noun, words } of introduced) note(known, noun, { entity, words, sentence });
  if (!isKnown || NO_BODY.test(registered.type)) return;
  for (const words of 'roles' in registered ? offices(registered, reader.article.date) : longNames(registered)) {
    note(known, words.at(-1)!, { entity, words: new Set(words), sentence });
  }
}

/** Nobody says "the country" or "the city" of one alone. */
const NO_BODY = /^(?:country|place|topic|group)$/u;

/** The offices that a person holds at a date, without what is governed: "defence minister". */
function offices({ roles }: Actor, date: string | null): readonly (readonly string[])[] {
  const held = roles.filter(({ from, to }) =>
    date === null ? to === null : (from ?? '') <= date && date <= (to ?? '9999'),
  );
  return held.map(({ title }) => title.toLowerCase().split(' of ', 1)[0]!.split(' '));
}

/** Nouns for bodies that stand for one when they stand alone, as no "army" or "union" does. */
const BODIES =
  wordSet(`alliance bloc ministry agency council commission court tribunal parliament committee organization organisation
  company department corporation party movement association federation service`);

/** NATO is the North Atlantic Alliance, too. */
function longNames({ name, aliases }: Outlet): readonly (readonly string[])[] {
  const forms = [name, ...aliases].map((form) => form.toLowerCase().split(' '));
  return forms.filter((words) => words.length > 1 && BODIES.has(words.at(-1)!));
}

/** Notes what someone is called; `entity` is `null` for someone without a name. */
export function note(known: KnownBy, noun: string, called: Called): void {
  const list = known.get(noun) ?? [];
  known.set(noun, list);
  list.push(called);
  if (list.length > MOST) list.shift();
}

/** So many are kept of each noun, that a text of nothing but presidents stays quick to read. */
const MOST = 50;
