import { FRAMES } from '../../../pipeline/score/frames/weights.ts';
import { randomOf, shuffle } from '../../attribution/train/random.ts';
import { curveOf, logLoss, probability, thresholdOf, type Curve } from './calibrate.ts';
import type { Example } from './corpus.ts';
import { fitKernel, scoresBy, type Products } from './fit.ts';
import { gram, placeIn, spaceOf, type VectorOf } from './kernel.ts';

/** An article's frame, judged by a model that never saw the article. */
export interface Judged {
  readonly truth: boolean;
  readonly p: number;
  readonly present: boolean;
}

/** All that is chosen on training articles alone. */
export interface Chosen extends Curve {
  readonly strength: number;
  readonly threshold: number;
}

const FOLDS = 5;
const STRENGTHS = [1, 3, 10, 30] as const;
/** How much the annotators' single answers count beside the published label in what is fitted. */
const SOFT = 0.5;

/**
 * Five folds of articles, drawn by `seed`: words, rarity and scale, strength, calibration and threshold are all found on
 * the four other folds. For each of `FRAMES` one judgement an article.
 */
export function crossJudged(
  examples: readonly Example[],
  vectorOf: VectorOf,
  seed: number,
): readonly (readonly Judged[])[] {
  const judged = FRAMES.map((): Judged[] => []);
  for (const held of partsOf(indices(examples), seed)) {
    const out = new Set(held);
    const training = indices(examples).filter((i) => !out.has(i));
    const products = productsOf(examples, training, vectorOf);
    FRAMES.forEach((_, k) => {
      const chosen = choose(examples, products, training, k, seed);
      const numbers = fitKernel(products, training, targetsOf(examples, training, k), chosen.strength);
      scoresBy(products, training, numbers, held).forEach((score, n) => {
        const p = probability(chosen, score);
        judged[k]!.push({ truth: examples[held[n]!]!.truth[k]!, p, present: p >= chosen.threshold });
      });
    });
  }
  return judged;
}

/** Products of all articles in the space that some of them span. */
export function productsOf(examples: readonly Example[], training: readonly number[], vectorOf: VectorOf): Products {
  const space = spaceOf(
    training.map((i) => examples[i]!),
    vectorOf,
  );
  return { products: gram(examples.map((example) => placeIn(space, example, vectorOf))), size: examples.length };
}

/** Chooses strength, calibration and threshold for frame `k` on five folds of the training articles. */
export function choose(
  examples: readonly Example[],
  products: Products,
  training: readonly number[],
  k: number,
  seed: number,
): Chosen {
  const trials = STRENGTHS.map((strength) => {
    const scores = new Map<number, number>();
    for (const held of partsOf(training, seed + 1)) {
      const rest = training.filter((i) => !held.includes(i));
      const numbers = fitKernel(products, rest, targetsOf(examples, rest, k), strength);
      scoresBy(products, rest, numbers, held).forEach((score, n) => scores.set(held[n]!, score));
    }
    const [own, truth] = [training.map((i) => scores.get(i)!), training.map((i) => examples[i]!.truth[k]!)];
    const curve = curveOf(own, truth);
    const probabilities = own.map((score) => probability(curve, score));
    return { ...curve, strength, threshold: thresholdOf(probabilities), loss: logLoss(probabilities, truth) };
  });
  const { slope, offset, strength, threshold } = trials.reduce((a, b) => (b.loss < a.loss ? b : a));
  return { slope, offset, strength, threshold };
}

/** What is fitted for frame `k`: the published label, half replaced by the share of “yes” among all answers. */
export function targetsOf(examples: readonly Example[], rows: readonly number[], k: number): readonly number[] {
  return rows.map((row) => {
    const { truth, soft } = examples[row]!;
    return SOFT * soft[k]! + (1 - SOFT) * (truth[k] === true ? 1 : 0);
  });
}

/** Parts of about the same size, drawn by a seed. */
function partsOf(rows: readonly number[], seed: number): readonly (readonly number[])[] {
  const drawn = [...rows];
  shuffle(drawn, randomOf(seed));
  return Array.from({ length: FOLDS }, (_, fold) => drawn.filter((_, n) => n % FOLDS === fold));
}

/** The places of a list. */
export function indices(list: readonly unknown[]): readonly number[] {
  return [...list.keys()];
}
