import type { Found } from '../attribution.ts';
import type { Reader } from '../reader.ts';
import type { Line } from '../units.ts';
import { settleEnds } from './endings.ts';
import type { Linked } from './link.ts';
import { readWith } from './reading.ts';
import type { Weights } from './weights.ts';

/**
 * The outermost attributions of an article by the sequence model, in the order of the text. `ruled` are those that the rules
 * found: where these end a content is weighed when its end is settled.
 */
export function taggedAttributions(
  reader: Reader,
  lines: readonly Line[],
  ruled: readonly Found[],
  weights: Weights,
): readonly Linked[] {
  return settleEnds(readWith(reader, lines, ruled, weights), weights.endings);
}

/** How sure the model is of an attribution, before calibration: of its parts, the least probable counts. */
export function rawConfidence({ source, cue, content }: Linked): number {
  const parts = [source, cue].flatMap((segment) => (segment === null ? [] : [segment.probability]));
  const words = content.reduce((sum, { first, end }) => sum + end - first, 0);
  const whole = content.reduce((sum, { first, end, probability }) => sum + probability * (end - first), 0) / words;
  return Math.min(whole, ...parts);
}
