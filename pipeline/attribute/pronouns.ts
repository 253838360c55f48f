import type { Entity } from '../model.ts';
import type { Gender } from './given-names.ts';
import type { Mention } from './people.ts';
import { countBefore, type Scene } from './scene.ts';
import { subjectNear, type Describe } from './subjects.ts';

/** What a pronoun can stand for. */
export type Referent = Gender | 'body' | 'many';

const REFERENTS: ReadonlyMap<string, Referent> = new Map([
  ...['he', 'him', 'his', 'himself'].map((norm) => [norm, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((norm) => [norm, 'female'] as const),
  ...['it', 'its', 'itself'].map((norm) => [norm, 'body'] as const),
  ...['they', 'them', 'their', 'themselves', 'both', 'some', 'many', 'most', 'several', 'all'].map(
    (norm) => [norm, 'many'] as const,
  ),
]);

/** What a word stands for if it is a pronoun of the third person or a quantity of those just spoken of. */
export function referentOf(norm: string): Referent | null {
  return REFERENTS.get(norm) ?? null;
}

interface Candidate {
  readonly entity: Entity;
  readonly score: number;
}

/**
 * Whom a pronoun at token `at` means: the best of the names and speakers before it by a sum of distance in sentences,
 * grammatical place, who spoke last and how often the article names them, among those of its gender and number (the
 * features of Citron's resolver, BBC 2021, weighed by hand). `barred` cannot be meant: who speaks of others in quotation
 * marks. `null` where nobody fits.
 */
export function antecedent(
  scene: Scene,
  at: number,
  referent: Referent,
  { barred, describe }: { barred: Entity | null; describe: Describe },
): Entity | null {
  const all = [
    ...named(scene, at, referent),
    ...spoken(scene, at, referent),
    ...referred(scene, at, referent),
    ...subjects(scene, at, referent, describe),
  ];
  let best: Candidate | null = null;
  for (const candidate of all) {
    if (candidate.entity.id !== barred?.id && candidate.score > (best?.score ?? -Infinity)) best = candidate;
  }
  return best?.entity ?? null;
}

const MOST_MENTIONS = 60;

/** Names before the pronoun, near to far; those within quotations count only for a pronoun in the same paragraph's quotation. */
function named(scene: Scene, at: number, referent: Referent): readonly Candidate[] {
  const { quoteDepth } = scene.reader.article.tokens;
  const count = countBefore(scene.mentions, at);
  const near = scene.mentions.slice(Math.max(0, count - MOST_MENTIONS), count);
  return near
    .filter((mention) => fits(mention, referent) && (!mention.isQuoted || quoteDepth[at]! > 0))
    .map((mention) => ({ entity: mention.who.entity, score: scoreOf(scene, at, mention, referent) }));
}

function fits({ who }: Mention, referent: Referent): boolean {
  const { type } = who.entity;
  if (referent === 'many') return type === 'institution' || type === 'outlet' || type === 'group';
  if (referent === 'body') return type !== 'person' && type !== 'group';
  return type === 'person' && (who.gender === null || who.gender === referent);
}

const WEIGHT = {
  line: -1,
  subject: 1.5,
  here: 1,
  object: -1,
  owner: -0.5,
  match: 1,
  unsure: -1.5,
  use: 0.3,
  many: -1.5,
  place: -1.5,
} as const;

function scoreOf(scene: Scene, at: number, mention: Mention, referent: Referent): number {
  const { norms, pos } = scene.reader.article.tokens;
  const { first, end, who } = mention;
  const before = norms[first - 1] === 'the' ? first - 2 : first - 1;
  return (
    WEIGHT.line * distance(scene, first, at) +
    (isSubject(scene, mention) ? WEIGHT.subject + (distance(scene, first, at) === 0 ? WEIGHT.here : 0) : 0) +
    (pos[before] === 'ADP' ? WEIGHT.object : 0) +
    (norms[end] === "'s" ? WEIGHT.owner : 0) +
    (who.gender === referent ? WEIGHT.match : 0) +
    (who.isSure ? 0 : WEIGHT.unsure) +
    (who.isPlace && who.entity.type !== 'person' ? WEIGHT.place : 0) +
    (referent === 'many' ? WEIGHT.many : 0) +
    WEIGHT.use * Math.min(3, Math.log2(who.uses))
  );
}

/** Lines between two tokens; beyond some, more of them tell no more. */
function distance({ lineAt }: Scene, from: number, to: number): number {
  const lines = lineAt[to]! - lineAt[from]!;
  return lines <= FAR ? lines : FAR + Math.log2(lines - FAR + 1);
}

const FAR = 8;

/** The first name of its line with nothing before it but a title, an adverb or a fronted phrase with its comma. */
export function isSubject({ reader, lines, lineAt, mentions }: Scene, mention: Mention): boolean {
  const { pos, norms } = reader.article.tokens;
  const from = lines[lineAt[mention.first]!]![0]!.first;
  const previous = mentions[countBefore(mentions, mention.first) - 1];
  if (previous !== undefined && previous.first >= from && norms[previous.end] !== ',') return false;
  return pos[mention.first - 1] !== 'ADP' && norms[mention.end] !== "'s";
}

/** How many lines back someone is still spoken of without a name. */
const REACH = 2;

const SPEAKER = { last: 2, near: 1, reach: 4, line: -1, most: 12 } as const;

/** Whoever spoke before, named or not: who spoke last is meant more often than not. */
function spoken(scene: Scene, at: number, referent: Referent): readonly Candidate[] {
  const recent = scene.spoken.slice(-SPEAKER.most);
  return recent.flatMap(({ speaker, gender, at: place }, i) => {
    if (place >= at || !suits(speaker, gender, referent)) return [];
    const isLast = i === recent.length - 1;
    const isOut = distance(scene, place, at) > SPEAKER.reach || isOvertaken(scene, speaker, place, at, referent);
    const bonus = isOut ? 0 : isLast ? SPEAKER.last : SPEAKER.near;
    const match = gender === referent ? WEIGHT.match : speaker.type === 'unknown' ? WEIGHT.unsure : 0;
    return [{ entity: speaker, score: SPEAKER.line * distance(scene, place, at) + WEIGHT.subject + bonus + match }];
  });
}

/** Whether the reporter has gone on, in a sentence since, to another who could be meant. */
function isOvertaken(scene: Scene, speaker: Entity, from: number, at: number, referent: Referent): boolean {
  const count = countBefore(scene.mentions, at);
  const since = scene.mentions.slice(Math.max(0, count - FEW), count);
  return since.some(
    (mention) =>
      scene.lineAt[mention.first]! > scene.lineAt[from]! &&
      mention.who.entity.id !== speaker.id &&
      !mention.isQuoted &&
      mention.who.isSure &&
      fits(mention, referent),
  );
}

const FEW = 12;

/** Whom a "he" or "she" in the sentences before meant. */
function referred(scene: Scene, at: number, referent: Referent): readonly Candidate[] {
  return scene.referred.slice(-SPEAKER.near * 4).flatMap(({ entity, gender, at: place }) => {
    const lines = distance(scene, place, at);
    if (place >= at || gender !== referent || lines > REACH) return [];
    return [{ entity, score: WEIGHT.line * lines + WEIGHT.subject + WEIGHT.match }];
  });
}

/** "the baker", "Marsh": someone of whom no more is known. */
const ONE = /^(?:(?:an?|the) .*(?:er|or|ist|ian|man)|\p{Lu}\p{Ll}+)$/u;

function suits({ type, name }: Entity, gender: Gender | null, referent: Referent): boolean {
  if (referent === 'many') return type === 'group' || type === 'institution' || type === 'outlet';
  if (referent === 'body') return type === 'institution' || type === 'outlet' || type === 'document';
  const isOne = type === 'person' || (type === 'unknown' && ONE.test(name));
  return isOne && (gender === null || gender === referent);
}

/** Noun phrases without a name that open this line or the ones before: "Tenants disagree. They say …". */
function subjects(scene: Scene, at: number, referent: Referent, describe: Describe): readonly Candidate[] {
  return Array.from({ length: REACH + 1 }, (_, back) => scene.lineAt[at]! - back).flatMap((line, back) => {
    const subject = subjectNear(scene, line, at, describe);
    if (subject?.isPlural !== (referent === 'many')) return [];
    if (!subject.isPlural && !suits(subject.entity, subject.gender, referent)) return [];
    return [{ entity: subject.entity, score: WEIGHT.line * back + WEIGHT.subject + WEIGHT.match }];
  });
}
