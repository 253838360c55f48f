import { attribute } from './attribute/attribute.ts';
import { scoreAttributions, type AttributionScores } from './evaluate/attributions.ts';
import { attributionLines, statementLines } from './evaluate/lines.ts';
import { outermost } from './evaluate/outermost.ts';
import { sourced } from './evaluate/sourced.ts';
import { scoreStatements, type StatementScores } from './evaluate/statements.ts';
import type { AttributionPrediction, GoldName, StatementPrediction } from './gold.ts';
import type { Problem } from './issue.ts';
import type { Article, AttributedArticle } from './model.ts';
import { readOwnSeeds } from './read/inputs.ts';
import { readPolnear } from './read/polnear.ts';
import { readStatements } from './read/sourced-statements.ts';
import { writePredictions } from './store/predictions.ts';
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
  readonly scores: AttributionScores | StatementScores;
  /** The scores for people. */
  readonly lines: readonly string[];
  /** Texts on which a stage failed: they count as texts in which nothing was found. */
  readonly failed: readonly Problem[];
}

/**
 * Measures accuracy against a gold corpus:
 *
 *     gold ▸ tokenise ▸ attribute          one text at a time, with the registry and lexicons that Parallax brings along
 *          ▸ predictions ▸ scores          compared with what annotators marked
 *
 * Throws a `Refusal` where the gold cannot be read or the predictions cannot be written.
 */
export function evaluate(gold: GoldName, path: string, { predictions: file, observe }: Wishes): Evaluation {
  const { registry, lexicons, weights } = readOwnSeeds();
  const analyse = (article: Article): AttributedArticle =>
    attribute(tokenise(article), registry, lexicons, [], weights.bytes);
  const { predictions, failed, ...measured } = GOLDS[gold](path, (articles) => analyseAll(articles, analyse, observe));
  if (file !== null) writePredictions(file, predictions);
  return { ...measured, failed };
}

interface Analysed {
  readonly attributed: readonly AttributedArticle[];
  readonly failed: readonly Problem[];
}

interface Measured extends Evaluation {
  readonly predictions: readonly (AttributionPrediction | StatementPrediction)[];
}

type Measure = (path: string, analyse: (articles: readonly Article[]) => Analysed) => Measured;

const GOLDS: Readonly<Record<GoldName, Measure>> = {
  polnear(folder, analyse) {
    const gold = readPolnear(folder);
    const { attributed, failed } = analyse(gold.articles);
    const predictions = attributed.map(outermost);
    const scores = scoreAttributions(gold, predictions);
    return { predictions, scores, lines: attributionLines(scores), failed };
  },
  statements(file, analyse) {
    const gold = readStatements(file);
    const { attributed, failed } = analyse(gold.map(({ article }) => article));
    const ids = new Map(gold.map(({ id, article }) => [article.id, id]));
    const predictions = attributed.map((article) => ({ article: ids.get(article.id)!, statements: sourced(article) }));
    const scores = scoreStatements(gold, predictions);
    return { predictions, scores, lines: statementLines(scores), failed };
  },
};

/** Runs the stages on each text; one on which they fail is set aside, and the rest goes on. */
export function analyseAll(
  articles: readonly Article[],
  analyse: (article: Article) => AttributedArticle,
  observe: Wishes['observe'],
): Analysed {
  const attributed: AttributedArticle[] = [];
  const failed: Problem[] = [];
  articles.forEach((article, i) => {
    try {
      attributed.push(analyse(article));
    } catch (cause) {
      failed.push(failure(article, cause));
    }
    observe(i + 1, articles.length);
  });
  return { attributed, failed };
}

function failure({ id, file }: Article, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The text “${id}” could not be analysed (${reason}): please report this defect with the text.`;
  return { file, line: null, message };
}
