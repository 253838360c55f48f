import { type Cell, plain } from './view-parts.ts';

/** A term of the glossary. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly text: string;
  /** How a text may write it; a star stands for an ending. */
  readonly forms: readonly string[];
}

/** Where a term is looked for: the glossary, and names from the data, within which none is. */
export interface Terms {
  readonly terms: readonly Term[];
  readonly names: readonly string[];
}

/** `text` in pieces, of which the first use of each term leads to its entry; of two that overlap the longer one is a use. */
export function termsIn(text: string, { terms, names }: Terms): readonly Cell[] {
  const kept = names.flatMap((name) => placesOf(text, new RegExp(escaped(name), 'gu')));
  const uses = terms
    .flatMap(({ id, forms }) => placesOf(text, formsPattern(forms)).map((place) => ({ ...place, id })))
    .filter(({ start, end }) => kept.every((name) => end <= name.start || name.end <= start))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Cell[] = [];
  const seen = new Set<string>();
  let [at, covered] = [0, 0];
  for (const { id, start, end } of uses) {
    if (start < covered) continue;
    covered = end;
    if (seen.has(id)) continue;
    seen.add(id);
    pieces.push(plain(text.slice(at, start)), plain(text.slice(start, end), `#${id}`));
    at = end;
  }
  return [...pieces, plain(text.slice(at))].filter((piece) => piece.text !== '');
}

/** Those of `names` that hold a term: only they can be taken for one. */
export function namesWithTerms(names: readonly string[], terms: readonly Term[]): readonly string[] {
  const patterns = terms.map(({ forms }) => formsPattern(forms));
  return [...new Set(names)].filter((name) => patterns.some((pattern) => name.search(pattern) >= 0));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placesOf(text: string, pattern: RegExp): readonly Place[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Whole words, no part of an address or a hyphened word; a star stands for an ending of three letters at most. */
function formsPattern(forms: readonly string[]): RegExp {
  const any = forms.map((form) => escaped(form).replaceAll('\\*', '\\p{L}{0,3}')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${any})(?![\\p{L}\\p{N}/-]|\\.\\p{L})`, 'giu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
