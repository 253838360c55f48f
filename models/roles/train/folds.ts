import { randomOf, shuffle } from '../../attribution/train/random.ts';
import type { VectorOf } from '../../frames/train/kernel.ts';
import { anyOf, fitAny } from './any.ts';
import type { Corpus, Example } from './corpus.ts';
import { softmax } from './fit.ts';
import { fitParts, partScores } from './parts.ts';

/** A name judged by models that never saw its article. */
export interface Judged {
  readonly example: Example;
  /** Place in `ROLES` of the part that most annotators gave it, the first of equals; `null` for none. */
  readonly truth: number | null;
  readonly any: number;
  /** Probabilities of the parts, given that it plays one. */
  readonly shares: readonly number[];
}

/** What is chosen on training articles alone. */
export interface Chosen {
  readonly strength: number;
  readonly temperature: number;
}

const FOLDS = 5;
const STRENGTHS = [0.03, 0.1, 0.3] as const;

/** Five folds of articles, drawn by `seed`; strength and temperature are found on the four other folds. */
export function crossJudged({ examples, articles }: Corpus, vectorOf: VectorOf, seed: number): readonly Judged[] {
  return parts(examples, articles, seed).flatMap(([training, held]) => {
    const chosen = choose(training, articles, vectorOf, seed + 1);
    const any = fitAny(training);
    const names = held.filter(({ named }) => named);
    const model = fitParts(training, vectorOf, chosen.strength);
    return partScores(model, names, vectorOf).map((scores, n) => ({
      example: names[n]!,
      truth: truthOf(names[n]!),
      any: anyOf(any, names[n]!.portrait),
      shares: heated(scores, chosen.temperature),
    }));
  });
}

/** Chooses how strongly the model of parts fits, and its temperature, on five folds: those of the least log-loss over names. */
export function choose(examples: readonly Example[], articles: number, vectorOf: VectorOf, seed: number): Chosen {
  const trials = STRENGTHS.flatMap((strength) => {
    const judged = parts(examples, articles, seed).flatMap(([training, held]) => {
      const cast = held.filter(({ named, parts }) => named && parts !== null);
      const scores = partScores(fitParts(training, vectorOf, strength), cast, vectorOf);
      return scores.map((one, n) => ({ scores: one, truth: truthOf(cast[n]!)! }));
    });
    return TEMPERATURES.map((temperature) => ({ strength, temperature, loss: lossOf(judged, temperature) }));
  });
  const { strength, temperature } = trials.reduce((a, b) => (b.loss < a.loss ? b : a));
  return { strength, temperature };
}

const TEMPERATURES = Array.from({ length: 40 }, (_, n) => 0.5 * 1.05 ** n);

function lossOf(
  judged: readonly { readonly scores: Float64Array; readonly truth: number }[],
  temperature: number,
): number {
  return judged.reduce((sum, { scores, truth }) => sum - Math.log(heated(scores, temperature)[truth]!), 0);
}

function heated(scores: Float64Array, temperature: number): readonly number[] {
  return [...softmax(scores.map((score) => score / temperature))];
}

function truthOf({ parts }: Example): number | null {
  return parts === null ? null : parts.indexOf(Math.max(...parts));
}

/** Training and held-out examples of each fold. */
function parts(
  examples: readonly Example[],
  articles: number,
  seed: number,
): readonly (readonly [training: readonly Example[], held: readonly Example[]])[] {
  const order = Array.from({ length: articles }, (_, n) => n);
  shuffle(order, randomOf(seed));
  const foldOf = new Map(order.map((article, n) => [article, n % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => [
    examples.filter(({ article }) => foldOf.get(article) !== fold),
    examples.filter(({ article }) => foldOf.get(article) === fold),
  ]);
}
