import { softmax, type Sentiment } from '../../../pipeline/score/target/target-sentiment.ts';
import type { Example } from './corpus.ts';
import { scored, trained, type Model } from './model.ts';

/** An example with the scores of a model that never saw its sentence. */
export interface Judged {
  readonly example: Example;
  readonly fold: number;
  readonly scores: Float64Array;
}

/** How many folds there are. */
export const FOLDS = 5;

/** Which fold an example is in: equal sentences are in the same. */
export function foldOf({ group }: Pick<Example, 'group'>): number {
  return group % FOLDS;
}

/** Linear models: one for each fold, which it was not trained on, and last one of all examples. */
export function modelsOf(examples: readonly Example[], say: (line: string) => void): readonly Model[] {
  return Array.from({ length: FOLDS + 1 }, (_, fold) => {
    say(`linear model ${fold + 1} of ${FOLDS + 1}`);
    return trained(examples.filter((example) => foldOf(example) !== fold));
  });
}

/** Judges each example by the model that did not see its fold; in the order of the folds. */
export function crossJudged(models: readonly Model[], examples: readonly Example[]): readonly Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const held = examples.filter((example) => foldOf(example) === fold);
    return scored(models[fold]!, held).map((scores, n) => ({ example: held[n]!, fold, scores }));
  }).flat();
}

/** The temperature (Guo et al. 2017) of the least log-loss, by golden-section search between ¼ and 4. */
export function temperatureOf(judged: readonly Judged[]): number {
  const loss = (t: number): number =>
    judged.reduce((sum, { scores, example }) => sum - Math.log(heated(scores, t)[example.label]!), 0);
  let [low, high] = [0.25, 4];
  for (let round = 0; round < ROUNDS; round++) {
    const reach = (high - low) * GOLDEN;
    if (loss(high - reach) < loss(low + reach)) high = low + reach;
    else low = high - reach;
  }
  return (low + high) / 2;
}

const ROUNDS = 24;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Probabilities at a temperature. */
export function heated(scores: Float64Array, temperature: number): Sentiment {
  return softmax(scores.map((score) => score / temperature));
}
