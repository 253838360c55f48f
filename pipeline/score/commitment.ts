import type { Commitment, Modality, Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { Reader } from './reader.ts';

/** From the strongest commitment to the weakest. */
const STRENGTHS = ['certain', 'probable', 'possible', 'hypothetical'] as const satisfies readonly Commitment[];

/**
 * How far the speaker vouches for the words: the weakest degree that any hedge, modal verb or condition among the own
 * words leaves; a question is `possible` at most. So `certain` promises that none was found. "Would" is hypothetical
 * inside quotation marks only: in reported speech it is mostly a plain future of the past.
 */
export function commitment({ tokens, lexicon }: Reader, own: readonly Run[]): Commitment {
  const degrees = own.flatMap(([from, to]) =>
    lexicon
      .degrees(tokens, from, to)
      .filter(({ first }) => isModalUse(tokens, first) && !isReportedFuture(tokens, first))
      .flatMap(({ value }) => (value === 'none' ? [] : [value])),
  );
  const asks = own.some(([from, to]) => tokens.norms.slice(from, to).includes('?'));
  const weakest = [...degrees, ...(asks ? (['possible'] as const) : [])].map((degree) => STRENGTHS.indexOf(degree));
  return STRENGTHS[Math.max(0, ...weakest)]!;
}

/** The kinds of modality that the own words show by the modality lexicon, each once, in alphabetical order. */
export function modality({ tokens, lexicon }: Reader, own: readonly Run[]): readonly Modality[] {
  const found = own.flatMap(([from, to]) => lexicon.modality(tokens, from, to));
  return [...new Set(found.filter(({ first }) => isModalUse(tokens, first)).map(({ value }) => value))].sort();
}

/** Modal verbs that are also nouns or names: "the will of the people", "in May". */
const MODAL_VERBS = new Set(['can', 'may', 'might', 'must', 'need', 'will']);

function isModalUse({ norms, pos }: Tokens, i: number): boolean {
  return !MODAL_VERBS.has(norms[i]!) || (pos[i] !== 'NOUN' && pos[i] !== 'PROPN');
}

function isReportedFuture({ norms, quoteDepth }: Tokens, i: number): boolean {
  return norms[i] === 'would' && (quoteDepth[i] === 0 || norms[i + 1] === 'like');
}
