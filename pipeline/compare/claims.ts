import type { Claims, GroupSummary, Reason, Study } from '../model.ts';

/**
 * What may be said of differences between groups. Nothing is tested here, so `differences` is always `false`; the reasons
 * say so, and name each group that lacks articles or outlets below the study's minimum, with how many are lacking.
 */
export function claims(
  articles: number,
  summaries: readonly GroupSummary[],
  { groups, minimum }: Pick<Study, 'groups' | 'minimum'>,
): Claims {
  const lacking = summaries.filter(({ group }) => group !== null).flatMap((summary) => lackOf(summary, minimum));
  return { differences: false, reasons: [scope(articles), ...comparable(groups.length), ...lacking] };
}

function scope(articles: number): Reason {
  if (articles === 0) return { kind: 'no article' };
  return articles === 1 ? { kind: 'one article' } : { kind: 'nothing tested', articles };
}

function comparable(groups: number): readonly Reason[] {
  return groups >= 2 ? [] : [{ kind: 'too few groups', groups }];
}

function lackOf({ label, articles, outlets }: GroupSummary, minimum: Study['minimum']): readonly Reason[] {
  const has = { articles, outlets: outlets.length };
  const asked = { articles: minimum.articles, outlets: minimum.outlets };
  const enough = has.articles >= asked.articles && has.outlets >= asked.outlets;
  return enough ? [] : [{ kind: 'group lacks', group: label, has, asked }];
}
