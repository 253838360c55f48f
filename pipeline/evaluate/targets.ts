import { SENTIMENTS, type Sentiment, type SentenceGold, type SentimentOdds, type TargetPrediction } from '../gold.ts';
import { classification, type Classification, type Labelled } from './classification.ts';
import { perCent } from './rates.ts';

/** What `parallax evaluate newsmtsc` says: the same fields and numbers as the project's reference scorer. Shares in per cent. */
export interface TargetScores {
  readonly targets: number;
  /** Targets whose sentence was not analysed: they count as neutral. */
  readonly withoutPrediction: number;
  readonly all: Classification;
  /** The same over the most confident 80, 60 and 50 per cent. */
  readonly top80: Classification;
  readonly top60: Classification;
  readonly top50: Classification;
  /** Of the negative and positive labels that have a probability of .7 or more. */
  readonly polarAt70: {
    readonly calls: number;
    readonly precision: number;
    readonly wrongSign: number;
    /** Of all that is negative or positive in gold. */
    readonly recall: number;
  };
}

/** Scores the sentiment toward targets; the label is the most probable one, of equal ones the first. */
export function scoreTargets(gold: readonly SentenceGold[], predictions: readonly TargetPrediction[]): TargetScores {
  const odds = new Map(predictions.map(({ id, p }) => [id, p]));
  const targets = gold.flatMap((sentence) => sentence.targets);
  const judged = targets.map(({ id, sentiment }) => judge(sentiment, odds.get(id) ?? NEUTRAL));
  const ranked = judged.toSorted((a, b) => b.confidence - a.confidence);
  const top = (share: number): Classification =>
    classification(ranked.slice(0, Math.round(ranked.length * share)), SENTIMENTS);
  return {
    targets: targets.length,
    withoutPrediction: targets.filter(({ id }) => !odds.has(id)).length,
    all: top(1),
    top80: top(0.8),
    top60: top(0.6),
    top50: top(0.5),
    polarAt70: polarScores(ranked),
  };
}

interface Judged extends Labelled<Sentiment> {
  /** Probability of the label. */
  readonly confidence: number;
}

const NEUTRAL: SentimentOdds = [0, 1, 0];

function judge(gold: Sentiment, p: SentimentOdds): Judged {
  const confidence = Math.max(...p);
  return { gold, label: SENTIMENTS[p.indexOf(confidence)]!, confidence };
}

/** From this probability on, a call counts as sure. */
const SURE = 0.7;

function polarScores(judged: readonly Judged[]): TargetScores['polarAt70'] {
  const calls = judged.filter(({ label, confidence }) => label !== 'neutral' && confidence >= SURE);
  const right = calls.filter(({ gold, label }) => gold === label).length;
  const wrong = calls.filter(({ gold, label }) => gold !== label && gold !== 'neutral').length;
  return {
    calls: calls.length,
    precision: perCent(right, calls.length),
    wrongSign: perCent(wrong, calls.length),
    recall: perCent(right, judged.filter(({ gold }) => gold !== 'neutral').length),
  };
}
