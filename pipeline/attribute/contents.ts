import type { CueUse } from './cues.ts';
import { hasVerb, isBe, isNamed, isTemporal, phraseStartingAt, startsPhrase, type Phrase } from './phrases.ts';
import { closesLine, endOfPredicate, type Predicate, type Predicates } from './predicates.ts';
import { formAt, lemmaAt, posAt, type Reader } from './reader.ts';
import type { Source } from './sources.ts';
import type { Line } from './units.ts';

/** What a predicate introduces: content as unit ranges, and who is told, where that is said. */
export interface Complement {
  readonly content: readonly Phrase[];
  readonly recipient: Phrase | null;
}

/** The content of predicate `n` of a line: what follows it, what stands before it, or both parts around it. Empty where there is none. */
export function complementOf(reader: Reader, line: Line, among: Predicates, n: number): Complement {
  const { predicates } = among;
  const predicate = predicates[n]!;
  const end = clauseEnd(reader, line, among, n);
  if (predicate.use.form === 'preposition')
    return { content: aroundPreposition(reader, line, predicate, end), recipient: null };
  const from = predicate.source?.side === 'right' ? predicate.source.to : predicate.use.end;
  const recipient = recipientAt(reader, line, predicate.use, from);
  const after = following(reader, line, predicate, recipient?.to ?? from, end);
  const before = predicate.use.form === 'finite' ? preceding(reader, line, predicate, recipient) : [];
  if (after === null) return { content: [...before, ...resumed(reader, line, predicates, n, before, end)], recipient };
  return {
    content: joins(reader, line, before, after) ? [...before, after] : before.length > 0 ? before : [after],
    recipient,
  };
}

/** "“A,” he said, “B.”" is one statement in two pieces. */
function joins(reader: Reader, line: Line, before: readonly Phrase[], after: Phrase): boolean {
  return before.length > 0 && formAt(reader, line, after.from) === '“”';
}

/** Where the clause of predicate `n` ends: at the line's end, or before a later predicate of the same rank. */
function clauseEnd(reader: Reader, line: Line, { predicates, rivals }: Predicates, n: number): number {
  let rival = rivals[n + 1] ?? null;
  while (rival !== null && rival.start <= predicates[n]!.use.end) rival = rivals[rival.index + 1] ?? null;
  return withoutStops(reader, line, rival?.start ?? line.length);
}

function withoutStops(reader: Reader, line: Line, end: number): number {
  let to = end;
  while (to > 0 && /^[.;,!?…]+$/u.test(formAt(reader, line, to - 1))) to--;
  return to;
}

/** "According to her, A", "A, according to her", "A, according to her, B". */
function aroundPreposition(reader: Reader, line: Line, { use, source }: Predicate, end: number): readonly Phrase[] {
  if (source === null) return [];
  const next = formAt(reader, line, source.to) === ',' ? source.to + 1 : source.to;
  const before = { from: 0, to: withoutStops(reader, line, use.at) };
  const after = { from: next, to: Math.max(next, end) };
  const isJoin = /^(?:and|but|meanwhile|however)$/u;
  const leads = before.to > 0 && !(before.to === 1 && isJoin.test(formAt(reader, line, 0)));
  return [leads ? before : null, after.to > after.from ? after : null].filter((part) => part !== null);
}

const TELLS = new Set('tell inform remind assure ask warn urge advise notify brief'.split(' '));

/** "told reporters", "told the BBC": the one who is told stands right after the verb. */
function recipientAt(reader: Reader, line: Line, use: CueUse, from: number): Phrase | null {
  if (!TELLS.has(use.cue.lemma) || use.form === 'noun' || !startsPhrase(reader, line, from)) return null;
  const phrase = phraseStartingAt(reader, line, from);
  if (phrase === null) return null;
  return { from, to: shortest(reader, line, phrase) };
}

/** The recipient ends with a registry name, or with its first noun where another phrase follows at once. */
function shortest(reader: Reader, line: Line, phrase: Phrase): number {
  const start = posAt(reader, line, phrase.from) === 'DET' ? phrase.from + 1 : phrase.from;
  const name = isNamed(reader, line, start) ? reader.nameAt.get(line[start]!.first) : undefined;
  if (name?.value.naming !== 'name') return phrase.to;
  let to = start;
  while (to < phrase.to && reader.nameAt.get(line[to]!.first) === name) to++;
  return to;
}

/** The content after a predicate: a that-clause, a quotation, a clause without "that", or what else the verb takes. */
function following(reader: Reader, line: Line, { use }: Predicate, from: number, end: number): Phrase | null {
  const opener = openerAfter(reader, line, from, end);
  if (opener !== null)
    return { from: opener, to: formAt(reader, line, opener) === '“”' ? quotedEnd(reader, line, opener, end) : end };
  if (QUOTES_ONLY.has(use.cue.lemma)) return null;
  let start = from;
  while (isTemporal(reader, line, start)) start++;
  if (start >= end || !opensComplement(reader, line, use, start)) return null;
  const isClause =
    startsPhrase(reader, line, start) ||
    /^(?:if|whether|how|what|why|who|when|where)$/u.test(formAt(reader, line, start));
  if (isClause && hasVerb(reader, line, start, end)) return { from: start, to: end };
  return TAKES_CLAUSES_ONLY.has(use.cue.lemma) ? null : { from: start, to: end };
}

const TAKES_CLAUSES_ONLY = new Set('say tell add note state comment remark reply continue speak talk quip'.split(' '));

