import { placeOf, type Place } from './attribution.ts';
import { hasVerb, isSpeaker, phraseStartingAt, type Phrase } from './phrases.ts';
import { formAt, type Reader } from './reader.ts';
import type { Line } from './units.ts';

/**
 * Whose words a quotation is, unit `i` of line `n`, where a label tells without a verb: "From Olga Marsh: “…”", the same in
 * the paragraph before, or behind a dash: "“…” – Olga Marsh". `null` without a label.
 */
export function labelledSource(reader: Reader, lines: readonly Line[], n: number, i: number): Place | null {
  const line = lines[n]!;
  if (formAt(reader, line, i - 1) === ':') return labelAt(reader, line, 0);
  return signature(reader, lines, n, i) ?? (i === 0 ? labelBefore(reader, lines[n - 1] ?? []) : null);
}

/** "From Olga Marsh", "And from the mayor", "From the desk of Olga Marsh": the phrase of a speaker behind what leads to it. */
function labelAt(reader: Reader, line: Line, from: number): Place | null {
  const phrase = phraseAt(reader, line, from);
  return phrase === null ? null : placeOf(reader, line, phrase);
}

function phraseAt(reader: Reader, line: Line, from: number): Phrase | null {
  let start = from;
  while (/^(?:and|from|but|by)$/u.test(formAt(reader, line, start))) start++;
  if (start > from && formAt(reader, line, start + 1) === 'desk' && formAt(reader, line, start + 2) === 'of')
    start += 3;
  const phrase = phraseStartingAt(reader, line, start);
  return phrase !== null && isSpeaker(reader, line, phrase) ? phrase : null;
}

/** A line that is nothing but a label and its colon: "And from Olga Marsh, the mayor:". */
function labelBefore(reader: Reader, line: Line): Place | null {
  const colon = line.length - 1;
  return formAt(reader, line, colon) === ':' ? alone(reader, line, 0, colon) : null;
}

/** The phrase of a speaker that stands alone in units [from, to) of a line, or with an aside. */
function alone(reader: Reader, line: Line, from: number, to: number): Place | null {
  const phrase = to - from > LONGEST ? null : phraseAt(reader, line, from);
  if (phrase === null || hasVerb(reader, line, from, to)) return null;
  return phrase.to === to || formAt(reader, line, phrase.to) === ',' ? placeOf(reader, line, phrase) : null;
}

const LONGEST = 20;
const DASH = /^(?:[-–—―]|--)$/u;

/** "“…” – Olga Marsh" at the end of a paragraph, or in a line of its own below. */
function signature(reader: Reader, lines: readonly Line[], n: number, i: number): Place | null {
  const { paragraph } = reader.article.tokens;
  const [line, at] = i + 1 < lines[n]!.length ? [n, i + 1] : [n + 1, 0];
  const units = lines[line] ?? [];
  if (!DASH.test(formAt(reader, units, at))) return null;
  const next = lines[line + 1]?.[0];
  if (next !== undefined && paragraph[next.first] === paragraph[units[0]!.first]) return null;
  const end = formAt(reader, units, units.length - 1) === '.' ? units.length - 1 : units.length;
  return alone(reader, units, at + 1, end);
}
