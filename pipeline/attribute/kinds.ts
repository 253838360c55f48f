import type { Span, StatementKind } from '../model.ts';
import { runOf } from '../text/runs.ts';
import { subtract } from '../text/span.ts';
import { isWord } from '../text/word.ts';
import type { Found } from './attribution.ts';
import { isSpeechNoun } from './cues.ts';
import type { Reader } from './reader.ts';

/**
 * How a statement is worded, by what share of the speaker's own words (those of statements within, at `inner`, apart)
 * stands in quotation marks.
 */
export function kindOf(reader: Reader, found: Found, inner: readonly Span[]): StatementKind {
  const own = inner.length === 0 ? found.content : found.content.flatMap((span) => subtract(span, inner));
  const { words, quoted } = countWords(reader, own);
  if (quoted > 0) return quoted === words ? 'direct' : 'mixed';
  if (found.cue?.entry.class !== 'attitude') return withholdsAnswer(reader, found.cue) ? 'attitude' : 'indirect';
  return rejectsSpeech(reader, found) ? 'indirect' : 'attitude';
}

function countWords({ article: { tokens } }: Reader, spans: readonly Span[]): { words: number; quoted: number } {
  let [words, quoted] = [0, 0];
  for (const span of spans) {
    const [from, to] = runOf(tokens, span);
    for (let i = from; i < to; i++) {
      if (!isWord(tokens.norms[i]!)) continue;
      words++;
      if (tokens.quoteDepth[i]! > 0) quoted++;
    }
  }
  return { words, quoted };
}

const ANSWERS = /^(?:respond|reply|answer|comment)$/u;
const WITHHOLDS = /^(?:not|n't|never|decline|refuse|fail)$/u;

/** "did not respond to questions", "refused to answer": whoever gives no answer acts, and has said nothing. */
function withholdsAnswer({ article: { tokens } }: Reader, cue: Found['cue']): boolean {
  if (cue === null || !ANSWERS.test(cue.entry.lemma)) return false;
  const [first, end] = runOf(tokens, cue.span);
  const withholds = (i: number): boolean => WITHHOLDS.test(tokens.norms[i]!) || WITHHOLDS.test(tokens.lemmas[i]!);
  let from = first;
  while (from > 0 && (/^(?:AUX|ADV|PART)$/u.test(tokens.pos[from - 1]!) || withholds(from - 1))) from--;
  for (let i = from; i < end; i++) if (withholds(i)) return true;
  return false;
}

/** Whoever rejects a claim speaks: the object is someone's words. */
function rejectsSpeech(reader: Reader, { cue, content }: Found): boolean {
  if (cue?.entry.engagement !== 'deny') return false;
  const first = firstWord(reader, content);
  const { lemmas } = reader.article.tokens;
  return first !== null && [0, 1, 2].some((i) => isSpeechNoun(lemmas[first + i] ?? ''));
}

function firstWord({ article: { tokens } }: Reader, spans: readonly Span[]): number | null {
  for (const span of spans) {
    const [from, to] = runOf(tokens, span);
    for (let i = from; i < to; i++) if (isWord(tokens.norms[i]!)) return i;
  }
  return null;
}
