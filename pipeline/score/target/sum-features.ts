import { add, type Case, type Met } from './case.ts';
import type { Scene } from './scene.ts';
import { TEMPLATE } from './templates.ts';
import type { Tones } from './tones.ts';

/** Adds to the sums of each way of summing as much of an amount as place `i` counts there. */
type Views = (scene: Scene, i: number, sums: Float64Array, amount: number) => void;

/** e to the −1/`reach` a place. */
function fading(reach: number): (far: number) => number {
  const values = Float64Array.from({ length: FARTHEST }, (_, far) => Math.exp(-far / reach));
  return (far) => values[far] ?? Math.exp(-far / reach);
}

/** Hardly a sentence is longer. */
const FARTHEST = 128;

const [by3, by4, by8, by10, by20] = [fading(3), fading(4), fading(8), fading(10), fading(20)] as const;

const VALENCE_VIEWS = 10;

function valenceViews({ distance, near, quoted, main }: Scene, i: number, sums: Float64Array, amount: number): void {
  const far = Math.abs(distance[i]!);
  sums[0]! += amount;
  sums[1]! += amount * by8(far);
  sums[2]! += amount * by20(far);
  if (i < main) sums[3]! += amount;
  if (i > main) sums[4]! += amount;
  if (near[i] === 1) sums[5]! += amount;
  sums[6]! += amount * quoted[i]!;
  sums[7]! += amount * (1 - quoted[i]!);
  if (far <= 5) sums[8]! += amount;
  sums[9]! += amount * by3(far);
}

/** Which of them are also summed apart for each part that the target plays. */
const PART_VIEWS: readonly number[] = [0, 1, 5, 6];

const TONE_VIEWS = 7;

function toneViews({ distance, near, quoted, main }: Scene, i: number, sums: Float64Array, amount: number): void {
  const far = Math.abs(distance[i]!);
  const fades = by10(far);
  sums[0]! += amount * 0.5;
  sums[1]! += amount * by4(far);
  sums[2]! += amount * fades;
  if (near[i] === 1) sums[3]! += amount;
  if (i < main) sums[4]! += amount * fades;
  if (i > main) sums[5]! += amount * fades;
  sums[6]! += amount * quoted[i]!;
}

/** The view whose sums of tones are also taken apart for each part. */
const TONE_PART_VIEW = 2;

/** AFINN's values are brought near 1. */
const AFINN_SCALE = 3;

/** Of each view, what is above 0 and what is below, as amounts. */
interface Sums {
  readonly ups: Float64Array;
  readonly downs: Float64Array;
}

const MOST_VIEWS = Math.max(VALENCE_VIEWS, TONE_VIEWS);

/** Room to sum in, emptied each time. */
const [FIRST, SECOND] = [0, 1].map((): Sums => ({
  ups: new Float64Array(MOST_VIEWS),
  downs: new Float64Array(MOST_VIEWS),
})) as [Sums, Sums];

/** Sums of AFINN's valence, good and bad apart: over the sentence, by nearness, side, clause and quotation. */
export function sumFeatures(met: Met, { scene, part }: Case): void {
  const { valence, near } = scene;
  const { ups, downs } = summed(FIRST, scene, valence, AFINN_SCALE, valenceViews);
  for (let v = 0; v < VALENCE_VIEWS; v++) {
    if (ups[v] === 0 && downs[v] === 0) continue;
    const [up, down] = [Math.tanh(ups[v]! / 2), Math.tanh(downs[v]! / 2)];
    add(met, TEMPLATE.valenceSum, up, v, 1);
    add(met, TEMPLATE.valenceSum, down, v, 2);
    add(met, TEMPLATE.valenceSum, Math.tanh((ups[v]! - downs[v]!) / 2), v, 3);
    if (!PART_VIEWS.includes(v)) continue;
    add(met, TEMPLATE.valenceSumOfPart, up, v, 1, part);
    add(met, TEMPLATE.valenceSumOfPart, down, v, 2, part);
  }
  for (let i = 0; i < scene.length; i++)
    if (valence[i] !== 0) add(met, TEMPLATE.valenceOfPart, 1, valence[i]! > 0 ? 1 : 2, part, near[i]);
}

/** Sums of the learnt tones of words, in the same manner. */
export function toneFeatures(met: Met, { scene, part }: Case, tones: Tones): void {
  const [leans, calms]: [number[], number[]] = [[], []];
  for (let i = 0; i < scene.length; i++) {
    const tone = scene.distance[i] === 0 ? null : tones(scene.words[i]!);
    leans.push(tone === null ? 0 : tone.lean);
    calms.push(tone === null ? 0 : tone.calm);
  }
  const lean = summed(FIRST, scene, leans, 1, toneViews);
  const calm = summed(SECOND, scene, calms, 1, toneViews);
  for (let v = 0; v < TONE_VIEWS; v++) {
    const [up, down] = [lean.ups[v]!, lean.downs[v]!];
    const [leaning, calming] = [Math.tanh(up - down), Math.tanh(calm.ups[v]! - calm.downs[v]!)];
    add(met, TEMPLATE.toneSum, Math.tanh(up), v, 0);
    add(met, TEMPLATE.toneSum, Math.tanh(down), v, 1);
    add(met, TEMPLATE.toneSum, leaning, v, 2);
    if (v === TONE_PART_VIEW) add(met, TEMPLATE.toneSum, leaning, v, 2, part);
    add(met, TEMPLATE.toneSum, calming, v, 3);
    if (v === TONE_PART_VIEW) add(met, TEMPLATE.toneSum, calming, v, 3, part);
  }
}

/** Sums a column, each value of it by `scale`, in all ways. */
function summed(sums: Sums, scene: Scene, column: readonly number[], scale: number, views: Views): Sums {
  sums.ups.fill(0);
  sums.downs.fill(0);
  for (let i = 0; i < column.length; i++) {
    const value = column[i]! / scale;
    if (value !== 0) views(scene, i, value > 0 ? sums.ups : sums.downs, Math.abs(value));
  }
  return sums;
}
