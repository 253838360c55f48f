import type { Claims, GroupSummary, Study } from '../model.ts';

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

function scope(articles: number): string {
  if (articles === 0) return 'There is no readable article, so there is nothing to describe.';
  if (articles === 1) {
    return 'There is one article: its words are described and counted, and no difference between groups is claimed.';
  }
  return `The ${articles} articles are described and their words counted; no difference between groups has been tested, so none is claimed.`;
}

function comparable(groups: number): readonly string[] {
  return groups >= 2 ? [] : [`The study names ${many(groups, 'group')}; a comparison needs at least two.`];
}

function lackOf({ label, articles, outlets }: GroupSummary, minimum: Study['minimum']): readonly string[] {
  const lacks = [
    { lack: minimum.articles - articles, noun: 'article' },
    { lack: minimum.outlets - outlets.length, noun: 'outlet' },
  ].filter(({ lack }) => lack > 0);
  if (lacks.length === 0) return [];
  const has = `${many(articles, 'article')} and ${many(outlets.length, 'outlet')}`;
  const asked = `${many(minimum.articles, 'article')} and ${many(minimum.outlets, 'outlet')}`;
  const missing = lacks.map(({ lack, noun }) => many(lack, noun)).join(' and ');
  return [`The group “${label}” has ${has}; the study asks for at least ${asked}, so it lacks ${missing}.`];
}

function many(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
