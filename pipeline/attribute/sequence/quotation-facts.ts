import type { Reader } from '../reader.ts';
import { bin } from './bin.ts';
import { NOTHING } from './line-facts.ts';
import { CLOSE, OPEN, OUT, REOPEN, SHORT } from './quote-states.ts';
import type { TokenType } from './token-types.ts';

/** What stands around a quotation: hashes of forms, and of forms or tags ("class"). */
export interface QuotationFacts {
  /** Its first token. */
  readonly first: number;
  readonly before: number;
  readonly after: number;
  readonly beforeClass: number;
  readonly afterClass: number;
  /** The punctuation before its closing mark. */
  readonly last: number;
  /** How many tokens it has, in steps. */
  readonly length: number;
}

/** For each token that stands in a quotation, what is around that; `null` for the others. Linear in the tokens. */
export function quotationFacts(
  reader: Reader,
  types: readonly TokenType[],
  states: Uint8Array,
): readonly (QuotationFacts | null)[] {
  const facts = new Array<QuotationFacts | null>(states.length).fill(null);
  for (let i = 0; i < states.length; i++) {
    if (states[i] === OUT) continue;
    const end = endOf(states, i);
    facts.fill(factsOf(reader, types, states, i, end), i, end);
    i = end - 1;
  }
  return facts;
}

/** The token after the last of the quotation that starts at `first`. */
function endOf(states: Uint8Array, first: number): number {
  let end = first + 1;
  if (states[first]! % SHORT === CLOSE) return end;
  for (; end < states.length && states[end] !== OUT; end++) {
    const state = states[end]! % SHORT;
    if (state === OPEN || state === REOPEN) return end;
    if (state === CLOSE) return end + 1;
  }
  return end;
}

function factsOf(
  { article: { tokens } }: Reader,
  types: readonly TokenType[],
  states: Uint8Array,
  first: number,
  end: number,
): QuotationFacts {
  const isNear = (i: number): boolean => i >= 0 && i < tokens.length && tokens.paragraph[i] === tokens.paragraph[first];
  const form = (i: number): number => (isNear(i) ? types[i]!.wordHash : NOTHING);
  const kind = (i: number): number => {
    if (!isNear(i)) return NOTHING;
    return types[i]!.isTelling ? types[i]!.wordHash : types[i]!.posHash;
  };
  const last = states[end - 1]! % SHORT === CLOSE ? end - 2 : end - 1;
  return {
    first,
    before: form(first - 1),
    after: form(end),
    beforeClass: kind(first - 1),
    afterClass: kind(end),
    last: types[last]?.isPunctuation === true ? form(last) : NO_MARK,
    length: bin(end - first),
  };
}

const NO_MARK = 9;
