import type { Span } from '../model.ts';
import { within } from '../text/span.ts';
import { hasWords, isWord } from '../text/word.ts';
import { placeOf, type Found } from './attribution.ts';
import { complementOf } from './contents.ts';
import { cuesIn, type CueUse } from './cues.ts';
import { labelledSource } from './labelled-source.ts';
import { isSpeaker, phraseStartingAt, type Phrase } from './phrases.ts';
import { rivalsOf, type Predicate } from './predicates.ts';
import { asSayingAfter, quotedAsSaying } from './quoted-as.ts';
import { formAt, type Reader } from './reader.ts';
import { sourceOf, type Source } from './sources.ts';
import { linesOf, spanOf, type Line } from './units.ts';

/** All attributions of an article, line by line, quotations that no cue introduces joined to what they continue. */
export function findAttributions(reader: Reader): {
  readonly found: readonly Found[];
  readonly lines: readonly Line[];
} {
  const lines = linesOf(reader.article);
  const continuing = new Set(reader.article.quotations.flatMap(({ span, continues }) => (continues ? [span[0]] : [])));
  const found: Found[] = [];
  for (const [n, line] of lines.entries()) {
    const here = [...predicated(reader, line, n), ...quotedAsSaying(reader, line, n)];
    adoptOpening(continuing, found, here);
    for (const attribution of here) found.push(attribution);
    for (let i = 0; i < line.length; i++) if (line[i]!.quotation !== null) adoptOrphan(reader, found, lines, n, i);
  }
  return { found, lines };
}

function predicated(reader: Reader, line: Line, n: number): readonly Found[] {
  const uses = cuesIn(reader, line).filter(({ at }) => asSayingAfter(reader, line, at) === null);
  const predicates = withSharedSources(reader, line, uses);
  const rivals = rivalsOf(reader, line, predicates);
  const found: Found[] = [];
  for (const [i, predicate] of predicates.entries()) {
    if (predicate.source === null) continue;
    const { use, source } = predicate;
    const { content } = complementOf(reader, line, { predicates, rivals }, i);
    if (content.length === 0) continue;
    found.push({
      source: placeOf(reader, line, source),
      cue: { span: spanOf(reader.article, line, use.at, use.end), entry: use.cue },
      content: content.map(({ from, to }) => spanOf(reader.article, line, from, to)),
      told: toldSpans(reader, line, predicate, content),
      quotedBy: null,
      line: n,
    });
  }
  return found;
}

const JOINS = new Set(['and', 'but', ',', 'then', 'also']);

/** "TASS says, noting that", "he said that A and warned that B": a predicate without a subject has the one before it. */
function withSharedSources(reader: Reader, line: Line, uses: readonly CueUse[]): readonly Predicate[] {
  const predicates: Predicate[] = [];
  let last: Predicate | null = null;
  for (const use of uses) {
    const own = sourceOf(reader, line, use);
    const joined = use.form === 'finite' && JOINS.has(formAt(reader, line, use.at - 1));
    const shares = own === null && (use.form === 'participle' || joined);
    const source: Source | null = shares ? (last === null ? subjectOf(reader, line, use.form) : last.source) : own;
    const predicate: Predicate = { use, source, shares };
    predicates.push(predicate);
    if (lends(predicate, last)) last = predicate;
  }
  return predicates;
}

/** Later predicates have the source of the last finite one of speech, or without one of the last finite one. */
function lends({ use, source }: Predicate, last: Predicate | null): boolean {
  return source !== null && use.form === 'finite' && (use.cue.class === 'speech' || last?.use.cue.class !== 'speech');
}

/** "The minister left early, saying that …": the subject of a participle that follows no other cue opens the line. */
function subjectOf(reader: Reader, line: Line, form: CueUse['form']): Source | null {
  if (form !== 'participle') return null;
  const phrase = phraseStartingAt(reader, line, 0);
  return phrase !== null && isSpeaker(reader, line, phrase) ? { ...phrase, side: 'left' } : null;
}

