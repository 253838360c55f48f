import type { Span } from '../model.ts';
import { overlaps, within } from '../text/span.ts';
import type { Found } from './attribution.ts';

/** An attribution with its parts and the span from the first to the last of them, worked out once. */
export interface Placed {
  readonly found: Found;
  readonly parts: readonly Span[];
  readonly hull: Span;
}

/** Places an attribution. */
export function placed(found: Found): Placed {
  const { source, cue, content } = found;
  const parts = [...content, ...(source === null ? [] : [source.span]), ...(cue === null ? [] : [cue.span])];
  const hull: Span = [Math.min(...parts.map(([start]) => start)), Math.max(...parts.map(([, end]) => end))];
  return { found, parts, hull };
}

/** Whether all of one attribution stands in the content of the other. */
export function isWithin(one: Placed, other: Placed): boolean {
  if (!within(one.hull, other.hull)) return false;
  return one.parts.every((part) => other.found.content.some((span) => within(part, span)));
}

/** Whether two attributions share a character. */
export function touches(one: Placed, other: Placed): boolean {
  return overlaps(one.hull, other.hull) && one.parts.some((a) => other.parts.some((b) => overlaps(a, b)));
}

/** Whether two attributions claim the same words without one standing within the other. */
export function clash(one: Placed, other: Placed): boolean {
  if (!overlaps(one.hull, other.hull) || isWithin(one, other) || isWithin(other, one)) return false;
  return one.found.content.some((a) => other.found.content.some((b) => overlaps(a, b)));
}
