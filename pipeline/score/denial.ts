import type { Span, Statement, Tokens } from '../model.ts';
import { runOf, type Run } from '../text/runs.ts';
import { isWord } from '../text/word.ts';
import type { TermMatch } from '../text/terms.ts';
import { asserted, type Asserted } from './asserted.ts';
import { clausesOf } from './clauses.ts';
import { isAsserting, isDenial, REJECTING, type UsedCue } from './cue.ts';
import { hasSelfBefore } from './self.ts';
import type { Denier, Reader } from './reader.ts';

/** What a statement denies, and the words among its own that deny it. */
export interface Denials {
  readonly denied: readonly Span[];
  readonly negations: readonly Span[];
}

const NONE: Denials = { denied: [], negations: [] };

/**
 * The scope of denial. A cue that denies ("rejects claims that …") denies its content, up to a "but" and without the words
 * that only open it. Else each clause that the speaker asserts and a negation stands in is denied: the clause without the
 * negation, as scope is marked by Morante and Daelemans (2012); behind "we deny" and "I do not think" what follows. Two
 * negations in a clause cancel out, and under a denying cue negations of the content are part of what is denied.
 */
export function denials(reader: Reader, statement: Statement, cue: UsedCue, own: readonly Run[]): Denials {
  if (isDenial(cue)) {
    const runs = statement.content.map((span) => runOf(reader.tokens, span));
    return { denied: spansOf(reader.tokens, deniedContent(reader, runs)), negations: [] };
  }
  if (!isAsserting(cue)) return NONE;
  const found = asserted(reader, own).flatMap((sentence) => denialsIn(reader, sentence));
  return {
    denied: spansOf(
      reader.tokens,
      found.flatMap(({ scope }) => scope),
    ),
    negations: spansOf(
      reader.tokens,
      found.map(({ by }) => by),
    ),
  };
}

function deniedContent(reader: Reader, runs: readonly Run[]): readonly Run[] {
  const { tokens, lexicon } = reader;
  const kept: Run[] = [];
  for (const [from, to] of runs) {
    const start = kept.length === 0 ? afterOpening(reader, [from, to]) : from;
    const end = lexicon.deniers(tokens, start, to).find(({ first, value }) => value === 'end' && first > start);
    kept.push([start, end?.first ?? to]);
    if (end !== undefined) break;
  }
  return kept;
}

/** "[claims that] the talks failed", "[that] the talks failed". */
function afterOpening({ tokens, lexicon }: Reader, [from, to]: Run): number {
  const { norms } = tokens;
  if (norms[from] === 'that') return from + 1;
  const [noun] = lexicon.alignment(tokens, from, Math.min(to, from + OPENING));
  const opens = noun?.value === 'claim' && norms[noun.end] === 'that' && noun.end + 1 < to;
  return opens ? noun.end + 1 : from;
}

/** An article and an adjective at most stand before the noun for the claim. */
const OPENING = 3;

interface Denial {
  readonly by: Run;
  readonly scope: readonly Run[];
}

function denialsIn(reader: Reader, { whole, held }: Asserted): readonly Denial[] {
  const { tokens, lexicon } = reader;
  const terms = lexicon.deniers(tokens, ...whole);
  if (!terms.some((term) => denies(term) && term.first < held[1])) return [];
  const ends = terms.flatMap(({ first, end, value }) =>
    value === 'end' ? Array.from({ length: end - first }, (_, i) => first + i) : [],
  );
  const clauses = clausesOf(tokens, whole, new Set(ends));
  let next = 0;
  return clauses.flatMap((clause, n) => {
    const inside: TermMatch<Denier>[] = [];
    while (next < terms.length && terms[next]!.first < clause[1]) {
      const term = terms[next++]!;
      if (term.first >= clause[0] && denies(term)) inside.push(term);
    }
    const [only, second] = inside;
    if (only === undefined || second !== undefined || only.first >= held[1]) return [];
    return denialBy(reader, only, clause, clauses[n + 1] ?? null);
  });
}

function denialBy(
  reader: Reader,
  { first, end, value }: TermMatch<Denier>,
  [from, to]: Run,
  next: Run | null,
): readonly Denial[] {
  const { tokens } = reader;
  // "wo|n't", "ca|n't": what is left of the verb is no word.
  const start = STUMPS.has(tokens.norms[first - 1] ?? '') ? first - 1 : first;
  const by: Run = [start, end];
  const isOwn = hasSelfBefore(reader, first, from);
  if (value === 'denier') return isOwn ? following(by, [end, to], next) : [];
  if (forbids(tokens, first, from)) return [];
  const verb = raisedVerb(tokens, end, to);
  if (verb !== null && isOwn) return following(by, [verb + 1, to], next);
  const around: readonly Run[] = [
    [from, start],
    [end, to],
  ];
  return [{ by, scope: around }];
}

/** What is denied behind a verb: the rest of its clause or, where a "that" follows at once, the clause behind. */
function following(by: Run, rest: Run, next: Run | null): readonly Denial[] {
  if (rest[1] > rest[0]) return [{ by, scope: [rest] }];
  return next === null ? [] : [{ by, scope: [next] }];
}

/** "Vestonia must not attack", "do not leave": a negation that forbids denies nothing. */
function forbids({ norms }: Tokens, at: number, from: number): boolean {
  const before = norms[at - 1] ?? '';
  return FORBIDDING.has(before) || (before === 'do' && !norms.slice(from, at - 1).some(isWord));
}

const FORBIDDING = new Set(['must', 'should', 'shall', 'let', 'us']);

const STUMPS = new Set(['wo', 'ca', 'sha']);

function denies({ value }: TermMatch<Denier>): boolean {
  return value === 'negator' || value === 'denier';
}

/** "I do not think that it is so" denies that it is so (Horn 1989 on raised negation). */
function raisedVerb({ lemmas, pos }: Tokens, from: number, to: number): number | null {
  let i = from;
  while (i < to && (pos[i] === 'ADV' || pos[i] === 'AUX')) i++;
  return i < to && pos[i] === 'VERB' && REJECTING.has(lemmas[i]!) ? i : null;
}

/** Runs as spans without punctuation at their ends; none for a run without a word. */
function spansOf({ norms, starts, ends }: Tokens, runs: readonly Run[]): readonly Span[] {
  return runs.flatMap(([from, to]): readonly Span[] => {
    let [first, last] = [from, to - 1];
    while (first <= last && !isWord(norms[first]!)) first++;
    while (last >= first && !isWord(norms[last]!)) last--;
    return first > last ? [] : [[starts[first]!, ends[last]!]];
  });
}
