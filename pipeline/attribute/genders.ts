import type { Gender } from './given-names.ts';
import type { Character, Mention } from './people.ts';
import type { Reader } from './reader.ts';

const PRONOUN: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'him', 'his', 'himself'].map((norm) => [norm, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((norm) => [norm, 'female'] as const),
]);

/**
 * Gives people whose gender no title, given name or registry tells the one by which the reporter goes on to refer to them:
 * each "he" or "she" after a stretch (this sentence and the one before) that names one such person only counts once.
 */
export function inferGenders(reader: Reader, mentions: readonly Mention[]): void {
  const votes = new Map<Character, Record<Gender, number>>();
  const { norms, quoteDepth, sentence, length } = reader.article.tokens;
  const people = mentions.filter(({ who }) => who.entity.type === 'person');
  for (let i = 0, next = 0, recent: Mention[] = []; i < length; i++) {
    while (next < people.length && people[next]!.end <= i) recent.push(people[next++]!);
    const gender = quoteDepth[i] === 0 ? PRONOUN.get(norms[i]!) : undefined;
    if (gender === undefined) continue;
    recent = recent.filter(({ first }) => sentence[i]! - sentence[first]! <= 1);
    const who = onlyOne(recent.filter((person) => person.who.gender !== opposite(gender)));
    if (who?.gender !== null) continue;
    const sum = votes.get(who) ?? { female: 0, male: 0 };
    sum[gender]++;
    votes.set(who, sum);
  }
  for (const [who, { female, male }] of votes) if (female !== male) who.gender = female > male ? 'female' : 'male';
}

function opposite(gender: Gender): Gender {
  return gender === 'male' ? 'female' : 'male';
}

function onlyOne(people: readonly Mention[]): Character | null {
  const who = people[0]?.who ?? null;
  return people.every((person) => person.who === who) ? who : null;
}
