import type { Entity } from '../model.ts';
import { placeOf, type Place } from './attribution.ts';
import { genderOfTitle, type Gender } from './given-names.ts';
import { phraseStartingAt } from './phrases.ts';
import type { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

/** Who a noun phrase without a name means, in its own words if need be. */
export type Describe = (place: Place) => Entity | null;

interface Subject {
  readonly entity: Entity;
  readonly gender: Gender | null;
  readonly isPlural: boolean;
}

/** The phrase that opens a line, where it is of someone who can speak, has no name in it and ends before token `at`. */
export function subjectNear(scene: Scene, n: number, at: number, describe: Describe): Subject | null {
  const { reader, mentionAt } = scene;
  const line = scene.lines[n];
  const phrase = line === undefined ? null : phraseStartingAt(reader, line, 0);
  if (line === undefined || phrase === null) return null;
  const place = placeOf(reader, line, phrase);
  if (place.end > at || QUESTION.test(reader.article.tokens.norms[place.first]!)) return null;
  const head = headOf(reader, place);
  if (mentionAt.has(head) || reader.article.tokens.pos[head] !== 'NOUN') return null;
  const plural = isPlural(reader, head);
  if (!plural && !reader.roles.has(head)) return null;
  const entity = describe(place);
  return entity === null
    ? null
    : { entity, gender: genderOfTitle(reader.article.tokens.lemmas[head]!), isPlural: plural };
}

/** "What tenants say": a heading is about them, but no one's name. */
const QUESTION = /^(?:what|which|whose|how|why|when|where)$/u;

/** The last noun before the first preposition. */
function headOf(reader: Reader, { first, end }: Place): number {
  const { pos } = reader.article.tokens;
  for (let i = first + 1; i < end; i++) if (pos[i] === 'ADP') return i - 1;
  return end - 1;
}

/** Whether the noun at token `i` is one of many: "officials", "people", but no "news" or "police". */
export function isPlural({ article: { tokens } }: Reader, i: number): boolean {
  const norm = tokens.norms[i] ?? '';
  return /^(?:people|men|women|children|police)$/u.test(norm) || (norm.endsWith('s') && norm !== tokens.lemmas[i]);
}
