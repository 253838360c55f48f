import type { Call, Entity, ScoredArticle, StanceSummary } from '../model.ts';
import { grouped } from './grouped.ts';
import { byEntity } from './order.ts';

/**
 * Where each known speaker stands toward each target over all statements: how often each call was made, "no call"
 * included, and in which statements. Order: speaker, then target, each by name. Statements whose speaker is unknown are
 * left out: they would be summed over different people.
 */
export function stances(articles: readonly ScoredArticle[]): readonly StanceSummary[] {
  const bySpeaker = grouped(articles.flatMap(callsIn), ({ speaker }) => speaker.id);
  return [...bySpeaker.values()]
    .flatMap((calls) => [...grouped(calls, ({ target }) => target.id).values()].map(summary))
    .sort((a, b) => byEntity(a.speaker, b.speaker) || byEntity(a.target, b.target));
}

interface PlacedCall {
  readonly speaker: Entity;
  readonly target: Entity;
  readonly call: Call;
  readonly statement: string;
}

function callsIn(article: ScoredArticle): readonly PlacedCall[] {
  const speakers = new Map(article.statements.map(({ id, speaker }) => [id, speaker]));
  return article.readings.flatMap(({ statement, stances: found }) => {
    const speaker = speakers.get(statement) ?? null;
    return speaker === null ? [] : found.map(({ target, call }) => ({ speaker, target, call, statement }));
  });
}

function summary(calls: readonly PlacedCall[]): StanceSummary {
  const { speaker, target } = calls[0]!;
  const tally: Record<Call, number> = { opposes: 0, neither: 0, supports: 0, 'no call': 0 };
  for (const { call } of calls) tally[call]++;
  return { speaker, target, calls: tally, statements: [...new Set(calls.map(({ statement }) => statement))] };
}
