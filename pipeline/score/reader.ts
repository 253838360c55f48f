import type {
  AttributedArticle,
  Commitment,
  Cue,
  Engagement,
  Lexicons,
  Modality,
  Registry,
  SpeechAct,
  Term,
  Tokens,
  Topic,
} from '../model.ts';
import type { Run } from '../text/runs.ts';
import { openings, termMatcher, type Openings } from '../text/terms.ts';
import type { Titles } from './article-names.ts';
import { deedWords, type DeedWords } from './deeds/words.ts';
import type { Name } from './grammar.ts';
import { namesOf } from './named.ts';
import { negationFinder, type Negations } from './negation.ts';

type Finder<T> = ReturnType<typeof termMatcher<T>>;

/** An article's tokens with what registry, study and lexicons say of them. */
export interface Reader {
  readonly tokens: Tokens;
  /** Everyone and everything that is named, in the order of the text. */
  readonly named: readonly Name[];
  /** The same with the pronouns and descriptions that stand for a name, in the order of the text. */
  readonly names: readonly Name[];
  /** Every token that is part of a name. */
  readonly inName: ReadonlySet<number>;
  readonly negations: Negations;
  readonly lexicon: Lexicon;
}

/**
 * How words judge what is no actor: a topic by itself (`right`, `wrong`; every evaluation is one of these, too), or as the
 * speaker's own stand.
 */
export type Judgement = 'right' | 'wrong' | 'for' | 'against' | 'want' | 'ill';

/** What a word does to a clause: it denies it, or what follows; it ends what is denied; it only looks like a denial. */
export type Denier = 'negator' | 'denier' | 'end' | 'none';

/** How a verb answers another's words: it sides with a speaker or not, takes or rejects a claim; or the noun for a claim. */
export type Answer = 'agrees' | 'disagrees' | 'accepts' | 'rejects' | 'claim';

/** What the words of a speech act are: its verb, or what makes an act of a clause without such a verb. */
export type Act = Exclude<SpeechAct, 'assert'> | 'duty' | 'reprisal' | 'none';

/** The lexicons of a run, ready to be looked up. `none` marks what looks like a term and is none. */
interface Lexicon {
  readonly cues: ReadonlyMap<string, Cue>;
  readonly evaluation: Finder<1 | -1>;
  readonly irony: Finder<true>;
  readonly judgement: Finder<Judgement>;
  readonly modality: Finder<Modality>;
  readonly degrees: Finder<Exclude<Commitment, 'certain'> | 'none'>;
  readonly engagement: Finder<Engagement | 'none'>;
  readonly deniers: Finder<Denier>;
  readonly acts: Finder<Act>;
  readonly graduation: Finder<'up' | 'down' | 'none'>;
  readonly alignment: Finder<Answer>;
  readonly titles: Titles;
  readonly deeds: DeedWords;
  readonly negations: (tokens: Tokens) => Negations;
}

/** Looks up the whole article once, for all its statements. */
export function readArticle(
  article: AttributedArticle,
  registry: Registry,
  lexicons: Lexicons,
  topics: readonly Topic[],
): Reader {
  const { tokens } = article;
  const lexicon = lexiconOf(lexicons);
  return {
    tokens,
    ...namesOf(article, registry, topics, lexicon.titles),
    negations: lexicon.negations(tokens),
    lexicon,
  };
}

/** The names that stand wholly within a run of tokens. Takes O(log n) and what it finds. */
export function namesIn(names: readonly Name[], [from, to]: Run): readonly Name[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (names[mid]!.first < from) low = mid + 1;
    else high = mid;
  }
  const found: Name[] = [];
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

function build(lexicons: Lexicons): Lexicon {
  const { cues, evaluation, roles, negation } = lexicons;
  const opening = openings();
  const finderOf = finders(opening);
  return {
    cues: new Map(cues.map((cue) => [cue.lemma, cue])),
    evaluation: finderOf(evaluation, { positive: 1, negative: -1 }),
    irony: finderOf(evaluation, { irony: true }),
    judgement: finderOf(evaluation, { ...JUDGEMENTS, positive: 'right', negative: 'wrong' }),
    modality: finderOf(lexicons.modality, same('epistemic', 'deontic', 'dynamic', 'volitional')),
    degrees: finderOf(lexicons.commitment, same('probable', 'possible', 'hypothetical', 'none')),
    engagement: finderOf(
      lexicons.engagement,
      same('assert', 'counter', 'concede', 'entertain', 'attribute', 'endorse', 'none'),
    ),
    deniers: finderOf(lexicons.denial, same('negator', 'denier', 'end', 'none')),
    acts: finderOf(
      lexicons.acts,
      same('accuse', 'praise', 'demand', 'threaten', 'promise', 'apologise', 'duty', 'reprisal', 'none'),
    ),
    graduation: finderOf(lexicons.graduation, same('up', 'down', 'none')),
    alignment: finderOf(lexicons.alignment, same('agrees', 'disagrees', 'accepts', 'rejects', 'claim')),
    titles: finderOf([...roles, ...HONORIFICS], { person: 'person' }),
    deeds: deedWords(lexicons.deeds, lexicons.harm),
    negations: negationFinder(negation, opening),
  };
}

const JUDGEMENTS = same('right', 'wrong', 'for', 'against', 'want', 'ill');

/** Titles of courtesy, which no list of offices has. */
const HONORIFICS: readonly Term[] = ['mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'dr', 'dr.'].map((term) => ({
  term,
  value: 'person',
}));

/** Makes finders that share one look at each token: of the terms whose value is a key of `meanings`, each with what its value means. */
function finders(opening: Openings) {
  return <T>(list: readonly Term[], meanings: Readonly<Record<string, T>>): Finder<T> => {
    const known = list.filter(({ value }) => Object.hasOwn(meanings, value));
    const terms = known.map(({ term, value }) => ({ term, value: meanings[value] as T }));
    return termMatcher(terms, opening);
  };
}

/** A table in which each value means itself. */
function same<V extends string>(...values: readonly V[]): Readonly<Record<string, V>> {
  return Object.fromEntries(values.map((value) => [value, value]));
}
