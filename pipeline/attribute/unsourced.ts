import type { Entity } from '../model.ts';
import type { Found } from './attribution.ts';
import type { Mention } from './people.ts';
import { referentOf } from './pronouns.ts';
import { tokenOf, type Scene } from './scene.ts';
import type { Describe } from './subjects.ts';
import { runOf } from '../text/runs.ts';

/**
 * Who speaks a quotation to which no source was found: a name or pronoun with a verb right after or before it ("“…,” Quill
 * shrugged"), a label, whoever the sentence before is about, whoever spoke last in this paragraph or the one before.
 */
export function unsourcedSpeaker(scene: Scene, found: Found, describe: Describe): Entity | null {
  return beside(scene, found, describe) ?? introduced(scene, found) ?? goingOn(scene, found);
}

const MARK = /^[^\p{L}\p{N}]+$/u;

function beside(scene: Scene, { content }: Found, describe: Describe): Entity | null {
  const { tokens } = scene.reader.article;
  for (const span of content) {
    const [, to] = runOf(tokens, span);
    let i = to;
    while (i < tokens.length && i < to + 3 && MARK.test(tokens.norms[i]!) && tokens.norms[i] !== '.') i++;
    const who = subjectAt(scene, i, describe);
    if (who !== null && tokens.quoteDepth[i] === 0 && isQuoted(scene, to - 1)) return who;
  }
  return null;
}

function isQuoted({ reader }: Scene, i: number): boolean {
  return (reader.article.tokens.quoteDepth[i] ?? 0) > 0;
}

/** "Quill|shrugged", "she|went on", "grumbled|Quill": a speaker and a verb, in either order. */
function subjectAt(scene: Scene, at: number, describe: Describe): Entity | null {
  const { pos, paragraph, norms, starts, ends } = scene.reader.article.tokens;
  if (at === 0 || paragraph[at] !== paragraph[at - 1]) return null;
  const isVerb = (i: number): boolean => pos[i] === 'VERB';
  const named = personAt(scene, at);
  if (named !== null)
    return isVerb(named.end) || isVerb(named.end + 1) || norms[at - 2] === ',' ? named.who.entity : null;
  if (isVerb(at)) return personAt(scene, at + 1)?.who.entity ?? null;
  const isPronoun = /^(?:he|she|they)$/u.test(norms[at] ?? '') && referentOf(norms[at]!) !== null;
  if (!isPronoun || !(isVerb(at + 1) || isVerb(at + 2))) return null;
  return describe({ span: [starts[at]!, ends[at]!], first: at, end: at + 1 });
}

function personAt({ mentionAt }: Scene, i: number): Mention | null {
  const mention = mentionAt.get(i);
  return mention?.first === i && mention.who.entity.type === 'person' ? mention : null;
}

/** The one person whom the sentence before names first, if nobody spoke since. */
function introduced(scene: Scene, found: Found): Entity | null {
  const at = tokenOf(scene, found);
  const { paragraph } = scene.reader.article.tokens;
  const line = scene.lines[scene.lineAt[at]! - 1];
  if (line === undefined || paragraph[line[0]!.first] !== paragraph[at]) return null;
  const last = scene.spoken.at(-1);
  if (last !== undefined && last.at >= line[0]!.first) return null;
  for (let i = line[0]!.first; i < Math.min(line.at(-1)!.end, line[0]!.first + REACH); i++) {
    const named = personAt(scene, i);
    if (named !== null && !named.isQuoted) return named.who.entity;
  }
  return null;
}

const REACH = 6;

/** A quotation without cue goes on with who spoke last, in its paragraph or the one before. */
function goingOn(scene: Scene, found: Found): Entity | null {
  const last = scene.spoken.at(-1);
  if (last === undefined) return null;
  const { paragraph } = scene.reader.article.tokens;
  return paragraph[tokenOf(scene, found)]! - paragraph[last.at]! <= 1 ? last.speaker : null;
}
