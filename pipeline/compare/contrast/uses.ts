import type { Name } from '../../model.ts';
import { surfaceMatcher, type Match } from '../../text/phrases.ts';
import { noAmounts, type Amounts } from './measure.ts';
import type { Repeats } from './repeats.ts';
import type { Unit } from './units.ts';

/** One use of a name: which, and at which token it begins. */
export interface Use {
  readonly name: string;
  readonly token: number;
}

/** The uses of each name in each unit, in the order of the text; within one list the longest name wins. */
export function usesOf(names: readonly Name[], units: readonly Unit[]): readonly (readonly Use[])[] {
  const find = surfaceMatcher(
    names.flatMap(({ name, patterns }) => patterns.map((pattern) => ({ pattern, value: name }))),
  );
  return units.map(({ article }) => placed(find(article.text, article.tokens)));
}

/** Matches as uses. */
export function placed(matches: readonly Match<string>[]): readonly Use[] {
  return matches.map(({ value, first }) => ({ name: value, token: first }));
}

/** Tells of the use at a token of a unit whether it is one. */
export type Test = (unit: number, token: number, name: string) => boolean;

/** Per unit, the uses that `counted` lets in and those of them that `hit` holds for. */
export function tally(uses: readonly (readonly Use[])[], counted: Test, hit: Test): Amounts {
  const amounts = noAmounts(uses.length);
  uses.forEach((found, unit) => {
    for (const { name, token } of found) {
      if (!counted(unit, token, name)) continue;
      amounts.denominator[unit]!++;
      if (hit(unit, token, name)) amounts.numerator[unit]!++;
    }
  });
  return amounts;
}

/** Per unit 1 of 1 if any use is counted, else 0 of 1. */
export function present(uses: readonly (readonly Use[])[], counted: Test): Amounts {
  const amounts = noAmounts(uses.length);
  uses.forEach((found, unit) => {
    amounts.denominator[unit] = 1;
    amounts.numerator[unit] = Number(found.some(({ name, token }) => counted(unit, token, name)));
  });
  return amounts;
}

/** Whether a token stands in no template and its article is no copy. */
export function original({ templated, copied }: Repeats): (unit: number, token: number) => boolean {
  return (unit, token) => copied[unit] === 0 && templated[unit]![token] === 0;
}
