import type { Add, Case } from './case.ts';
import { TEMPLATE } from './templates.ts';
import type { Tones } from './tones.ts';

/** Writes how much place `i` counts in each way of summing. */
type Views = (one: Case, i: number, shares: Float64Array) => void;

/** e to the −1/`reach` a place. */
function fading(reach: number): (far: number) => number {
  const values = Float64Array.from({ length: FARTHEST }, (_, far) => Math.exp(-far / reach));
  return (far) => values[far] ?? Math.exp(-far / reach);
}

/** Hardly a sentence is longer. */
const FARTHEST = 128;

const [by3, by4, by8, by10, by20] = [fading(3), fading(4), fading(8), fading(10), fading(20)] as const;

const VALENCE_VIEWS = 10;

function valenceViews({ distance, near, quoted, main }: Case, i: number, shares: Float64Array): void {
  const far = Math.abs(distance[i]!);
  shares[0] = 1;
  shares[1] = by8(far);
  shares[2] = by20(far);
  shares[3] = i < main ? 1 : 0;
  shares[4] = i > main ? 1 : 0;
  shares[5] = near[i]!;
  shares[6] = quoted[i]!;
  shares[7] = 1 - quoted[i]!;
  shares[8] = far <= 5 ? 1 : 0;
  shares[9] = by3(far);
}

/** Which of them are also summed apart for each part that the target plays. */
const PART_VIEWS: readonly number[] = [0, 1, 5, 6];

const TONE_VIEWS = 7;

function toneViews({ distance, near, quoted, main }: Case, i: number, shares: Float64Array): void {
  const far = Math.abs(distance[i]!);
  const fades = by10(far);
  shares[0] = 0.5;
  shares[1] = by4(far);
  shares[2] = fades;
  shares[3] = near[i]!;
  shares[4] = i < main ? fades : 0;
  shares[5] = i > main ? fades : 0;
  shares[6] = quoted[i]!;
}

/** The view whose sums of tones are also taken apart for each part. */
const TONE_PART_VIEW = 2;

/** AFINN's values are brought near 1. */
const AFINN_SCALE = 3;

/** Sums of AFINN's valence, good and bad apart: over the sentence, by nearness, side, clause and quotation. */
export function sumFeatures(one: Case, add: Add): void {
  const valences = one.valence.map((value) => value / AFINN_SCALE);
  const { ups, downs } = sums(one, valences, valenceViews, VALENCE_VIEWS);
  for (let v = 0; v < VALENCE_VIEWS; v++) {
    const [up, down] = [ups[v]!, downs[v]!];
    if (up === 0 && down === 0) continue;
    add(TEMPLATE.valenceSum, Math.tanh(up / 2), v, 1);
    add(TEMPLATE.valenceSum, Math.tanh(down / 2), v, 2);
    add(TEMPLATE.valenceSum, Math.tanh((up - down) / 2), v, 3);
    if (!PART_VIEWS.includes(v)) continue;
    add(TEMPLATE.valenceSumOfPart, Math.tanh(up / 2), v, 1, one.part);
    add(TEMPLATE.valenceSumOfPart, Math.tanh(down / 2), v, 2, one.part);
  }
  one.valence.forEach((value, i) => {
    if (value !== 0) add(TEMPLATE.valenceOfPart, 1, value > 0 ? 1 : 2, one.part, one.near[i]);
  });
}

/** Sums of the learnt tones of words, in the same manner. */
export function toneFeatures(one: Case, tones: Tones, add: Add): void {
  const leans = new Float64Array(one.length);
  const calms = new Float64Array(one.length);
  for (let i = 0; i < one.length; i++) {
    const tone = one.distance[i] === 0 ? null : tones(one.words[i]!);
    if (tone === null) continue;
    leans[i] = tone.lean;
    calms[i] = tone.calm;
  }
  const [lean, calm] = [leans, calms].map((column) => sums(one, column, toneViews, TONE_VIEWS)) as [Sums, Sums];
  for (let v = 0; v < TONE_VIEWS; v++) {
    const [up, down] = [lean.ups[v]!, lean.downs[v]!];
    const values = [up, down, up - down, calm.ups[v]! - calm.downs[v]!];
    for (let k = 0; k < values.length; k++) {
      const value = Math.tanh(values[k]!);
      add(TEMPLATE.toneSum, value, v, k);
      if (v === TONE_PART_VIEW && k >= 2) add(TEMPLATE.toneSum, value, v, k, one.part);
    }
  }
}

/** Of each view, what is above 0 and what is below, as amounts. */
interface Sums {
  readonly ups: Float64Array;
  readonly downs: Float64Array;
}

function sums(one: Case, column: Float64Array, views: Views, count: number): Sums {
  const [ups, downs, shares] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (value === 0) continue;
    views(one, i, shares);
    const [into, amount] = value > 0 ? [ups, value] : [downs, -value];
    for (let v = 0; v < count; v++) into[v]! += amount * shares[v]!;
  }
  return { ups, downs };
}
