import { FARTHEST, FEATURES, SPECIALS, type Inputs } from './inputs.ts';
import { PARTS, type Network } from './network-weights.ts';
import { multiply, runRecurrent, tanh } from './recurrent.ts';
import { DIMENSIONS, type Vectors } from './vectors.ts';

/** Scores of negative, neutral and positive: a bidirectional GRU over a scene, pooled four ways, and two layers. */
export function runNetwork(network: Network, inputs: Inputs, vectors: Vectors): Float32Array {
  const { units } = network;
  const given = givenTo(network, inputs, vectors);
  const states = new Float32Array(inputs.length * 2 * units);
  const stride = 6 * units;
  runRecurrent(network.forward, given, [0, stride], states, [0, 1, inputs.length]);
  runRecurrent(network.backward, given, [3 * units, stride], states, [units, -1, inputs.length]);
  const pooled = new Float32Array(8 * units + 2 * FEATURES + PARTS);
  poolStates(network, inputs, states, pooled);
  poolFeatures(inputs, pooled.subarray(8 * units));
  const hidden = new Float32Array(network.hiddenBias.length);
  multiply(network.hidden, pooled, network.hiddenBias, hidden);
  for (let k = 0; k < hidden.length; k++) hidden[k] = tanh(hidden[k]!);
  const scores = new Float32Array(3);
  multiply(network.out, hidden, network.outBias, scores);
  return scores;
}

function givenTo(
  network: Network,
  { length, rows, tags, distances, features }: Inputs,
  vectors: Vectors,
): Float32Array {
  const width = 6 * network.units;
  const given = new Float32Array(length * width);
  for (let i = 0; i < length; i++) {
    const at = i * width;
    given.set(fromWord(network, rows[i]!, vectors), at);
    addTo(given, at, network.fromTag, tags[i]! * width, width, 1);
    addTo(given, at, network.fromDistance, distances[i]! * width, width, 1);
    for (let f = 0; f < FEATURES; f++) {
      const value = features[i * FEATURES + f]!;
      if (value !== 0) addTo(given, at, network.fromFeature, f * width, width, value);
    }
  }
  return given;
}

function addTo(sums: Float32Array, at: number, from: Float32Array, start: number, width: number, times: number): void {
  for (let k = 0; k < width; k++) sums[at + k]! += from[start + k]! * times;
}

/** Room for the words of an hour of news; a few megabytes. */
const MOST = 8192;

function fromWord(network: Network, row: number, vectors: Vectors): Float32Array {
  const before = network.remembered.get(row);
  if (before !== undefined) return before;
  const vector = vectorOf(network, row, vectors);
  const lifted = new Float32Array(DIMENSIONS);
  multiply(network.lift, vector, network.liftBias, lifted);
  for (let k = 0; k < DIMENSIONS; k++) lifted[k] = tanh(lifted[k]!) + vector[k]!;
  const given = new Float32Array(6 * network.units);
  multiply(network.fromWord, lifted, network.bias, given);
  if (network.remembered.size >= MOST) network.remembered.clear();
  network.remembered.set(row, given);
  return given;
}

function vectorOf({ specials }: Network, row: number, { steps, worth }: Vectors): Float32Array {
  if (row < SPECIALS.length) return specials.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS);
  const word = row - SPECIALS.length;
  return Float32Array.from(steps.subarray(word * DIMENSIONS, (word + 1) * DIMENSIONS), (step) => step * worth[word]!);
}

/** The judged mention, the mean of all mentions, the mean by attention, the most of each unit. */
function poolStates(
  { units, attention }: Network,
  { length, features }: Inputs,
  states: Float32Array,
  pooled: Float32Array,
): void {
  const width = 2 * units;
  const heeds = new Float32Array(length);
  let [mentions, heed] = [0, 0];
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += attention[k]! * states[i * width + k]!;
    heed += heeds[i] = Math.exp(sum);
    mentions += features[i * FEATURES]!;
  }
  pooled.fill(-1, 3 * width, 4 * width);
  for (let i = 0; i < length; i++) {
    const at = i * width;
    if (features[i * FEATURES + 1] === 1) addTo(pooled, 0, states, at, width, 1);
    if (features[i * FEATURES] === 1) addTo(pooled, width, states, at, width, 1 / mentions);
    addTo(pooled, 2 * width, states, at, width, heeds[i]! / heed);
    for (let k = 0; k < width; k++)
      if (states[at + k]! > pooled[3 * width + k]!) pooled[3 * width + k] = states[at + k]!;
  }
}

/** Sums of the features over the sentence and near the target, and the part. */
function poolFeatures({ length, features, distances, part }: Inputs, pooled: Float32Array): void {
  for (let i = 0; i < length; i++) {
    const nearness = Math.exp(-Math.abs(distances[i]! - FARTHEST) / 6) / 5;
    for (let f = 0; f < FEATURES; f++) {
      const value = features[i * FEATURES + f]!;
      pooled[f]! += value / 10;
      pooled[FEATURES + f]! += value * nearness;
    }
  }
  pooled[2 * FEATURES + part] = 1;
}
