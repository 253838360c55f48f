import { hasWords } from '../text/word.ts';
import { isNoOnesWords } from './no-words.ts';
import type { Quotation, Span, TokenisedArticle } from '../model.ts';

/** One token outside quotations, or one whole outermost quotation that reads as speech. Tokens are [first, end). */
export interface Unit {
  readonly first: number;
  readonly end: number;
  readonly quotation: Quotation | null;
}

/** A sentence of the text around quotations: what a reporter writes, with each quotation folded into one unit. */
export type Line = readonly Unit[];

/**
 * The lines of an article, in order, none across paragraphs. Folding a quotation first keeps its inner sentence ends
 * from cutting "“A. B,” she said" (the trick of parsing around quotations: Muzny et al. 2017). Quotations of up to three
 * words that nothing introduces ("so-called ‘experts’") stay words.
 */
export function linesOf(article: TokenisedArticle): readonly Line[] {
  const lines: Unit[][] = [];
  let line: Unit[] = [];
  for (const unit of unitsOf(article)) {
    const previous = line.at(-1);
    if (previous === undefined || startsLine(article, previous, unit)) {
      line = [];
      lines.push(line);
    }
    line.push(unit);
  }
  return lines;
}

function unitsOf(article: TokenisedArticle): readonly Unit[] {
  const { tokens } = article;
  const outermost = article.quotations.filter(({ depth }) => depth === 1);
  const units: Unit[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length;) {
    while (next < outermost.length && outermost[next]!.span[1] <= tokens.starts[i]!) next++;
    const quotation = outermost[next];
    if (quotation !== undefined && quotation.span[0] === tokens.starts[i] && isSpeech(article, quotation, i)) {
      const end = tokenAt(article, i, quotation.span[1]);
      units.push({ first: i, end, quotation });
      i = end;
    } else units.push({ first: i, end: ++i, quotation: null });
  }
  return units;
}

function tokenAt(article: TokenisedArticle, from: number, offset: number): number {
  let i = from + 1;
  while (i < article.tokens.length && article.tokens.starts[i]! < offset) i++;
  return i;
}

const FEWEST_WORDS = 4;

/** Long enough, punctuated as speech is, introduced as speech is, or going on from the paragraph before. */
function isSpeech(article: TokenisedArticle, quotation: Quotation, first: number): boolean {
  const inner = article.text.slice(...quotation.inner).trim();
  const before = first === 0 ? '' : article.tokens.norms[first - 1]!;
  if (!quotation.continues && isNoOnesWords(article, first)) return false;
  return hasWords(inner, FEWEST_WORDS) || /[,.!?…]$/u.test(inner) || before === ':' || quotation.continues;
}

function startsLine(article: TokenisedArticle, previous: Unit, unit: Unit): boolean {
  const { tokens } = article;
  if (tokens.paragraph[previous.first] !== tokens.paragraph[unit.first]) return true;
  if (previous.quotation !== null) return !goesOnAfter(article, previous.quotation, unit);
  const starts = tokens.sentence[previous.end - 1] !== tokens.sentence[unit.first];
  return unit.quotation === null ? starts : /^[.!?…]+$/u.test(tokens.norms[previous.end - 1]!);
}

/** "“Why?” she asked", "“No,” she said": the reporter's sentence runs on after the closing mark. */
function goesOnAfter(article: TokenisedArticle, quotation: Quotation, unit: Unit): boolean {
  const inner = article.text.slice(...quotation.inner).trim();
  const next = article.text.charAt(article.tokens.starts[unit.first]!);
  return !/[.!?…]$/u.test(inner) || /\p{Ll}|[,;]/u.test(next) || (/[!?…]$/u.test(inner) && unit.quotation === null);
}

/** The text from the first to the last of units [from, to). */
export function spanOf(article: TokenisedArticle, line: Line, from: number, to: number): Span {
  return [article.tokens.starts[line[from]!.first]!, article.tokens.ends[line[to - 1]!.end - 1]!];
}
