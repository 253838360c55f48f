import { encodeFrameWeights, FRAMES, WIDTH, type FrameFit } from '../../../pipeline/score/frames/weights.ts';
import type { FrameReliability } from '../../../pipeline/model.ts';
import { DIMENSIONS } from '../../../pipeline/score/target/vectors.ts';
import type { Example } from './corpus.ts';
import { fitKernel } from './fit.ts';
import { choose, indices, targetsOf, type Chosen } from './folds.ts';
import { gram, placeIn, spaceOf, type Place, type Space, type VectorOf } from './kernel.ts';

/** A model as it is trained. */
export interface Model {
  readonly space: Space;
  readonly fits: readonly FittedFrame[];
}

/** One frame: a weight for each row of terms and each number of the mean vector. */
interface FittedFrame extends Chosen {
  readonly terms: Float64Array;
  readonly dense: Float64Array;
  readonly bias: number;
}

const SEED = 0;

/** Trains on all articles; strength, calibration and threshold are found on five folds of them. */
export function trained(examples: readonly Example[], vectorOf: VectorOf): Model {
  const space = spaceOf(examples, vectorOf);
  const places = examples.map((example) => placeIn(space, example, vectorOf));
  const products = { products: gram(places), size: places.length };
  const all = indices(examples);
  const fits = FRAMES.map((_, k) => {
    const chosen = choose(examples, products, all, k, SEED);
    const numbers = fitKernel(products, all, targetsOf(examples, all, k), chosen.strength);
    return { ...chosen, ...unfolded(places, numbers, space) };
  });
  return { space, fits };
}

/** From a number an article to a weight a feature. */
function unfolded(
  places: readonly Place[],
  numbers: Float64Array,
  { rarity, mean, scale }: Space,
): Pick<FittedFrame, 'terms' | 'dense' | 'bias'> {
  const [terms, dense] = [new Float64Array(rarity.length), new Float64Array(DIMENSIONS)];
  let bias = 0;
  places.forEach((place, i) => {
    bias += numbers[i]!;
    place.rows.forEach((row, n) => (terms[row]! += numbers[i]! * place.values[n]!));
    place.dense.forEach((value, d) => (dense[d]! += numbers[i]! * value));
  });
  dense.forEach((weight, d) => {
    dense[d] = weight * scale[d]!;
    bias -= weight * scale[d]! * mean[d]!;
  });
  return { terms, dense, bias };
}

/** What one step of a rarity is worth: the rarest term has less than 8. */
const RARITY_STEP = 1 / 4096;
const MOST = 32767;

/** The model as a weights file: the vectors of `words` (keys) are folded into a weight a word and frame. */
export function fileOf(
  { space, fits }: Model,
  words: readonly number[],
  vectorOf: VectorOf,
  reliabilities: readonly FrameReliability[],
): Uint8Array {
  const terms = Array.from(space.rarity, (rarity, row) => [rarity, ...fits.map((fit) => fit.terms[row]!)]);
  const meanings = words.map((key) => {
    const vector = vectorOf(key)!;
    return [space.weightOf(key), ...fits.map(({ dense }) => dense.reduce((sum, w, d) => sum + w * vector[d]!, 0))];
  });
  const steps = { rarity: RARITY_STEP, terms: stepOf(terms), meanings: stepOf(meanings) };
  return encodeFrameWeights(
    { terms: terms.length, meanings: meanings.length, steps, fits: headFits(fits, reliabilities) },
    [
      Int32Array.from(space.rows.keys()),
      Int32Array.from(words),
      rowsOf(terms, steps.terms),
      rowsOf(meanings, steps.meanings),
    ],
  );
}

function headFits(fits: readonly FittedFrame[], reliabilities: readonly FrameReliability[]): readonly FrameFit[] {
  return fits.map(({ bias, slope, offset, threshold }, k) => ({
    frame: FRAMES[k]!,
    bias,
    slope,
    offset,
    threshold,
    reliability: reliabilities[k]!,
  }));
}

function stepOf(rows: readonly (readonly number[])[]): number {
  const most = rows.reduce((max, [, ...weights]) => Math.max(max, ...weights.map(Math.abs)), 0);
  return Math.max(most, Number.MIN_VALUE) / MOST;
}

function rowsOf(rows: readonly (readonly number[])[], step: number): Int16Array {
  const values = new Int16Array(rows.length * WIDTH);
  rows.forEach(([rarity, ...weights], n) => {
    values[n * WIDTH] = Math.round(rarity! / RARITY_STEP);
    weights.forEach((weight, k) => (values[n * WIDTH + 1 + k] = Math.round(weight / step)));
  });
  return values;
}
