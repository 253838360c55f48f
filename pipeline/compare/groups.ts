import type { Entity, Group, GroupSummary, Voice } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Contribution } from './contribution.ts';
import { groupOf } from './membership.ts';
import { byEntity } from './order.ts';
import { wordsIn } from './words.ts';

/** What the entry without a group is called. */
export const NO_GROUP = 'No group';

/**
 * What each group of the study holds, in the study's order, empty groups included. An entry with `group: null` follows
 * where words or outlets could be given no group. An article counts in every group that has words, a statement or an
 * outlet in it, so articles may sum to more than there are. Outlets are publishers and those who relay or speak as
 * outlets or official bodies, by name; unnamed media ("Russian media") are none.
 */
export function groupSummaries(articles: readonly Contribution[], groups: readonly Group[]): readonly GroupSummary[] {
  const tallies = new Map<string | null, Tally>([...groups.map(({ id }) => id), null].map((id) => [id, emptyTally()]));
  const of = groupOf(groups);
  for (const article of articles) {
    const inGroup = (group: string | null): Tally => touched(tallies.get(group)!, article.id);
    for (const [{ group, voice }, words] of wordsIn(article)) inGroup(group).words[voice] += words;
    for (const { origin } of article.statements) inGroup(origin).statements++;
    for (const outlet of outletsIn(article, of)) inGroup(of(outlet)).outlets.set(outlet.id, outlet);
  }
  const unassigned = tallies.get(null)!;
  return [
    ...groups.map(({ id, label }) => summary(id, label, tallies.get(id)!)),
    ...(unassigned.articles.size > 0 ? [summary(null, NO_GROUP, unassigned)] : []),
  ];
}

interface Tally {
  readonly articles: Set<string>;
  readonly outlets: Map<string, Entity>;
  readonly words: Record<Voice, number>;
  statements: number;
}

function emptyTally(): Tally {
  return { articles: new Set(), outlets: new Map(), words: { own: 0, quoted: 0, attributed: 0 }, statements: 0 };
}

function touched(tally: Tally, article: string): Tally {
  tally.articles.add(article);
  return tally;
}

/** Publisher, relays that are outlets or bodies, and speakers that are outlets or members of a group. */
function outletsIn(article: Contribution, of: (entity: Entity) => string | null): readonly Entity[] {
  const relays = article.statements.flatMap(({ relay }) => relay).filter(({ type }) => type === 'institution');
  const voices = article.statements
    .flatMap(({ speaker, relay }) => (speaker === null ? relay : [...relay, speaker]))
    .filter((entity) => entity.type === 'outlet' || of(entity) !== null);
  return [...(article.publisher === null ? [] : [article.publisher]), ...relays, ...voices];
}

function summary(group: string | null, label: string, tally: Tally): GroupSummary {
  const outlets = [...tally.outlets.values()].map(plainEntity).sort(byEntity);
  return { group, label, articles: tally.articles.size, outlets, statements: tally.statements, words: tally.words };
}
