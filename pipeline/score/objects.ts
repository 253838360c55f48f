import type { Tokens } from '../model.ts';
import { isHead, isNoun, isPossessive, isTopic, posAt, REACH, type Name } from './grammar.ts';
import { LESSENING, STRENGTHENING } from './nouns.ts';

/** A name with the words before it that say how much of it is meant. */
export interface Phrase {
  readonly name: Name;
  /** First token of the phrase: of "the deepening of our ties" the article. */
  readonly first: number;
  /** −1 for its end or less of it ("the lifting of sanctions"), 1 for itself or more. */
  readonly direction: 1 | -1;
}

/**
 * The noun phrase that a name ends. `null` where another noun stands over the name and says neither more nor less of it
 * ("the attack on Vestonia", "talks on sanctions"), or a negation stands within.
 */
export function phraseAt(tokens: Tokens, name: Name, from: number): Phrase | null {
  // "Western sanctions", "EU sanctions": who is behind a topic changes nothing of what it is.
  let noun = name.first;
  while (isTopic(name) && noun > from && posAt(tokens, noun - 1) === 'PROPN') noun--;
  const own = beforeModifiers(tokens, noun, from);
  const of = own - 1;
  if (of <= from || !LINKS.has(tokens.norms[of]!)) return { name, first: own, direction: 1 };
  const direction = directionOf(tokens, of - 1);
  return direction === null ? null : { name, first: beforeModifiers(tokens, of - 1, from), direction };
}

const LINKS = new Set(['of', 'to', 'in', 'from']);

function directionOf({ lemmas, norms }: Tokens, noun: number): 1 | -1 | null {
  const is = (set: ReadonlySet<string>): boolean => set.has(lemmas[noun]!) || set.has(norms[noun]!);
  if (is(STRENGTHENING)) return 1;
  return is(LESSENING) ? -1 : null;
}

/** First of the articles, adjectives, adverbs and owners that stand unbroken before a token. */
function beforeModifiers(tokens: Tokens, at: number, from: number): number {
  let first = at;
  while (first > Math.max(from, at - REACH) && isModifier(tokens, first - 1)) first--;
  return first;
}

function isModifier(tokens: Tokens, i: number): boolean {
  if (NEGATIVE.has(tokens.norms[i]!)) return false;
  const pos = posAt(tokens, i);
  return (
    pos === 'DET' ||
    pos === 'ADJ' ||
    pos === 'ADV' ||
    pos === 'NUM' ||
    OWNERS.has(tokens.norms[i]!) ||
    isHyphen(tokens, i)
  );
}

const NEGATIVE = new Set(['no', 'not', 'never', 'neither', 'nor', 'so', 'then', 'now']);
const OWNERS = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their']);

function isHyphen({ norms, starts, ends }: Tokens, i: number): boolean {
  return norms[i] === '-' && starts[i] === ends[i - 1];
}

/**
 * Whether a name is a whole object: the end of its phrase, and no subject of a verb behind it ("support Vestonia joining",
 * "want the war to end").
 */
export function isWholeObject(tokens: Tokens, name: Name): boolean {
  if (!isHead(tokens, name)) return false;
  const next = posAt(tokens, name.end);
  return next !== 'VERB' && next !== 'AUX' && next !== 'PART';
}

/** Whether no verb stands between a token and the end of its clause: what is wished for is the thing, not an event of it. */
export function hasNoVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to && !endsClause(tokens, i); i++) {
    const pos = posAt(tokens, i);
    if (pos === 'VERB' || pos === 'AUX') return false;
  }
  return true;
}

function endsClause(tokens: Tokens, i: number): boolean {
  const pos = posAt(tokens, i);
  return (pos === 'PUNCT' && tokens.norms[i] !== '-') || pos === 'SCONJ' || pos === 'CCONJ';
}

/**
 * Whether a clause can begin at a token: at the start of the run, behind a comma or a conjunction, but not as the second
 * of two nouns ("Norland and sanctions are wrong") or behind a preposition or possessor.
 */
export function startsClause(tokens: Tokens, i: number, from: number): boolean {
  if (i <= from) return true;
  const pos = posAt(tokens, i - 1);
  if (isPossessive(tokens, i - 1)) return false;
  if (pos === 'CCONJ') return tokens.norms[i - 1] === 'but' || !isNoun(tokens, i - 2);
  return pos === 'PUNCT' || pos === 'SCONJ' || tokens.norms[i - 1] === 'that';
}
