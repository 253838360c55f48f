import { issue } from '../issue.ts';
import type { Article, Issue, Pos, Quotation, Span, TokenisedArticle, Tokens } from '../model.ts';
import { paragraphs as paragraphsOf } from './paragraphs.ts';
import { quotations as quotationsOf, type QuotationState } from './quotations.ts';
import { readWords, type Word } from './words.ts';

/**
 * Cuts an article into tokens, sentences, paragraphs and quotations, as columns of UTF-16 offsets into its untouched
 * text. Every character that is not white space belongs to exactly one token. Unclosed and stray quotation marks become
 * issues; nothing here throws on any text.
 */
export function tokenise(article: Article): TokenisedArticle {
  const { text } = article;
  const paragraphs = paragraphsOf(text);
  const state = quotationsOf(text, paragraphs);
  const words = paragraphs.flatMap((paragraph, i) =>
    readWords(text, paragraph).map((word) => ({ ...word, paragraph: i })),
  );
  const sentences = sentencesOf(words);
  return {
    ...article,
    tokens: columns(text, words, sentences, state.quotations),
    sentences,
    paragraphs,
    quotations: state.quotations,
    issues: [...oddMarks(article, state), ...oddCharacters(article)],
  };
}

interface Placed extends Word {
  readonly paragraph: number;
}

/** A sentence runs from the first of its words to the end of its last; it never crosses a paragraph's end. */
function sentencesOf(words: readonly Placed[]): readonly Span[] {
  const sentences: Span[] = [];
  for (const word of words) {
    const last = sentences.at(-1);
    if (word.startsSentence || last === undefined) sentences.push(word.span);
    else sentences[sentences.length - 1] = [last[0], word.span[1]];
  }
  return sentences;
}

function columns(
  text: string,
  words: readonly Placed[],
  sentences: readonly Span[],
  quotations: readonly Quotation[],
): Tokens {
  let sentence = 0;
  return {
    length: words.length,
    starts: Uint32Array.from(words, ({ span }) => span[0]),
    ends: Uint32Array.from(words, ({ span }) => span[1]),
    pos: words.map(({ pos }): Pos => pos),
    lemmas: words.map(({ lemma }) => lemma),
    norms: words.map(({ span }) =>
      text
        .slice(...span)
        .toLowerCase()
        .replace(/[‘’ʼ]/gu, "'"),
    ),
    sentence: Uint32Array.from(words, ({ span }) => {
      while (span[0] >= sentences[sentence]![1]) sentence++;
      return sentence;
    }),
    paragraph: Uint32Array.from(words, ({ paragraph }) => paragraph),
    quoteDepth: quoteDepths(words, quotations),
  };
}

const MOST_DEPTH = 255;

/** Both lists are in the order of the text, so one sweep serves; the depth is capped at 255. */
function quoteDepths(words: readonly Placed[], quotations: readonly Quotation[]): Uint8Array {
  const open: number[] = [];
  let next = 0;
  return Uint8Array.from(words, ({ span: [start] }) => {
    for (; next < quotations.length && quotations[next]!.span[0] <= start; next++) {
      popEnded(open, quotations[next]!.span[0]);
      open.push(quotations[next]!.span[1]);
    }
    popEnded(open, start);
    return Math.min(open.length, MOST_DEPTH);
  });
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
