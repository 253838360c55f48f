import type { CueUse } from './cues.ts';
import { isSpeaker, isTemporal, phraseEndingAt, phraseStartingAt, type Phrase } from './phrases.ts';
import { formAt, posAt, type Reader } from './reader.ts';
import type { Line } from './units.ts';

/** The source of a cue: the noun phrase that speaks, on one side of it. */
export interface Source extends Phrase {
  readonly side: 'left' | 'right';
}

/** Finds whose words a cue introduces; `null` where the line does not tell. A participle has none of its own. */
export function sourceOf(reader: Reader, line: Line, use: CueUse): Source | null {
  if (use.form === 'preposition') return right(reader, line, use.end, anyNoun);
  if (use.form === 'noun') return possessor(reader, line, use);
  if (use.form === 'participle') return null;
  const speaks = use.cue.class === 'speech' ? anyNoun : isSpeaker;
  const before = left(reader, line, use.at, speaks);
  return before ?? (followsContent(reader, line, use.at) ? right(reader, line, use.end, speaks) : null);
}

/** "…," said the minister: an inverted order stands only after the words, or at the very start of a line. */
function followsContent(reader: Reader, line: Line, at: number): boolean {
  return at === 0 || /^(?:“”|,)$/u.test(formAt(reader, line, at - 1));
}

/** Which noun phrases are taken for someone who speaks. */
type Test = (reader: Reader, line: Line, phrase: Phrase) => boolean;

/** Whoever is the subject of a verb of speech speaks, be it a baker or a poll. */
const anyNoun: Test = () => true;

function right(reader: Reader, line: Line, from: number, speaks: Test): Source | null {
  const phrase = phraseStartingAt(reader, line, from);
  return phrase !== null && speaks(reader, line, phrase) ? { ...phrase, side: 'right' } : null;
}

/** The noun phrase before the noun cue: "media" in "media reports", "the minister" in "the minister's claim". */
function possessor(reader: Reader, line: Line, use: CueUse): Source | null {
  const last = formAt(reader, line, use.at - 1) === "'s" ? use.at - 2 : use.at - 1;
  const phrase = phraseEndingAt(reader, line, last);
  return phrase !== null && isSpeaker(reader, line, phrase) ? { ...phrase, side: 'left' } : null;
}

/** Between speaker and verb: "has not yet", "on Monday", but no modal that makes the saying unreal ("could say"). */
function left(reader: Reader, line: Line, at: number, speaks: Test): Source | null {
  const last = skipAdjuncts(reader, line, at - 1);
  if (last === null) return null;
  const phrase = formAt(reader, line, last) === ',' ? beforeAside(reader, line, last) : directly(reader, line, last);
  return phrase !== null && speaks(reader, line, phrase) ? { ...phrase, side: 'left' } : null;
}

function skipAdjuncts(reader: Reader, line: Line, from: number): number | null {
  let i = from;
  for (; i >= 0; i--) {
    const form = formAt(reader, line, i);
    const pos = posAt(reader, line, i);
    if (/^(?:could|may|might|should|must|can|would)$/u.test(form)) return null;
    const isTime =
      isTemporal(reader, line, i) || (/^(?:on|last|this|late|early)$/u.test(form) && isTemporal(reader, line, i + 1));
    if (pos !== 'ADV' && pos !== 'AUX' && !isTime && !/^(?:not|n't)$/u.test(form)) break;
  }
  return i < 0 ? null : i;
}

/** The phrase right before the verb, or before an adverbial without a closing comma: "Lukashenko, in particular said". */
function directly(reader: Reader, line: Line, last: number): Phrase | null {
  const phrase = phraseEndingAt(reader, line, last);
  const governor = phrase === null ? null : posAt(reader, line, phrase.from - 1);
  if (phrase !== null && governor !== 'ADP') return phrase;
  for (let i = last; i > Math.max(0, last - LONGEST_ADVERBIAL); i--)
    if (formAt(reader, line, i - 1) === ',')
      return startsAdverbial(reader, line, i) ? phraseEndingAt(reader, line, i - 2) : null;
  return null;
}

const LONGEST_ADVERBIAL = 6;

function startsAdverbial(reader: Reader, line: Line, i: number): boolean {
  const pos = posAt(reader, line, i);
  return pos === 'ADP' || pos === 'ADV' || pos === 'ADJ';
}

const LONGEST_ASIDE = 30;

/** "Hugh Hill, a doctor who lives nearby, said": the phrase before the comma that opens the aside. */
function beforeAside(reader: Reader, line: Line, closing: number): Phrase | null {
  for (let i = closing - 1; i > Math.max(0, closing - LONGEST_ASIDE); i--) {
    if (formAt(reader, line, i) === '“”') return null;
    if (formAt(reader, line, i) !== ',') continue;
    const phrase = phraseEndingAt(reader, line, i - 1);
    if (isNameOnly(reader, line, i + 1, closing)) return { from: phrase?.from ?? i + 1, to: closing };
    if (phrase !== null && isSpeaker(reader, line, phrase)) return phrase;
  }
  return null;
}

/** "The mayor of the town, Anna Quill, said": the aside is the name itself. */
function isNameOnly(reader: Reader, line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (posAt(reader, line, i) !== 'PROPN') return false;
  return to - from >= 2;
}
