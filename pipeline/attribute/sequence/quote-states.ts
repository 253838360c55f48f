import { hasWords } from '../../text/word.ts';
import type { Reader } from '../reader.ts';

/** Where a token stands to the outermost quotation around it: in none. */
export const OUT = 0;
/** Its opening mark. */
export const OPEN = 1;
/** Between its marks. */
export const INSIDE = 2;
/** Its closing mark. */
export const CLOSE = 3;
/** The mark that opens again what the paragraph before left open. */
export const REOPEN = 4;
/** Added for quotations of fewer than four words: scare quotes and titles, more often than speech. */
export const SHORT = 5;

/** How many states there are. */
export const QUOTE_STATES = 10;

const FEWEST_WORDS = 4;

/** One state a token. */
export function quoteStates({ article: { text, tokens, quotations } }: Reader): Uint8Array {
  const states = new Uint8Array(tokens.length);
  let i = 0;
  for (const { span, inner, depth, continues, closed } of quotations) {
    if (depth !== 1) continue;
    while (i < tokens.length && tokens.starts[i]! < span[0]) i++;
    const size = hasWords(text.slice(...inner), FEWEST_WORDS) ? 0 : SHORT;
    for (; i < tokens.length && tokens.starts[i]! < span[1]; i++) {
      const start = tokens.starts[i]!;
      const state = start < inner[0] ? (continues ? REOPEN : OPEN) : closed && start >= inner[1] ? CLOSE : INSIDE;
      states[i] = state + size;
    }
  }
  return states;
}
