import type { KeyTerm, TermCourse } from '../../model.ts';
import { sharesByPeriod } from './contrast.ts';
import type { Design } from './design.ts';
import { noAmounts, type Amounts } from './measure.ts';
import type { TermIndex } from './term-index.ts';

/** So many of the words that mark a group are followed over time, the most certain first. */
const MOST_A_SIDE = 10;
const LEVEL = 0.05;

/**
 * The main words of either group over time: of a group's articles with words in a period (beside a node: with the node), the share that
 * holds the word, with the interval of every other share. A period in which a group has fewer articles than the study's minimum has none. `terms`
 * are in the order of their strength; those that mark no group are not followed.
 */
export function coursesOf(index: TermIndex, terms: readonly KeyTerm[], design: Design): readonly TermCourse[] {
  const places = new Map(index.terms.map((term, place) => [term, place]));
  const marking = terms.filter(({ lrc, q }) => lrc !== 0 && q < LEVEL);
  return design.groups.flatMap(({ id }) =>
    marking
      .filter(({ marks }) => marks === id)
      .slice(0, MOST_A_SIDE)
      .map(({ term, marks }) => ({
        term,
        marks,
        periods: sharesByPeriod(holders(index, places.get(term)!), design).filter(
          ({ articles }) => articles >= design.minimum.articles,
        ),
      })),
  );
}

/** Of each document with words 1 of 1 where it holds the term, else 0 of 1. */
function holders({ sizes, starts, documents }: TermIndex, place: number): Amounts {
  const amounts = noAmounts(sizes.length);
  sizes.forEach((size, document) => (amounts.denominator[document] = Number(size > 0)));
  for (let at = starts[place]!; at < starts[place + 1]!; at++) amounts.numerator[documents[at]!] = 1;
  return amounts;
}
