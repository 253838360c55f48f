import type { Entity } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { Name } from './grammar.ts';
import { namesIn, type Reader } from './reader.ts';

/** Whom or what a statement names, with every place where it does. */
export interface Target {
  readonly entity: Entity;
  readonly mentions: readonly Name[];
}

/**
 * What a speaker's own words name, in the order of the first mention: actors and official bodies of the registry, people
 * and bodies that only the article knows, topics of the study; never the speaker. A demonym or metonym names its actor.
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
