import type { Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { Reader } from './reader.ts';

/** Words that make a sentence a supposition: nothing in it is asserted. */
const SUPPOSING = new Set([
  'if',
  'unless',
  'lest',
  'whether',
  'would',
  'could',
  'might',
  'may',
  'reportedly',
  'allegedly',
]);

/** Lemmas after which a sentence tells what someone fears or claims, and not what the speaker holds. */
const REPORTING = new Set(
  'fear afraid worry worried concern concerned suspicion suspect claim allegation allege alleged accusation accuse rumor rumour narrative myth perception'.split(
    ' ',
  ),
);

/**
 * The sentences among a speaker's own words that the speaker holds true: no question, no supposition ("if", "would"), and
 * of others what stands before a reported fear or claim ("fears that", "claims of") or someone else's "says that".
 */
export function assertedSentences(reader: Reader, own: readonly Run[]): readonly Run[] {
  return own
    .flatMap((run) => sentencesOf(reader.tokens, run))
    .filter((run) => isAsserted(reader.tokens, run))
    .map((run) => beforeReport(reader, run));
}

/** A run cut where sentences meet. */
function sentencesOf({ sentence }: Tokens, [from, to]: Run): readonly Run[] {
  const edges = [from];
  for (let i = from + 1; i < to; i++) if (sentence[i] !== sentence[i - 1]) edges.push(i);
  return edges.map((edge, n): Run => [edge, edges[n + 1] ?? to]);
}

function isAsserted({ norms, pos }: Tokens, [from, to]: Run): boolean {
  for (let i = from; i < to; i++) {
    if (norms[i] === '?') return false;
    if (SUPPOSING.has(norms[i]!) && pos[i] !== 'NOUN' && pos[i] !== 'PROPN') return false;
  }
  return true;
}

function beforeReport(reader: Reader, [from, to]: Run): Run {
  for (let i = from; i < to; i++) {
    if (REPORTING.has(reader.tokens.lemmas[i]!) || opensReport(reader, i, from)) return [from, i];
  }
  return [from, to];
}

/** "Putin says that", "he says ‘…’"; not "I believe that", "we say that". */
function opensReport({ tokens, lexicon }: Reader, i: number, from: number): boolean {
  const { lemmas, norms, pos, quoteDepth } = tokens;
  if (pos[i] !== 'VERB' || !lexicon.cues.has(lemmas[i]!)) return false;
  const opens = norms[i + 1] === 'that' || quoteDepth[i + 1]! > quoteDepth[i]!;
  return opens && !norms.slice(Math.max(from, i - REACH_OF_SUBJECT), i).some((norm) => norm === 'i' || norm === 'we');
}

/** Between a pronoun and its verb stand two auxiliaries or adverbs at most: "we have always said". */
const REACH_OF_SUBJECT = 3;
