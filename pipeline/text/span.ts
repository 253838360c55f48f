import type { Span } from '../model.ts';

/** Whether two spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether `inner` lies within `outer` (equal spans do). */
export function within(inner: Span, outer: Span): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

/** `span` without white space at its ends; an all-blank span shrinks to its start. */
export function trim(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  return from === to ? [start, start] : [from, to];
}

/** The parts of `whole` that none of `holes` covers, in order. */
export function subtract(whole: Span, holes: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let from = whole[0];
  for (const [start, end] of [...holes].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (start > from) parts.push([from, Math.min(start, whole[1])]);
    from = Math.max(from, end);
  }
  if (from < whole[1]) parts.push([from, whole[1]]);
  return parts.filter(([start, end]) => end > start);
}

/** Whether a blank of any kind stands at `at`; past the text's end none does. ASCII is told without a pattern: this is asked of every character. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < LAST_ASCII ? code === SPACE || (code >= TAB && code <= RETURN) : /\s/u.test(text.charAt(at));
}

const [TAB, RETURN, SPACE, LAST_ASCII] = [0x09, 0x0d, 0x20, 0x7f];
