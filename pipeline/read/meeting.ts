import { meet } from './codebooks.ts';

/**
 * Finds the places, in order, of those among `patterns` that may match the same words as a pattern (`meet`). Only patterns with
 * a `*` are compared one by one: a study may name ten thousand topics, and each with each would be fifty million.
 */
export function meetingPlaces(patterns: readonly string[]): (pattern: string) => readonly number[] {
  const byText = new Map<string, number[]>();
  patterns.forEach((pattern, place) => {
    const text = pattern.toLowerCase();
    const places = byText.get(text);
    if (places === undefined) byText.set(text, [place]);
    else places.push(place);
  });
  const all = patterns.map((_, place) => place);
  const open = all.filter((place) => isOpen(patterns[place]!));
  return (pattern) => {
    if (isOpen(pattern)) return all.filter((place) => meet(pattern, patterns[place]!));
    const equal = (byText.get(pattern.toLowerCase()) ?? []).filter((place) => !isOpen(patterns[place]!));
    return [...equal, ...open.filter((place) => meet(pattern, patterns[place]!))].sort((a, b) => a - b);
  };
}

function isOpen(pattern: string): boolean {
  return pattern.includes('*');
}
