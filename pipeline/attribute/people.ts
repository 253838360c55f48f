import type { Entity } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import { slug } from '../text/slug.ts';
import type { Reader } from './reader.ts';

/** A person (or, by its words, a body) named at tokens [first, end) of the text. */
export interface Named {
  readonly entity: Entity;
  readonly gender: 'female' | 'male' | null;
  readonly first: number;
  readonly end: number;
}

/**
 * Everyone whom the text names outside quotations, in order: those of the registry, and others by their capitals. A
 * surname alone is the person whose full name the article gave before; without one it is known in this article only.
 */
export function peopleIn(reader: Reader): readonly Named[] {
  const known = reader.names.flatMap(({ first, end, value: { entity, naming } }): Named[] =>
    naming === 'name' && 'gender' in entity && entity.type === 'person'
      ? [{ entity: plainEntity(entity), gender: entity.gender, first, end }]
      : [],
  );
  const byLastName = new Map<string, Named>();
  const others = capitalised(reader).flatMap(({ first, end }): Named[] => {
    const named = identify(reader, first, end, byLastName);
    if (named !== null && end - first > 1) byLastName.set(surface(reader, end - 1, end), named);
    return named === null ? [] : [named];
  });
  return [...known, ...others].sort((a, b) => a.first - b.first);
}

interface Run {
  readonly first: number;
  readonly end: number;
}

/** Runs of proper nouns that no registry name touches, stripped of titles. */
function capitalised(reader: Reader): readonly Run[] {
  const { tokens } = reader.article;
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isNamePart(reader, i)) continue;
    let end = i + 1;
    while (end < tokens.length && tokens.sentence[end] === tokens.sentence[i] && isNamePart(reader, end)) end++;
    runs.push({ first: i, end });
    i = end;
  }
  return runs;
}

const TITLE =
  /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|gen|general|col|colonel|lt|lieutenant|maj|major|capt|captain|sen|senator|rep|gov|prof|professor|president|minister|king|queen|pope|saint|st)\.?$/u;
const FEMALE = /^(?:mrs|ms|miss|dame|lady|queen|spokeswoman|chairwoman|congresswoman)\.?$/u;
const MALE = /^(?:mr|sir|lord|king|spokesman|chairman|congressman)\.?$/u;

function isNamePart(reader: Reader, i: number): boolean {
  const { tokens } = reader.article;
  const isCapital = /^\p{Lu}[\p{L}'’.]*$/u.test(surface(reader, i, i + 1));
  if (!isCapital || reader.nameAt.has(i) || reader.roles.has(i) || TITLE.test(tokens.norms[i]!)) return false;
  return tokens.pos[i] === 'PROPN' && tokens.quoteDepth[i] === 0;
}

const BODY =
  /\b(?:institute|university|college|ministry|agency|group|party|council|committee|commission|association|union|watch|foundation|centre|center|bank|court|service|bureau|department|office|company|corporation|inc|ltd|parliament|congress|senate)\b/iu;

function identify(reader: Reader, first: number, end: number, byLastName: ReadonlyMap<string, Named>): Named | null {
  const name = surface(reader, first, end);
  const before = reader.article.tokens.norms[first - 1] ?? '';
  const gender = FEMALE.test(before) ? 'female' : MALE.test(before) ? 'male' : null;
  const full = byLastName.get(surface(reader, end - 1, end));
  if (full !== undefined && (end - first === 1 || full.entity.name === name))
    return { ...full, gender: full.gender ?? gender, first, end };
  if (/^(?:of|in|at|from|near)$/u.test(before)) return null;
  const isLone = end - first === 1;
  if (isLone && gender === null && !TITLE.test(before) && !reader.roles.has(first - 1)) return null;
  const id = isLone ? `${reader.article.id}/${slug(name)}` : slug(name);
  const type = BODY.test(name) ? 'institution' : 'person';
  return { entity: { id, name, type, country: null }, gender, first, end };
}

/** The words of tokens [first, end) as the text has them, blanks evened. */
function surface(reader: Reader, first: number, end: number): string {
  const { text, tokens } = reader.article;
  return text.slice(tokens.starts[first], tokens.ends[end - 1]).replace(/\s+/gu, ' ');
}
