import type { Entity } from '../model.ts';
import type { Found, Place } from './attribution.ts';
import { describedSpeaker, possessedSpeaker } from './descriptions.ts';
import { genderOfTitle, type Gender } from './given-names.ts';
import { namedSpeaker } from './named-source.ts';
import { nominalSpeaker } from './nominals.ts';
import { nounPhrase } from './noun-phrase.ts';
import { officeHolder } from './offices.ts';
import { antecedent, referentOf } from './pronouns.ts';
import { relativeAntecedent } from './relatives.ts';
import { placeInText, tokenOf, type Scene } from './scene.ts';
import { unsourcedSpeaker } from './unsourced.ts';

/** Who speaks in an attribution and who quotes them; `null` where the text does not tell. */
export interface Voices {
  readonly speaker: Entity | null;
  readonly quotedBy: Entity | null;
}

/** The voices of each attribution, in the order of `found`. Notes in the scene who spoke. */
export function resolveVoices(scene: Scene, found: readonly Found[]): readonly Voices[] {
  const speakers = speakersOf(scene, found);
  return found.map(({ quotedBy }, i) => ({
    speaker: speakers[i]!,
    quotedBy: quotedBy === null ? null : described(scene, quotedBy, null),
  }));
}

/** Each speaker, read in the order of the text but for whoever speaks around: they are needed first. */
function speakersOf(scene: Scene, found: readonly Found[]): readonly (Entity | null)[] {
  const outer = enclosing(found);
  const known = new Map<number, Entity | null>();
  const speakerAt = (i: number): Entity | null => {
    if (known.has(i)) return known.get(i)!;
    known.set(i, null);
    const around = outer[i] ?? null;
    known.set(i, speakerOf(scene, found[i]!, around === null ? null : speakerAt(around)));
    return known.get(i)!;
  };
  const order = found.map((_, i) => i).sort((a, b) => tokenOf(scene, found[a]!) - tokenOf(scene, found[b]!));
  let line = 0;
  for (const i of order) {
    for (; line < scene.lineAt[tokenOf(scene, found[i]!)]!; line++) readPronouns(scene, line);
    remember(scene, found[i]!, speakerAt(i));
  }
  return found.map((_, i) => speakerAt(i));
}

function remember(scene: Scene, found: Found, speaker: Entity | null): void {
  if (speaker === null) return;
  const at = tokenOf(scene, found);
  scene.spoken.push({ speaker, gender: genderOf(scene, found.source, speaker), at, line: scene.lineAt[at]! });
}

/** Whom the reporter goes on about: the first "he" and "she" of a line outside quotations. */
function readPronouns(scene: Scene, n: number): void {
  const { norms } = scene.reader.article.tokens;
  let seen: Gender | null = null;
  for (const { first, quotation } of scene.lines[n]!) {
    const gender = quotation === null ? GENDERS.get(norms[first]!) : undefined;
    if (gender === undefined || gender === seen) continue;
    const entity = antecedent(scene, first, gender, { barred: null, describe: () => null });
    if (entity !== null) scene.referred.push({ entity, gender, at: first });
    if (seen !== null) return;
    seen = gender;
  }
}

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
]);

/** A named person's gender, or the one that the noun tells: "a spokeswoman". */
function genderOf({ reader, genders }: Scene, source: Place | null, { id }: Entity): Gender | null {
  const named = genders.get(id) ?? null;
  if (named !== null || source === null) return named;
  const norms = reader.article.tokens.norms.slice(source.first, source.end);
  return norms.map(genderOfTitle).find((gender) => gender !== null) ?? null;
}

/** `outer` is whoever speaks the words in which this attribution stands. */
function speakerOf(scene: Scene, found: Found, outer: Entity | null): Entity | null {
  if (found.source === null) return unsourcedSpeaker(scene, found, (place) => described(scene, place, outer));
  return described(scene, found.source, outer);
}

const FIRST_PERSON = /^(?:i|me|my|we|us|our|myself|ourselves)$/u;
const RELATIVE = /^(?:who|which|that|whom|whose)$/u;
const NO_ONE =
  /^(?:an?|the|this|these|those|such|each|of|for|you|your|one|there|what|anyone|everyone|nobody|somebody|someone)$/u;

/** Whoever a source means: a pronoun's antecedent, who is named, who was introduced or holds the office; else its own words. */
function described(scene: Scene, place: Place, outer: Entity | null): Entity | null {
  const { norms, quoteDepth } = scene.reader.article.tokens;
  const phrase = nounPhrase(scene.reader, place, scene.mentionAt);
  if (phrase === null) return null;
  const norm = norms[phrase.first]!;
  const isOne =
    (phrase.main - phrase.first === 1 && !RELATIVE.test(norms[phrase.main] ?? '')) ||
    referentOf(norms[phrase.first + 1]!) !== null;
  const inWords = (inner: Place): Entity | null => described(scene, inner, outer);
  if (isOne && FIRST_PERSON.test(norm)) return outer;
  if (isOne && NO_ONE.test(norm)) return null;
  if (RELATIVE.test(norm)) return relativeAntecedent(scene, phrase.first, inWords);
  const referent = isOne ? referentOf(norm) : null;
  const barred = quoteDepth[phrase.first]! > 0 ? outer : null;
  if (referent !== null) return antecedent(scene, phrase.first, referent, { barred, describe: inWords });
  const proper = { span: place.span, first: phrase.first, end: phrase.main };
  return (
    namedSpeaker(scene, phrase) ??
    nominalSpeaker(scene, phrase) ??
    officeHolder(scene.reader, scene.registry, proper) ??
    possessedSpeaker(scene, phrase, (at, of) => antecedent(scene, at, of, { barred, describe: inWords })) ??
    describedSpeaker(scene.reader, proper)
  );
}

/** For each attribution the innermost other one whose content its source (or else its content) stands in. */
function enclosing(found: readonly Found[]): readonly (number | null)[] {
  const contents = found.flatMap(({ content }, index) => content.map(([start, end]) => ({ start, end, index })));
  contents.sort((a, b) => a.start - b.start || b.end - a.end);
  const order = found.map((_, i) => i).sort((a, b) => placeInText(found[a]!) - placeInText(found[b]!));
  const outer: (number | null)[] = found.map(() => null);
  const open: (typeof contents)[number][] = [];
  let next = 0;
  for (const i of order) {
    const at = placeInText(found[i]!);
    for (; next < contents.length && contents[next]!.start <= at; next++) {
      while (open.length > 0 && open.at(-1)!.end <= contents[next]!.start) open.pop();
      open.push(contents[next]!);
    }
    while (open.length > 0 && open.at(-1)!.end <= at) open.pop();
    outer[i] = open.findLast(({ index, end }) => index !== i && end > at)?.index ?? null;
  }
  return outer;
}
