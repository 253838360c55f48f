import { findAttributions } from '../../../pipeline/attribute/found.ts';
import { endChoices, type EndChoice } from '../../../pipeline/attribute/sequence/endings.ts';
import { beginOf } from '../../../pipeline/attribute/sequence/labels.ts';
import type { Segment } from '../../../pipeline/attribute/sequence/segments.ts';
import { readWith } from '../../../pipeline/attribute/sequence/reading.ts';
import { weightsOf, withEndings, type Weights } from '../../../pipeline/attribute/sequence/weights.ts';
import type { Example } from './corpus.ts';
import { fitEndings, type EndTraining } from './fit-endings.ts';
import { trainedWeights } from './weigh.ts';

/** Models whose weights are averaged, for each half of the articles. */
const BAGS = 2;

/** How ends are learnt: chosen on quarters of the train part. */
const TRAINING: EndTraining = { epochs: 6, rate: 0.05, dropout: 0.3, seed: 7 };

/**
 * The weights with what settles the ends of contents, trained on what models find in articles that they were not trained on:
 * each half of the articles is read with a model of the other half. On its own articles a model is too often right.
 */
export function withTrainedEndings(
  bytes: Uint8Array,
  examples: readonly Example[],
  say: (line: string) => void,
): Uint8Array {
  const others = [0, 1].map((half) => {
    const rest = examples.filter((_, i) => i % 2 !== half);
    return weightsOf(trainedWeights(rest, { bags: BAGS, without: [] }, say));
  });
  const cases = examples.flatMap((example, i) => endCases(example, others[i % 2]!));
  const endings = fitEndings(cases, TRAINING);
  say(`${endings.keys.length} features of ends, from ${cases.length} contents`);
  return withEndings(bytes, endings);
}

/** A choice with where an annotator ends the content: an index into its ends. */
export interface EndCase {
  readonly choice: EndChoice;
  readonly gold: number;
}

/** One case for each annotator whose content shares words with the model’s and ends at one of the ends that are weighed. */
export function endCases({ reader, lines, labellings }: Example, weights: Weights): readonly EndCase[] {
  const reading = readWith(reader, lines, findAttributions(reader).found, weights);
  return endChoices(reading).flatMap((choice) =>
    labellings.flatMap((labels) => {
      const gold = choice.ends.indexOf(goldEnd(labels, choice.content));
      return gold < 0 ? [] : [{ choice, gold }];
    }),
  );
}

const BEGIN = beginOf('content');
const INSIDE = BEGIN + 1;

/** Where the annotator’s content ends that shares most tokens with this one; −1 where none shares any. */
function goldEnd(labels: Uint8Array, { first, end }: Segment): number {
  let [best, most] = [-1, 0];
  let begin = first;
  while (labels[begin] === INSIDE) begin--;
  while (begin < end) {
    const isContent = labels[begin] === BEGIN;
    let last = begin + 1;
    while (isContent && labels[last] === INSIDE) last++;
    const common = isContent ? Math.min(end, last) - Math.max(first, begin) : 0;
    if (common > most) [best, most] = [last, common];
    begin = last;
  }
  return best;
}
