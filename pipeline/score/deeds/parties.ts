import type { Entity, Span, Tokens } from '../../model.ts';
import { runOf, type Run } from '../../text/runs.ts';
import { isFree, isHead, isNoun, isPossessive, isTopic, posAt, REACH, type Name } from '../grammar.ts';
import { isMeasure } from '../no-object.ts';
import { namesIn, type Reader } from '../reader.ts';

/**
 * Whom a noun phrase means as one who acts: the name that it ends with, or whoever its head acts for ("Russian forces", "the
 * shells of Vestonia", "Port Vest’s troops"); of two joined by “and” both. A man of a country is not the country.
 */
export function actorsIn(reader: Reader, run: Run): readonly Entity[] {
  const { tokens } = reader;
  const names = namesIn(reader.names, run).filter((name) => !isTopic(name) && isFree(tokens, name));
  const head = run[1] - 1;
  const own = names.find((name) => name.first <= head && head < name.end);
  if (own !== undefined) return [...joinedTo(tokens, names, own), own].map(({ value }) => value.entity);
  if (!actsForOthers(reader, head)) return [];
  const before = names.findLast(
    (name) => name.end <= head && isModifier(tokens, name, head) && !isMeasure(tokens, name),
  );
  const owner = before ?? nameAfterOf(reader, run[1]);
  return owner === undefined ? [] : [...joinedTo(tokens, names, owner), owner].map(({ value }) => value.entity);
}

/** "the government and people of Vestonia": a phrase ends before its "of". */
function nameAfterOf({ tokens, names }: Reader, end: number): Name | undefined {
  let at = end;
  if (tokens.norms[at] === 'and' && isNoun(tokens, at + 1)) at += 2;
  if (tokens.norms[at] !== 'of') return undefined;
  const first = posAt(tokens, at + 1) === 'DET' ? at + 2 : at + 1;
  return namesIn(names, [first, first + REACH]).find(
    (name) => name.first === first && !isTopic(name) && isHead(tokens, name),
  );
}

/** Whether a noun phrase means what armies hit as such: "Vestonian positions". */
export function isMilitary({ tokens, lexicon }: Reader, run: Run): boolean {
  const head = run[1] - 1;
  return lexicon.deeds.army.has(tokens.lemmas[head]!) || lexicon.deeds.army.has(tokens.norms[head]!);
}

/** "we", "I", "our forces". */
export function isSelfAt({ norms }: Tokens, [first]: Run): boolean {
  return norms[first] === 'we' || norms[first] === 'i' || norms[first] === 'our' || norms[first] === 'us';
}

/** The speaker and whoever the words for the speaker name: "Vestonian officials" are of Vestonia. */
export function sidesOf({ tokens, names }: Reader, speaker: Entity | null, source: readonly Span[]): readonly Entity[] {
  const named = source.flatMap((span) => namesIn(names, runOf(tokens, span))).map(({ value }) => value.entity);
  return speaker === null ? named : [speaker, ...named];
}

/** Whether a party is on one of the speaker’s sides: itself, or of the same country. */
export function isOwnSide(party: Entity, sides: readonly Entity[]): boolean {
  return sides.some(({ id, country }) => party.id === id || (party.country !== null && party.country === country));
}

function actsForOthers({ tokens, lexicon }: Reader, head: number): boolean {
  const { actors } = lexicon.deeds;
  return actors.has(tokens.lemmas[head]!) || actors.has(tokens.norms[head]!);
}

/** "Vestonia’s brave troops", "Vestonian army units". */
function isModifier(tokens: Tokens, { end }: Name, head: number): boolean {
  for (let i = end; i < head; i++) {
    if (!isNoun(tokens, i) && !isPossessive(tokens, i) && posAt(tokens, i) !== 'ADJ') return false;
  }
  return true;
}

function joinedTo({ norms }: Tokens, names: readonly Name[], { first }: Name): readonly Name[] {
  return names.filter(({ end }) => end === first - 1 && norms[end] === 'and');
}
