import { INSIDE, OUT, SHORT } from './quote-states.ts';
import type { Reading } from './reading.ts';

/** What some tokens hold, in numbers. */
export interface Counts {
  verbs: number;
  commas: number;
  /** Words that are cues more often than not. */
  cues: number;
  /** "and", "but", "or". */
  joints: number;
  /** "because", "while", "if". */
  clauses: number;
  /** Brackets. */
  brackets: number;
  /** Quotation marks. */
  marks: number;
}

/** Counts of no token. */
export function noCounts(): Counts {
  return { verbs: 0, commas: 0, cues: 0, joints: 0, clauses: 0, brackets: 0, marks: 0 };
}

/** Adds token `i` to the counts. */
export function countToken(counts: Counts, { reader, features }: Reading, i: number): void {
  const { tokens } = reader.article;
  const { types, states } = features;
  if (types[i]!.cueRate >= STRONG) counts.cues++;
  const pos = tokens.pos[i]!;
  if (pos === 'VERB' || pos === 'AUX') counts.verbs++;
  else if (pos === 'CCONJ') counts.joints++;
  else if (pos === 'SCONJ') counts.clauses++;
  else if (pos === 'PUNCT') {
    const norm = tokens.norms[i]!;
    if (norm === ',') counts.commas++;
    if (norm === '(' || norm === ')') counts.brackets++;
    if (states[i] !== OUT && states[i]! % SHORT !== INSIDE) counts.marks++;
  }
}

const STRONG = 4;
