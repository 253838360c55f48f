import { expect, test } from 'vitest';
import { readWeights } from '../pipeline/read/weights.ts';
import { targetSentiment, type Sentiment } from '../pipeline/score/target/target-sentiment.ts';
import { unnamedSentiment } from '../pipeline/score/target/unnamed.ts';
import { targetWeightsOf } from '../pipeline/score/target/weights.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const weights = targetWeightsOf(readWeights('stance').bytes);

test('a target that is not named is read as the only noun that can stand for it', () => {
  const text = 'Marsh betrayed them.';
  const { tokens } = tokenise(article(text));
  const sentence = [0, text.length] as const;
  const alone = targetSentiment(tokens, { sentence, target: [15, 19], further: [] }, weights)!;
  closeTo(unnamedSentiment(tokens, sentence, [0, 5], weights)!, alone);
  const both = unnamedSentiment(tokens, sentence, null, weights)!;
  expect(both.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  expect(both[0]).not.toBeCloseTo(alone[0], 3);
});

test('only the sentence is looked at, and without a noun nothing is known', () => {
  const text = 'They were thieves. Marsh betrayed them. Go away!';
  const { tokens } = tokenise(article(text));
  const inText = unnamedSentiment(tokens, [19, 39], null, weights)!;
  const alone = tokenise(article('Marsh betrayed them.')).tokens;
  closeTo(inText, unnamedSentiment(alone, [0, 20], null, weights)!);
  expect(unnamedSentiment(tokens, [40, 48], null, weights)).toBeNull();
});

function closeTo(one: Sentiment, other: Sentiment): void {
  one.forEach((p, k) => {
    expect(p).toBeCloseTo(other[k]!, 9);
  });
}
