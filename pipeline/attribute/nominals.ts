import type { Entity } from '../model.ts';
import type { Document } from './documents.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Introduction } from './introductions.ts';
import type { Reader } from './reader.ts';
import { countBefore, type Scene } from './scene.ts';
import { isPlural } from './subjects.ts';

/** Whom a definite description means that the article has introduced by name: "the mayor", "the 46-year-old", "the report". */
export function nominalSpeaker(scene: Scene, phrase: NounPhrase): Entity | null {
  const { norms, lemmas } = scene.reader.article.tokens;
  const { first, head } = phrase;
  if (!/^(?:the|this|that|its|their|his|her)$/u.test(norms[first]!)) return null;
  if (/^\d{1,3}$/u.test(norms[first + 1]!) && norms[first + 3] === 'year') return ofAge(scene, phrase);
  if (isPlural(scene.reader, head - 1)) return null;
  const lemma = lemmas[head - 1]!;
  const role = scene.reader.roles.get(head - 1);
  if (role === 'document') return phrase.main === head ? author(scene, lemma, first) : null;
  const introduced = introducedAs(scene, phrase, lemma);
  if (introduced !== null) return introduced;
  return GENERIC_BODY.test(lemma) && head - first === 2 && phrase.main === head ? lastBody(scene, first) : null;
}

/** The one introduced with that age; else whoever was named last. */
function ofAge({ introductions, mentions, reader }: Scene, { first }: NounPhrase): Entity | null {
  const aged = introductions.get(reader.article.tokens.norms[first + 1]!)?.findLast(({ at }) => at < first);
  if (aged !== undefined) return aged.who.entity;
  const before = mentions.slice(Math.max(0, countBefore(mentions, first) - FEW), countBefore(mentions, first));
  return before.findLast(({ who, isQuoted }) => who.entity.type === 'person' && !isQuoted)?.who.entity ?? null;
}

const FEW = 20;

/** The author of the document of that name before this place, else after it; else of the last document at all. */
function author({ documents }: Scene, lemma: string, at: number): Entity | null {
  const same = documents.filter((document) => document.lemma === lemma);
  const last =
    same.findLast((document) => document.at < at) ?? same[0] ?? (STUDY.test(lemma) ? other(documents, at) : null);
  return last?.author.entity ?? null;
}

const STUDY = /^(?:report|study|analysis|survey|research|document|paper)$/u;

/** A report may be called a study, too. */
function other(documents: readonly Document[], at: number): Document | undefined {
  return documents.findLast((document) => document.at < at && STUDY.test(document.lemma));
}

/** The last introduction by that noun whose words hold all that the phrase adds: "the defence minister" is no foreign minister. */
function introducedAs(scene: Scene, { first, head, main }: NounPhrase, lemma: string): Entity | null {
  const { reader, introductions } = scene;
  const added = wordsAdded(reader, first + 1, head - 1).concat(wordsAdded(reader, head, main));
  const fits = ({ at, words, who }: Introduction): boolean =>
    at < first &&
    (lemma !== 'president' || !words.has('vice')) &&
    added.every((word) => words.has(word) || isOf(scene, word, who.entity.country));
  return introductions.get(lemma)?.findLast(fits)?.who.entity ?? null;
}

const SAYS_NOTHING = /^(?:of|the|a|for|in|at|and|'s|-|former|current|late|new|same|top|senior)$/u;

function wordsAdded({ article: { tokens } }: Reader, from: number, to: number): readonly string[] {
  return tokens.norms.slice(from, Math.max(from, to)).filter((word) => !SAYS_NOTHING.test(word));
}

/** Whether a word names the country that someone acts for: "Russian" of a minister of Russia. */
function isOf({ registry }: Scene, word: string, country: string | null): boolean {
  if (country === null) return false;
  const actor = registry.actors.find((entry) => entry.type === 'country' && entry.country === country);
  return actor?.demonyms.some((demonym) => demonym.toLowerCase() === word) ?? false;
}

const GENERIC_BODY =
  /^(?:company|firm|agency|organi[sz]ation|nonprofit|charity|utility|corporation|group|outlet|newspaper|network|broadcaster|watchdog|regulator|foundation|institute|bank|airline|operator|body)$/u;

/** The body that spoke last in this paragraph or the one before, else the one that the reporter named last, a country or place apart. */
function lastBody({ mentions, registry, spoken, reader }: Scene, at: number): Entity | null {
  const { paragraph } = reader.article.tokens;
  const isPlace = ({ id }: Entity): boolean => registry.actors.some((actor) => actor.id === id);
  const isBody = (entity: Entity): boolean =>
    (entity.type === 'institution' || entity.type === 'outlet') && !isPlace(entity);
  const isName = ({ type, name }: Entity): boolean => type === 'unknown' && /^\p{Lu}\S+$/u.test(name);
  const speaker = spoken.findLast((one) => one.at < at && (isBody(one.speaker) || isName(one.speaker)));
  if (speaker !== undefined && paragraph[at]! - paragraph[speaker.at]! <= 1) return speaker.speaker;
  const count = countBefore(mentions, at);
  const near = mentions.slice(Math.max(0, count - FEW), count);
  return near.findLast(({ who, isQuoted }) => !isQuoted && isBody(who.entity))?.who.entity ?? null;
}
