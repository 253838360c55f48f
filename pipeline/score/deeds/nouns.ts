import type { Entity } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import { every, isBeforeCopula } from '../constructions.ts';
import type { Evidence } from '../evidence.ts';
import { isFree, isHead, isPossessive, isTopic, posAt, REACH } from '../grammar.ts';
import { hasSelfBefore } from '../self.ts';
import { isNegated } from '../negation.ts';
import { namesIn, type Reader } from '../reader.ts';
import type { Telling } from './evidence.ts';
import { isOwnSide } from './parties.ts';
import { aimedAt } from './recipients.ts';
import { isEnded, isWished } from './wishes.ts';
import type { DeedTie } from './words.ts';

const FOR: ReadonlySet<string> = new Set(['for', 'to']);
const AGAINST: ReadonlySet<string> = new Set(['on', 'against', 'of']);

/**
 * Evidence in nouns for deeds: who demands help "for" someone is for them, pressure "on" someone against them; who is called
 * responsible or guilty is opposed.
 */
export function nounEvidence(reader: Reader, run: Run, telling: Telling): readonly Evidence[] {
  const { tokens, lexicon } = reader;
  return lexicon.deeds.nouns(tokens, ...run).flatMap(({ first, end, value }): readonly Evidence[] => {
    if (value === 'wish') return [];
    if (value === 'guilt') return culprit(reader, run, [first, end], telling.sides);
    if (posAt(tokens, end - 1) !== 'NOUN') return [];
    if (value === 'wrong') return wrong(reader, run, [first, end], telling.sides);
    const wished =
      (telling.demanded === 'by the cue' && isNear(reader, first, run)) ||
      isWished(reader, first, run) ||
      isOwnNeed(reader, first, run);
    if (!wished || isEnded(reader, first, run) || isNegated(tokens, reader.negations, first, run[0])) return [];
    const [tie, sign] = value === 'help' ? (['helped', 1] as const) : (['curbed', -1] as const);
    const aims = aimedAt(reader, [end, run[1]], value === 'help' ? FOR : AGAINST);
    return toEvidence(reader, aims, telling.sides, { tie, sign, words: [first, end] });
  });
}

/** "the crimes of the Vestonian army", "Vestonian war crimes", "atrocities committed by Vestonia". */
function wrong(reader: Reader, run: Run, [first, end]: Run, sides: readonly Entity[]): readonly Evidence[] {
  const { tokens, negations } = reader;
  if (isNegated(tokens, negations, first, run[0])) return [];
  const by = tokens.lemmas[end] === 'commit' ? end + 1 : end;
  const authors = [...ownersBefore(reader, first, run[0]), ...aimedAt(reader, [by, run[1]], AUTHORS)];
  return toEvidence(reader, authors.slice(0, 1), sides, { tie: 'wrongdoer', sign: -1, words: [first, end] });
}

const AUTHORS: ReadonlySet<string> = new Set(['of', 'by']);

/** Whose a noun is, by what stands before it: "Vestonia’s worst crime", "Vestonian crimes". */
function ownersBefore({ tokens, names }: Reader, noun: number, from: number): readonly Entity[] {
  const owner = namesIn(names, [Math.max(from, noun - REACH), noun]).at(-1);
  if (owner === undefined || isTopic(owner) || !isFree(tokens, owner)) return [];
  const isOwner = owner.value.naming === 'demonym' || isPossessive(tokens, owner.end);
  const joins = every(owner.end, noun, (i) => isPossessive(tokens, i) || posAt(tokens, i) === 'ADJ');
  return isOwner && joins ? [owner.value.entity] : [];
}

/** Under a cue of demand or promise no more than one verb leads to what is demanded: "to send arms to". */
function isNear({ tokens }: Reader, noun: number, [from]: Run): boolean {
  let verbs = 0;
  for (let i = Math.max(from, noun - REACH); i < noun; i++) if (posAt(tokens, i) === 'VERB') verbs++;
  return verbs < 2;
}

/** "we need more help for", "we welcome sanctions on". */
function isOwnNeed(reader: Reader, at: number, [from]: Run): boolean {
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    if (posAt(reader.tokens, i) === 'VERB') return hasSelfBefore(reader, i, from);
  }
  return false;
}

/** "Vestonia is [alone] responsible for the war". */
function culprit(reader: Reader, run: Run, words: Run, sides: readonly Entity[]): readonly Evidence[] {
  const { tokens, names, negations } = reader;
  if (isNegated(tokens, negations, words[0], run[0])) return [];
  const subject = namesIn(names, [Math.max(run[0], words[0] - REACH), words[0]]).findLast(
    (name) => !isTopic(name) && isHead(tokens, name),
  );
  const isTied =
    subject !== undefined &&
    subject.end < words[0] &&
    every(subject.end, words[0], (i) => tokens.lemmas[i] === 'be' || isBeforeCopula(tokens, i));
  if (!isTied) return [];
  return toEvidence(reader, [subject.value.entity], sides, { tie: 'culprit', sign: -1, words });
}

function toEvidence(
  { tokens }: Reader,
  parties: readonly Entity[],
  sides: readonly Entity[],
  { tie, sign, words }: { readonly tie: DeedTie; readonly sign: 1 | -1; readonly words: Run },
): readonly Evidence[] {
  const quoted = tokens.quoteDepth[words[0]]! > 0;
  return parties
    .filter((party) => !isOwnSide(party, sides))
    .map((party) => ({ kind: tie, target: party.id, sign, turned: false, quoted, words }));
}
