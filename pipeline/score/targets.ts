import type { Entity } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { isCoreferent, type Name } from './grammar.ts';
import { namesIn, type Reader } from './reader.ts';

/** Whom or what a statement speaks of, with every place where it does. */
export interface Target {
  readonly entity: Entity;
  /** In the order of the text. */
  readonly mentions: readonly Name[];
}

/**
 * What a speaker's own words name, in the order of the first mention: actors and official bodies of the registry, people
 * and bodies that only the article knows, topics of the study; never the speaker. A demonym or metonym names its actor, and a
 * pronoun or description whoever it stands for.
 * Outlets that are no official body are left out.
 */
export function targetsIn({ names }: Reader, own: readonly Run[], speaker: Entity | null): readonly Target[] {
  const targets = new Map<string, { entity: Entity; mentions: Name[] }>();
  for (const name of own.flatMap((run) => namesIn(names, run))) {
    const { entity } = name.value;
    if (entity.id === speaker?.id || ('medium' in entity && entity.medium !== 'official')) continue;
    const known = targets.get(entity.id);
    if (known === undefined) targets.set(entity.id, { entity, mentions: [name] });
    else known.mentions.push(name);
  }
  return [...targets.values()];
}

/** The mention of a target that is nearest to some words, of two as near the one before them. Takes O(log n). */
export function nearestMention({ mentions }: Target, [from, to]: Run): Name {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < from) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [mentions[low - 1], mentions[low]];
  if (before === undefined || after === undefined) return (before ?? after)!;
  return from - before.end <= after.first - to ? before : after;
}

/**
 * How the model is to read a target: by its names, with pronouns for it as further mentions of the same sentences; by what
 * stands for it only where it has no name.
 */
export function namedFirst({ entity, mentions }: Target): { readonly judged: Target; readonly all: Target } {
  const names = mentions.filter((one) => !isCoreferent(one));
  if (names.length === 0 || names.length === mentions.length)
    return { judged: { entity, mentions }, all: { entity, mentions } };
  return {
    judged: { entity, mentions: names },
    all: { entity, mentions: [...names, ...mentions.filter(isCoreferent)] },
  };
}
