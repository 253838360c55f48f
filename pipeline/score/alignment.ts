import type { Alignment, Entity, Tokens } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Run } from '../text/runs.ts';
import type { TermMatch } from '../text/terms.ts';
import { assertedSentences } from './asserted.ts';
import type { UsedCue } from './cue.ts';
import { isHead, isPossessive, type Name } from './grammar.ts';
import { namesIn, type Answer, type Reader } from './reader.ts';
import { negationsAfterSelf } from './self.ts';

/**
 * Where the statement sides with what an earlier speaker said, or against it (Du Bois 2007, the third corner of stance): by
 * its cue ("agreed with X", "rejected X’s claim", "rejects claims that"), or in the speaker's own "I" or "we" ("we reject
 * X’s accusations"). `null` where it does neither, and where a verb has no speaker and no claim for its object.
 */
export function alignment(reader: Reader, cue: UsedCue, own: readonly Run[], speaker: Entity | null): Alignment | null {
  if (cue.run !== null) {
    const [from, to] = cue.run;
    const verb = reader.lexicon.alignment(reader.tokens, from, to + WITH).find(({ first }) => first < to);
    const found = verb === undefined ? null : answer(reader, verb, cue.negated ? 1 : 0, speaker);
    if (found !== null) return found;
  }
  for (const [from, to] of assertedSentences(reader, own)) {
    for (const verb of reader.lexicon.alignment(reader.tokens, from, to)) {
      const negations = negationsAfterSelf(reader, verb.first, from);
      const found = negations === null ? null : answer(reader, verb, negations, speaker);
      if (found !== null) return found;
    }
  }
  return null;
}

/** A verb of the list may have its preposition behind the cue: "agreed | with". */
const WITH = 1;

function answer(reader: Reader, verb: TermMatch<Answer>, negations: number, speaker: Entity | null): Alignment | null {
  if (verb.value === 'claim') return null;
  const negated = negations % 2 === 1;
  const turnsBack = verb.value === 'disagrees' || verb.value === 'rejects';
  if (negated && turnsBack) return null;
  const object = objectOf(reader, verb);
  if (object === null) return null;
  const side = turnsBack || negated ? 'disagrees' : 'agrees';
  return { side, with: object.entity === null || object.entity.id === speaker?.id ? null : plainEntity(object.entity) };
}

interface Answered {
  readonly entity: Entity | null;
}

/** Whose words the verb answers; `null` where its object is neither a speaker nor a claim. */
function objectOf(reader: Reader, { end, value }: TermMatch<Answer>): Answered | null {
  const { tokens, names, lexicon } = reader;
  const to = Math.min(tokens.length, end + OBJECT);
  const near = namesIn(names, [end, to]);
  const name = near.find(({ first }) => isOpening(tokens, end, first)) ?? null;
  const [noun] = lexicon.alignment(tokens, end, to).filter((term) => term.value === 'claim');
  if (noun !== undefined && isOpening(tokens, end, noun.first)) {
    return { entity: ownerOf(tokens, name, noun) ?? authorOf(tokens, near, noun) };
  }
  const isSpeaker = value === 'agrees' || value === 'disagrees';
  return isSpeaker && name !== null && isHead(tokens, name) ? { entity: name.value.entity } : null;
}

/** Over how many tokens an object is looked for. */
const OBJECT = 8;

/** Articles, adjectives, titles, names and possessives stand between a verb and the head of its object. */
function isOpening({ pos, sentence }: Tokens, from: number, at: number): boolean {
  for (let i = from; i < at; i++) if (!OPENING.has(pos[i]!)) return false;
  return sentence[from] === sentence[at];
}

const OPENING: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADV', 'NOUN', 'PROPN', 'PART', 'NUM']);

/** "Brek’s claim", "Vestonian claims". */
function ownerOf(tokens: Tokens, name: Name | null, noun: TermMatch<Answer>): Entity | null {
  if (name === null || name.end > noun.first) return null;
  const isOwner = isPossessive(tokens, name.end) || name.end === noun.first;
  return isOwner ? name.value.entity : null;
}

const BY = new Set(['by', 'from']);

/** "claims by Brek", "accusations made by Vestonia". */
function authorOf({ norms }: Tokens, near: readonly Name[], { end }: TermMatch<Answer>): Entity | null {
  const by = norms[end] === 'made' ? end + 1 : end;
  if (!BY.has(norms[by] ?? '')) return null;
  return (
    near.find(({ first }) => first === by + 1 || (first === by + 2 && norms[by + 1] === 'the'))?.value.entity ?? null
  );
}
