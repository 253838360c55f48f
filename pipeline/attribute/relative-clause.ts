import type { Span } from '../model.ts';
import { runOf } from '../text/runs.ts';
import type { Found } from './attribution.ts';
import type { Reader } from './reader.ts';

/**
 * "Ada Quill, who says the tower is safe, lives beneath it": where the source is a relative pronoun behind a comma, its
 * words end at the comma before the verb of the main clause. Anything else stays as it is.
 */
export function withinRelative(reader: Reader, found: Found): Found {
  const end = mainClauseAt(reader, found);
  if (end === null) return found;
  // A piece from behind the comma is no part of the clause; what stands before the cue stays whole.
  const content = found.content.filter(([from]) => from < end).map(([from, to]): Span => [from, Math.min(to, end)]);
  return content.length === 0 ? found : { ...found, content };
}

const LONGEST = 80;

/** Where the token before that comma ends; `null` without one. */
function mainClauseAt(reader: Reader, { source, cue }: Found): number | null {
  if (source === null || cue === null || !isBehindComma(reader, source.first, source.end)) return null;
  const { norms, sentence, ends, length } = reader.article.tokens;
  const [, from] = runOf(reader.article.tokens, cue.span);
  let isClause = false;
  const last = Math.min(length - 1, from + LONGEST);
  for (let i = from; i < last && sentence[i] === sentence[source.first]; i++) {
    if (norms[i] === ',' && isClause && isMainVerb(reader, i + 1)) return ends[i - 1]!;
    isClause ||= isVerb(reader, i) && norms[i - 1] !== ',';
  }
  return null;
}

function isBehindComma({ article: { tokens } }: Reader, first: number, end: number): boolean {
  return end - first === 1 && /^(?:who|which)$/u.test(tokens.norms[first]!) && tokens.norms[first - 1] === ',';
}

function isVerb({ article: { tokens } }: Reader, i: number): boolean {
  return tokens.pos[i] === 'VERB' || tokens.pos[i] === 'AUX';
}

/** Outside quotations, and no participle: "…, adding that". */
function isMainVerb(reader: Reader, i: number): boolean {
  const { norms, quoteDepth } = reader.article.tokens;
  return quoteDepth[i] === 0 && (isVerb(reader, i) ? !norms[i]!.endsWith('ing') : isHiddenVerb(reader, i));
}

const REACH = 30;

/** "…,|lives beneath it": a verb tagged as a plural noun, where the sentence has no other for its main clause. */
function isHiddenVerb(reader: Reader, i: number): boolean {
  const { norms, lemmas, pos, sentence } = reader.article.tokens;
  if (pos[i] !== 'NOUN' || !norms[i]!.endsWith('s') || norms[i] === lemmas[i]) return false;
  if (!/^(?:ADP|DET|PRON|ADV)$/u.test(pos[i + 1] ?? '')) return false;
  for (let k = i + 1; k < i + REACH && sentence[k] === sentence[i]; k++) if (isVerb(reader, k)) return false;
  return true;
}
