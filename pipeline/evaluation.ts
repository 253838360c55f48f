import { attribute } from './attribute/attribute.ts';
import { withhold } from './attribute/withhold.ts';
import { scoreAttributions, type AttributionScores } from './evaluate/attributions.ts';
import { attributionLines, stanceLines, statementLines, targetLines } from './evaluate/lines.ts';
import { outermost } from './evaluate/outermost.ts';
import { sourced } from './evaluate/sourced.ts';
import { scoreStances, type StanceScores } from './evaluate/stances.ts';
import { scoreStatements, type StatementScores } from './evaluate/statements.ts';
import { scoreTargets, type TargetScores } from './evaluate/targets.ts';
import { polarities, triplets } from './evaluate/triplets.ts';
import type { GoldName, Prediction, SentimentOdds } from './gold.ts';
import type { Problem } from './issue.ts';
import type { Article, AttributedArticle, ScoredArticle, Span } from './model.ts';
import { goldArticle } from './read/gold-article.ts';
import { readOwnSeeds, type Seeds } from './read/inputs.ts';
import { readNewsmtsc } from './read/newsmtsc.ts';
import { readPolnear } from './read/polnear.ts';
import { readSeesaw } from './read/seesaw.ts';
import { readStatements } from './read/sourced-statements.ts';
import { score } from './score/score.ts';
import { targetSentiment } from './score/target/target-sentiment.ts';
import { unnamedSentiment } from './score/target/unnamed.ts';
import { targetWeightsOf } from './score/target/weights.ts';
import { writePredictions } from './store/predictions.ts';
import { THRESHOLDS } from './study.ts';
import { codeUnits } from './text/code-points.ts';
import { tokenise } from './tokenise/tokenise.ts';

/** What an evaluation is asked for besides its gold. */
export interface Wishes {
  /** File to write the predictions to, or `null`. */
  readonly predictions: string | null;
  /** Told after each text. */
  readonly observe: (done: number, total: number) => void;
}

/** How accurate Parallax was on a gold corpus. */
export interface Evaluation {
  readonly scores: AttributionScores | StatementScores | TargetScores | StanceScores;
  /** The scores for people. */
  readonly lines: readonly string[];
  /** Texts on which a stage failed: they count as texts in which nothing was found. */
  readonly failed: readonly Problem[];
}

/**
 * Measures accuracy against a gold corpus:
 *
 *     gold ▸ tokenise ▸ attribute ▸ score      one text at a time, with the registry and lexicons that Parallax brings along
 *          ▸ predictions ▸ scores              compared with what annotators marked
 *
 * A stage that the gold does not ask about is left out. Throws a `Refusal` where the gold cannot be read or the predictions
 * cannot be written.
 */
export function evaluate(gold: GoldName, path: string, { predictions: file, observe }: Wishes): Evaluation {
  const each: Each = (articles, analyse) => analyseAll(articles, analyse, observe);
  const { predictions, failed, ...measured } = GOLDS[gold](path, each, stagesOf(readOwnSeeds()));
  if (file !== null) writePredictions(file, predictions);
  return { ...measured, failed };
}

interface Measured extends Evaluation {
  readonly predictions: readonly Prediction[];
}

type Each = <T>(articles: readonly Article[], analyse: (article: Article, i: number) => T) => Analysed<T>;

/** What is done to a text. */
interface Stages {
  readonly attribute: (article: Article) => AttributedArticle;
  /** As a run does it whose study sets nothing. */
  readonly score: (article: Article) => ScoredArticle;
  /** How a sentence speaks of the target that stands at a span of it. */
  readonly sentiment: (sentence: string, target: Span) => SentimentOdds;
  /** How it speaks of a target that it does not name; `apart` is where it names whoever speaks. */
  readonly unnamed: (sentence: string, apart: Span | null) => SentimentOdds;
}

/** A target without a word in its sentence. */
const UNKNOWN: SentimentOdds = [1 / 3, 1 / 3, 1 / 3];

