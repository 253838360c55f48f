import type { Entity, EntityType, Registry } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import { slug } from '../text/slug.ts';
import { isSpokenFor } from './name-evidence.ts';
import type { Gender } from './given-names.ts';
import { genderOfSheet, sheetsOf, type Sheet } from './name-sheets.ts';
import type { Reader } from './reader.ts';

/** Someone or something that an article names, whatever the forms of the name. */
export interface Character {
  readonly entity: Entity;
  /** How the text or the registry refers to a person; `null` where neither tells, and of bodies. */
  gender: Gender | null;
  /** Whether anything but two capitals speaks for a person: a title, an age, a given name, the registry. */
  readonly isSure: boolean;
  /** Whether it stands after "in" or "near" somewhere. */
  readonly isPlace: boolean;
  /** How often the article names it. */
  readonly uses: number;
}

/** A name at tokens [first, end), and who it is. */
export interface Mention {
  readonly first: number;
  readonly end: number;
  readonly who: Character;
  readonly isQuoted: boolean;
}

/**
 * Everyone and every body that the text names, in order: those of the registry, and others by their capitals. Variants
 * of a name (surname, initials, transliterations, acronyms) are one character, called as the registry has it or by the
 * longest form in the article. A lone surname that the article never completes is known in this article only.
 */
export function mentionsIn(reader: Reader, registry: Registry): readonly Mention[] {
  const { quoteDepth } = reader.article.tokens;
  const mentions = sheetsOf(reader, registry).flatMap((sheet) => {
    const who = characterOf(reader, sheet);
    return sheet.runs.map(({ first, end }): Mention => ({ first, end, who, isQuoted: quoteDepth[first]! > 0 }));
  });
  return mentions.sort((a, b) => a.first - b.first);
}

function characterOf(reader: Reader, sheet: Sheet): Character {
  const { known, evidence, runs } = sheet;
  const gender = genderOfSheet(sheet);
  const isSure = known !== null || sheet.isBody || evidence > 0 || runs.some(({ title }) => title !== '');
  return {
    entity: known === null ? entityOf(reader, sheet) : speaking(known),
    gender,
    isSure,
    isPlace: sheet.isPlace,
    uses: runs.length,
  };
}

/** A country or alliance that speaks is spoken for: it counts as an institution. */
function speaking(entity: Entity): Entity {
  const isSpokenFor = /^(?:country|place|alliance|topic)$/u.test(entity.type);
  return { ...plainEntity(entity), type: isSpokenFor ? 'institution' : entity.type };
}

/** "Democrats", "Socialists": many people, without a name. */
const PEOPLE = /(?:crats|icans|ists|ians|ites)$/u;

function entityOf(reader: Reader, sheet: Sheet): Entity {
  const { text, tokens } = reader.article;
  const { longest, words } = sheet;
  const form = text.slice(tokens.starts[longest.first], tokens.ends[longest.end - 1]).replace(/\s+/gu, ' ');
  const isLone = words.length === 1;
  const hasThe = !isPerson(reader, sheet) && !isLone && tokens.norms[longest.first - 1] === 'the';
  const id = isLone ? `${reader.article.id}/${slug(form)}` : slug(form);
  return { id, name: hasThe ? `the ${form}` : form, type: typeOf(reader, sheet, hasThe), country: null };
}

function typeOf(reader: Reader, sheet: Sheet, hasThe: boolean): EntityType {
  if (PEOPLE.test(sheet.words.at(-1)!) && !sheet.isBody) return 'group';
  if (isPerson(reader, sheet)) return 'person';
  return sheet.isBody || hasThe || isOnlySpokenFor(reader, sheet) ? 'institution' : 'unknown';
}

/** Who bears a title is a person; so is whoever more speaks for than against, and by default a name of two words or more. */
function isPerson(reader: Reader, sheet: Sheet): boolean {
  const { isBody, evidence, words, runs } = sheet;
  if (isBody) return false;
  const byDefault = words.length > 1 && evidence === 0 && !isOnlySpokenFor(reader, sheet);
  return evidence > 0 || byDefault || runs.some(({ title }) => title !== '');
}

/** A name that stands nowhere but behind "a spokeswoman for" is a body's, unless something tells of a person. */
function isOnlySpokenFor(reader: Reader, { runs }: Sheet): boolean {
  return runs.every((run) => isSpokenFor(reader, run));
}
