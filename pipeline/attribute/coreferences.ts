import type { Coreference, Span } from '../model.ts';
import type { Found } from './attribution.ts';
import { definiteAt, describedBy, note, noteNames, type Introduced, type KnownBy } from './definite.ts';
import type { Gender } from './given-names.ts';
import type { Mention } from './people.ts';
import { describesName, genderOfNoun, isPersonNoun } from './person-nouns.ts';
import { meet, mostSalient, type Choice, type Person, type Place, type Spot, type Stage } from './salience.ts';
import type { Scene } from './scene.ts';
import { isSubject } from './pronouns.ts';
import { speakersAround, type Around } from './around.ts';
import type { Voices } from './speakers.ts';

/** What is known while an article is read from its first token to its last. */
interface Walk {
  readonly scene: Scene;
  readonly around: Around;
  readonly introduced: ReadonlyMap<number, readonly Introduced[]>;
  readonly stage: Stage;
  readonly known: KnownBy;
  /** The last name read. */
  last: Mention | null;
  /** The last subject of this sentence, with the verbs since. */
  subject: { readonly key: string | null; verbs: number; readonly sentence: number } | null;
}

/**
 * Whom the pronouns "he" and "she" and definite descriptions mean, where that is clear, in the order of the text. Precision
 * comes first (the sieves of Lee et al. 2013): a pronoun is resolved only where the most salient person of its gender
 * (Lappin and Leass 1994) is far ahead of every other, named or not; a description only where it fits one alone.
 */
export function coreferencesOf(
  scene: Scene,
  found: readonly Found[],
  voices: readonly Voices[],
): readonly Coreference[] {
  const around = speakersAround(scene, found, voices);
  const introduced = introducedAt(scene);
  const walk: Walk = { scene, around, introduced, stage: [], known: new Map(), last: null, subject: null };
  const read: Coreference[] = [];
  for (let i = 0; i < scene.reader.article.tokens.length;) {
    const step = stepAt(walk, i);
    if (step.coreference !== null) read.push(step.coreference);
    i = step.end;
  }
  return read;
}

function introducedAt({ introductions }: Scene): ReadonlyMap<number, readonly Introduced[]> {
  const at = new Map<number, Introduced[]>();
  for (const [noun, list] of introductions) {
    for (const { at: token, words } of list) {
      const here = at.get(token) ?? [];
      here.push({ noun, words });
      at.set(token, here);
    }
  }
  return at;
}

interface Step {
  readonly end: number;
  readonly coreference: Coreference | null;
}

function stepAt(walk: Walk, i: number): Step {
  const { mentionAt, reader } = walk.scene;
  const { norms, pos, sentence } = reader.article.tokens;
  if (walk.subject !== null && walk.subject.sentence !== sentence[i]) walk.subject = null;
  if (walk.subject !== null && pos[i] === 'VERB') walk.subject.verbs++;
  const mention = mentionAt.get(i);
  if (mention?.first === i) return ownedOffice(walk, mention) ?? readName(walk, mention);
  const gender = PRONOUNS.get(norms[i]!);
  if (gender !== undefined) return { end: i + 1, coreference: readPronoun(walk, i, gender) };
  const described = readDescription(walk, i);
  if (described !== null) return described;
  if (isPersonNoun(reader, i) && !describesName(walk.scene, i, walk.last)) readNoun(walk, i, i);
  return { end: i + 1, coreference: null };
}

/** "Poland’s prime minister" is one mention, and Poland none beside it. */
function ownedOffice(walk: Walk, { first }: Mention): Step | null {
  if (walk.scene.reader.nameAt.get(first)?.value.entity.type !== 'country') return null;
  const described = readDescription(walk, first);
  return described?.coreference === null ? null : described;
}

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'him', 'his'].map((norm) => [norm, 'male'] as const),
  ...['she', 'her', 'hers'].map((norm) => [norm, 'female'] as const),
]);

function readName(walk: Walk, mention: Mention): Step {
  const { entity, gender } = mention.who;
  walk.last = mention;
  noteNames(walk.scene, walk.known, walk.introduced.get(mention.first) ?? [], mention);
  if (entity.type === 'person' || entity.type === 'unknown') {
    const place = isSubject(walk.scene, mention) ? 'subject' : placeAt(walk, mention.first, mention.end);
    comesUp(walk, mention.first, { key: entity.id, entity: mention.who.isSure ? entity : null, gender }, place);
  }
  return { end: mention.end, coreference: null };
}

/** Someone without a name: nobody can say who it is, but a later "he" may mean them. */
function readNoun(walk: Walk, first: number, head: number): void {
  const { lemmas, norms, sentence } = walk.scene.reader.article.tokens;
  const noun = lemmas[head]!;
  note(walk.known, noun, { entity: null, words: new Set(norms.slice(first, head + 1)), sentence: sentence[head]! });
  const place = placeAt(walk, first, head + 1);
  comesUp(walk, head, { key: `a ${noun}`, entity: null, gender: genderOfNoun(noun) }, place);
}

