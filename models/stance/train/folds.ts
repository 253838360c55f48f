import { softmax, type Sentiment } from '../../../pipeline/score/target/target-sentiment.ts';
import type { Example } from './corpus.ts';
import { scored, trained } from './model.ts';

/** An example with the scores of a model that never saw its sentence. */
export interface Judged {
  readonly example: Example;
  readonly fold: number;
  readonly scores: Float64Array;
}

/** How many folds there are. */
export const FOLDS = 5;

/** Which fold an example is in: equal sentences are in the same. */
export function foldOf({ group }: Example): number {
  return group % FOLDS;
}

/** Judges each example by a model trained on the four folds that it is not in. */
export function crossJudged(examples: readonly Example[], say: (line: string) => void): readonly Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const held = examples.filter((example) => foldOf(example) === fold);
    const model = trained(examples.filter((example) => foldOf(example) !== fold));
    say(`fold ${fold + 1} of ${FOLDS}: ${held.length} targets`);
    return scored(model, held).map((scores, n) => ({ example: held[n]!, fold, scores }));
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
