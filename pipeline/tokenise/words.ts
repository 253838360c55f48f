import type { Pos, Span } from '../model.ts';
import { isBlank } from '../text/span.ts';
import { formOf, MARK } from './forms.ts';
import { withoutFalseStarts } from './sentence-starts.ts';
import { readAlone, type Reading } from './wink.ts';

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
export function readWords(text: string, [from, to]: Span): readonly Word[] {
  const read = readAlone(withoutLongRuns(text.slice(from, to)));
  const words: Word[] = [];
  let startsSentence = true;
  let cursor = from;
  for (let i = 0; i < read.tokens.length; i++) {
    if (read.starts.has(i)) startsSentence = true;
    cursor = skipBlanks(text, cursor, to);
    const bare = read.tokens[i]!.trim();
    if (bare === '' || cursor === to) continue;
    const same = text.startsWith(bare, cursor);
    const end = same ? cursor + bare.length : endOfChanged(text, cursor, to, bare.length);
    const surface = same ? bare : text.slice(cursor, end);
    const lemma = lemmaOf(read, i) ?? surface.toLowerCase();
    push(words, surface, { span: [cursor, end], pos: read.pos[i] ?? 'X', lemma, startsSentence });
    startsSentence = false;
    cursor = end;
  }
  for (const span of runsIn(text, [cursor, to])) {
    const surface = text.slice(...span);
    push(words, surface, { span, pos: 'X', lemma: surface.toLowerCase(), startsSentence });
    startsSentence = false;
  }
  return withoutFalseStarts(text, words);
}

function push(words: Word[], surface: string, word: Omit<Word, 'norm'>): void {
  const { norm, glued } = formOf(surface);
  const { span, pos, lemma, startsSentence } = word;
  if (glued) words.push(...piecesOf(word, surface));
  else words.push({ span, pos, lemma, norm, startsSentence });
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
 * A lemma in lower case, `undefined` for words of which wink-nlp gives none ("Ive"). It depends on the form and its part of
 * speech alone, so wink-nlp is asked once for each; the parts of a contraction ("let’s") have lemmas by what they stand for.
 */
function lemmaOf({ tokens, pos, contracted, lemmaAt }: Reading, i: number): string | undefined {
  if (contracted[i] === true) return lemmaAt(i)?.toLowerCase();
  const { lemmas } = formOf(tokens[i]!);
  const known = lemmas.get(pos[i]!);
  if (known !== undefined) return known;
  const lemma = lemmaAt(i)?.toLowerCase();
  if (lemma !== undefined) lemmas.set(pos[i]!, lemma);
  return lemma;
}

/** A word with quotation marks glued to it, cut from them; each piece stands for itself. */
function piecesOf({ span: [start], pos, startsSentence }: Omit<Word, 'norm'>, surface: string): readonly Word[] {
  return Array.from(surface.matchAll(/[“”„‟«»"]|[^“”„‟«»"]+/gu), ({ 0: piece, index }, i) => ({
    span: [start + index, start + index + piece.length],
    pos: MARK.test(piece) ? 'PUNCT' : pos,
    lemma: piece.toLowerCase(),
    norm: formOf(piece).norm,
    startsSentence: startsSentence && i === 0,
  }));
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

/** What stands between blanks. Text that no token claimed becomes words of its own, so that nothing is lost. */
function runsIn(text: string, [from, to]: Span): readonly Span[] {
  const runs: Span[] = [];
  for (let at = skipBlanks(text, from, to); at < to; at = skipBlanks(text, at, to)) {
    const end = endOfChanged(text, at, to, to - at);
    runs.push([at, end]);
    at = end;
  }
  return runs;
}
