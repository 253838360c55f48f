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
  if (isSilent(reader, found)) return 'attitude';
  if (found.cue?.entry.class !== 'attitude') return 'indirect';
  return rejectsSpeech(reader, found) || reportsFindings(reader, found) ? 'indirect' : 'attitude';
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

/** Words that turn a verb of speech into silence. */
const NOT = /^(?:not|n't|never|refrain|decline|refuse)$/u;

/** "did not respond to", "refrained from answering", "no member objected": an act, and no words. Not to deny is to say something, though. */
function isSilent({ article: { tokens } }: Reader, { source, cue }: Found): boolean {
  if (cue?.entry.class !== 'speech' || cue.entry.engagement === 'deny') return false;
  if (source !== null && /^(?:no|none|neither|nobody)$/u.test(tokens.norms[source.first]!)) return true;
  const [from, to] = runOf(tokens, cue.span);
  const before = tokens.pos[from - 1] === 'ADV' ? from - 2 : from - 1;
  for (let i = before; i < to; i++)
    if (NOT.test(tokens.lemmas[i] ?? '') || NOT.test(tokens.norms[i] ?? '')) return true;
  return false;
}

/** "The survey found that …", "she pointed to figures": what a text shows or a speaker shows others is told, not felt. */
function reportsFindings({ roles, article: { tokens } }: Reader, { source, cue }: Found): boolean {
  if (source === null || cue === null) return false;
  if (cue.entry.lemma === 'point') return tokens.norms[runOf(tokens, cue.span)[0] + 1] === 'to';
  if (!/^(?:find|show)$/u.test(cue.entry.lemma)) return false;
  for (let i = source.first; i < source.end; i++) if (roles.get(i) === 'document') return true;
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
