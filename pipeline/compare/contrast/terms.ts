import type { Voice } from '../../model.ts';
import type { TermCounts, Terms } from './term-index.ts';
import { speaks, type Unit } from './units.ts';

/** Tells of a token of a unit whether its words are counted. */
export type Counts = (unit: number, token: number) => boolean;

/** The forms of all units, numbered in the order in which they first come. */
export interface Vocabulary {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly forms: readonly string[];
  /** For each form 1 where it counts as a word of a list. */
  readonly isTerm: Uint8Array;
  /** For each unit the numbers of its own forms. */
  readonly numbers: readonly Uint32Array[];
}

/** Numbers the forms of units, so that no list of words need be kept for each of them. */
export function vocabularyOf(units: readonly Unit[]): Vocabulary {
  const numberOf = new Map<string, number>();
  const numbers = units.map(({ article }) =>
    Uint32Array.from(article.tokens.forms, (form) => {
      const number = numberOf.get(form) ?? numberOf.size;
      numberOf.set(form, number);
      return number;
    }),
  );
  const forms = [...numberOf.keys()];
  return { numberOf, forms, isTerm: Uint8Array.from(forms, (form) => Number(isTerm(form))), numbers };
}

/**
 * The words and two-word phrases of each unit in the voice that counts, in lower case, templates and copies apart. A word holds
 * a letter; a phrase is two words in a row of one sentence and voice, neither a function word. A word's number is its form's;
 * phrases are numbered from there on, by both words.
 */
export function termsOf(units: readonly Unit[], vocabulary: Vocabulary, voice: Voice | 'all', counted: Counts): Terms {
  const { forms } = vocabulary;
  return {
    documents: units.map((unit, i) => termsIn(unit, i, vocabulary, voice, counted)),
    nameOf: (term) => {
      if (term < forms.length) return forms[term]!;
      return `${forms[Math.floor(term / forms.length) - 1]!} ${forms[term % forms.length]!}`;
    },
  };
}

function termsIn(
  unit: Unit,
  i: number,
  { forms, isTerm: terms, numbers }: Vocabulary,
  voice: Voice | 'all',
  counted: Counts,
): TermCounts {
  const { form, content, sentence, length } = unit.article.tokens;
  const own = numbers[i]!;
  const found: number[] = [];
  let [size, before] = [0, -1];
  for (let token = 0; token < length; token++) {
    const number = own[form[token]!]!;
    if (terms[number] === 0 || !speaks(unit, token, voice) || !counted(i, token)) continue;
    size++;
    found.push(number);
    const joined = before === token - 1 && sentence[before] === sentence[token];
    if (joined && content[before] === 1 && content[token] === 1)
      found.push((own[form[before]!]! + 1) * forms.length + number);
    before = token;
  }
  return countsOf(found, size);
}

/** How often each of `terms` comes, in a document of so many words. */
export function countsOf(terms: readonly number[], size: number): TermCounts {
  const sorted = Float64Array.from(terms).sort();
  const ends = [...sorted.keys()].filter((at) => sorted[at] !== sorted[at + 1]);
  return {
    terms: Float64Array.from(ends, (at) => sorted[at]!),
    counts: Uint32Array.from(ends, (at, i) => at - (ends[i - 1] ?? -1)),
    size,
  };
}

/** Whether a token counts as a word of a list: it begins with a letter and has a second ("'s", "s" and "2022" do not). */
export function isTerm(norm: string): boolean {
  return /^\p{L}.*\p{L}/u.test(norm);
}
