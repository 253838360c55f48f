import type { Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { TermMatch } from '../text/terms.ts';
import { COPULAS, endsAt, every, isBeforeCopula, isInPredicate } from './constructions.ts';
import type { Evidence } from './evidence.ts';
import { isFree, isNoun, isTopic, posAt, REACH, type Name, type Sentence } from './grammar.ts';
import { isNegated } from './negation.ts';
import { STEPS } from './nouns.ts';
import { phraseAt, startsClause } from './objects.ts';
import { namesIn, type Judgement, type Reader } from './reader.ts';

/**
 * Evidence toward topics in one sentence that the speaker holds true: what is said of a topic, of more of it or of its end
 * ("the strengthening of ties is a natural response", "the illegal sanctions", "landmark decisions about integration").
 */
export function topicEvidence(reader: Reader, run: Run): readonly Evidence[] {
  const topics = topicsIn(reader, run);
  if (topics.length === 0) return [];
  const terms = reader.lexicon
    .judgement(reader.tokens, ...run)
    .filter(({ value }) => value === 'right' || value === 'wrong');
  return terms.flatMap((term) => {
    const sign = term.value === 'right' ? 1 : -1;
    const said = near(topics, term).flatMap((name): readonly Evidence[] => {
      const direction = predicated(reader, run, name, term) ?? attributed(reader, run, name, term);
      return direction === null
        ? []
        : [evidenceOf(reader, run, name, term, sign === direction.sign ? 1 : -1, direction.kind)];
    });
    return said.slice(0, 1);
  });
}

/**
 * Evidence in verbs that take their object for a trouble: who says that sanctions can be overcome takes them for one, whether
 * or not it is asserted that they will be. Presuppositions outlive questions, conditions and negation (Karttunen 1973).
 */
export function presupposedEvidence(reader: Reader, run: Run): readonly Evidence[] {
  const topics = topicsIn(reader, run);
  if (topics.length === 0) return [];
  const verbs = reader.lexicon.judgement(reader.tokens, ...run).filter(({ value }) => value === 'ill');
  return verbs.flatMap((verb) => {
    const name = near(topics, verb).find((one) => isTrouble(reader, one, verb));
    if (name === undefined) return [];
    const words: Run = [verb.first, verb.end];
    const quoted = reader.tokens.quoteDepth[verb.first]! > 0;
    return [{ kind: 'ill', target: name.value.entity.id, sign: -1, turned: false, quoted, words }];
  });
}

type Judging = TermMatch<Judgement>;

function topicsIn({ tokens, names }: Reader, run: Run): readonly Name[] {
  return namesIn(names, run).filter((name) => isTopic(name) && isFree(tokens, name));
}

/** No tie reaches further than a few words; so long texts stay quick to read. */
function near(topics: readonly Name[], { first, end }: Judging): readonly Name[] {
  return namesIn(topics, [Math.max(0, first - 2 * REACH), end + REACH]);
}

interface Direction {
  readonly sign: 1 | -1;
  readonly kind: 'predicate' | 'attribute';
}

/** "[The lifting of] sanctions [against Vestonia] would be / has become [no] mistake". */
function predicated(reader: Reader, run: Run, name: Name, term: Judging): Direction | null {
  const { tokens } = reader;
  if (term.first < name.end || !endsPredicate(tokens, term)) return null;
  const subject = phraseAt(tokens, name, run[0]);
  if (subject === null || !startsClause(tokens, subject.first, run[0])) return null;
  const copula = copulaAfter(tokens, name.end, term.first);
  if (copula === null) return null;
  const sentence: Sentence = { tokens, run, names: namesIn(reader.names, [copula, term.end]) };
  const holds = every(copula, term.first, (i) => isInPredicate(sentence, i));
  return holds ? { sign: subject.direction, kind: 'predicate' } : null;
}

/** The copula of a subject that may have a complement of its own ("against Vestonia"); no clause and no mark between. */
function copulaAfter(tokens: Tokens, from: number, to: number): number | null {
  let i = from;
  while (i < Math.min(to, from + REACH) && COMPLEMENT.has(posAt(tokens, i)!)) i++;
  while (i < to && !COPULAS.has(tokens.lemmas[i]!) && isBeforeCopula(tokens, i)) i++;
  return i < to && COPULAS.has(tokens.lemmas[i]!) ? i : null;
}

const COMPLEMENT: ReadonlySet<string> = new Set(['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);

function endsPredicate(tokens: Tokens, { end }: Judging): boolean {
  return (isNoun(tokens, end - 1) || posAt(tokens, end - 1) === 'ADJ') && endsAt(tokens, end);
}

/** "illegal [Western] sanctions", "landmark decisions about [closer] integration". */
function attributed({ tokens }: Reader, run: Run, name: Name, term: Judging): Direction | null {
  if (term.end > name.first || isNoun(tokens, term.end - 1) !== isCapitalStart(tokens, run, term)) return null;
  const isJoined = (from: number, to: number): boolean => every(from, to, (i) => MODIFIERS.has(posAt(tokens, i)!));
  if (isJoined(term.end, name.first)) return { sign: 1, kind: 'attribute' };
  const about = term.end + 1;
  if (!STEPS.has(tokens.lemmas[term.end]!) || !ABOUT.has(tokens.norms[about]!)) return null;
  const phrase = phraseAt(tokens, name, about + 1);
  return phrase?.first === about + 1 ? { sign: phrase.direction, kind: 'attribute' } : null;
}

const MODIFIERS: ReadonlySet<string> = new Set(['ADJ', 'PROPN']);
const ABOUT = new Set(['about', 'on', 'toward', 'towards', 'in', 'for']);

/** wink-nlp takes an adjective that begins a sentence with a capital for a name. */
function isCapitalStart({ pos }: Tokens, [from]: Run, { first, end }: Judging): boolean {
  return pos[end - 1] === 'PROPN' && first - from <= 1;
}

/** "overcome pandemics, crises or sanctions", "sanctions can only be overcome". */
function isTrouble({ tokens }: Reader, name: Name, verb: Judging): boolean {
  const { pos, lemmas } = tokens;
  if (name.first >= verb.end) {
    const inList = every(verb.end, name.first, (i) => LISTED.has(pos[i]!) || tokens.norms[i] === ',');
    return inList && endsAt(tokens, name.end);
  }
  if (lemmas[verb.first - 1] !== 'be' && lemmas[verb.first - 2] !== 'be') return false;
  return every(name.end, verb.first, (i) => pos[i] === 'AUX' || pos[i] === 'ADV' || pos[i] === 'PART');
}

const LISTED: ReadonlySet<string> = new Set(['ADJ', 'PROPN', 'NOUN', 'DET', 'CCONJ']);

function evidenceOf(
  { tokens, negations }: Reader,
  [from]: Run,
  { value }: Name,
  { first, end }: Judging,
  said: 1 | -1,
  kind: Direction['kind'],
): Evidence {
  const turned = isNegated(tokens, negations, first, from);
  const sign = turned ? (said === 1 ? -1 : 1) : said;
  const quoted = tokens.quoteDepth[first]! > 0;
  return { kind, target: value.entity.id, sign, turned, quoted, words: [first, end] };
}
