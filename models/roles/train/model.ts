import { encodeRoleWeights, ROLES } from '../../../pipeline/score/cast/weights.ts';
import { DIMENSIONS } from '../../../pipeline/score/target/vectors.ts';
import type { VectorOf } from '../../frames/train/kernel.ts';
import { fitAny, type AnyModel } from './any.ts';
import type { Corpus } from './corpus.ts';
import { choose } from './folds.ts';
import { fitParts, type PartModel } from './parts.ts';

/** A model as it is trained. */
export interface Model {
  readonly any: AnyModel;
  readonly parts: PartModel;
  readonly temperature: number;
}

/** Below this probability of any part an actor is called none … */
export const LEAST_ANY = 0.3;
/** … and from it on the likeliest part is called, if its probability among the parts reaches this. */
export const LEAST_SHARE = 0.6;

const SEED = 0;

/** Trains on all articles; strength and temperature are found on five folds of them. */
export function trained({ examples, articles }: Corpus, vectorOf: VectorOf): Model {
  const { strength, temperature } = choose(examples, articles, vectorOf, SEED);
  return { any: fitAny(examples), parts: fitParts(examples, vectorOf, strength), temperature };
}

/** The model as a weights file: the vectors of `words` (keys) are folded into a weight a word and part. */
export function fileOf({ any, parts, temperature }: Model, words: readonly number[], vectorOf: VectorOf): Uint8Array {
  const { space, weights } = parts;
  const row = (at: number): Float64Array => weights.subarray(at * ROLES.length, (at + 1) * ROLES.length);
  const dense = Array.from({ length: DIMENSIONS }, (_, d) => row(space.rows.size + d).map((w) => w * space.scale[d]!));
  const features = [...space.rows.values()].map((at) => [...row(at)]);
  const meanings = words.map((key) => ofMeaning(dense, centred(vectorOf(key)!, space.mean)));
  const steps = { features: stepOf(features), meanings: stepOf(meanings) };
  return encodeRoleWeights(
    {
      features: features.length,
      meanings: meanings.length,
      steps,
      bias: [...row(space.rows.size + DIMENSIONS)],
      temperature,
      any,
      leastAny: LEAST_ANY,
      leastShare: LEAST_SHARE,
    },
    [
      ...([Int32Array.from(space.rows.keys()), Int32Array.from(words)] as const),
      ...([stepped(features, steps.features), stepped(meanings, steps.meanings)] as const),
    ],
  );
}

/** The mean of training is taken off each word: weights of a mean add up to 1, so it is taken off the mean as well. */
function centred(vector: Float64Array, mean: Float64Array): Float64Array {
  return vector.map((value, d) => value - mean[d]!);
}

function ofMeaning(dense: readonly Float64Array[], vector: Float64Array): readonly number[] {
  return ROLES.map((_, k) => dense.reduce((sum, weights, d) => sum + weights[k]! * vector[d]!, 0));
}

const MOST = 32767;

function stepOf(rows: readonly (readonly number[])[]): number {
  const most = rows.reduce((max, weights) => Math.max(max, ...weights.map(Math.abs)), 0);
  return Math.max(most, Number.MIN_VALUE) / MOST;
}

function stepped(rows: readonly (readonly number[])[], step: number): Int16Array {
  return Int16Array.from(rows.flat(), (weight) => Math.round(weight / step));
}
