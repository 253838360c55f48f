import type { Pos, Span, Tokens } from '../../model.ts';
import { overlaps } from '../../text/span.ts';
import { runOf } from '../../text/runs.ts';
import { targetSentiment, type Sentiment } from './target-sentiment.ts';
import type { TargetWeights } from './weights.ts';

const NOUNS: ReadonlySet<Pos> = new Set(['NOUN', 'PROPN', 'PRON']);

/**
 * How a sentence speaks of a target that it does not name, so that one of its nouns or pronouns must stand for it: the
 * geometric mean over all of them but those within `apart` (whoever speaks), brought to 1. `null` where there is none.
 */
export function unnamedSentiment(
  tokens: Tokens,
  sentence: Span,
  apart: Span | null,
  weights: TargetWeights,
): Sentiment | null {
  const [first, end] = runOf(tokens, sentence);
  const sums = [0, 0, 0];
  let count = 0;
  for (let i = first; i < end; i++) {
    const target: Span = [tokens.starts[i]!, tokens.ends[i]!];
    if (!NOUNS.has(tokens.pos[i]!) || (apart !== null && overlaps(target, apart))) continue;
    targetSentiment(tokens, { sentence, target, further: [] }, weights)!.forEach((p, k) => (sums[k]! += Math.log(p)));
    count++;
  }
  if (count === 0) return null;
  const parts = sums.map((sum) => Math.exp(sum / count));
  const whole = parts.reduce((a, b) => a + b, 0);
  return [parts[0]! / whole, parts[1]! / whole, parts[2]! / whole];
}
