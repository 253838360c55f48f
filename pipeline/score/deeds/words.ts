import type { Term, Tokens } from '../../model.ts';
import { termMatcher, type TermMatch } from '../../text/terms.ts';

/** What a deed is to those who do it and those who are meant by it; see `seeds/lexicons/deeds.yaml`. */
export type DeedKind = 'harm' | 'ill' | 'help' | 'give' | 'curb' | 'yield';

/**
 * How a deed ties a target to the speaker: it does wrong; the speaker strikes it; the speaker helps it or wants it helped; it helps the
 * speaker; the speaker restrains it or wants it restrained; it is to yield; it is called guilty.
 */
export type DeedTie = 'wrongdoer' | 'struck' | 'helped' | 'helper' | 'curbed' | 'called on' | 'culprit';

/** Nouns for deeds, and predicates, that name whom they are for or against. */
export type DeedNoun = 'help' | 'curb' | 'wrong' | 'guilt' | 'wish';

/** The lexicons of deeds and of harm, ready to be looked up. */
export interface DeedWords {
  /** Terms of verbs, as the reader of harm takes them. */
  readonly verbs: readonly Term[];
  readonly harms: readonly Term[];
  readonly kinds: ReadonlyMap<string, DeedKind>;
  readonly nouns: (tokens: Tokens, from: number, to: number) => readonly TermMatch<DeedNoun>[];
  /** Terms that name a whole war, so that they date other things. */
  readonly settings: ReadonlySet<string>;
  /** Terms of harm that are moves of war and accuse nobody. */
  readonly moves: ReadonlySet<string>;
  /** Lemmas of nouns for whoever acts for a state or body. */
  readonly actors: ReadonlySet<string>;
  /** Lemmas of what armies hit as such. */
  readonly army: ReadonlySet<string>;
}

/** Puts both lexicons in order. */
export function deedWords(deeds: readonly Term[], harms: readonly Term[]): DeedWords {
  const of = (list: readonly Term[], ...values: readonly string[]): readonly string[] =>
    list.filter(({ value }) => values.includes(value)).map(({ term }) => term);
  const verbs = deeds.filter(({ value }) => isVerb(value) || value === 'none');
  return {
    verbs: verbs.map(({ term, value }) => ({ term, value: value === 'none' ? value : 'verb' })),
    harms,
    kinds: new Map(deeds.flatMap(({ term, value }) => (isVerb(value) ? [[term, value]] : []))),
    nouns: termMatcher(
      deeds.flatMap(({ term, value }) => {
        const noun = NOUNS[value];
        return noun === undefined ? [] : [{ term, value: noun }];
      }),
    ),
    settings: new Set(of(deeds, 'setting')),
    moves: new Set(of(deeds, 'war')),
    actors: new Set([...of(deeds, 'actor', 'army'), ...of(harms, 'force', 'weapon'), ...actsOf(harms)]),
    army: new Set([...of(deeds, 'army'), ...of(harms, 'force')]),
  };
}

function actsOf(harms: readonly Term[]): readonly string[] {
  return harms.filter(({ value }) => value.endsWith('noun')).map(({ term }) => term);
}

const VERBS = ['ill', 'help', 'give', 'curb', 'yield'] as const;

function isVerb(value: string): value is (typeof VERBS)[number] {
  return (VERBS as readonly string[]).includes(value);
}

/** Verbs of help and restraint are nouns, too ("support for"); what armies have is help where it is for someone. */
const NOUNS: Readonly<Record<string, DeedNoun | undefined>> = {
  help: 'help',
  'help noun': 'help',
  army: 'help',
  curb: 'curb',
  'curb noun': 'curb',
  'ill noun': 'wrong',
  guilt: 'guilt',
  wish: 'wish',
};
