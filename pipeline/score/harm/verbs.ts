import type { HarmForm } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import type { VerbGroup } from './groups.ts';
import type { Found } from './lexicon.ts';
import { phraseAfter, phraseBefore } from './phrases.ts';
import type { Scene } from './scene.ts';
import { antecedent, subjectOf } from './subjects.ts';
import { LIGHT, MARK, RELATIVES, TIMES } from './words.ts';

/** An event's form and parties, as tokens. */
export interface Parts {
  readonly form: HarmForm;
  readonly agent: Run | null;
  readonly patient: Run | null;
}

/** Over how many tokens behind a participle its "by" is looked for. */
const AGENT_REACH = 7;

/** Form and parties of a verb. */
export function partsOfVerb(scene: Scene, act: Found, group: VerbGroup, [from, to]: Run): Parts {
  if (group.voice === 'active') {
    const agent = subjectOf(scene, group.start, from);
    return { form: 'active', agent, patient: objectOf(scene, group, agent, [from, to]) };
  }
  const agent = agentAfter(scene, group.end, to);
  const form = agent === null ? 'passive without agent' : 'passive with agent';
  return { form, agent, patient: aimOf(scene, act, to) ?? sufferer(scene, group, from) };
}

/** "rockets were fired on Saltby": behind the preposition that belongs to the verb. */
function aimOf(scene: Scene, { words, end }: Found, to: number): Run | null {
  return /^(?:on|upon|at)$/u.test(words.at(-1)!) ? phraseAfter(scene, end, to) : null;
}

/** The subject of a passive, or the noun phrase right before a participle: "civilians killed in Saltby". */
function sufferer(scene: Scene, { finite, start }: VerbGroup, from: number): Run | null {
  const { norms, pos } = scene.tokens;
  if (finite && norms[start] !== 'being') return subjectOf(scene, start, from);
  let at = start - 1;
  while (at > from && (MARK.test(norms[at]!) || /^[,)]$/u.test(norms[at]!) || pos[at] === 'ADV')) at--;
  if (!finite && (pos[at] === 'VERB' || RELATIVES.has(norms[at] ?? ''))) return subjectOf(scene, start, from);
  return phraseBefore(scene, at, from);
}

/** Behind the verb, or what a relative pronoun before the subject stands for: "the town, which Upland shelled". */
function objectOf(scene: Scene, { end, form }: VerbGroup, agent: Run | null, [from, to]: Run): Run | null {
  const { norms, pos } = scene.tokens;
  let at = end;
  while (at < to && pos[at] === 'ADV' && norms[at] !== 'about') at++;
  const object = phraseAfter(scene, at, to);
  if (object !== null) return object;
  const relative = agent === null || form === 'ing' ? from - 1 : agent[0] - 1;
  const opens = relative > from && RELATIVES.has(norms[relative]!) && norms[relative] !== 'that';
  return opens ? antecedent(scene, relative, from) : null;
}

/** Whoever stands behind "by", if no other verb or noun of harm claims it; no means ("by shelling it") and no time. */
export function agentAfter(scene: Scene, end: number, to: number): Run | null {
  const { norms } = scene.tokens;
  for (let i = end; i < Math.min(to, end + AGENT_REACH); i++) {
    if (norms[i] === 'by' && norms[i - 1] !== 'not')
      return isNobody(scene, i + 1) ? null : phraseAfter(scene, i + 1, to);
    if (i > end ? isClaimed(scene, i) : endsReach(scene, i)) return null;
  }
  return null;
}

/** "by Monday", "by the end", "by 2030", "by shelling it". */
function isNobody({ words, tokens: { norms, pos } }: Scene, i: number): boolean {
  const first = pos[i] === 'DET' ? norms[i + 1]! : norms[i]!;
  const isAct = words.acts.get(first)?.some(({ noun }) => noun) === true;
  return (
    TIMES.has(first) ||
    NO_AGENTS.has(first) ||
    /^\d{4}$/u.test(first) ||
    (first.endsWith('ing') && !isAct && pos[i] === 'VERB')
  );
}

const NO_AGENTS: ReadonlySet<string> = new Set(
  'end beginning start then now thousands hundreds dozens mistake accident chance law far'.split(' '),
);

function endsReach({ tokens: { norms, lemmas, pos } }: Scene, i: number): boolean {
  const tag = pos[i];
  if (norms[i] === 'not' || norms[i] === 'but') return false;
  if (norms[i] === 'caused' || (LIGHT.has(lemmas[i]!) && norms[i]!.endsWith('ed'))) return false;
  return tag === 'VERB' || tag === 'AUX' || tag === 'SCONJ' || tag === 'PUNCT' || tag === 'CCONJ';
}

/** "killed in an attack by": the agent is the attack’s. */
function isClaimed(scene: Scene, i: number): boolean {
  const { acts } = scene.words;
  return endsReach(scene, i) || acts.get(scene.tokens.norms[i]!)?.some(({ noun }) => noun) === true;
}
