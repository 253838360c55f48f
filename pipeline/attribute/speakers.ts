import type { Actor, Entity, EntityType, Outlet, Registry } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Found, Place } from './attribution.ts';
import { describedSpeaker } from './descriptions.ts';
import { officeHolder } from './offices.ts';
import { peopleIn, type Named } from './people.ts';
import type { Reader } from './reader.ts';
import type { Line } from './units.ts';

/** Who speaks in an attribution and who quotes them; `null` where the text does not tell. */
export interface Voices {
  readonly speaker: Entity | null;
  readonly quotedBy: Entity | null;
}

/** The voices of each attribution, in the order of `found`. */
export function resolveVoices(
  reader: Reader,
  registry: Registry,
  lines: readonly Line[],
  found: readonly Found[],
): readonly Voices[] {
  const scene: Scene = { reader, registry, lines, people: peopleIn(reader), spoken: [], introduced: [] };
  const order = found.map((_, i) => i).sort((a, b) => placeInText(found[a]!) - placeInText(found[b]!));
  const voices = new Map<number, Voices>();
  for (const i of order) {
    const attribution = found[i]!;
    const speaker = speakerOf(scene, attribution);
    const { quotedBy } = attribution;
    voices.set(i, { speaker, quotedBy: quotedBy === null ? null : described(scene, quotedBy) });
    if (speaker !== null) scene.spoken.push({ speaker, line: attribution.line, at: placeInText(attribution) });
  }
  return found.map((_, i) => voices.get(i)!);
}

/** What is known while the attributions of an article are read in order. */
interface Scene {
  readonly reader: Reader;
  readonly registry: Registry;
  readonly lines: readonly Line[];
  readonly people: readonly Named[];
  readonly spoken: { speaker: Entity; line: number; at: number }[];
  /** People with the nouns that introduced them: "Deputy Interior Minister Yevhen Yenin" is a minister. */
  readonly introduced: { entity: Entity; nouns: ReadonlySet<string> }[];
}

function placeInText(found: Found): number {
  return found.source?.span[0] ?? found.content[0]![0];
}

function speakerOf(scene: Scene, found: Found): Entity | null {
  if (found.source === null) return goingOn(scene, found);
  const { first, end } = found.source;
  const form = scene.reader.article.tokens.norms[first]!;
  if (end - first === 1 && form in PRONOUNS) return antecedent(scene, found, first, PRONOUNS[form]!);
  return described(scene, found.source);
}

/** Whoever a noun phrase means: by name, by what introduced them, by office; else by its own words. */
function described(scene: Scene, place: Place): Entity | null {
  return (
    namedSpeaker(scene, place) ??
    introducedAs(scene, place) ??
    officeHolder(scene.reader, scene.registry, place) ??
    describedSpeaker(scene.reader, place)
  );
}

/** A quotation without cue goes on with who spoke last, in its paragraph or the one before. */
function goingOn(scene: Scene, found: Found): Entity | null {
  const last = scene.spoken.at(-1);
  if (last === undefined) return null;
  const paragraph = (line: number): number => scene.reader.article.tokens.paragraph[scene.lines[line]![0]!.first]!;
  return paragraph(found.line) - paragraph(last.line) <= 1 ? last.speaker : null;
}

type Referent = 'male' | 'female' | 'body' | 'many' | 'relative';

const PRONOUNS: Readonly<Record<string, Referent>> = {
  he: 'male',
  him: 'male',
  she: 'female',
  her: 'female',
  it: 'body',
  they: 'many',
  them: 'many',
  who: 'relative',
};

