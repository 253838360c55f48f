import type { Count, Mention, Span, Voice } from '../model.ts';
import type { Contribution } from './contribution.ts';
import { grouped } from './grouped.ts';
import { passageAt } from './passages.ts';
import { VOICES } from './voices.ts';

/** A match in one article as a mention: its voice is that of the passage where it begins. */
export function mentionOf({ id, passages }: Pick<Contribution, 'id' | 'passages'>, span: Span): Mention {
  const { voice, group, statement } = passageAt(passages, span[0]);
  return { article: id, span, voice, group, statement };
}

/**
 * Mentions counted by group and voice. Every combination of the given groups with the three voices is present, with 0
 * where nothing was found; order: groups as given, then voices.
 */
export function counts(mentions: readonly Mention[], groups: readonly (string | null)[]): readonly Count[] {
  const cells = grouped(mentions, ({ group, voice }) => cellKey(group, voice));
  return groups.flatMap((group) =>
    VOICES.map((voice): Count => {
      const found = cells.get(cellKey(group, voice)) ?? [];
      const articles = new Set(found.map(({ article }) => article)).size;
      return { group, voice, uses: found.length, articles, mentions: found };
    }),
  );
}

/** A voice holds no blank, so no group's id can make two cells one; an id is never empty. */
function cellKey(group: string | null, voice: Voice): string {
  return `${voice} ${group ?? ''}`;
}
