import type { Tokens } from '../model.ts';
import type { Run } from './own-words.ts';
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

const BREAKING_WORDS = new Set(['but', 'while', 'whereas', 'although', 'though', 'because']);

/**
 * The clauses among a speaker's own words whose evaluations are the speaker's own: no question, no sentence with a
 * supposition ("if", "would"), and of other sentences what stands before a reported fear or claim or someone else's "says
 * that". A clause ends with its
 * sentence, at the edge of a quotation, at a semicolon, colon, dash or bracket, and before "but", "while" and their kind.
 */
export function assertedClauses(reader: Reader, own: readonly Run[]): readonly Run[] {
  const { tokens } = reader;
  return own
    .flatMap((run) => parts(run, (i) => tokens.sentence[i] !== tokens.sentence[i - 1]))
    .filter((run) => isAsserted(tokens, run))
    .map((run) => beforeReport(reader, run))
    .flatMap((run) => parts(run, (i) => startsClause(tokens, i)))
    .filter(([from, to]) => to > from);
}

/** Cuts a run before each token, its first apart, that `starts` a part. */
function parts([from, to]: Run, starts: (i: number) => boolean): readonly Run[] {
  const edges = [from];
  for (let i = from + 1; i < to; i++) if (starts(i)) edges.push(i);
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

/** "Putin says that", "he calls it “…”"; not "I believe that", "we say that". */
function opensReport({ tokens, lexicon }: Reader, i: number, from: number): boolean {
  const { lemmas, norms, pos, quoteDepth } = tokens;
  if (pos[i] !== 'VERB' || !lexicon.cues.has(lemmas[i]!)) return false;
  const opens = norms[i + 1] === 'that' || quoteDepth[i + 1]! > quoteDepth[i]!;
  return opens && !norms.slice(Math.max(from, i - REACH_OF_SUBJECT), i).some((norm) => norm === 'i' || norm === 'we');
}

/** Between a pronoun and its verb stand two auxiliaries or adverbs at most: "we have always said". */
const REACH_OF_SUBJECT = 3;

function startsClause({ norms, starts, ends, quoteDepth }: Tokens, i: number): boolean {
  if (quoteDepth[i] !== quoteDepth[i - 1] || BREAKING_WORDS.has(norms[i]!)) return true;
  const isSpacedHyphen = norms[i] === '-' && starts[i]! > ends[i - 1]!;
  return isSpacedHyphen || /^[;:—–()[\]…]$/u.test(norms[i]!);
}
