import type { Attribution, PointSpan } from '../gold.ts';

/** Kinds of gold attributions, told by quotation marks and cue: PolNeAR itself marks none. */
export type GoldType = 'attitude' | 'direct' | 'indirect speech' | 'mixed';

/** Forms of the commonest verbs of speech, and "according". */
const SPEECH = [
  [
    'said',
    'says',
    'say',
    'saying',
    'told',
    'tells',
    'telling',
    'tell',
    'according',
    'added',
    'adds',
    'adding',
    'wrote',
  ],
  ['writes', 'tweeted', 'asked', 'noted', 'argued', 'explained', 'announced', 'reported', 'claimed', 'stated'],
  ['insisted', 'warned', 'acknowledged', 'suggested', 'declared', 'replied', 'responded', 'continued'],
].flat();

const SPEECH_CUE = new RegExp(`\\b(?:${SPEECH.join('|')})\\b`, 'i');
const ANY_MARK = /[“”"]/u;
const OPENING = /^[“"]/u;
const CLOSING = /[”"]$/u;
const END_MARKS = /[.,;:!?]+$/u;

/**
 * The kind of a gold attribution: direct where its content begins and ends with a quotation mark, mixed where it holds one
 * otherwise; without marks indirect speech or attitude, by its cue. `points` are the characters of the text.
 */
export function goldType({ cue, content }: Attribution, points: readonly string[]): GoldType {
  const words = wordsOf(content, points);
  if (!ANY_MARK.test(words)) return SPEECH_CUE.test(wordsOf(cue, points)) ? 'indirect speech' : 'attitude';
  const bare = words.trim().replace(END_MARKS, '');
  return OPENING.test(bare) && CLOSING.test(bare) ? 'direct' : 'mixed';
}

function wordsOf(spans: readonly PointSpan[], points: readonly string[]): string {
  return spans.map(([start, end]) => points.slice(start, end).join('')).join(' ');
}
