import { FARTHEST, FEATURES, SPECIALS, type Inputs } from './inputs.ts';
import { behind, blocksOf, reserve } from './memory.ts';
import { HIDDEN, MOST_WORDS, pooledSize, type Network } from './network-weights.ts';
import { DIMENSIONS, type Vectors } from './vectors.ts';

const FLOAT = 4;

/** Scores of negative, neutral and positive: a bidirectional GRU over a scene, pooled four ways, and two layers. */
export function runNetwork(network: Network, inputs: Inputs, vectors: Vectors): readonly [number, number, number] {
  const { units, memory, at } = network;
  const { routines } = memory;
  const states = behind(at.sentence, inputs.length * 6 * units);
  reserve(memory, behind(states, inputs.length * 2 * units));
  takeIn(network, inputs, vectors);
  runBothWays(network, inputs.length, states);
  poolStates(network, inputs, states);
  poolFeatures(inputs, memory.floats.subarray(at.pooled / FLOAT + 8 * units, at.pooled / FLOAT + pooledSize(units)));
  routines.multiply(at.hidden, at.pooled, pooledSize(units), at.hiddenBias, at.layer, blocksOf(HIDDEN));
  routines.tanhs(at.layer, HIDDEN);
  routines.multiply(at.out, at.layer, HIDDEN, at.outBias, at.scores, 1);
  const scores = at.scores / FLOAT;
  return [memory.floats[scores]!, memory.floats[scores + 1]!, memory.floats[scores + 2]!];
}

/** What goes into the recurrent units at each place, from `at.sentence` on. */
function takeIn(network: Network, { length, rows, tags, distances, features }: Inputs, vectors: Vectors): void {
  const { units, memory, at } = network;
  const { addTimes } = memory.routines;
  const width = 6 * units;
  for (let i = 0; i < length; i++) {
    const place = at.sentence + FLOAT * i * width;
    const word = wordAt(network, rows[i]!, vectors) / FLOAT;
    memory.floats.copyWithin(place / FLOAT, word, word + width);
    addTimes(place, at.fromTag + FLOAT * tags[i]! * width, width, 1);
    addTimes(place, at.fromDistance + FLOAT * distances[i]! * width, width, 1);
    for (let f = 0; f < FEATURES; f++) {
      const value = features[i * FEATURES + f]!;
      if (value !== 0) addTimes(place, at.fromFeature + FLOAT * f * width, width, value);
    }
  }
}

function runBothWays({ units, memory, at }: Network, length: number, states: number): void {
  const { recurrent } = memory.routines;
  const [given, state] = [FLOAT * 6 * units, FLOAT * 2 * units];
  const common = [length, units] as const;
  const last = length - 1;
  const blocks = blocksOf(3 * units);
  recurrent(at.sentence, given, states, state, at.zeros, ...common, at.forward, at.forwardBias, at.sums, blocks);
  const [from, into] = [at.sentence + last * given + given / 2, states + last * state + state / 2];
  recurrent(from, -given, into, -state, at.zeros, ...common, at.backward, at.backwardBias, at.sums, blocks);
}

/** The address of what a word gives. */
function wordAt(network: Network, row: number, vectors: Vectors): number {
  const { units, memory, at, remembered } = network;
  const before = remembered.get(row);
  if (before !== undefined) return before;
  if (remembered.size >= MOST_WORDS) remembered.clear();
  const into = at.words + remembered.size * FLOAT * 6 * units;
  const { multiply, tanhs, addTimes } = memory.routines;
  memory.floats.set(vectorOf(network, row, vectors), at.vector / FLOAT);
  multiply(at.lift, at.vector, DIMENSIONS, at.liftBias, at.lifted, blocksOf(DIMENSIONS));
  tanhs(at.lifted, DIMENSIONS);
  addTimes(at.lifted, at.vector, DIMENSIONS, 1);
  multiply(at.fromWord, at.lifted, DIMENSIONS, at.bias, into, blocksOf(6 * units));
  remembered.set(row, into);
  return into;
}

function vectorOf({ memory, at }: Network, row: number, { steps, worth }: Vectors): Float32Array {
  const special = at.specials / FLOAT + row * DIMENSIONS;
  if (row < SPECIALS.length) return memory.floats.slice(special, special + DIMENSIONS);
  const word = row - SPECIALS.length;
  return Float32Array.from(steps.subarray(word * DIMENSIONS, (word + 1) * DIMENSIONS), (step) => step * worth[word]!);
}

/** The judged mention, the mean of all mentions, the mean by attention, the most of each unit. */
function poolStates({ units, memory, at }: Network, { length, features }: Inputs, states: number): void {
  const { dot, addTimes, greatest } = memory.routines;
  const width = 2 * units;
  const heeds = new Float64Array(length);
  let [mentions, heed] = [0, 0];
  for (let i = 0; i < length; i++) {
    heed += heeds[i] = Math.exp(dot(at.attention, states + FLOAT * i * width, width));
    mentions += features[i * FEATURES]!;
  }
  const pooled = at.pooled / FLOAT;
  memory.floats.fill(0, pooled, pooled + 3 * width).fill(-1, pooled + 3 * width, pooled + 4 * width);
  for (let i = 0; i < length; i++) {
    const state = states + FLOAT * i * width;
    if (features[i * FEATURES + 1] === 1) addTimes(at.pooled, state, width, 1);
    if (features[i * FEATURES] === 1) addTimes(at.pooled + FLOAT * width, state, width, 1 / mentions);
    addTimes(at.pooled + FLOAT * 2 * width, state, width, heeds[i]! / heed);
    greatest(at.pooled + FLOAT * 3 * width, state, width);
  }
}

/** Sums of the features over the sentence and near the target, and the part. */
function poolFeatures({ length, features, distances, part }: Inputs, pooled: Float32Array): void {
  pooled.fill(0);
  for (let i = 0; i < length; i++) {
    const nearness = Math.exp(-Math.abs(distances[i]! - FARTHEST) / 6) / 5;
    for (let f = 0; f < FEATURES; f++) {
      const value = features[i * FEATURES + f]!;
      if (value === 0) continue;
      pooled[f]! += value / 10;
      pooled[FEATURES + f]! += value * nearness;
    }
  }
  pooled[2 * FEATURES + part] = 1;
}
