import type { Span } from '../model.ts';
import { placeOf, type Found } from './attribution.ts';
import { complementOf, type Predicate } from './contents.ts';
import { cuesIn, type CueUse } from './cues.ts';
import { isSpeaker, phraseStartingAt, type Phrase } from './phrases.ts';
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
  const found: Found[] = [];
  lines.forEach((line, n) => {
    const here = [...predicated(reader, line, n), ...quotedAsSaying(reader, line, n)];
    adoptOpening(reader, found, here);
    found.push(...here);
    for (let i = 0; i < line.length; i++) if (line[i]!.quotation !== null) adoptOrphan(reader, found, lines, n, i);
  });
  return { found, lines };
}

function predicated(reader: Reader, line: Line, n: number): readonly Found[] {
  const uses = cuesIn(reader, line).filter(({ at }) => asSayingAfter(reader, line, at) === null);
  const predicates = withSharedSources(reader, line, uses);
  return predicates.flatMap(({ use, source, shares }, i) => {
    const { content } = complementOf(reader, line, predicates, i);
    if (source === null || content.length === 0) return [];
    return [
      {
        source: placeOf(reader, line, source),
        cue: { span: spanOf(reader.article, line, use.at, use.end), entry: use.cue },
        content: content.map(({ from, to }) => spanOf(reader.article, line, from, to)),
        told: toldSpans(reader, line, { use, source, shares }, content),
        quotedBy: null,
        line: n,
      },
    ];
  });
}

/** "TASS says, noting that", "he said that A and warned that B": a predicate without a subject has the one before it. */
function withSharedSources(reader: Reader, line: Line, uses: readonly CueUse[]): readonly Predicate[] {
  const predicates: Predicate[] = [];
  for (const use of uses) {
    const own = sourceOf(reader, line, use);
    const joined = use.form === 'finite' && /^(?:and|but|,|then|also)$/u.test(formAt(reader, line, use.at - 1));
    const shares = own === null && (use.form === 'participle' || joined);
    predicates.push({ use, source: shares ? sharedSource(reader, line, use, predicates) : own, shares });
  }
  return predicates;
}

/** The last speaker before a predicate; a participle without one has the subject of its line. */
function sharedSource(reader: Reader, line: Line, use: CueUse, before: readonly Predicate[]): Source | null {
  const speakers = before.filter((other) => other.source !== null && other.use.form === 'finite');
  const last = speakers.findLast((other) => other.use.cue.class === 'speech') ?? speakers.at(-1);
  return last === undefined ? subjectOf(reader, line, use.form) : last.source;
}

/** "The minister left early, saying that …": the subject of a participle that follows no other cue opens the line. */
function subjectOf(reader: Reader, line: Line, form: CueUse['form']): Source | null {
  if (form !== 'participle') return null;
  const phrase = phraseStartingAt(reader, line, 0);
  return phrase !== null && isSpeaker(reader, line, phrase) ? { ...phrase, side: 'left' } : null;
}

/** Between source, cue and content, or after the cue to the line's end: where "told the BBC" or "in an interview with TASS" stands. */
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
  const isAside = source?.side === 'left' && !shares && source.to < use.at;
  return isAside ? [spanOf(reader.article, line, source.to, use.at), ...after] : after;
}

/** "“A. ¶ “B,” she said": the paragraph before, which no cue introduced, is hers as well. */
function adoptOpening(reader: Reader, found: Found[], here: Found[]): void {
  const [first] = here;
  const last = found.at(-1);
  if (first === undefined || last?.cue !== null || last.source !== null) return;
  const start = first.content[0]![0];
  if (!reader.article.quotations.some(({ span, continues }) => continues && span[0] === start)) return;
  found.pop();
  here[0] = { ...first, content: [...last.content, ...first.content] };
}

const FEWEST_WORDS = 4;

/** A quotation that no predicate of its line claims: it continues the statement before it, or stands alone. */
function adoptOrphan(reader: Reader, found: Found[], lines: readonly Line[], n: number, i: number): void {
  const line = lines[n]!;
  const span = spanOf(reader.article, line, i, i + 1);
  const claimed = found.some(
    ({ line: at, content }) => at === n && content.some(([start, end]) => start <= span[0] && span[1] <= end),
  );
  const words = reader.article.text.slice(...span).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (claimed || words < FEWEST_WORDS) return;
  const last = found.at(-1);
  if (last !== undefined && continues(reader, found, lines, n, i)) {
    found[found.length - 1] = { ...last, content: [...last.content, span] };
    return;
  }
  const phrase = formAt(reader, line, i - 1) === ':' ? labelOf(reader, line) : null;
  const source = phrase !== null && isSpeaker(reader, line, phrase) ? placeOf(reader, line, phrase) : null;
  found.push({ source, cue: null, content: [span], told: [], quotedBy: null, line: n });
}

/** "From Olga Marsh:", "And from the mayor:", "Olga Marsh:". */
function labelOf(reader: Reader, line: Line): Phrase | null {
  let start = 0;
  while (/^(?:and|from|but|by)$/u.test(formAt(reader, line, start))) start++;
  return phraseStartingAt(reader, line, start);
}

/** The quotation right after a quoted statement, in the same paragraph or opened again in the next. */
function continues(reader: Reader, found: readonly Found[], lines: readonly Line[], n: number, i: number): boolean {
  const { tokens } = reader.article;
  const unit = lines[n]![i]!;
  const last = found.at(-1)!;
  const lastEnd = Math.max(
    ...last.content.map(([, end]) => end),
    last.source?.span[1] ?? 0,
    last.cue?.span[1] ?? 0,
    ...last.told.map(([, end]) => end),
  );
  const between = reader.article.text.slice(lastEnd, tokens.starts[unit.first]);
  const quoted = last.content.some(([, end]) => /["”»’']/u.test(reader.article.text.charAt(end - 1)));
  if (unit.quotation!.continues) return last.line === n || n - last.line <= 1;
  const sameParagraph = tokens.paragraph[lines[last.line]![0]!.first] === tokens.paragraph[unit.first];
  return sameParagraph && quoted && !/[\p{L}\p{N}]/u.test(between);
}
