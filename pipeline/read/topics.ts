import { z } from 'zod';
import type { Problem } from '../issue.ts';
import type { Actor, Outlet, Registry, Topic } from '../model.ts';
import { even } from '../text/phrases.ts';
import { pattern } from './codebooks.ts';
import { filled, kebab } from './fields.ts';
import { meetingPlaces } from './meeting.ts';
import type { Path, Sheet } from './yaml.ts';

/** One topic under `targets:` of a study file. Its name counts as one of its aliases. */
export const topicFields = z.strictObject({
  id: kebab,
  name: filled,
  /** Words; a trailing `*` matches any ending. Case counts only where there is a capital letter. */
  aliases: z.array(pattern).default([]),
});

/** What of a study file the topics are checked by. */
type TopicSheet = Sheet<{ readonly targets: readonly z.output<typeof topicFields>[] }>;

/** The topics of a study as entities. */
export function topicsOf({ data }: TopicSheet): readonly Topic[] {
  return data.targets.map(({ id, name, aliases }) => ({ id, name, type: 'topic', country: null, aliases }));
}

/** Ids that two topics share, and words that would mean two topics. */
export function topicProblems(sheet: TopicSheet): readonly Problem[] {
  return [...sharedIds(sheet), ...sharedWords(sheet)];
}

/** Topics that the registry has already: by their id, or by a word that names an actor, an outlet or a body. */
export function topicsOfRegistry(sheet: TopicSheet, { outlets, actors }: Registry): readonly Problem[] {
  const { file, data, lineOf } = sheet;
  const entities = [...outlets, ...actors];
  const ids = data.targets.flatMap(({ id }, index) => {
    if (!entities.some((entity) => entity.id === id)) return [];
    const message = `The registry already has the id “${id}”: choose another, or leave the target to the registry.`;
    return [{ file, line: lineOf(['targets', index, 'id']), message }];
  });
  const names = entities.flatMap((entity) => formsOf(entity).map((form) => ({ entity, form: even(form) })));
  const placesOf = meetingPlaces(names.map(({ form }) => form));
  const words = wordsOf(sheet).flatMap(({ text, line }) => {
    const pattern = even(text).replace(/^the /u, '');
    const taken = placesOf(pattern).find((place) => caseFits(pattern, names[place]!.form));
    if (taken === undefined) return [];
    const { name } = names[taken]!.entity;
    const message = `“${text}” names ${name} of the registry, a target of every study: take it out here.`;
    return [{ file, line, message }];
  });
  return [...ids, ...words];
}

/** Whether a pattern that meets the form of a name finds it: as in the text, a capital letter counts. */
function caseFits(pattern: string, form: string): boolean {
  const stem = pattern.replace(/\*$/u, '');
  return !/\p{Lu}/u.test(stem) || form.startsWith(stem);
}

function formsOf(entity: Outlet | Actor): readonly string[] {
  const belonging = 'demonyms' in entity ? [...entity.demonyms, ...entity.metonyms] : [];
  return [entity.name.replace(/^the /u, ''), ...entity.aliases, ...belonging];
}

function sharedIds({ file, data, lineOf }: TopicSheet): readonly Problem[] {
  return data.targets.flatMap(({ id }, index) => {
    const first = data.targets.findIndex((topic) => topic.id === id);
    if (first === index) return [];
    const message = `The target “${id}” already stands in line ${lineOf(['targets', first, 'id'])}: choose another id.`;
    return [{ file, line: lineOf(['targets', index, 'id']), message }];
  });
}

function sharedWords(sheet: TopicSheet): readonly Problem[] {
  const words = wordsOf(sheet);
  const placesOf = meetingPlaces(words.map(({ text }) => even(text)));
  return words.flatMap((later, index) => {
    const earlier = placesOf(even(later.text))[0]!;
    if (earlier >= index) return [];
    return [{ file: sheet.file, line: later.line, message: sharedSentence(words[earlier]!, later) }];
  });
}

function sharedSentence(earlier: Words, later: Words): string {
  const isOwn = earlier.topic === later.topic;
  if (isOwn && earlier.isName) {
    return even(earlier.text) === even(later.text)
      ? `“${later.text}” is the topic’s own name, which counts as an alias without being listed: take it out here.`
      : `“${later.text}” also matches the topic’s own name, “${earlier.name}”, which counts as an alias: take it out, or give the topic a name that it does not match.`;
  }
  const owner = isOwn ? '' : ` of “${earlier.name}”`;
  return `“${later.text}” matches the same words as “${earlier.text}”${owner} in line ${earlier.line}: keep one of them.`;
}

interface Words {
  /** Place of the topic in the list. */
  readonly topic: number;
  readonly name: string;
  readonly text: string;
  readonly isName: boolean;
  readonly line: number;
}

/** Everything that topics are found by, with its line. */
function wordsOf({ data, lineOf }: TopicSheet): readonly Words[] {
  return data.targets.flatMap(({ name, aliases }, topic) => {
    const at: Path = ['targets', topic];
    return [
      { topic, name, text: name.replace(/^the /u, ''), isName: true, line: lineOf([...at, 'name']) },
      ...aliases.map((text, n) => ({ topic, name, text, isName: false, line: lineOf([...at, 'aliases', n]) })),
    ];
  });
}
