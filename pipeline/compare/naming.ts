import type { ChoiceSet, NamingTable } from '../model.ts';
import { surfaceMatcher } from '../text/phrases.ts';
import { counts, mentionOf } from './counts.ts';
import { grouped } from './grouped.ts';
import type { VoicedArticle } from './passages.ts';

/**
 * How each group names the same thing: the uses of every name of a choice set, by group and voice, with their places.
 * Within one set the longest name wins, so that "special military operation" is not also an "operation". A pattern is
 * matched on the surface of the words; it ignores case unless it has a capital letter. A negated name is still a use.
 */
export function naming(
  articles: readonly VoicedArticle[],
  sets: readonly ChoiceSet[],
  groups: readonly (string | null)[],
): readonly NamingTable[] {
  return sets.map((set) => {
    const find = surfaceMatcher(
      set.names.flatMap(({ name, patterns }) => patterns.map((pattern) => ({ pattern, value: name }))),
    );
    const found = articles.flatMap((voiced) =>
      find(voiced.article.text, voiced.article.tokens).map(({ span, value }) => ({
        name: value,
        mention: mentionOf(voiced, span),
      })),
    );
    const byName = grouped(found, ({ name }) => name);
    const rows = set.names.map(({ name }) => ({
      name,
      counts: counts(
        (byName.get(name) ?? []).map(({ mention }) => mention),
        groups,
      ),
    }));
    return { set, rows };
  });
}
