import type { Term, Tokens } from '../model.ts';
import { termMatcher, type Openings } from '../text/terms.ts';

/** Where negations stand, by token. */
export interface Negations {
  /** The last token of each negation. */
  readonly ends: ReadonlySet<number>;
  /** Every token of a negation. */
  readonly tokens: ReadonlySet<number>;
}

/** What looks like a negation and is none. */
const FALSE_FRIENDS = [
  'not only',
  'not just',
  'not merely',
  'not simply',
  'not to mention',
  'nothing but',
  'no doubt',
  'without doubt',
  'without a doubt',
];

/** Over how many tokens a negation reaches: "never really a friend". */
const REACH = 3;

/** Builds the finder of negations by a lexicon; the longest match wins, so "not only" is none. */
export function negationFinder(lexicon: readonly Term[], opening: Openings): (tokens: Tokens) => Negations {
  const terms = [
    ...lexicon.map(({ term }) => ({ term, value: true })),
    ...FALSE_FRIENDS.map((term) => ({ term, value: false })),
  ];
  const find = termMatcher(terms, opening);
  return (tokens) => {
    const [ends, members] = [new Set<number>(), new Set<number>()];
    for (const { first, end, value } of find(tokens)) {
      if (!value) continue;
      ends.add(end - 1);
      for (let i = first; i < end; i++) members.add(i);
    }
    return { ends, tokens: members };
  };
}

/**
 * Whether the words before token `at` turn it round: an odd number of negations ends within three tokens before it, in
 * the same sentence, with neither punctuation nor "but" between and not before token `from`.
 */
export function isNegated(tokens: Tokens, negations: Negations, at: number, from: number): boolean {
  let turns = 0;
  for (let i = at - 1; i >= from && i >= at - REACH && !isBarrier(tokens, i, at); i--) {
    if (negations.ends.has(i)) turns++;
  }
  return turns % 2 === 1;
}

const TRANSPARENT = /^["'“”‘’«»-]$/u;

function isBarrier({ norms, pos, sentence }: Tokens, i: number, at: number): boolean {
  if (sentence[i] !== sentence[at] || norms[i] === 'but') return true;
  return pos[i] === 'PUNCT' && !TRANSPARENT.test(norms[i]!);
}
