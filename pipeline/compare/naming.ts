import type { ChoiceSet, NamingTable } from '../model.ts';
import type { Contribution } from './contribution.ts';
import { counts, mentionOf } from './counts.ts';
import { grouped } from './grouped.ts';

/**
 * How each group names the same thing: the uses of every name of a choice set, by group and voice, with their places.
 * Within one set the longest name wins, so that "special military operation" is not also an "operation". A pattern is
 * matched on the surface of the words; it ignores case unless it has a capital letter. A negated name is still a use.
 */
export function naming(
  articles: readonly Contribution[],
  sets: readonly ChoiceSet[],
  groups: readonly (string | null)[],
): readonly NamingTable[] {
  return sets.map((set, i) => {
    const found = articles.flatMap((article) =>
      article.named[i]!.map(({ span, value }) => ({ name: value, mention: mentionOf(article, span) })),
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
