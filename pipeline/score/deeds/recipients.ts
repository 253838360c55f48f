import type { Entity } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import { continuesPhrase, isHead, isPossessive, posAt, REACH } from '../grammar.ts';
import { namesIn, type Reader } from '../reader.ts';
import { actorsIn } from './parties.ts';

/** Whom a noun for a deed is for or against: "support for [brave] Vestonia", "pressure on the Vestonian leadership". */
export function aimedAt(reader: Reader, [from, to]: Run, links: ReadonlySet<string>): readonly Entity[] {
  return links.has(reader.tokens.norms[from]!) ? phraseAt(reader, from + 1, to) : [];
}

/** To whom is given: "gave Vestonia arms", "gave arms and money to Vestonia", "shipped tanks for the Vestonian army". */
export function recipients(reader: Reader, [from, to]: Run): readonly Entity[] {
  const { tokens } = reader;
  if (!isHelp(reader, [from, to])) return [];
  const [name] = namesIn(reader.names, [from, Math.min(to, from + 3)]);
  const opens = name !== undefined && startsAt(reader, from, name.first);
  if (opens && isHead(tokens, name)) return [name.value.entity];
  if (opens && (posAt(tokens, name.end) === 'NOUN' || posAt(tokens, name.end) === 'ADJ')) return [name.value.entity];
  for (let i = from; i < Math.min(to, from + REACH); i++) {
    if (RECEIVING.has(tokens.norms[i]!)) return phraseAt(reader, i + 1, to);
    if (posAt(tokens, i) === 'VERB' || posAt(tokens, i) === 'SCONJ' || tokens.norms[i] === ';') return [];
  }
  return [];
}

/** What is given helps: arms, aid, money. */
function isHelp({ tokens, lexicon }: Reader, [from, to]: Run): boolean {
  const end = Math.min(to, from + REACH);
  if (lexicon.deeds.nouns(tokens, from, end).some(({ value }) => value === 'help')) return true;
  return tokens.norms.slice(from, end).some((norm) => MONEY.test(norm));
}

const MONEY = /^(?:[$€£].*|million|billion|euros?|dollars?|money|food|medicine)$/u;

const RECEIVING: ReadonlySet<string> = new Set(['to', 'for']);

/** Whom the noun phrase that begins at a token means. */
function phraseAt(reader: Reader, from: number, to: number): readonly Entity[] {
  const { tokens } = reader;
  let end = from;
  while (end < Math.min(to, from + REACH) && isInner(reader, end)) end++;
  if (tokens.norms[end] === 'and' && namesIn(reader.names, [end + 1, end + 3]).length > 0) {
    const [other] = namesIn(reader.names, [end + 1, Math.min(to, end + REACH)]);
    if (other?.first === end + 1 && isHead(tokens, other)) end = other.end;
  }
  return end > from ? actorsIn(reader, [from, end]) : [];
}

function isInner({ tokens }: Reader, i: number): boolean {
  return continuesPhrase(tokens, i) || posAt(tokens, i) === 'DET' || isPossessive(tokens, i) || tokens.norms[i] === '-';
}

function startsAt({ tokens }: Reader, from: number, first: number): boolean {
  return from === first || (from + 1 === first && posAt(tokens, from) === 'DET');
}
