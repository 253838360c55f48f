import type { Add, Case } from './case.ts';
import { TEMPLATE } from './templates.ts';
import type { Tones } from './tones.ts';

/** How much place `i` counts, `far` places from the nearest mention. */
type View = (one: Case, i: number, far: number) => number;

const VALENCE_VIEWS: readonly View[] = [
  () => 1,
  (_, __, far) => Math.exp(-far / 8),
  (_, __, far) => Math.exp(-far / 20),
  ({ main }, i) => (i < main ? 1 : 0),
  ({ main }, i) => (i > main ? 1 : 0),
  ({ near }, i) => near[i]!,
  ({ quoted }, i) => quoted[i]!,
  ({ quoted }, i) => 1 - quoted[i]!,
  (_, __, far) => (far <= 5 ? 1 : 0),
  (_, __, far) => Math.exp(-far / 3),
];

/** Which of them are also summed apart for each part that the target plays. */
const PART_VIEWS: readonly number[] = [0, 1, 5, 6];

const TONE_VIEWS: readonly View[] = [
  () => 0.5,
  (_, __, far) => Math.exp(-far / 4),
  (_, __, far) => Math.exp(-far / 10),
  ({ near }, i) => near[i]!,
  ({ main }, i, far) => (i < main ? Math.exp(-far / 10) : 0),
  ({ main }, i, far) => (i > main ? Math.exp(-far / 10) : 0),
  ({ quoted }, i) => quoted[i]!,
];

/** The view whose sums of tones are also taken apart for each part. */
const TONE_PART_VIEW = 2;

/** AFINN's values are brought near 1. */
const AFINN_SCALE = 3;

/** Sums of AFINN's valence, good and bad apart: over the sentence, by nearness, side, clause and quotation. */
export function sumFeatures(one: Case, add: Add): void {
  const valences = one.valence.map((value) => value / AFINN_SCALE);
  VALENCE_VIEWS.forEach((view, v) => {
    const [up, down] = sums(one, valences, view);
    add(TEMPLATE.valenceSum, Math.tanh(up / 2), v, 1);
    add(TEMPLATE.valenceSum, Math.tanh(down / 2), v, 2);
    add(TEMPLATE.valenceSum, Math.tanh((up - down) / 2), v, 3);
    if (!PART_VIEWS.includes(v)) return;
    add(TEMPLATE.valenceSumOfPart, Math.tanh(up / 2), v, 1, one.part);
    add(TEMPLATE.valenceSumOfPart, Math.tanh(down / 2), v, 2, one.part);
  });
  one.valence.forEach((value, i) => {
    if (value !== 0) add(TEMPLATE.valenceOfPart, 1, value > 0 ? 1 : 2, one.part, one.near[i]);
  });
}

/** Sums of the learnt tones of words, in the same manner. */
export function toneFeatures(one: Case, tones: Tones, add: Add): void {
  const leans = new Float64Array(one.length);
  const calms = new Float64Array(one.length);
  one.words.forEach((word, i) => {
    const tone = one.distance[i] === 0 ? null : tones(word);
    if (tone !== null) [leans[i], calms[i]] = [tone.lean, tone.calm];
  });
  TONE_VIEWS.forEach((view, v) => {
    const [up, down] = sums(one, leans, view);
    const [calm, unrest] = sums(one, calms, view);
    const values = [up, down, up - down, calm - unrest];
    values.forEach((value, k) => {
      add(TEMPLATE.toneSum, Math.tanh(value), v, k);
      if (v === TONE_PART_VIEW && k >= 2) add(TEMPLATE.toneSum, Math.tanh(value), v, k, one.part);
    });
  });
}

function sums(one: Case, column: Float64Array, view: View): readonly [up: number, down: number] {
  let [up, down] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    if (column[i] === 0) continue;
    const value = column[i]! * view(one, i, Math.abs(one.distance[i]!));
    if (value > 0) up += value;
    else down -= value;
  }
  return [up, down];
}
