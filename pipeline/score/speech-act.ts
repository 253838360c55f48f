import type { SpeechAct, Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { TermMatch } from '../text/terms.ts';
import { asserted, ownSentences, type Asserted } from './asserted.ts';
import { isDenial, type UsedCue } from './cue.ts';
import { isNegated } from './negation.ts';
import type { Act, Reader } from './reader.ts';
import { negationsAfterSelf } from './self.ts';

/**
 * What the speaker does by saying it (Searle 1976): by the cue ("accused", "promised"); else by a verb that does what it
 * names in the speaker's own mouth ("we demand", "I apologise"; Austin 1962); else by a reprisal under a condition ("we
 * will retaliate if") or a duty laid on others ("Vestonia must withdraw"). Where nothing is clear, an assertion.
 */
export function speechAct(reader: Reader, cue: UsedCue, own: readonly Run[]): SpeechAct {
  const byCue = actOfCue(reader, cue);
  if (byCue !== null || cue.negated || isDenial(cue)) return byCue ?? 'assert';
  const sentences = asserted(reader, own);
  const performed = first(sentences, (sentence) => performative(reader, sentence));
  if (performed !== null) return performed;
  if (ownSentences(reader, own).some((run) => threatens(reader, run))) return 'threaten';
  return sentences.some(({ held }) => demands(reader, held)) ? 'demand' : 'assert';
}

function actOfCue({ tokens, lexicon }: Reader, cue: UsedCue): SpeechAct | null {
  if (cue.run === null || cue.negated || isDenial(cue)) return null;
  const [from, to] = cue.run;
  // The word behind the cue may belong to the term: "threatened | to".
  const term = lexicon.acts(tokens, from, to + 1).find(({ first: at }) => at < to);
  return term === undefined || isPassive(tokens, from, term.first) ? null : actOf(term.value);
}

/** "have been promised": the act is another's. */
function isPassive({ lemmas, norms }: Tokens, from: number, at: number): boolean {
  return norms[at]!.endsWith('ed') && lemmas.slice(from, at).includes('be');
}

function actOf(value: Act): SpeechAct | null {
  return value === 'duty' || value === 'reprisal' || value === 'none' ? null : value;
}

function first<A, B>(list: readonly A[], find: (one: A) => B | null): B | null {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

/** "We demand", "I deeply apologise"; not "we demanded" (a report), "we do not promise", "our demand". */
function performative(reader: Reader, { whole: [from, to], held }: Asserted): SpeechAct | null {
  const { tokens, lexicon } = reader;
  for (const term of lexicon.acts(tokens, from, to)) {
    // The verb itself may open a report: "we accuse".
    if (term.first > held[1]) return null;
    const act = actOf(term.value);
    const isNow = !/(?:ed|ing)$/u.test(tokens.norms[term.first]!) && tokens.pos[term.first] !== 'NOUN';
    if (act !== null && isNow && negationsAfterSelf(reader, term.first, from) === 0 && !isPast(tokens, term.first))
      return act;
  }
  return null;
}

/** "we did promise", "we have put": the act was done before, or is another's. */
function isPast({ norms }: Tokens, i: number): boolean {
  return norms[i - 1] === 'did' || norms[i - 1] === 'had' || norms[i - 1] === 'have';
}

/** "We will retaliate if they attack": a reprisal with "will" before it, in a sentence with a condition. */
function threatens({ tokens, negations, lexicon }: Reader, [from, to]: Run): boolean {
  const { norms } = tokens;
  if (!norms.slice(from, to).some((norm) => norm === 'if' || norm === 'unless')) return false;
  return lexicon.acts(tokens, from, to).some(({ first: at, value }) => {
    const isAhead = norms.slice(Math.max(from, at - WILL), at).some((norm) => norm === 'will' || norm === 'shall');
    return value === 'reprisal' && isAhead && !isNegated(tokens, negations, at, from);
  });
}

/** One or two adverbs at most stand between "will" and its verb. */
const WILL = 3;

/** "Vestonia must withdraw", "they have to leave": others are bound to an act; "we must", "it must be" bind nobody else. */
function demands({ tokens, lexicon }: Reader, [from, to]: Run): boolean {
  return lexicon.acts(tokens, from, to).some((term) => {
    if (term.value !== 'duty' || !isOther(tokens, term, from)) return false;
    const verb = tokens.pos[term.end] === 'PART' || tokens.pos[term.end] === 'ADV' ? term.end + 1 : term.end;
    return verb < to && tokens.pos[verb] === 'VERB';
  });
}

function isOther({ pos, norms }: Tokens, { first: at }: TermMatch<Act>, from: number): boolean {
  let subject = at - 1;
  while (subject > from && pos[subject] === 'ADV') subject--;
  if (subject < from) return false;
  return pos[subject] === 'NOUN' || pos[subject] === 'PROPN' || OTHERS.has(norms[subject]!);
}

const OTHERS = new Set(['he', 'she', 'they', 'you']);
