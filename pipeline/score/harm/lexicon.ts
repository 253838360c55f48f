import type { Term, Tokens } from '../../model.ts';
import { pluralOf, verbForms, type Inflection } from './inflections.ts';

/** A term of the lexicon as it stands in a text: as a verb in one of its forms, as a noun, as both, or as what is no act. */
export interface Act {
  readonly term: string;
  /** Words of the form, as the tokeniser cuts them. */
  readonly words: readonly string[];
  readonly verb: Inflection | null;
  readonly noun: boolean;
  readonly doubtful: boolean;
}

/** An act found, as tokens [first, end). */
export interface Found extends Act {
  readonly first: number;
  readonly end: number;
}

/** The lexicon of harm, ready to be looked up. */
export interface HarmWords {
  /** Acts by the first word of their form, longer ones first. */
  readonly acts: ReadonlyMap<string, readonly Act[]>;
  readonly weapons: ReadonlySet<string>;
  readonly forces: ReadonlySet<string>;
  /** Whatever can be hit, in lemmas: bodies, weapons, forces and acts themselves ("targets"). */
  readonly concrete: ReadonlySet<string>;
  readonly abstract: ReadonlySet<string>;
}

/** The lexicon, built once for each list, however many articles are read with it. */
export function harmWords(list: readonly Term[]): HarmWords {
  const known = built.get(list) ?? build(list);
  built.set(list, known);
  return known;
}

const built = new WeakMap<readonly Term[], HarmWords>();

/** The acts that a text names, the longest at each place; what looks like one and is none is passed over whole. */
export function actsIn({ acts }: HarmWords, { norms, length }: Tokens): readonly Found[] {
  const found: Found[] = [];
  for (let i = 0; i < length; i++) {
    const act = acts.get(norms[i]!)?.find(({ words }) => words.every((word, k) => norms[i + k] === word));
    if (act === undefined) continue;
    const end = i + act.words.length;
    if (act.verb !== null || act.noun) found.push({ ...act, first: i, end });
    i = end - 1;
  }
  return found;
}

function build(list: readonly Term[]): HarmWords {
  const acts = new Map<string, Act[]>();
  for (const act of list.flatMap(actsOf)) {
    const same = acts.get(act.words[0]!) ?? [];
    acts.set(act.words[0]!, same);
    const twin = same.findIndex(({ words }) => words.join(' ') === act.words.join(' '));
    if (twin === -1) same.push(act);
    else same[twin] = joined(same[twin]!, act);
  }
  for (const same of acts.values()) same.sort((a, b) => b.words.length - a.words.length);
  const of = (...values: readonly string[]): readonly string[] =>
    list.filter(({ value }) => values.includes(value)).map(({ term }) => term);
  const deeds = list.filter(({ value }) => isAct(value)).map(({ term }) => term);
  return {
    acts,
    weapons: new Set([...of('weapon'), ...deeds]),
    forces: new Set(of('force')),
    concrete: new Set([...of('body', 'weapon', 'force'), ...deeds]),
    abstract: new Set(of('abstract')),
  };
}

/** "shelling" is a form of “shell” and a noun of its own. */
function joined(a: Act, b: Act): Act {
  return { ...a, verb: a.verb ?? b.verb, noun: a.noun || b.noun, doubtful: a.doubtful && b.doubtful };
}

function isAct(value: string): boolean {
  return value.endsWith('verb') || value.endsWith('noun');
}

function actsOf({ term, value }: Term): readonly Act[] {
  const doubtful = value.startsWith('doubtful');
  if (!isAct(value)) return value === 'none' ? idioms(term) : [];
  const act = (form: string, verb: Inflection | null, noun: boolean): Act => {
    return { term, words: wordsOf(form), verb, noun, doubtful };
  };
  return [
    ...(value.includes('verb') ? verbForms(term).map(([form, inflection]) => act(form, inflection, false)) : []),
    ...(value.endsWith('noun') ? [act(term, null, true), act(pluralOf(term), null, true)] : []),
  ];
}

/** An idiom in whatever form: of its first word as a verb, of its last as a noun. */
function idioms(term: string): readonly Act[] {
  const forms = new Set([term, pluralOf(term), ...verbForms(term).map(([form]) => form)]);
  return [...forms].map((form) => ({ term, words: wordsOf(form), verb: null, noun: false, doubtful: false }));
}

/** Hyphens stand alone in a text. */
function wordsOf(form: string): readonly string[] {
  return form.replaceAll('-', ' - ').split(' ');
}
