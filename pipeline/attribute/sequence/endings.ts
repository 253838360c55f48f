import { rowOf } from '../../text/table.ts';
import { isOnLine, keysOfEnds } from './ending-features.ts';
import { beginOf, LABEL_COUNT } from './labels.ts';
import type { Linked } from './link.ts';
import { CLOSE, OUT, SHORT } from './quote-states.ts';
import type { Reading } from './reading.ts';
import type { Segment } from './segments.ts';
import type { Endings } from './weights.ts';

/** Where one content may end, with what speaks for each end. */
export interface EndChoice {
  readonly content: Segment;
  /** The tokens after the last, ascending; the one that the sequence model chose is among them. */
  readonly ends: readonly number[];
  /** For each end `BELIEFS` numbers: how likely the sequence model holds it, as logarithms. */
  readonly beliefs: readonly number[];
  /** For each end equally many keys of features. */
  readonly keys: readonly number[];
}

/** How many numbers of the sequence model speak for an end. */
export const BELIEFS = 2;

/**
 * Settles where content that is not quoted ends, among the likeliest ends that it can have without touching what stands
 * beside it, by features of the whole span and of what follows (a reranker after Collins 2000). The sequence model sees a
 * few words at a time; whether a clause is whole, or "and" goes on with it, shows only in all of it.
 */
export function settleEnds(reading: Reading, endings: Endings): readonly Linked[] {
  if (endings.beliefs.length === 0) return reading.linked;
  const settled = new Map(
    endChoices(reading).map((choice) => [choice.content, endedAt(reading, choice.content, best(choice, endings))]),
  );
  return reading.linked.map((one) => ({
    ...one,
    content: one.content.map((content) => settled.get(content) ?? content),
  }));
}

/** The end of the highest score; of equal ones the sequence model's. */
export function best({ content, ends, beliefs, keys }: EndChoice, { table, beliefs: weights, step }: Endings): number {
  const width = keys.length / ends.length;
  const scores = ends.map((_, n) => {
    let sum = 0;
    for (let k = n * width; k < (n + 1) * width; k++) sum += table.values[rowOf(table, keys[k]!)]!;
    let score = sum * step;
    for (let k = 0; k < BELIEFS; k++) score += weights[k]! * beliefs[n * BELIEFS + k]!;
    return score;
  });
  let top = ends.indexOf(content.end);
  scores.forEach((score, n) => {
    if (score > scores[top]!) top = n;
  });
  return ends[top]!;
}

/** How sure the sequence model is stays as it was: it is asked for the role, not for the border. */
function endedAt({ features }: Reading, content: Segment, end: number): Segment {
  return end === content.end ? content : { ...content, end, lastLine: features.lineOf[end - 1]! };
}

const BEGIN = beginOf('content');

/** All contents of an article whose end is to be chosen: those of a cue, where none is quoted. Time is linear in its tokens. */
export function endChoices(reading: Reading): readonly EndChoice[] {
  const borders = Int32Array.from(reading.linked.flatMap(partsOf), ({ first }) => first).sort();
  return reading.linked.flatMap(({ cue, content }) => {
    if (cue === null || content.some((one) => isQuoted(reading, one))) return [];
    return content
      .map((one) => choiceOf(reading, cue, one, after(borders, one.first)))
      .filter(({ ends }) => ends.length > 1);
  });
}

function partsOf({ source, cue, content }: Linked): readonly Segment[] {
  return [source, cue, ...content].filter((part) => part !== null);
}

/** The first of the sorted numbers that is greater, `Infinity` where none is. */
function after(sorted: Int32Array, than: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid]! <= than) low = mid + 1;
    else high = mid;
  }
  return sorted[low] ?? Infinity;
}

/** Where quoted words end, their marks tell, and what stands around them hangs together with them. */
function isQuoted({ features: { states } }: Reading, { first, end }: Segment): boolean {
  for (let i = first; i < end; i++) if (states[i] !== OUT) return true;
  return false;
}

/** How many ends are weighed, and how likely one must be that is. */
const MOST = 8;
const LEAST = 1e-5;

function choiceOf(reading: Reading, cue: Segment, content: Segment, next: number): EndChoice {
  let limit = content.end;
  while (limit < next && isOnLine(reading, content, limit)) limit++;
  const likely = likelyEnds(reading, content, limit);
  const ends = likely.map(({ end }) => end);
  const beliefs = likely.flatMap(({ whole, here }) => [Math.log(whole), Math.log(here)]);
  const keys = ends.length < 2 ? [] : keysOfEnds(reading, cue, content, { ends, limit, next });
  return { content, ends, beliefs, keys };
}

/** An end with its probability given the begin, and given the token before. */
interface LikelyEnd {
  readonly end: number;
  readonly whole: number;
  readonly here: number;
}

function likelyEnds(
  { features: { states }, labelling: { marginals } }: Reading,
  content: Segment,
  limit: number,
): readonly LikelyEnd[] {
  const likely: LikelyEnd[] = [];
  let whole = 1;
  for (let end = content.first + 1; end <= limit; end++) {
    const here = Math.max(TINY, 1 - goesOn(marginals, end));
    const isOwn = end === content.end;
    if (isOwn || (whole * here >= LEAST && !cutsQuotation(states, end)))
      likely.push({ end, whole: Math.max(TINY, whole * here), here });
    whole *= Math.max(TINY, 1 - here);
  }
  if (likely.length <= MOST) return likely;
  const least = likely.map((one) => one.whole).sort((a, b) => b - a)[MOST - 1]!;
  return likely.filter(({ end, whole: p }) => p >= least || end === content.end);
}

const TINY = 1e-9;

/** How probable it is that a content goes on with token `i`, given that the one before belongs to it. */
function goesOn(marginals: Float64Array, i: number): number {
  const at = i * LABEL_COUNT + BEGIN;
  if (at >= marginals.length) return 0;
  const before = marginals[at - LABEL_COUNT]! + marginals[at - LABEL_COUNT + 1]!;
  return Math.min(1, marginals[at + 1]! / Math.max(TINY, before));
}

function cutsQuotation(states: Uint8Array, end: number): boolean {
  const [last, next] = [states[end - 1]!, states[end] ?? OUT];
  return last !== OUT && next !== OUT && last % SHORT !== CLOSE;
}
