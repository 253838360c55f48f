import type { Entity } from '../model.ts';
import type { Construction } from './constructions.ts';
import { isPossessive, posAt, REACH, type Sentence, type Evaluation } from './grammar.ts';

/**
 * Whether a noun of relation ("neighbor", "enemy") speaks for the speaker: whose neighbor is it? The speaker's, where the
 * text says "our" or "my" or names an owner of the speaker's country. Where it names none, a person's or a body's own
 * relation is meant in a plain predicate, and nobody's known one where an outlet speaks or an apposition explains.
 */
export function speaksForSpeaker(
  sentence: Sentence,
  term: Evaluation,
  tie: Construction,
  speaker: Entity | null,
): boolean {
  const owner = ownerBefore(sentence, term) ?? ownerAfter(sentence, term);
  if (owner === 'speaker') return true;
  if (owner === 'other') return false;
  if (owner !== null) return isOfSide(owner, speaker);
  return tie === 'predicate' && (speaker?.type === 'person' || speaker?.type === 'institution');
}

type Owner = Entity | 'speaker' | 'other';

const FIRST_PERSON = new Set(['my', 'our']);
const OTHER_PERSON = new Set(['your', 'his', 'her', 'its', 'their']);

/** "our good neighbor", "Russia’s good neighbor": looks back over the term's phrase. */
function ownerBefore({ tokens, run: [from], names }: Sentence, term: Evaluation): Owner | null {
  for (let i = term.end - 1; i >= Math.max(from, term.first - REACH); i--) {
    if (FIRST_PERSON.has(tokens.norms[i]!)) return 'speaker';
    if (OTHER_PERSON.has(tokens.norms[i]!)) return 'other';
    if (isPossessive(tokens, i)) return names.find(({ end }) => end === i)?.value.entity ?? 'other';
    if (i < term.first && !PHRASE.has(posAt(tokens, i)!)) return null;
  }
  return null;
}

const PHRASE: ReadonlySet<string> = new Set(['ADJ', 'ADV', 'DET', 'NUM']);

/** "a good friend of Russia", "an enemy to the West". */
function ownerAfter({ tokens, names }: Sentence, { end }: Evaluation): Owner | null {
  if (tokens.norms[end] !== 'of' && tokens.norms[end] !== 'to') return null;
  const first = posAt(tokens, end + 1) === 'DET' ? end + 2 : end + 1;
  return names.find((name) => name.first === first)?.value.entity ?? 'other';
}

function isOfSide(owner: Entity, speaker: Entity | null): boolean {
  if (speaker === null) return false;
  return owner.id === speaker.id || (owner.country !== null && owner.country === speaker.country);
}
