import type { Run } from '../../text/runs.ts';
import { isPossessive } from '../grammar.ts';
import type { Found } from './lexicon.ts';
import { phraseAfter, plainBefore } from './phrases.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subjects.ts';
import { agentAfter, type Parts } from './verbs.ts';
import { LIGHT, TIMES } from './words.ts';

/** What stands right before a noun of harm and belongs to it. */
interface Before {
  /** First token of the noun’s phrase. */
  readonly start: number;
  /** "Upland’s", "its". */
  readonly owner: Run | null;
  /** "Uplander", "rebel". */
  readonly modifier: Run | null;
}

/** Form and parties of a noun. */
export function partsOfNoun(scene: Scene, act: Found, [from, to]: Run): Parts {
  const { start, owner, modifier } = beforeNoun(scene, act.first, from);
  const after = patientAfter(scene, act, to);
  const owned = owner !== null && after === null && SUFFERED.has(act.term);
  const agent =
    agentAfter(scene, after?.[1] ?? act.end, to) ??
    agentAfter(scene, act.end, to) ??
    (owned ? null : owner) ??
    modifier ??
    ofSource(scene, act, after?.[1] ?? act.end, to) ??
    ofLightVerb(scene, start, from);
  return { form: 'nominalised', agent, patient: after ?? (owned ? owner : ofUnder(scene, start, from)) };
}

/** Terms of nouns whose owner suffers where nothing else says who does: "the city’s destruction". */
const SUFFERED: ReadonlySet<string> = new Set([
  ...['kill', 'murder', 'assassination', 'slaughter', 'torture', 'rape', 'deportation', 'abduction', 'kidnap'],
  ...['starvation', 'annexation', 'siege', 'destruction', 'execution'],
]);

function beforeNoun(scene: Scene, noun: number, from: number): Before {
  const { tokens } = scene;
  let modifier: Run | null = null;
  let i = noun - 1;
  for (; i >= from; i--) {
    const name = scene.nameAt(i);
    if (isPossessive(tokens, i)) return { start: i, owner: ownerBefore(scene, i, from), modifier };
    if (/^(?:its|their|his|her|our|your|my)$/u.test(tokens.norms[i]!)) return { start: i, owner: [i, i + 1], modifier };
    if (name !== null) {
      if (name.value.naming === 'demonym' || ACTING.has(name.value.entity.type)) modifier = [name.first, name.end];
      i = name.first;
      continue;
    }
    const pos = tokens.pos[i];
    if (scene.words.forces.has(tokens.lemmas[i]!) || AGENTIVE.has(tokens.norms[i]!)) modifier ??= [i, i + 1];
    if (pos === 'DET') return { start: i, owner: null, modifier };
    if (!/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(pos!) && tokens.norms[i] !== '-') break;
  }
  return { start: i + 1, owner: null, modifier };
}

/** A bare name before a noun acts if it can: "the NATO bombing", not "the Saltby bombing". */
const ACTING: ReadonlySet<string> = new Set(['alliance', 'institution', 'group', 'country']);

const AGENTIVE: ReadonlySet<string> = new Set(['enemy', 'rebel', 'militant', 'government', 'separatist']);

function ownerBefore(scene: Scene, possessive: number, from: number): Run | null {
  if (TIMES.has(scene.tokens.norms[possessive - 1]!)) return null;
  return plainBefore(scene, possessive - 1, from);
}

/** "of Saltby", "on Saltby", "against Saltby". */
function patientAfter(scene: Scene, act: Found, to: number): Run | null {
  const { norms } = scene.tokens;
  const at = act.end;
  if (at >= to || !/^(?:of|on|upon|against)$/u.test(norms[at]!) || isTime(scene, at + 1)) return null;
  return phraseAfter(scene, at + 1, to);
}

/** "on Monday", "on 9 May", "on the first day". */
function isTime({ tokens: { norms } }: Scene, i: number): boolean {
  return [norms[i], norms[i + 1], norms[i + 2]].some((norm) => norm !== undefined && TIMES.has(norm));
}

/** "shelling from Uplander positions". */
function ofSource(scene: Scene, act: Found, at: number, to: number): Run | null {
  const { norms } = scene.tokens;
  if (norms[at] !== 'from' && norms[act.end] !== 'from') return null;
  const phrase = phraseAfter(scene, (norms[at] === 'from' ? at : act.end) + 1, to);
  if (phrase === null) return null;
  for (let i = phrase[0]; i < phrase[1]; i++) if (canAct(scene, i)) return phrase;
  return null;
}

function canAct({ words, tokens, nameAt }: Scene, i: number): boolean {
  const name = nameAt(i)?.value;
  if (name !== undefined && name.naming !== 'metonym' && name.entity.type !== 'place') return true;
  return words.forces.has(tokens.lemmas[i]!);
}

/** "Upland launched an attack": the subject of the verb. */
function ofLightVerb(scene: Scene, start: number, from: number): Run | null {
  const { lemmas, norms, pos } = scene.tokens;
  let at = start - 1;
  if (norms[at] === 'out') at--;
  if (at < from || pos[at] !== 'VERB' || !LIGHT.has(lemmas[at]!)) return null;
  let first = at;
  while (first > from && (pos[first - 1] === 'AUX' || norms[first - 1] === 'to' || norms[first - 1] === 'not')) first--;
  return subjectOf(scene, first, from);
}

/** "Saltby came under attack": the subject of the verb. */
function ofUnder(scene: Scene, start: number, from: number): Run | null {
  const { lemmas, norms } = scene.tokens;
  if (norms[start - 1] !== 'under' || !/^(?:come|be|remain)$/u.test(lemmas[start - 2] ?? '')) return null;
  let first = start - 2;
  while (first > from && scene.tokens.pos[first - 1] === 'AUX') first--;
  return subjectOf(scene, first, from);
}
