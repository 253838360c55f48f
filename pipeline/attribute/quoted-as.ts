import { placeOf, type Found } from './attribution.ts';
import { isBe, isSpeaker, phraseEndingAt, phraseStartingAt, type Phrase } from './phrases.ts';
import { formAt, lemmaAt, type Reader } from './reader.ts';
import { spanOf, type Line } from './units.ts';

/**
 * "TASS quoted the minister as saying that …" and "The minister was quoted by TASS as saying that …": the minister is
 * the source, TASS passes it on.
 */
export function quotedAsSaying(reader: Reader, line: Line, n: number): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < line.length; at++) {
    const saying = asSayingAfter(reader, line, at);
    const attribution = saying === null ? null : quotedAt(reader, line, { at, saying, n });
    if (attribution !== null) found.push(attribution);
  }
  return found;
}

function quotedAt(
  reader: Reader,
  line: Line,
  { at, saying, n }: { at: number; saying: number; n: number },
): Found | null {
  const { source, quotedBy } = rolesAround(reader, line, at);
  const entry = reader.cues.get(line[saying]!.first)?.value;
  const from = contentStart(reader, line, saying + 1);
  const to = endOf(reader, line);
  if (source === null || !isSpeaker(reader, line, source) || entry === undefined || from >= to) return null;
  return {
    source: placeOf(reader, line, source),
    cue: { span: spanOf(reader.article, line, saying, saying + 1), entry },
    content: [spanOf(reader.article, line, from, to)],
    told: [],
    quotedBy: quotedBy === null ? null : placeOf(reader, line, quotedBy),
    line: n,
  };
}

const REACH = 14;

/** The place of "saying" where unit `at` is "quote" or "cite" and "as saying" follows; else `null`. */
export function asSayingAfter(reader: Reader, line: Line, at: number): number | null {
  const lemma = lemmaAt(reader, line, at);
  if (lemma !== 'quote' && lemma !== 'cite') return null;
  for (let i = at + 1; i < Math.min(line.length - 1, at + REACH); i++)
    if (formAt(reader, line, i) === 'as' && formAt(reader, line, i + 1) === 'saying') return i + 1;
  return null;
}

/** Active: subject quotes object. Passive: subject is quoted, by the agent if one is named. */
function rolesAround(reader: Reader, line: Line, at: number): { source: Phrase | null; quotedBy: Phrase | null } {
  if (!isBe(reader, line, at - 1)) {
    return { source: phraseStartingAt(reader, line, at + 1), quotedBy: phraseEndingAt(reader, line, at - 1) };
  }
  const agent = formAt(reader, line, at + 1) === 'by' ? phraseStartingAt(reader, line, at + 2) : null;
  return { source: phraseEndingAt(reader, line, at - 2), quotedBy: agent };
}

/** Past a comma or colon before a quotation. */
function contentStart(reader: Reader, line: Line, at: number): number {
  return /^[,:]$/u.test(formAt(reader, line, at)) ? at + 1 : at;
}

function endOf(reader: Reader, line: Line): number {
  let to = line.length;
  while (to > 0 && /^[.;]$/u.test(formAt(reader, line, to - 1))) to--;
  return to;
}
