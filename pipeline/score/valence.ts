import type { Reading, Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { isWord } from '../text/word.ts';
import { valenceOfWord } from './afinn.ts';
import { isNegated } from './negation.ts';
import type { Reader } from './reader.ts';

/**
 * Valence of a speaker's own words by AFINN-165 (Nielsen 2011, as the package `sentiment` carries it; entries of several
 * words are not reached). `mean`: values summed, divided by the number of all words, −5 … 5, `null` without words;
 * `words`: how many have a value. A hyphenated word is looked up whole, a word within a name of the registry ("United
 * States") not at all. A negation up to three tokens before turns a value round; the package alone sees one directly
 * before only. A negating adverb or determiner ("no") has no value of its own.
 */
export function valence({ tokens, inName, negations }: Reader, own: readonly Run[]): Reading['valence'] {
  let sum = 0;
  let valued = 0;
  for (const [from, to] of own) {
    for (let i = from; i < to; i = compoundEnd(tokens, i, to)) {
      const negates = negations.tokens.has(i) && tokens.pos[i] !== 'VERB' && tokens.pos[i] !== 'NOUN';
      const value = inName.has(i) || negates ? 0 : valueOf(tokens, i, compoundEnd(tokens, i, to));
      if (value !== 0) valued++;
      sum += isNegated(tokens, negations, i, from) ? -value : value;
    }
  }
  const words = own.reduce((count, run) => count + wordsIn(tokens, run), 0);
  return { mean: words === 0 ? null : sum / words, words: valued };
}

/** End of the hyphenated word that starts at token `i`; the next token where there is none. */
function compoundEnd(tokens: Tokens, i: number, to: number): number {
  let end = i + 1;
  while (end + 1 < to && isHyphenAt(tokens, end) && isWord(tokens.norms[end + 1]!)) end += 2;
  return end;
}

/** A hyphen with no blank on either side. */
function isHyphenAt({ norms, starts, ends }: Tokens, i: number): boolean {
  return HYPHEN.test(norms[i]!) && starts[i] === ends[i - 1] && starts[i + 1] === ends[i];
}

const HYPHEN = /^[-‐‑]$/u;

function valueOf({ norms }: Tokens, from: number, to: number): number {
  return valenceOfWord(norms.slice(from, to).join('').replace(/[‐‑]/gu, '-'));
}

function wordsIn({ norms }: Tokens, [from, to]: Run): number {
  return norms.slice(from, to).filter(isWord).length;
}
