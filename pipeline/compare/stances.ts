import type { Call, Entity, Side, SideShare, StanceSummary, Study } from '../model.ts';
import { percentileInterval } from '../stats/percentile.ts';
import { wilsonInterval } from '../stats/wilson.ts';
import type { Contribution } from './contribution.ts';
import { grouped } from './grouped.ts';
import { byEntity } from './order.ts';

/**
 * Where each known speaker stands toward each target over all statements: how often each call was made, "no call"
 * included, in which statements, and, where the calls reach the study's minimum, the share of each side with its interval. Order:
 * speaker, then target, each by name. Statements whose speaker is unknown are left out: they would be summed over
 * different people.
 */
export function stances(
  articles: readonly Contribution[],
  study: Pick<Study, 'minimum' | 'seed'>,
): readonly StanceSummary[] {
  const bySpeaker = grouped(articles.flatMap(callsIn), ({ speaker }) => speaker.id);
  return [...bySpeaker.values()]
    .flatMap((calls) => [...grouped(calls, ({ target }) => target.id).values()])
    .map((calls) => summary(calls, study))
    .sort((a, b) => byEntity(a.speaker, b.speaker) || byEntity(a.target, b.target));
}

interface PlacedCall {
  readonly speaker: Entity;
  readonly target: Entity;
  readonly call: Call;
  readonly statement: string;
  readonly article: string;
}

function callsIn({ id: article, statements }: Contribution): readonly PlacedCall[] {
  return statements.flatMap(({ id: statement, speaker, stances: found }) =>
    speaker === null ? [] : found.map(({ target, call }) => ({ speaker, target, call, statement, article })),
  );
}

function summary(calls: readonly PlacedCall[], { minimum, seed }: Pick<Study, 'minimum' | 'seed'>): StanceSummary {
  const { speaker, target } = calls[0]!;
  const tally: Record<Call, number> = { opposes: 0, neither: 0, supports: 0, 'no call': 0 };
  for (const { call } of calls) tally[call]++;
  const made = calls.filter(({ call }) => call !== 'no call');
  const byArticle = grouped(made, ({ article }) => article);
  const shareOf = (side: Side): SideShare => sideShare([...byArticle], side, seed);
  return {
    speaker,
    target,
    calls: tally,
    articles: byArticle.size,
    shares:
      made.length < minimum.calls
        ? null
        : { opposes: shareOf('opposes'), neither: shareOf('neither'), supports: shareOf('supports') },
    statements: [...new Set(calls.map(({ statement }) => statement))],
  };
}

/** With fewer articles than this a bootstrap over them gives intervals that are too short (Cameron, Gelbach and Miller 2008 on few clusters). */
const ARTICLES_TO_DRAW_FROM = 10;

/**
 * The bootstrap over articles where there are enough of them, else Wilson's. A share of 0 or 1 has no variance to draw
 * from: every replicate is the same, and the interval a point. Wilson's has a width there.
 */
function sideShare(
  byArticle: readonly (readonly [article: string, calls: readonly PlacedCall[]])[],
  side: Side,
  seed: number,
): SideShare {
  const clusters = byArticle.map(([id, calls]) => ({
    id,
    part: calls.filter(({ call }) => call === side).length,
    whole: calls.length,
  }));
  const part = clusters.reduce((sum, cluster) => sum + cluster.part, 0);
  const whole = clusters.reduce((sum, cluster) => sum + cluster.whole, 0);
  const share = part / whole;
  if (clusters.length < ARTICLES_TO_DRAW_FROM || part === 0 || part === whole) {
    return { share, interval: wilsonInterval(part, whole), method: 'wilson' };
  }
  return { share, interval: percentileInterval(clusters, seed), method: 'bootstrap' };
}
