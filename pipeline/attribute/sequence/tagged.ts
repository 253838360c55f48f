import type { Reader } from '../reader.ts';
import type { Line } from '../units.ts';
import { featuresOf } from './features.ts';
import { label } from './label.ts';
import { link, type Linked } from './link.ts';
import { segmentsOf } from './segments.ts';
import type { Weights } from './weights.ts';

/** The outermost attributions of an article by the sequence model, in the order of the text. */
export function taggedAttributions(reader: Reader, lines: readonly Line[], weights: Weights): readonly Linked[] {
  const { paragraph } = reader.article.tokens;
  const features = featuresOf(reader, lines, weights.rates);
  return link(segmentsOf(label(features, paragraph, weights), features, paragraph));
}

/** How sure the model is of an attribution, before calibration: of its parts, the least probable counts. */
export function rawConfidence({ source, cue, content }: Linked): number {
  const parts = [source, cue].flatMap((segment) => (segment === null ? [] : [segment.probability]));
  const words = content.reduce((sum, { first, end }) => sum + end - first, 0);
  const whole = content.reduce((sum, { first, end, probability }) => sum + probability * (end - first), 0) / words;
  return Math.min(whole, ...parts);
}
