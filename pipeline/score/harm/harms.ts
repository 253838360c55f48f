import type { HarmEvent, Term, Tokens } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import type { Name } from '../grammar.ts';
import { counts } from './doubt.ts';
import { groupOf, type VerbGroup } from './groups.ts';
import { actsIn, harmWords, type Found } from './lexicon.ts';
import { partsOfNoun } from './nouns.ts';
import { realityOf } from './reality.ts';
import { partyOf } from './party.ts';
import { sceneOf, type Scene } from './scene.ts';
import { readingOf } from './tagged.ts';
import { partsOfVerb, type Parts } from './verbs.ts';

/**
 * The acts of harm that an article names, in the order of the text, by a lexicon, wink-nlp’s tags and word order: there is no
 * parser. Participles before a noun ("destroyed houses") are no events, nor are nouns before a noun ("attack helicopter").
 */
export function harmsIn(tokens: Tokens, names: readonly Name[], lexicon: readonly Term[]): readonly HarmEvent[] {
  const words = harmWords(lexicon);
  const found = actsIn(words, tokens);
  if (found.length === 0) return [];
  const scene = sceneOf(tokens, names, words);
  return found.flatMap((act) => eventOf(scene, act));
}

function eventOf(scene: Scene, act: Found): readonly HarmEvent[] {
  const sentence = sentenceOf(scene.tokens, act.first);
  const event = readingOf(scene.tokens, act) === 'verb' ? ofVerb(scene, act, sentence) : ofNoun(scene, act, sentence);
  return event === null ? [] : [event];
}

function ofVerb(scene: Scene, act: Found, sentence: Run): HarmEvent | null {
  const group = groupOf(scene, act, ...sentence);
  if (group === null) return null;
  // What stands before the noun of a participle says nothing of the participle: "to see a town shelled by …".
  const clause: Run = isBehindNoun(scene, group) ? [group.start, sentence[1]] : sentence;
  return built(scene, act, partsOfVerb(scene, act, group, sentence), [group.start, act.first], clause);
}

function isBehindNoun({ tokens: { pos } }: Scene, { voice, finite, start }: VerbGroup): boolean {
  if (finite) return false;
  return voice === 'passive' || pos[start - 1] === 'NOUN' || pos[start - 1] === 'PROPN';
}

function ofNoun(scene: Scene, act: Found, sentence: Run): HarmEvent | null {
  if (readingOf(scene.tokens, act) !== 'noun') return null;
  return built(scene, act, partsOfNoun(scene, act, sentence), [act.first, act.first], sentence);
}

/** `head` is the stretch from the event’s first auxiliary to its verb. */
function built(scene: Scene, act: Found, parts: Parts, head: Run, sentence: Run): HarmEvent | null {
  if (!counts(scene, act, parts)) return null;
  const { starts, ends } = scene.tokens;
  return {
    term: act.term,
    span: [starts[act.first]!, ends[act.end - 1]!],
    form: parts.form,
    agent: parts.agent === null ? null : partyOf(scene, parts.agent),
    patient: parts.patient === null ? null : partyOf(scene, parts.patient),
    reality: isNone(scene, parts) ? 'negated' : realityOf(scene, head, sentence),
  };
}

/** "None of the children were hurt." */
function isNone({ tokens: { norms } }: Scene, { agent, patient }: Parts): boolean {
  return [agent, patient].some((run) => run !== null && /^(?:no|none|nobody|neither)$/u.test(norms[run[0]]!));
}

/** How far is read to either side of an act in a sentence without end. */
const LONGEST = 80;

function sentenceOf({ sentence, length }: Tokens, at: number): Run {
  let [from, to] = [at, at + 1];
  while (from > Math.max(0, at - LONGEST) && sentence[from - 1] === sentence[at]) from--;
  while (to < Math.min(length, at + LONGEST) && sentence[to] === sentence[at]) to++;
  return [from, to];
}
