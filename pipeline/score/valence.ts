import type { Reading, Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { remembered } from '../text/remembered.ts';
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
export function valence(reader: Reader, own: readonly Run[]): Reading['valence'] {
  const { tokens } = reader;
  let [sum, valued, words] = [0, 0, 0];
  for (const [from, to] of own) {
    for (let i = from; i < to;) {
      const end = compoundEnd(tokens, i, to);
      const value = valueOf(reader, i, end);
      if (value !== 0) {
        valued++;
        sum += isNegated(tokens, reader.negations, i, from) ? -value : value;
      }
      for (; i < end; i++) if (isWord(tokens.norms[i]!)) words++;
    }
  }
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
  return HYPHENS.has(norms[i]!) && starts[i] === ends[i - 1] && starts[i + 1] === ends[i];
}

const HYPHENS: ReadonlySet<string> = new Set('-‐‑');

function valueOf({ tokens: { norms, pos }, inName, negations }: Reader, from: number, to: number): number {
  const value = valueOfForm(to === from + 1 ? norms[from]! : norms.slice(from, to).join(''));
  if (value === 0 || inName.has(from)) return 0;
  const negates = negations.tokens.has(from) && pos[from] !== 'VERB' && pos[from] !== 'NOUN';
  return negates ? 0 : value;
}

const valueOfForm = remembered((form) => valenceOfWord(form.replace(/[‐‑]/gu, '-')));
