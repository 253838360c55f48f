import type { Commitment, Cue, Lexicons, Modality, Registry, TokenisedArticle, Tokens } from '../model.ts';
import { nameFinder, type Mention } from '../text/names.ts';
import type { Match } from '../text/phrases.ts';
import type { Run } from '../text/runs.ts';
import { termMatcher } from '../text/terms.ts';
import { DEGREES } from './degrees.ts';
import { negationFinder, type Negations } from './negation.ts';

type Finder<T> = ReturnType<typeof termMatcher<T>>;

/** An article's tokens with what registry and lexicons say of them. */
export interface Reader {
  readonly tokens: Tokens;
  /** In the order of the text. */
  readonly names: readonly Match<Mention>[];
  /** Every token that is part of a name. */
  readonly inName: ReadonlySet<number>;
  readonly negations: Negations;
  readonly lexicon: Lexicon;
}

/** The lexicons of a run, ready to be looked up. */
interface Lexicon {
  readonly cues: ReadonlyMap<string, Cue>;
  readonly evaluation: Finder<1 | -1>;
  readonly irony: Finder<true>;
  readonly modality: Finder<Modality>;
  readonly degrees: Finder<Exclude<Commitment, 'certain'>>;
  readonly negations: (tokens: Tokens) => Negations;
}

/** Looks up the whole article once, for all its statements. */
export function readArticle(article: TokenisedArticle, registry: Registry, lexicons: Lexicons): Reader {
  const { text, tokens } = article;
  const lexicon = lexiconOf(lexicons);
  const names = nameFinder(registry)(text, tokens);
  const inName = new Set(names.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)));
  return { tokens, names, inName, negations: lexicon.negations(tokens), lexicon };
}

/** The names that stand wholly within a run of tokens. Takes O(log n) and what it finds. */
export function namesIn(names: readonly Match<Mention>[], [from, to]: Run): readonly Match<Mention>[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (names[mid]!.first < from) low = mid + 1;
    else high = mid;
  }
  const found: Match<Mention>[] = [];
  for (let i = low; i < names.length && names[i]!.end <= to; i++) found.push(names[i]!);
  return found;
}

/** One build for each set of lexicons, however many articles are read with it. */
const built = new WeakMap<Lexicons, Lexicon>();

function lexiconOf(lexicons: Lexicons): Lexicon {
  const known = built.get(lexicons) ?? build(lexicons);
  built.set(lexicons, known);
  return known;
}

function build({ cues, evaluation, modality, negation }: Lexicons): Lexicon {
  const marks = evaluation.filter(({ value }) => value === 'irony');
  const terms = evaluation.filter(({ value }) => value !== 'irony');
  return {
    cues: new Map(cues.map((cue) => [cue.lemma, cue])),
    evaluation: termMatcher(terms.map(({ term, value }) => ({ term, value: value === 'positive' ? 1 : -1 }))),
    irony: termMatcher(marks.map(({ term }) => ({ term, value: true }))),
    modality: termMatcher(modality.map(({ term, value }) => ({ term, value: value as Modality }))),
    degrees: termMatcher(
      Object.entries(DEGREES).flatMap(([degree, list]) =>
        list.map((term) => ({ term, value: degree as keyof typeof DEGREES })),
      ),
    ),
    negations: negationFinder(negation),
  };
}
