import type { Name, Specification } from '../../model.ts';
import { even, lower } from '../../text/phrases.ts';
import type { Unit } from './units.ts';
import { usesOf, type Use } from './uses.ts';

/** The uses of a list of names, found in one of the ways that a reader might have chosen. */
export interface Variant extends Pick<Specification, 'letterCase' | 'tokens'> {
  readonly uses: readonly (readonly Use[])[];
}

/** The same names with case as written or ignored, as whole words or wherever their letters stand. */
export function variantsOf(names: readonly Name[], units: readonly Unit[]): readonly Variant[] {
  const folded = names.map(({ name, patterns }) => ({
    name,
    patterns: patterns.map((pattern) => pattern.toLowerCase()),
  }));
  return [
    { letterCase: 'as written', tokens: 'words', uses: usesOf(names, units) },
    { letterCase: 'ignored', tokens: 'words', uses: usesOf(folded, units) },
    { letterCase: 'as written', tokens: 'parts of words', uses: units.map((unit) => partsIn(unit, names)) },
    { letterCase: 'ignored', tokens: 'parts of words', uses: units.map((unit) => partsIn(unit, folded)) },
  ];
}

/** Where the letters of any pattern stand, from left to right, the longest first, none over another. */
function partsIn({ article }: Unit, names: readonly Name[]): readonly Use[] {
  const written = even(article.text);
  const small = lower(written);
  const stems = names
    .flatMap(({ name, patterns }) => patterns.map((pattern) => ({ name, stem: even(pattern.replace(/\*$/u, '')) })))
    .sort((a, b) => b.stem.length - a.stem.length);
  const found = stems
    .flatMap(({ name, stem }) =>
      placesOf(/\p{Lu}/u.test(stem) ? written : small, stem).map((at) => ({ name, at, end: at + stem.length })),
    )
    .sort((a, b) => a.at - b.at || b.end - a.end);
  const { starts, length } = article.tokens;
  const uses: Use[] = [];
  let [end, token] = [0, 0];
  for (const { name, at, end: stop } of found) {
    if (at < end) continue;
    end = stop;
    while (token + 1 < length && starts[token + 1]! <= at) token++;
    uses.push({ name, token });
  }
  return uses;
}

function placesOf(text: string, stem: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length)) places.push(at);
  return places;
}
