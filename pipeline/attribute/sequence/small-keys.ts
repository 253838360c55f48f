import type { Pos } from '../../model.ts';
import { TAGS, tagIndex } from '../../text/tags.ts';
import { RATE_STEPS } from './cue-rates.ts';
import { QUOTE_STATES } from './quote-states.ts';

// Features that a few small numbers decide have no hash: all that they can be is counted through, so that their weights
// stand in a list (`SMALL` of text/table.ts). Those of a label and those of a pair of labels are counted apart, both from 1.

/** A tag as a number from 2 on; 0 and 1 stand for what lies before and after the paragraph. */
export function tagNumber(tag: Pos): number {
  return 2 + tagIndex(tag);
}

const TAG_COUNT = 2 + TAGS.length;
const TRIPLES = TAG_COUNT ** 3;

/** Three tags: of the token with those around, before or after it. For a pair of labels, too. */
export function tripleKey(which: 0 | 1 | 2, a: number, b: number, c: number): number {
  return 1 + which * TRIPLES + (a * TAG_COUNT + b) * TAG_COUNT + c;
}

const RATES = 1 + TRIPLES;
const STATES = RATES + RATE_STEPS;
const LINES = STATES + QUOTE_STATES * (QUOTE_STATES + 1);

/** For a pair of labels: how often the token is a cue. */
export function pairRateKey(step: number): number {
  return RATES + step;
}

/** For a pair of labels: the token's quote state and that of the token before; `QUOTE_STATES` for what lies before the paragraph. */
export function pairStatesKey(state: number, before: number): number {
  return STATES + state * (QUOTE_STATES + 1) + before;
}

/** For a pair of labels: the type of the line, and the token's quote state. */
export function pairLineKey(type: number, state: number): number {
  return LINES + type * QUOTE_STATES + state;
}
