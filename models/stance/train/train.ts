import { examplesOf, type Example } from './corpus.ts';
import { printFigures } from './figures.ts';
import { crossJudged, temperatureOf, type Judged } from './folds.ts';
import { fileOf, SHARE, trained } from './model.ts';
import { trainedNetwork, type TrainedNetwork } from './network.ts';
import { writeWeights } from '../../write-weights.ts';

/**
 * Trains the model of target sentiment on the train part of NewsMTSC, finds its temperature on five folds, prints its
 * figures, and writes `weights.bin` with `weights.json`, its hash. The same corpus gives the same bytes on one machine.
 */
export function trainStance(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  say(`${examples.length} targets to train on`);
  const { linear, joined, network } = judgedTwice(examples, say);
  const temperature = Math.round(temperatureOf(joined) * 1000) / 1000;
  say(`temperature ${temperature}`);
  writeWeights('stance', fileOf(trained(examples), temperature, network));
  printFigures({ linear, joined, network: onlyNetworks(joined, network, examples) }, say);
}

/** Prints what the model's card tells, and writes nothing. */
export function printStanceFigures(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  const { linear, joined, network } = judgedTwice(examples, say);
  printFigures({ linear, joined, network: onlyNetworks(joined, network, examples) }, say);
}

function judgedTwice(
  examples: readonly Example[],
  say: (line: string) => void,
): { readonly linear: readonly Judged[]; readonly joined: readonly Judged[]; readonly network: TrainedNetwork } {
  const network = trainedNetwork(examples, say);
  const linear = crossJudged(examples, say);
  const place = new Map(examples.map((example, n) => [example, n]));
  const joined = linear.map((one) => {
    const other = network.held[place.get(one.example)!]!;
    return { ...one, scores: one.scores.map((score, k) => score * SHARE + other[k]! * (1 - SHARE)) };
  });
  return { linear, joined, network };
}

function onlyNetworks(
  judged: readonly Judged[],
  { held }: TrainedNetwork,
  examples: readonly Example[],
): readonly Judged[] {
  const place = new Map(examples.map((example, n) => [example, n]));
  return judged.map((one) => ({ ...one, scores: held[place.get(one.example)!]! }));
}
