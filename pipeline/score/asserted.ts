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

/** A sentence, or what of it supposes nothing, and where in it what is someone else's begins. */
export interface Asserted {
  readonly whole: Run;
  /** As `whole`, but up to a reported fear or claim ("fears that", "claims of") or someone else's "says that". */
  readonly held: Run;
}

/** The sentences among a speaker's own words that the speaker holds true: no question, no supposition ("if", "would"). */
export function asserted(reader: Reader, own: readonly Run[]): readonly Asserted[] {
  return readingOf(reader, own).asserted;
}

/** What of those sentences is the speaker's own to answer for. */
export function assertedSentences(reader: Reader, own: readonly Run[]): readonly Run[] {
  return readingOf(reader, own).held;
}

/** The sentences among a speaker's own words, asserted or not, each up to a reported fear or claim or another's words. */
export function ownSentences(reader: Reader, own: readonly Run[]): readonly Run[] {
  return readingOf(reader, own).sentences;
}

interface Sentences {
  readonly reader: Reader;
  readonly own: readonly Run[];
  readonly asserted: readonly Asserted[];
  readonly held: readonly Run[];
  readonly sentences: readonly Run[];
}

/** Several readings of a statement ask for the same, one right after the other. */
let last: Sentences | null = null;

function readingOf(reader: Reader, own: readonly Run[]): Sentences {
  if (last?.reader !== reader || last.own !== own) last = read(reader, own);
  return last;
}

function read(reader: Reader, own: readonly Run[]): Sentences {
  const [parts, held, sentences]: [Asserted[], Run[], Run[]] = [[], [], []];
  for (const run of own)
    for (const sentence of sentencesOf(reader.tokens, run)) {
      const kept = beforeReport(reader, sentence);
      sentences.push(kept);
      const whole = assertedPart(reader.tokens, sentence);
      if (whole === null) continue;
      const part = { whole, held: whole[1] < kept[1] ? whole : kept };
      parts.push(part);
      held.push(part.held);
    }
  return { reader, own, asserted: parts, held, sentences };
}

/** A run cut where sentences meet. */
function sentencesOf({ sentence }: Tokens, [from, to]: Run): readonly Run[] {
  const runs: Run[] = [];
  let start = from;
  for (let i = from + 1; i < to; i++) {
    if (sentence[i] === sentence[i - 1]) continue;
    runs.push([start, i]);
    start = i;
  }
  runs.push([start, to]);
  return runs;
}

/**
 * A sentence that supposes nothing; of one that supposes something behind a "that" what stands before it: in "these steps
 * show that we win if we stand united" the steps are real. `null` of a question.
 */
function assertedPart(tokens: Tokens, [from, to]: Run): Run | null {
  const { norms, pos } = tokens;
  let complement: number | null = null;
  let supposes = false;
  for (let i = from; i < to; i++) {
    if (norms[i] === '?') return null;
    if (norms[i] === 'that' && !supposes && complement === null && isComplementiser(tokens, i)) complement = i;
    supposes ||= SUPPOSING.has(norms[i]!) && pos[i] !== 'NOUN' && pos[i] !== 'PROPN';
  }
  if (!supposes) return [from, to];
  return complement === null || complement === from ? null : [from, complement];
}

/** wink-nlp takes "that" for a determiner or pronoun at times; before a plural or a subject it is neither. */
function isComplementiser({ pos, norms, lemmas }: Tokens, i: number): boolean {
  const isBeforePlural = pos[i + 1] === 'NOUN' && norms[i + 1]!.endsWith('s') && lemmas[i + 1] !== norms[i + 1];
  return pos[i] === 'SCONJ' || isBeforePlural || SUBJECTS.has(norms[i + 1] ?? '');
}

const SUBJECTS = new Set(['i', 'we', 'you', 'he', 'she', 'it', 'they', 'there']);

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
