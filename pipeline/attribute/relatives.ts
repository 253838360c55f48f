import type { Entity } from '../model.ts';
import type { Scene } from './scene.ts';
import type { Describe } from './subjects.ts';

const LONGEST = 14;

/** Whom "who" or "which" at token `at` means: the name or noun phrase right before it, or before its comma. */
export function relativeAntecedent(scene: Scene, at: number, describe: Describe): Entity | null {
  const { reader, mentionAt } = scene;
  const { tokens } = reader.article;
  const end = /^[,(—–]$/u.test(tokens.norms[at - 1] ?? '') ? at - 1 : at;
  const named = mentionAt.get(end - 1);
  if (named?.end === end && tokens.pos[named.first - 1] !== 'ADP') return named.who.entity;
  const person = personBehindAsides(scene, end);
  if (person !== null && end < at) return person;
  let first = end;
  while (first > 0 && end - first < LONGEST && inPhrase(scene, first - 1, at)) first--;
  while (first < end && /^(?:ADP|PART|CCONJ)$/u.test(tokens.pos[first]!)) first++;
  if (first === end) return null;
  if (tokens.norms[first] === 'one' && tokens.norms[first - 1] === ',')
    return mentionAt.get(first - 2)?.who.entity ?? null;
  return describe({ span: [tokens.starts[first]!, tokens.ends[end - 1]!], first, end });
}

/** "Ada Quill, 59, of Port Ellory,|who": age and place stand between. */
function personBehindAsides({ reader, mentionAt }: Scene, end: number): Entity | null {
  const { norms, pos, sentence } = reader.article.tokens;
  for (let i = end - 1; i > Math.max(0, end - LONGEST) && sentence[i] === sentence[end - 1]; i--) {
    const mention = mentionAt.get(i);
    if (mention?.who.entity.type === 'person' && norms[mention.end] === ',') return mention.who.entity;
    if (mention === undefined && !/^(?:ADP|NUM|PUNCT|PROPN)$/u.test(pos[i]!)) return null;
  }
  return null;
}

/** Words of a noun phrase with its prepositions; never across a verb, a mark or a sentence's start. */
function inPhrase({ reader }: Scene, i: number, at: number): boolean {
  const { pos, sentence, quoteDepth, norms } = reader.article.tokens;
  if (sentence[i] !== sentence[at] || quoteDepth[i] !== quoteDepth[at]) return false;
  return /^(?:NOUN|PROPN|ADJ|NUM|DET|ADP|PART|X)$/u.test(pos[i]!) || norms[i] === '-';
}