/** Verbs that speak only beside a quotation: "the presidents will continue talks" and "the lid carries a motto" say nothing. */
const QUOTES_ONLY = new Set(
  'begin carry chuckle continue conclude cry finish go joke laugh nod open quip sigh smile start'.split(' '),
);

/** What can begin a complement: a noun phrase, "to …", a question word, a preposition that the verb governs. */
function opensComplement(reader: Reader, line: Line, use: CueUse, at: number): boolean {
  const form = formAt(reader, line, at);
  if (startsPhrase(reader, line, at) || /^(?:if|whether|how|what|why|who)$/u.test(form)) return true;
  return (
    (form === 'to' || form === 'for' || form === 'in' || form === 'against') && !TAKES_CLAUSES_ONLY.has(use.cue.lemma)
  );
}

const LONGEST_ADJUNCT = 16;

/** The "that", the colon's far side or the quotation that a predicate leads to, past "in an interview with TASS on Monday". */
function openerAfter(reader: Reader, line: Line, from: number, end: number): number | null {
  for (let i = from; i < Math.min(end, from + LONGEST_ADJUNCT); i++) {
    const form = formAt(reader, line, i);
    if (form === '“”' || (i === from && /^[“"‘«]$/u.test(form))) return i;
    if (form === 'that') return isOpeningThat(reader, line, from, i) ? i : null;
    if (form === ':' && i + 1 < end) return i + 1;
    if (form === ',' && formAt(reader, line, i + 1) === '“”') return i + 1;
    if (posAt(reader, line, i) === 'VERB' || isBe(reader, line, i) || posAt(reader, line, i) === 'AUX') return null;
    if (
      i === from &&
      !isTemporal(reader, line, i) &&
      posAt(reader, line, i) !== 'ADP' &&
      posAt(reader, line, i) !== 'ADV'
    ) {
      if (!startsPhrase(reader, line, i)) return null;
    }
  }
  return null;
}

/** "said that the …", "said on Monday that …"; not "said that day", not "rejects claims that" (the claims are the content). */
function isOpeningThat(reader: Reader, line: Line, from: number, i: number): boolean {
  if (i === from) return true;
  const first = posAt(reader, line, from);
  return first === 'ADP' || first === 'ADV' || isTemporal(reader, line, from);
}

/** A quotation alone, or with the rest of the clause where the reporter's sentence runs on after it. */
function quotedEnd(reader: Reader, line: Line, at: number, end: number): number {
  const { quotation } = line[at]!;
  if (quotation === null) return end;
  const inner = reader.article.text.slice(...quotation.inner).trimEnd();
  const next = formAt(reader, line, at + 1);
  const runsOn = at + 1 < end && !/[.!?…,]$/u.test(inner) && next !== ',';
  return runsOn ? end : at + 1;
}

/** The content before a predicate: a quotation that ends there, or a clause set off by a comma. */
function preceding(
  reader: Reader,
  line: Line,
  { use, source, shares }: Predicate,
  recipient: Phrase | null,
): readonly Phrase[] {
  const start = source?.side === 'left' && !shares ? source.from : use.at;
  const comma = formAt(reader, line, start - 1) === ',' ? start - 1 : start;
  if (formAt(reader, line, comma - 1) === '“”') return [{ from: mixedStart(reader, line, comma - 1), to: comma }];
  if (comma === start || source === null || !closesLine(reader, line, recipient?.to ?? endOfPredicate(use, source)))
    return [];
  const isAdjunct =
    posAt(reader, line, 0) === 'SCONJ' || posAt(reader, line, 0) === 'ADP' || formAt(reader, line, 0).endsWith('ing');
  const isClause = hasVerb(reader, line, 0, comma) || interrupts(reader, line, use, source);
  return !isAdjunct && isClause ? [{ from: 0, to: comma }] : [];
}

/** "The port, the mayor says, is shut": the verb of the clause follows the predicate. */
function interrupts(reader: Reader, line: Line, use: CueUse, source: Source): boolean {
  const after = endOfPredicate(use, source);
  const next = posAt(reader, line, after + 1);
  return formAt(reader, line, after) === ',' && (next === 'VERB' || next === 'AUX') && !line[after + 1]!.quotation;
}

/** The words that lead into a quotation belong to it: "The talks were “a success,” he said". */
function mixedStart(reader: Reader, line: Line, at: number): number {
  let from = at;
  while (from > 0 && formAt(reader, line, from - 1) === '“”') from--;
  if (from === 0 || !hasVerb(reader, line, 0, from)) return from;
  for (let i = 0; i < from; i++) if (reader.cues.has(line[i]!.first)) return from;
  return 0;
}

/** The rest of a clause that the predicate interrupts: "The parties, TASS says, will discuss it". */
function resumed(
  reader: Reader,
  line: Line,
  predicates: readonly Predicate[],
  n: number,
  before: readonly Phrase[],
  end: number,
): readonly Phrase[] {
  const { use, source } = predicates[n]!;
  const at = endOfPredicate(use, source);
  if (before.length === 0 || formAt(reader, line, at) !== ',' || at + 1 >= end) return [];
  if (formAt(reader, line, before[0]!.from) === '“”' || predicates[n + 1]?.use.at === at + 1) return [];
  const goesOn =
    posAt(reader, line, at + 1) === 'VERB' ||
    posAt(reader, line, at + 1) === 'AUX' ||
    lemmaAt(reader, line, at + 1) === 'and';
  return goesOn ? [{ from: at + 1, to: end }] : [];
}
