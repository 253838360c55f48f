import type { Entity, Reading, Result, ReportedArticle, Span, Stance, Statement } from '../model.ts';
import { codePoints } from '../text/code-points.ts';
import { plainEntity } from '../text/entity.ts';
import { rounded } from './numbers.ts';

/** Every statement as one line of JSON, in the order of the articles and of the text. Offsets are code points. */
export function statementLines({ articles }: Result): string {
  return articles
    .flatMap((article) => {
      const toPoints = codePoints(article.text);
      return article.statements.map((statement, i) => line(article, statement, article.readings[i]!, toPoints));
    })
    .join('');
}

type ToPoints = (span: Span) => Span;

/** The order of the keys is part of what scripts outside may rely on. */
function line(article: ReportedArticle, statement: Statement, reading: Reading, toPoints: ToPoints): string {
  const { mean, words } = reading.valence;
  return asLine({
    article: article.id,
    id: statement.id,
    kind: statement.kind,
    source: statement.source.map(toPoints),
    cue: statement.cue.map(toPoints),
    content: statement.content.map(toPoints),
    speaker: entityOrNull(statement.speaker),
    relay: statement.relay.map(plainEntity),
    within: statement.within,
    origin: statement.origin,
    publisher: entityOrNull(article.publisher),
    valence: { mean: mean === null ? null : rounded(mean, 4), words },
    denial: reading.denial,
    reporting: reading.reporting,
    stances: reading.stances.map((stance) => stanceOf(stance, toPoints)),
    engagement: reading.engagement,
    commitment: reading.commitment,
    modality: reading.modality,
    confidence: statement.confidence === null ? null : rounded(statement.confidence, 4),
    withheld: statement.withheld,
    denied: reading.denied.map(toPoints),
    engagementMarkers: reading.engagementMarkers.map(({ engagement, span }) => ({ engagement, span: toPoints(span) })),
    speechAct: reading.speechAct,
    graduation: { up: reading.graduation.up.map(toPoints), down: reading.graduation.down.map(toPoints) },
    alignment:
      reading.alignment === null ? null : { side: reading.alignment.side, with: entityOrNull(reading.alignment.with) },
  });
}

function entityOrNull(entity: Entity | null): Entity | null {
  return entity === null ? null : plainEntity(entity);
}

function stanceOf({ target: { id, name }, call, p, evidence, coreferent }: Stance, toPoints: ToPoints): object {
  const places = { evidence: evidence.map(toPoints), coreferent: coreferent.map(toPoints) };
  return { target: { id, name }, call, p: fourPlaces(p), ...places };
}

const PARTS = 10_000;

/**
 * `p` at four decimals, summing to 1 again: what rounding down leaves over goes to the largest remainders, of equal ones
 * to the first (Hare quota).
 */
export function fourPlaces(p: readonly number[]): readonly number[] {
  // To six decimals, so that remainders that are equal on paper are equal here too.
  const exact = p.map((value) => sixPlaces(value * PARTS));
  const parts = exact.map(Math.floor);
  const left = PARTS - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact.map((value, i) => ({ i, remainder: sixPlaces(value - parts[i]!) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, Math.max(0, left))) parts[i]!++;
  return parts.map((part) => part / PARTS);
}

function sixPlaces(value: number): number {
  return Number(value.toFixed(6));
}

/** Line separators of Unicode are spelled out, so that no reader takes one record for two. */
function asLine(record: object): string {
  const text = JSON.stringify(record).replace(
    /[\u0085\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
