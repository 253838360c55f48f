import { runOf } from '../../text/runs.ts';
import type { Found } from '../attribution.ts';
import type { Reader } from '../reader.ts';
import type { Line } from '../units.ts';
import { featuresOf, type Features } from './features.ts';
import { label, type Labelling } from './label.ts';
import { link, type Linked } from './link.ts';
import { segmentsOf } from './segments.ts';
import type { Weights } from './weights.ts';

/** What the sequence model makes of an article, before the ends of contents are settled. */
export interface Reading {
  readonly reader: Reader;
  readonly features: Features;
  readonly labelling: Labelling;
  readonly linked: readonly Linked[];
  /** Where the rules end a content: the tokens after. */
  readonly ruledEnds: ReadonlySet<number>;
}

/** Reads an article in which the rules found `ruled`. */
export function readWith(reader: Reader, lines: readonly Line[], ruled: readonly Found[], weights: Weights): Reading {
  const { tokens } = reader.article;
  const features = featuresOf(reader, lines, weights.rates);
  const labelling = label(features, tokens.paragraph, weights);
  const linked = link(segmentsOf(labelling, features, tokens.paragraph));
  const ruledEnds = new Set<number>();
  for (const { cue, content } of ruled)
    if (cue !== null) for (const span of content) ruledEnds.add(runOf(tokens, span)[1]);
  return { reader, features, labelling, linked, ruledEnds };
}
