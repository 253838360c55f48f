import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Pos, Span } from '../model.ts';

/** One token with its offsets in the whole text. */
export interface Word {
  readonly span: Span;
  readonly pos: Pos;
  readonly lemma: string;
  readonly startsSentence: boolean;
}

const nlp = winkNLP(model, ['sbd', 'pos']);

/** What wink-nlp is asked for, by the name of its accessor. Its own types know only some of them as arguments of `out`. */
const its = nlp.its as unknown as Readonly<
  Record<'pos' | 'lemma', ItsFunction<string>> & { span: ItsFunction<number[]> }
>;

/**
 * Tokens of one paragraph with part of speech and lemma by wink-nlp (Sharma & wink team, version in the run's record).
 * wink-nlp gives no offsets, so each token is found again in the text; where it changed what it read, its neighbours
 * bound it. A token that it glued to a quotation mark is cut.
 */
export function readWords(text: string, [from, to]: Span): readonly Word[] {
  const doc = nlp.readDoc(text.slice(from, to));
  const tokens = doc.tokens();
  const pos = tokens.out(its.pos) as readonly (Pos | undefined)[];
  const lemmas = tokens.out(its.lemma) as readonly (string | undefined)[];
  const sentences = doc.sentences().out(its.span) as unknown as readonly number[][];
  const starts = new Set(sentences.map(([first]) => first!));
  const spans = align(text, [from, to], tokens.out());
  const words: Word[] = [];
  let startsSentence = true;
  spans.forEach((span, i) => {
    if (starts.has(i)) startsSentence = true;
    if (span === null) return;
    for (const piece of cutMarks(text, span)) {
      const whole = piece[0] === span[0] && piece[1] === span[1];
      const surface = text.slice(...piece);
      const isMark = MARK.test(surface) && surface.length === 1;
      words.push({
        span: piece,
        pos: !whole && isMark ? 'PUNCT' : (pos[i] ?? 'X'),
        // wink-nlp gives no lemma for some words ("Ive"); then the word stands for itself.
        lemma: ((whole ? lemmas[i] : undefined) ?? surface).toLowerCase(),
        startsSentence,
      });
      startsSentence = false;
    }
  });
  return words;
}

const MARK = /[“”„‟«»"]/u;

/** Offsets of the tokens, `null` for one that is all white space. What stands between two found ones belongs to the former. */
function align(text: string, [from, to]: Span, tokens: readonly string[]): readonly (Span | null)[] {
  const spans: (Span | null)[] = [];
  let cursor = from;
  for (const token of tokens) {
    cursor = skipBlanks(text, cursor, to);
    const bare = token.trim();
    if (bare === '' || cursor === to) {
      spans.push(null);
      continue;
    }
    const end = text.startsWith(bare, cursor) ? cursor + bare.length : endOfChanged(text, cursor, to, bare.length);
    spans.push([cursor, end]);
    cursor = end;
  }
  return swallowRest(text, to, spans, cursor);
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text.charAt(at))) at++;
  return at;
}

/** wink-nlp changed this token: it is taken to run to the next white space, but not past what its length allows. */
function endOfChanged(text: string, from: number, to: number, length: number): number {
  let at = from;
  while (at < to && at - from < length && !/\s/u.test(text.charAt(at))) at++;
  return Math.max(at, from + 1);
}

/** Text that no token claimed becomes part of the last one's word or words of its own, so that nothing is lost. */
function swallowRest(text: string, to: number, spans: (Span | null)[], cursor: number): readonly (Span | null)[] {
  for (let at = skipBlanks(text, cursor, to); at < to; at = skipBlanks(text, at, to)) {
    let end = at;
    while (end < to && !/\s/u.test(text.charAt(end))) end++;
    spans.push([at, end]);
    at = end;
  }
  return spans;
}

/** A token with quotation marks glued to its ends, cut from them. */
function cutMarks(text: string, [start, end]: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!MARK.test(text.charAt(at))) continue;
    if (at > from) pieces.push([from, at]);
    pieces.push([at, at + 1]);
    from = at + 1;
  }
  if (from < end) pieces.push([from, end]);
  return pieces;
}