function stagesOf({ registry, lexicons, attributionWeights, stanceWeights }: Seeds): Stages {
  const targetWeights = targetWeightsOf(stanceWeights.bytes);
  const attributed = (article: Article): AttributedArticle =>
    attribute(tokenise(article), registry, lexicons, [], attributionWeights.bytes);
  return {
    attribute: attributed,
    score: (article) =>
      score(
        withhold(attributed(article), THRESHOLDS.attribution, registry, []),
        registry,
        lexicons,
        {
          stanceThreshold: THRESHOLDS.stance,
          targets: [],
        },
        stanceWeights.bytes,
      ),
    sentiment: (sentence, target) => {
      const { tokens } = tokenise(goldArticle('sentence', '', sentence));
      const place = { sentence: [0, sentence.length] as const, target, further: [] };
      return targetSentiment(tokens, place, targetWeights) ?? UNKNOWN;
    },
    unnamed: (sentence, apart) => {
      const { tokens } = tokenise(goldArticle('sentence', '', sentence));
      return unnamedSentiment(tokens, [0, sentence.length], apart, targetWeights) ?? UNKNOWN;
    },
  };
}

type Measure = (path: string, each: Each, stages: Stages) => Measured;

const GOLDS: Readonly<Record<GoldName, Measure>> = {
  polnear(folder, each, stages) {
    const gold = readPolnear(folder);
    const { analysed: predictions, failed } = each(gold.articles, (article) => outermost(stages.attribute(article)));
    const scores = scoreAttributions(gold, predictions);
    return { predictions, scores, lines: attributionLines(scores), failed };
  },
  statements(file, each, stages) {
    const gold = readStatements(file);
    const { analysed: predictions, failed } = each(articlesOf(gold), (article, i) => {
      return { article: gold[i]!.id, statements: sourced(stages.attribute(article)) };
    });
    const scores = scoreStatements(gold, predictions);
    return { predictions, scores, lines: statementLines(scores), failed };
  },
  newsmtsc(file, each, { sentiment }) {
    const gold = readNewsmtsc(file);
    const { analysed, failed } = each(articlesOf(gold), ({ text }, i) => {
      const toUnits = codeUnits(text);
      return gold[i]!.targets.map(({ id, span }) => ({ id, p: sentiment(text, toUnits(span)) }));
    });
    const predictions = analysed.flat();
    const scores = scoreTargets(gold, predictions);
    return { predictions, scores, lines: targetLines(scores), failed };
  },
  seesaw(file, each, stages) {
    const gold = readSeesaw(file);
    const { analysed: predictions, failed } = each(articlesOf(gold), (article, i) => {
      const given = polarities(gold[i]!, stages);
      return { article: article.id, given, found: triplets(stages.score(article), gold[i]!.sentences) };
    });
    const scores = scoreStances(gold, predictions);
    return { predictions, scores, lines: stanceLines(scores), failed };
  },
};

function articlesOf(gold: readonly { readonly article: Article }[]): readonly Article[] {
  return gold.map(({ article }) => article);
}

interface Analysed<T> {
  readonly analysed: readonly T[];
  readonly failed: readonly Problem[];
}

/** Analyses each text; one on which that fails is set aside, and the rest goes on. */
export function analyseAll<T>(
  articles: readonly Article[],
  analyse: (article: Article, i: number) => T,
  observe: Wishes['observe'],
): Analysed<T> {
  const analysed: T[] = [];
  const failed: Problem[] = [];
  articles.forEach((article, i) => {
    try {
      analysed.push(analyse(article, i));
    } catch (cause) {
      failed.push(failure(article, cause));
    }
    observe(i + 1, articles.length);
  });
  return { analysed, failed };
}

function failure({ id, file }: Article, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The text “${id}” could not be analysed (${reason}): please report this defect with the text.`;
  return { file, line: null, message };
}
