import { issue } from '../issue.ts';
import type { Article, Issue, Quotation, Span, TokenisedArticle, Tokens } from '../model.ts';
import { readsAsForeign } from './english.ts';
import { paragraphs as paragraphsOf } from './paragraphs.ts';
import { quotations as quotationsOf, type QuotationState } from './quotations.ts';
import { readWords, type Word } from './words.ts';

/**
 * Cuts an article into tokens, sentences, paragraphs and quotations, as columns of UTF-16 offsets into its untouched
 * text. Every character that is not white space belongs to exactly one token. Unclosed and stray quotation marks, odd
 * characters and another language than English become issues; nothing here throws on any text.
 */
export function tokenise(article: Article): TokenisedArticle {
  const { text } = article;
  const paragraphs = paragraphsOf(text);
  const state = quotationsOf(text, paragraphs);
  const words: Word[] = [];
  for (const paragraph of paragraphs) for (const word of readWords(text, paragraph)) words.push(word);
  const sentences = sentencesOf(words);
  const tokens = columns(words, { sentences, paragraphs, quotations: state.quotations });
  return {
    ...article,
    tokens,
    sentences,
    paragraphs,
    quotations: state.quotations,
    issues: [...oddMarks(article, state), ...oddCharacters(article), ...oddLanguage(article, tokens, paragraphs)],
  };
}

/** A sentence runs from the first of its words to the end of its last; it never crosses a paragraph's end. */
function sentencesOf(words: readonly Word[]): readonly Span[] {
  const sentences: Span[] = [];
  let first = 0;
  words.forEach(({ span }, i) => {
    if (i + 1 < words.length && !words[i + 1]!.startsSentence) return;
    sentences.push([words[first]!.span[0], span[1]]);
    first = i + 1;
  });
  return sentences;
}

function columns(
  words: readonly Word[],
  { sentences, paragraphs, quotations }: Pick<TokenisedArticle, 'sentences' | 'paragraphs' | 'quotations'>,
): Tokens {
  const starts = new Uint32Array(words.length);
  const ends = new Uint32Array(words.length);
  for (let i = 0; i < words.length; i++) [starts[i], ends[i]] = words[i]!.span;
  return {
    length: words.length,
    starts,
    ends,
    pos: words.map(({ pos }) => pos),
    lemmas: words.map(({ lemma }) => lemma),
    norms: words.map(({ norm }) => norm),
    sentence: indicesIn(sentences, starts),
    paragraph: indicesIn(paragraphs, starts),
    quoteDepth: quoteDepths(quotations, starts),
  };
}

/** For each word, the index of the span that it stands in. Both lists are in the order of the text. */
function indicesIn(spans: readonly Span[], starts: Uint32Array): Uint32Array {
  const indices = new Uint32Array(starts.length);
  for (let i = 0, index = 0; i < starts.length; i++) {
    while (starts[i]! >= spans[index]![1]) index++;
    indices[i] = index;
  }
  return indices;
}

const MOST_DEPTH = 255;

/** Both lists are in the order of the text, so one sweep serves; the depth is capped at 255. */
function quoteDepths(quotations: readonly Quotation[], starts: Uint32Array): Uint8Array {
  const depths = new Uint8Array(starts.length);
  const open: number[] = [];
  for (let i = 0, next = 0; i < starts.length; i++) {
    const start = starts[i]!;
    for (; next < quotations.length && quotations[next]!.span[0] <= start; next++) {
      popEnded(open, quotations[next]!.span[0]);
      open.push(quotations[next]!.span[1]);
    }
    popEnded(open, start);
    depths[i] = Math.min(open.length, MOST_DEPTH);
  }
  return depths;
}

function popEnded(ends: number[], place: number): void {
  while (ends.length > 0 && ends.at(-1)! <= place) ends.pop();
}

function oddMarks(article: Article, { unclosed, stray }: QuotationState): readonly Issue[] {
  const at = (span: Span) => ({ article: article.id, file: article.file, span });
  return [
    ...unclosed.map((span) =>
      issue(
        'quotation-unclosed',
        'A quotation opens here and is never closed; it is read to its paragraph’s end.',
        at(span),
      ),
    ),
    ...stray.map((span) =>
      issue(
        'quotation-stray',
        'A closing quotation mark stands here with nothing to close; it is read as punctuation.',
        at(span),
      ),
    ),
  ];
}

/** Control, bidirectional and zero-width characters, line ends and the joiner of emoji apart. */
const ODD_CHARACTER = /(?![\t\n\r\u0085\u200D])[\p{Cc}\p{Cf}]/gu;

function oddCharacters({ id, file, text }: Article): readonly Issue[] {
  const found = [...text.matchAll(ODD_CHARACTER)];
  const first = found[0];
  if (first === undefined) return [];
  const message = `The text holds ${found.length} control, bidirectional or invisible character(s); the report shows each as a mark.`;
  return [issue('text-control-characters', message, { article: id, file, span: [first.index, first.index + 1] })];
}

function oddLanguage({ id, file }: Article, tokens: Tokens, [first]: readonly Span[]): readonly Issue[] {
  if (first === undefined || !readsAsForeign(tokens)) return [];
  const message = 'The text does not read as English; what is found in it cannot be relied on.';
  return [issue('text-not-english', message, { article: id, file, span: first })];
}