function readDescription(walk: Walk, i: number): Step | null {
  const { scene } = walk;
  const definite = definiteAt(scene, i);
  if (definite === null || describesName(scene, definite.end - 1, walk.last)) return null;
  const { first, end } = definite;
  const entity = describedBy(scene, walk.known, definite);
  if (entity === null) {
    if (isPersonNoun(scene.reader, end - 1)) readNoun(walk, first, end - 1);
    return { end, coreference: null };
  }
  const { starts, ends, lemmas, norms, sentence } = scene.reader.article.tokens;
  if (entity.type === 'person') {
    const person = { key: entity.id, entity, gender: genderOf(scene, entity.id) };
    comesUp(walk, first, person, placeAt(walk, first, end));
  }
  note(walk.known, lemmas[end - 1]!, { entity, words: new Set(norms.slice(first, end)), sentence: sentence[i]! });
  const span: Span = [starts[first]!, ends[end - 1]!];
  return { end, coreference: { span, form: 'description', entity, p: RELIABILITY } };
}

/** Of someone whom the article may name nowhere. */
function genderOf({ genders, registry }: Scene, id: string): Gender | null {
  return genders.get(id) ?? registry.actors.find((actor) => actor.id === id)?.gender ?? null;
}

function comesUp(walk: Walk, at: number, person: Person, place: Place): void {
  const spot = spotAt(walk, at);
  meet(walk.stage, person, place, spot);
  if (place === 'subject') walk.subject = { key: person.key, verbs: 0, sentence: spot.sentence };
}

function spotAt({ scene }: Walk, i: number): Spot {
  const { sentence, quoteDepth } = scene.reader.article.tokens;
  return { sentence: sentence[i]!, isQuoted: quoteDepth[i]! > 0 };
}

/** Where the phrase at tokens [first, end) stands in its clause. */
function placeAt({ scene, around }: Walk, first: number, end: number): Place {
  const { norms, pos } = scene.reader.article.tokens;
  if (norms[end] === "'s") return 'owner';
  let before = first - 1;
  while (before >= 0 && first - before < FAR && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(pos[before]!)) before--;
  if (pos[before] === 'ADP') return 'oblique';
  const after = pos[end] === 'ADV' ? end + 1 : end;
  if (around.isSource(first) || pos[after] === 'AUX' || pos[after] === 'VERB') return 'subject';
  return 'object';
}

const FAR = 6;

function readPronoun(walk: Walk, i: number, gender: Gender): Coreference | null {
  const { tokens } = walk.scene.reader.article;
  const form = formOf(walk, i);
  const spot = spotAt(walk, i);
  const choice = chosen(walk, i, gender, form, spot);
  const place = form === 'possessive' ? 'owner' : placeAt(walk, i, i + 1);
  const entity = choice === null || !isClear(walk, i, choice, spot) ? null : choice.person.entity;
  if (entity === null) {
    if (place === 'subject') walk.subject = { key: null, verbs: 0, sentence: spot.sentence };
    return null;
  }
  comesUp(walk, i, { key: entity.id, entity, gender }, place);
  return { span: [tokens.starts[i]!, tokens.ends[i]!], form, entity, p: RELIABILITY };
}

function formOf({ scene }: Walk, i: number): 'pronoun' | 'possessive' {
  const { norms, pos } = scene.reader.article.tokens;
  if (norms[i] === 'his') return 'possessive';
  return norms[i] === 'her' && /^(?:NOUN|PROPN|ADJ|NUM|VERB)$/u.test(pos[i + 1] ?? '') ? 'possessive' : 'pronoun';
}

/** An object is nobody who is the subject of the same verb; in quotation marks nobody is meant who speaks there. */
function chosen(walk: Walk, i: number, gender: Gender, form: Coreference['form'], spot: Spot): Choice | null {
  const { tokens } = walk.scene.reader.article;
  const speaker = walk.around.speakerAt(i);
  if (spot.isQuoted && speaker === null) return null;
  const isObject = form === 'pronoun' && tokens.norms[i] !== 'he' && tokens.norms[i] !== 'she';
  const subject = isObject && walk.subject?.verbs === 1 ? walk.subject.key : null;
  return mostSalient(walk.stage, gender, [spot.isQuoted ? speaker!.id : null, subject], spot);
}

/** Far ahead of any other, known by its gender, and of whom a source that is a pronoun is known to be. */
function isClear(walk: Walk, i: number, { person, salience, rival }: Choice, { isQuoted }: Spot): boolean {
  const speaker = walk.around.sourceAt(i);
  if (person.gender === null || (speaker !== null && speaker.id !== person.key)) return false;
  return salience >= LEAST[isQuoted ? 'quoted' : 'told'] && rival <= MARGIN && !isAhead(walk, i, person);
}

/** A subject of the sentence before has 130, of the one before that 65: in quotation marks that is too far, for much was left out between. */
const LEAST = { told: 60, quoted: 100 } as const;
const MARGIN = 0.5;

/** "After he left, Ada Quill …": in a fronted clause a pronoun may mean whoever comes after it. */
function isAhead({ scene }: Walk, i: number, { key }: Person): boolean {
  const { norms, pos, sentence } = scene.reader.article.tokens;
  let first = i;
  while (first > 0 && i - first < FRONTED && sentence[first - 1] === sentence[i] && norms[first - 1] !== ',') first--;
  const isFirst = first === 0 || sentence[first - 1] !== sentence[i];
  if (!isFirst || (pos[first] !== 'SCONJ' && pos[first] !== 'ADP' && norms[first] !== 'when')) return false;
  for (let j = i + 1; j < i + 2 * FRONTED && sentence[j] === sentence[i]; j++) {
    const who = scene.mentionAt.get(j)?.who.entity;
    if (who?.type === 'person') return who.id !== key;
  }
  return false;
}

const FRONTED = 15;

/** Of 62 mentions read by hand 60 meant whom this file says (`models/attribution/README.md`): (60 + 1) / (62 + 2). */
const RELIABILITY = 0.95;
