import type { SentimentOdds, StanceGold, StancePrediction, Triplet } from '../gold.ts';
import type { Reading, ScoredArticle, Span, Stance } from '../model.ts';
import { mentionOf } from './mention.ts';
import { greatest } from './sets.ts';

/** How a sentence speaks of a target at a span of it, and of one that it does not name; `apart` is whoever speaks. */
export interface Sentiments {
  readonly sentiment: (sentence: string, target: Span) => SentimentOdds;
  readonly unnamed: (sentence: string, apart: Span | null) => SentimentOdds;
}

/**
 * For each pair of gold, how probable it is that the source is for the target and not against it: positive over negative and
 * positive, at the target's first mention in the sentence, or of a target that the sentence does not name. The source is
 * told only so that it is not taken for the target.
 */
export function polarities(
  { article, sentences, stances }: StanceGold,
  { sentiment, unnamed }: Sentiments,
): StancePrediction['given'] {
  return stances.map(({ sentence, source, target }) => {
    const words = article.text.slice(...sentences[sentence]!);
    const mention = mentionOf(words, target);
    const [negative, , positive] =
      mention === null ? unnamed(words, mentionOf(words, source)) : sentiment(words, mention);
    return { sentence, source, target, p: positive / (negative + positive) };
  });
}

/** The polar stances of an article's speakers as triplets, each once, in the order of the statements. */
export function triplets(article: ScoredArticle, sentences: readonly Span[]): readonly Triplet[] {
  const found = article.readings.flatMap((reading, i) => {
    const speaker = article.statements[i]!.speaker;
    return speaker === null ? [] : tripletsOf(reading, speaker.name, sentences);
  });
  return [...new Map(found.map((triplet) => [JSON.stringify(triplet), triplet])).values()];
}

function tripletsOf({ stances }: Reading, source: string, sentences: readonly Span[]): readonly Triplet[] {
  return stances.flatMap(({ call, evidence, target }) => {
    const polarity = POLARITY[call];
    return polarity === null ? [] : [{ sentence: mostIn(evidence, sentences), source, polarity, target: target.name }];
  });
}

const POLARITY: Readonly<Record<Stance['call'], Triplet['polarity'] | null>> = {
  supports: 'POS',
  opposes: 'NEG',
  neither: null,
  'no call': null,
};

/** Index of the sentence in which most of the spans begin; of equal ones the first. */
function mostIn(spans: readonly Span[], sentences: readonly Span[]): number {
  const counts = sentences.map(([start, end]) => spans.filter(([at]) => at >= start && at < end).length);
  return greatest([...counts.keys()], (i) => counts[i]!)!;
}
