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

/** Finds, of a list, those whose hulls share a character with a span, in the list's order. */
export type Near<P> = (span: Span) => readonly P[];

/** A finder that looks at few more than it finds, as long as few of the list stand in one another. */
export function nearIn<P extends Placed>(all: readonly P[]): Near<P> {
  const order = all.map((one, at) => ({ one, at })).sort((a, b) => a.one.hull[0] - b.one.hull[0]);
  const furthest: number[] = [];
  for (const { one } of order) furthest.push(Math.max(one.hull[1], furthest.at(-1) ?? 0));
  return (span) => {
    const found: typeof order = [];
    for (let i = startingBefore(order, span[1]) - 1; i >= 0 && furthest[i]! > span[0]; i--)
      if (overlaps(order[i]!.one.hull, span)) found.push(order[i]!);
    return found.sort((a, b) => a.at - b.at).map(({ one }) => one);
  };
}

/** How many, of a list by their starts, start before a place. */
function startingBefore(order: readonly { readonly one: Placed }[], place: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle]!.one.hull[0] < place) low = middle + 1;
    else high = middle;
  }
  return low;
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

/** Whether a part of the attribution shares a character with a span. */
export function claims({ parts }: Placed, span: Span): boolean {
  return parts.some((part) => overlaps(part, span));
}
