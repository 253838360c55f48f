import type { Result } from '../model.ts';
import type { Words } from './words/english.ts';

/** How to cite a report, in the forms that people and their programs read. */
export interface Citation {
  readonly sentence: string;
  /** One BibTeX entry. */
  readonly bibtex: string;
  /** A list of one item of CSL-JSON (schema csl-data 1.0), two blanks an indentation. */
  readonly csl: string;
}

/** The citation of the report on `result`: the same words in each form. A study without authors or date has neither in any. */
export function citationOf({ study, provenance }: Pick<Result, 'study' | 'provenance'>, words: Words): Citation {
  const { authors, title } = study;
  const { date, parallax, run } = provenance;
  const source: Source = { authors, title, date, run, note: words.again.citeNote(parallax, run) };
  const sentence = words.again.cite(authors, yearOf(date), title, parallax, run);
  return { sentence, bibtex: bibtex(source), csl: csl(source) };
}

interface Source {
  readonly authors: readonly string[];
  readonly title: string;
  /** ISO date or `null`. */
  readonly date: string | null;
  readonly run: string;
  readonly note: string;
}

function bibtex({ authors, title, date, run, note }: Source): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', authors.length === 0 ? null : authors.map(plainTex).join(' and ')],
    ['title', `{${plainTex(title)}}`],
    ['year', yearOf(date)],
    ['note', plainTex(note)],
  ];
  const lines = fields.flatMap(([key, value]) => (value === null ? [] : [`  ${key} = {${value}}`]));
  return `@misc{parallax-${run},\n${lines.join(',\n')}\n}`;
}

/** Which part of an author's name is the family's is not known: names are literal. */
function csl({ authors, title, date, run, note }: Source): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date ?? '')?.slice(1) ?? [];
  const item = {
    id: `parallax-${run}`,
    type: 'report',
    title,
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    ...(day.length === 0 ? {} : { issued: { 'date-parts': [day.map(Number)] } }),
    note,
  };
  return JSON.stringify([item], null, 2);
}

/** `text` with what means something to TeX written so that it means itself. */
function plainTex(text: string): string {
  const spelled: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\{}%&$#_~^]/gu, (character) => spelled[character] ?? `\\${character}`);
}

function yearOf(date: string | null): string | null {
  return date === null ? null : (/^\d{4}/u.exec(date)?.[0] ?? null);
}
