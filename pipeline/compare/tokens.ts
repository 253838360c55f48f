import type { Passage, Pos, Tokens } from '../model.ts';
import { isWord } from '../text/word.ts';
import { passageAt } from './passages.ts';
import { VOICES } from './voices.ts';

/** Tokens as far as they are compared, in columns. A form that comes again is kept once, and tags only as what they are asked for. */
export interface ComparedTokens extends Pick<Tokens, 'length' | 'starts' | 'ends' | 'sentence' | 'quoteDepth'> {
  /** The distinct surface forms (`Tokens.norms`), in the order in which they first come. */
  readonly forms: readonly string[];
  /** For each token the place of its form in `forms`. */
  readonly form: Uint32Array;
  /** For each token the place of its voice in `VOICES`. */
  readonly voices: Uint8Array;
  /** For each token 1 where it is a noun, name, adjective or verb. */
  readonly content: Uint8Array;
}

/** The columns of an article's tokens that a comparison needs. Offsets, sentences and depths are the article's own columns. */
export function comparedTokens(
  { length, starts, ends, sentence, quoteDepth, norms, pos }: Tokens,
  passages: readonly Passage[],
): ComparedTokens {
  const places = new Map<string, number>();
  const form = Uint32Array.from(norms, (norm) => {
    const place = places.get(norm) ?? places.size;
    places.set(norm, place);
    return place;
  });
  return {
    length,
    starts,
    ends,
    sentence,
    quoteDepth,
    forms: [...places.keys()],
    form,
    voices: tokenVoices(starts, passages),
    content: Uint8Array.from(pos, (tag) => Number(isContent(tag))),
  };
}

const CONTENT: readonly Pos[] = ['NOUN', 'PROPN', 'ADJ', 'VERB'];

function isContent(pos: Pos): boolean {
  return CONTENT.includes(pos);
}

function tokenVoices(starts: Uint32Array, passages: readonly Passage[]): Uint8Array {
  let end = 0;
  let voice = 0;
  return Uint8Array.from(starts, (start) => {
    if (start >= end) {
      const passage = passageAt(passages, start);
      end = passage.span[1];
      voice = VOICES.indexOf(passage.voice);
    }
    return voice;
  });
}

/** How many words (tokens with a letter or digit) each passage holds. */
export function wordsOfPassages({ norms, starts }: Tokens, passages: readonly Passage[]): Uint32Array {
  const words = new Uint32Array(passages.length);
  let at = 0;
  norms.forEach((norm, token) => {
    while (at + 1 < passages.length && passages[at + 1]!.span[0] <= starts[token]!) at++;
    if (isWord(norm)) words[at]!++;
  });
  return words;
}