/** Before the source, between source, cue and content, or after the cue to the line's end: where "told the BBC" or "in an interview with TASS" stands. */
function toldSpans(
  reader: Reader,
  line: Line,
  { use, source, shares }: Predicate,
  content: readonly Phrase[],
): readonly Span[] {
  const from = source?.side === 'right' ? source.to : use.end;
  const next = content.find((part) => part.from >= from);
  const to = next?.from ?? (use.form === 'finite' ? line.length : from);
  const after = to > from ? [spanOf(reader.article, line, from, to)] : [];
  if (source?.side !== 'left' || shares) return after;
  const fronted = opensWithTalk(reader, line, source.from) ? [spanOf(reader.article, line, 0, source.from)] : [];
  const aside = source.to < use.at ? [spanOf(reader.article, line, source.to, use.at)] : [];
  return [...fronted, ...aside, ...after];
}

const LONGEST_OPENING = 6;

/** "In an interview with TASS,", "Speaking to the BBC,": the line opens with where it was said and ends that at unit `to`. */
function opensWithTalk(reader: Reader, line: Line, to: number): boolean {
  if (formAt(reader, line, to - 1) !== ',') return false;
  if (/^(?:speaking|talking)$/u.test(formAt(reader, line, 0))) return true;
  if (!/^(?:in|during)$/u.test(formAt(reader, line, 0))) return false;
  for (let i = 1; i < Math.min(to, LONGEST_OPENING); i++)
    if (/^(?:interview|conversation|remarks|comments|statement)$/u.test(formAt(reader, line, i))) return true;
  return false;
}

/** `continuing`: where quotations begin that continue the one before. "“A. ¶ “B,” she said": the paragraph before, which no cue introduced, is hers as well. */
function adoptOpening(continuing: ReadonlySet<number>, found: Found[], here: Found[]): void {
  const [first] = here;
  const last = found.at(-1);
  if (first === undefined || last?.cue !== null || last.source !== null) return;
  if (!continuing.has(first.content[0]![0])) return;
  found.pop();
  here[0] = { ...first, content: [...last.content, ...first.content] };
}

const FEWEST_WORDS = 4;

/** A quotation that no predicate of its line claims: it continues the statement before it, or stands alone. */
function adoptOrphan(reader: Reader, found: Found[], lines: readonly Line[], n: number, i: number): void {
  const line = lines[n]!;
  const span = spanOf(reader.article, line, i, i + 1);
  if (isClaimed(found, n, span) || !hasWords(reader.article.text.slice(...span), FEWEST_WORDS)) return;
  const source = labelledSource(reader, lines, n, i);
  const last = found.at(-1);
  if (source === null && last !== undefined && continues(reader, found, lines, n, i)) {
    found[found.length - 1] = { ...last, content: [...last.content, span] };
    return;
  }
  found.push({ source, cue: null, content: [span], told: [], quotedBy: null, line: n });
}

/** Whether an attribution of line `n`, which are the last ones, has the place as content. */
function isClaimed(found: readonly Found[], n: number, span: Span): boolean {
  for (let k = found.length - 1; k >= 0 && found[k]!.line === n; k--)
    if (found[k]!.content.some((part) => within(span, part))) return true;
  return false;
}

/** The quotation right after a quoted statement, in the same paragraph or opened again in the next. */
function continues(reader: Reader, found: readonly Found[], lines: readonly Line[], n: number, i: number): boolean {
  const { tokens } = reader.article;
  const unit = lines[n]![i]!;
  const last = found.at(-1)!;
  if (unit.quotation!.continues) return last.line === n || n - last.line <= 1;
  const sameParagraph = tokens.paragraph[lines[last.line]![0]!.first] === tokens.paragraph[unit.first];
  if (!sameParagraph || isWord(reader.article.text.slice(endOf(last), tokens.starts[unit.first]))) return false;
  return last.content.some(([, end]) => /["”»’']/u.test(reader.article.text.charAt(end - 1)));
}

function endOf({ source, cue, content, told }: Found): number {
  const ends = [source?.span[1] ?? 0, cue?.span[1] ?? 0, content.at(-1)![1], told.at(-1)?.[1] ?? 0];
  return Math.max(...ends);
}
