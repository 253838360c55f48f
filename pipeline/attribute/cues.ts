import type { Cue } from '../model.ts';
import { isBe, phraseEndingAt } from './phrases.ts';
import { formAt, lemmaAt, posAt, type Reader } from './reader.ts';
import type { Line } from './units.ts';

/** A cue in use, at units [at, end) of its line. */
export interface CueUse {
  readonly at: number;
  readonly end: number;
  readonly cue: Cue;
  /** finite: "she says"; participle: ", noting that"; noun: "media reports that"; preposition: "according to her". */
  readonly form: 'finite' | 'participle' | 'noun' | 'preposition';
}

/** The cues of a line, from left to right. A word of the lexicon that is no predicate here ("a claim", "to say", "was told") is none. */
export function cuesIn(reader: Reader, line: Line): readonly CueUse[] {
  const uses: CueUse[] = [];
  for (let at = 0; at < line.length; at++) {
    const match = line[at]!.quotation === null ? reader.cues.get(line[at]!.first) : undefined;
    if (match === undefined) continue;
    const end = at + match.end - match.first;
    const form = formOf(reader, line, at, end);
    if (form !== null && end <= line.length) uses.push({ at, end, cue: match.value, form });
  }
  return uses;
}

function formOf(reader: Reader, line: Line, at: number, end: number): CueUse['form'] | null {
  const form = formAt(reader, line, at);
  if ((form === 'according' || form === 'in') && PREPOSITIONS.has(formsOf(reader, line, at, end))) return 'preposition';
  if (isNounCue(reader, line, at, end)) return 'noun';
  const before = adverbsBefore(reader, line, at);
  if (formAt(reader, line, before) === 'to') return null;
  if (form.endsWith('ing')) return isBe(reader, line, before) ? 'finite' : participle(reader, line, at);
  if (isBe(reader, line, before) && looksPast(reader, line, at)) return null;
  return isPredicate(reader, line, at, end) ? 'finite' : null;
}

const PREPOSITIONS = new Set(['according to', 'in the words of', 'in the opinion of', 'in the view of']);

function formsOf(reader: Reader, line: Line, at: number, end: number): string {
  return Array.from({ length: end - at }, (_, i) => formAt(reader, line, at + i)).join(' ');
}

/** The place before a cue and the adverbs and negations that modify it. */
function adverbsBefore(reader: Reader, line: Line, at: number): number {
  let i = at - 1;
  while (posAt(reader, line, i) === 'ADV' || /^(?:not|n't|never)$/u.test(formAt(reader, line, i))) i--;
  return i;
}

function looksPast(reader: Reader, line: Line, at: number): boolean {
  const form = formAt(reader, line, at);
  return form !== lemmaAt(reader, line, at) && !/(?:s|ing)$/u.test(form);
}

/** Only where something in the line before can be its subject, set off by a comma or joined. */
function participle(reader: Reader, line: Line, at: number): CueUse['form'] | null {
  const before = formAt(reader, line, adverbsBefore(reader, line, at));
  return at > 0 && /^(?:,|and|while|but|“”)$/u.test(before) ? 'participle' : null;
}

/** Nouns that carry a proposition: "reports that …", "her claim that …". */
const SPEECH_NOUNS = new Set(
  'accusation allegation announcement argument assertion assurance claim comment complaint declaration denial demand insistence note pledge prediction promise remark report speculation statement suggestion testimony threat vow warning'.split(
    ' ',
  ),
);

/** Whether a word names what is said, as the noun in "rejects claims that" does. */
export function isSpeechNoun(lemma: string): boolean {
  return SPEECH_NOUNS.has(lemma);
}

/** "amid media reports that …", "the minister's claim that …": whose words they are stands before the noun. */
function isNounCue(reader: Reader, line: Line, at: number, end: number): boolean {
  if (!isSpeechNoun(lemmaAt(reader, line, at)) || formAt(reader, line, end) !== 'that') return false;
  if (posAt(reader, line, at) === 'VERB') return false;
  const phrase = phraseEndingAt(reader, line, at);
  if (phrase === null || phrase.from === at) return false;
  const before = posAt(reader, line, phrase.from - 1);
  return formAt(reader, line, at - 1) === "'s" || before === 'ADP' || before === 'SCONJ' || before === 'VERB';
}

/** A verb by its tag; or a word mistaken for a noun ("the Kremlin reports that") where what follows shows a verb. */
function isPredicate(reader: Reader, line: Line, at: number, end: number): boolean {
  const pos = posAt(reader, line, at);
  const before = posAt(reader, line, at - 1);
  const form = formAt(reader, line, at - 1);
  if (pos === 'VERB' || pos === 'AUX') return before !== 'DET' && form !== "'s";
  if (pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'PROPN') return false;
  const next = formAt(reader, line, end);
  const saysSomething = /^(?:that|“”|:)$/u.test(next) || (next === ',' && formAt(reader, line, end + 1) === '“”');
  const phrase = phraseEndingAt(reader, line, at - 1);
  return saysSomething && phrase !== null && posAt(reader, line, phrase.from - 1) !== 'ADP';
}
