import type { Document } from 'wink-nlp';
import type { Pos, Span } from '../model.ts';
import { isBlank } from '../text/span.ts';
import { formOf, MARK } from './forms.ts';
import { withoutFalseStarts } from './sentence-starts.ts';
import { its, readAlone } from './wink.ts';

/** One token with its offsets in the whole text. */
export interface Word {
  readonly span: Span;
  readonly pos: Pos;
  readonly lemma: string;
  /** The form in lower case, with plain apostrophes. */
  readonly norm: string;
  readonly startsSentence: boolean;
}

/**
 * Tokens of one paragraph with part of speech and lemma by wink-nlp (Sharma & wink team, version in the run's record).
 * wink-nlp gives no offsets, so each token is found again in the text; where it changed what it read, its neighbours
 * bound it. A token that it glued to a quotation mark is cut.
 */
export function readWords(text: string, paragraph: Span): readonly Word[] {
  const doc = readAlone(withoutLongRuns(text.slice(...paragraph)));
  const tokens = doc.tokens().out();
  const pos = doc.tokens().out(its.pos) as readonly (Pos | undefined)[];
  const lemmas = lemmasOf(doc, tokens, pos);
  const sentences = doc.sentences().out(its.span) as unknown as readonly number[][];
  const starts = new Set(sentences.map(([first]) => first!));
  const words: Word[] = [];
  let startsSentence = true;
  align(text, paragraph, tokens).forEach((placed, i) => {
    if (starts.has(i)) startsSentence = true;
    if (placed === null) return;
    const { span, surface } = placed;
    const { norm, glued } = formOf(surface);
    const whole = { span, pos: pos[i] ?? 'X', lemma: lemmas[i] ?? surface.toLowerCase(), norm, startsSentence };
    if (glued) words.push(...piecesOf(whole, surface));
    else words.push(whole);
    startsSentence = false;
  });
  return withoutFalseStarts(text, words);
}

/**
 * wink-nlp takes cubic time over characters without a blank (8,000 of URLs: 15 s), so that what is longer than any word
 * gets blanks. They move no token: places are looked for in the text itself.
 */
function withoutLongRuns(text: string): string {
  let blank = -1;
  while (blank + LONGEST_RUN + 1 < text.length) {
    let at = blank + LONGEST_RUN + 1;
    while (at > blank && !isBlank(text, at)) at--;
    if (at === blank) return text.replace(/\S{500}(?=\S)/gu, '$& ');
    blank = at;
  }
  return text;
}

/** In UTF-16 units. A blank is looked for backwards from here, so plain text is hardly read at all. */
const LONGEST_RUN = 500;

/**
 * Lemmas in lower case, `undefined` for words of which wink-nlp gives none ("Ive"). A lemma depends on the form and its part
 * of speech alone, so wink-nlp is asked once for each; the parts of a contraction ("let’s") have lemmas by what they stand for.
 */
function lemmasOf(
  doc: Document,
  tokens: readonly string[],
  pos: readonly (Pos | undefined)[],
): readonly (string | undefined)[] {
  const contracted = doc.tokens().out(its.contractionFlag) as readonly boolean[];
  return tokens.map((token, i) => {
    const { lemmas } = formOf(token);
    const known = contracted[i] === true ? undefined : lemmas.get(pos[i]!);
    if (known !== undefined) return known;
    const lemma = (doc.tokens().itemAt(i).out(its.lemma) as string | undefined)?.toLowerCase();
    if (lemma !== undefined && contracted[i] === false) lemmas.set(pos[i]!, lemma);
    return lemma;
  });
}

/** A word with quotation marks glued to it, cut from them; each piece stands for itself. */
function piecesOf({ span: [start], pos, startsSentence }: Word, surface: string): readonly Word[] {
  return Array.from(surface.matchAll(/[“”„‟«»"]|[^“”„‟«»"]+/gu), ({ 0: piece, index }, i) => ({
    span: [start + index, start + index + piece.length],
    pos: MARK.test(piece) ? 'PUNCT' : pos,
    lemma: piece.toLowerCase(),
    norm: formOf(piece).norm,
    startsSentence: startsSentence && i === 0,
  }));
}

/** A token where it stands in the text. */
interface Placed {
  readonly span: Span;
  readonly surface: string;
}

/** Places of the tokens, `null` for one that is all white space. What stands between two found ones belongs to the former. */
function align(text: string, [from, to]: Span, tokens: readonly string[]): readonly (Placed | null)[] {
  const placed: (Placed | null)[] = [];
  let cursor = from;
  for (const token of tokens) {
    cursor = skipBlanks(text, cursor, to);
    const bare = token.trim();
    if (bare === '' || cursor === to) {
      placed.push(null);
      continue;
    }
    const same = text.startsWith(bare, cursor);
    const end = same ? cursor + bare.length : endOfChanged(text, cursor, to, bare.length);
    placed.push({ span: [cursor, end], surface: same ? bare : text.slice(cursor, end) });
    cursor = end;
  }
  return swallowRest(text, to, placed, cursor);
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text, at)) at++;
  return at;
}

/** wink-nlp changed this token: it is taken to run to the next white space, but not past what its length allows. */
function endOfChanged(text: string, from: number, to: number, length: number): number {
  let at = from;
  while (at < to && at - from < length && !isBlank(text, at)) at++;
  return Math.max(at, from + 1);
}

/** Text that no token claimed becomes part of the last one's word or words of its own, so that nothing is lost. */
function swallowRest(text: string, to: number, placed: (Placed | null)[], cursor: number): readonly (Placed | null)[] {
  for (let at = skipBlanks(text, cursor, to); at < to; at = skipBlanks(text, at, to)) {
    let end = at;
    while (end < to && !isBlank(text, end)) end++;
    placed.push({ span: [at, end], surface: text.slice(at, end) });
    at = end;
  }
  return placed;
}