function antecedent(scene: Scene, found: Found, at: number, referent: Referent): Entity | null {
  const spoken = scene.spoken.toReversed();
  if (referent === 'body') return spoken.find(({ speaker }) => isBody(speaker))?.speaker ?? null;
  if (referent === 'many')
    return spoken.find(({ speaker }) => speaker.type === 'group' || isBody(speaker))?.speaker ?? null;
  const before = scene.people.filter((person) => person.end <= at && person.entity.type === 'person');
  if (referent === 'relative') return before.at(-1)?.entity ?? null;
  const fits = before.filter((person) => person.gender === null || person.gender === referent);
  return (
    subjectIn(scene, fits, found.line) ??
    lastSpeaker(scene, fits, found.line) ??
    subjectIn(scene, fits, found.line - 1) ??
    fits.at(-1)?.entity ??
    null
  );
}

function isBody(entity: Entity): boolean {
  return entity.type === 'institution' || entity.type === 'outlet';
}

/** The first person named in a line: its subject, more often than not. */
function subjectIn(scene: Scene, people: readonly Named[], line: number): Entity | null {
  const units = scene.lines[line];
  if (units === undefined) return null;
  const [from, to] = [units[0]!.first, units.at(-1)!.end];
  return people.find(({ first }) => first >= from && first < to)?.entity ?? null;
}

/** Who spoke last, within two lines, and can be meant by the pronoun. */
function lastSpeaker(scene: Scene, fits: readonly Named[], line: number): Entity | null {
  const ids = new Set(fits.map(({ entity }) => entity.id));
  const last = scene.spoken.findLast(({ speaker, line: at }) => line - at <= 2 && ids.has(speaker.id));
  return last?.speaker ?? null;
}

/** A person named in the phrase; else the outlet, body or country that its head names. */
function namedSpeaker(scene: Scene, place: Place): Entity | null {
  const inside = scene.people.filter(({ first, end }) => first >= place.first && end <= place.end);
  const person = inside.at(-1);
  if (person !== undefined) {
    scene.introduced.push({ entity: person.entity, nouns: nounsIn(scene.reader, place) });
    return person.entity;
  }
  const head = headName(scene.reader, place) ?? outletOfDocument(scene.reader, place);
  return head === null ? null : asSpeaker(head);
}

/** "a report by the BBC": a document that an outlet wrote is the outlet's word. */
function outletOfDocument(reader: Reader, { first, end }: Place): Outlet | Actor | null {
  for (let i = first, document = false; i < end; i++) {
    document ||= reader.roles.get(i) === 'document';
    const named = reader.nameAt.get(i)?.value.entity;
    if (document && named?.type === 'outlet') return named;
  }
  return null;
}

/** The registry's entity that ends the phrase, or ends it before a preposition: not "Kremlin" in "a Kremlin spokesman". */
function headName(reader: Reader, { first, end }: Place): Outlet | Actor | null {
  const { pos } = reader.article.tokens;
  let last = end - 1;
  for (let i = first + 1; i < end; i++) if (pos[i] === 'ADP' && !reader.nameAt.has(i)) last = Math.min(last, i - 1);
  const match = reader.nameAt.get(last);
  return match?.end === last + 1 && match.value.naming !== 'demonym' ? match.value.entity : null;
}

/** A country or alliance that speaks is spoken for: it counts as an institution. */
function asSpeaker(entity: Outlet | Actor): Entity {
  const speaks: readonly string[] = ['person', 'institution', 'outlet', 'group', 'document'] satisfies EntityType[];
  return { ...plainEntity(entity), type: speaks.includes(entity.type) ? entity.type : 'institution' };
}

function nounsIn(reader: Reader, { first, end }: Place): ReadonlySet<string> {
  const nouns = new Set<string>();
  for (let i = first; i < end; i++) if (reader.roles.has(i)) nouns.add(reader.article.tokens.lemmas[i]!);
  return nouns;
}

/** "the minister": the last one whom such a noun introduced. */
function introducedAs(scene: Scene, { first, end }: Place): Entity | null {
  const { norms, lemmas } = scene.reader.article.tokens;
  if (norms[first] !== 'the' || end - first !== 2) return null;
  return scene.introduced.findLast(({ nouns }) => nouns.has(lemmas[end - 1]!))?.entity ?? null;
}
