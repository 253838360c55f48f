import type { Tokens } from '../model.ts';
import { continuesPhrase, isFree, isHead, isNoun, isPossessive, posAt, REACH } from './grammar.ts';
import type { Sentence, Evaluation, Name } from './grammar.ts';
import { ACTORS, DEEDS, RULES } from './nouns.ts';

/** Ways in which an evaluating term is tied to a name. */
export type Construction = 'deed' | 'attribute' | 'predicate';

/**
 * How the term is tied to the name; `null` where the grammar ties them in no way known here. No tie reaches over a
 * quotation mark, a semicolon, a dash or another noun.
 */
export function construction(sentence: Sentence, name: Name, term: Evaluation): Construction | null {
  if (!isFree(sentence.tokens, name)) return null;
  if (isDeed(sentence, name, term)) return 'deed';
  if (isPrenominal(sentence, name, term) || isApposed(sentence, name, term)) return 'attribute';
  return isPredicate(sentence, name, term) ? 'predicate' : null;
}

/** "Russia’s unprovoked aggression", "his lies", "Western hypocrisy", "the Kiev regime": a deed or trait with its author before it. */
function isDeed({ tokens }: Sentence, name: Name, term: Evaluation): boolean {
  const marked = isPossessive(tokens, name.end);
  const owned = marked || name.value.naming === 'possessive';
  const start = marked ? name.end + 1 : name.end;
  const head = tokens.lemmas[term.end - 1]!;
  const isNamed = RULES.has(head) || (DEEDS.has(head) && (owned || name.value.naming === 'demonym'));
  if (!isNamed || !endsPhrase(tokens, term)) return false;
  return every(start, term.first, (i) => posAt(tokens, i) === 'ADJ' || posAt(tokens, i) === 'ADV');
}

/** "brutal Russia", "our ally Belarus"; no noun before a verb, for in "the enemy Russia faces" Russia is no enemy. */
function isPrenominal({ tokens }: Sentence, name: Name, term: Evaluation): boolean {
  if (term.end !== name.first || !isHead(tokens, name)) return false;
  if (isActor(tokens, term)) return posAt(tokens, name.end) !== 'VERB';
  return isPlainAdjective(tokens, term) && !isSite(name);
}

/** "Belarus, our reliable partner,"; not "In Mariupol, the occupiers fired". */
function isApposed(sentence: Sentence, name: Name, term: Evaluation): boolean {
  const { tokens } = sentence;
  const closes = term.end >= tokens.length || posAt(tokens, term.end) === 'PUNCT';
  if (tokens.norms[name.end] !== ',' || !isActor(tokens, term) || !closes) return false;
  return isSubject(sentence, name) && every(name.end + 1, term.first, (i) => isInPredicate(sentence, i));
}

/** Verbs that tie a judgement to their subject, by lemma. */
export const COPULAS = new Set(['be', 'become', 'remain']);

/** "Belarus is [not only Russia’s] good neighbor", where the name is the subject. */
function isPredicate(sentence: Sentence, name: Name, term: Evaluation): boolean {
  const { tokens } = sentence;
  if (!isHead(tokens, name) || !isSubject(sentence, name) || !isPredicable(tokens, name, term)) return false;
  let copula = name.end;
  while (copula < term.first && isBeforeCopula(tokens, copula)) copula++;
  if (copula >= term.first || !COPULAS.has(tokens.lemmas[copula]!)) return false;
  return every(copula, term.first, (i) => isInPredicate(sentence, i));
}

/** A subject stands behind no preposition or possessive and is no second noun: "sanctions on Russia are brutal". */
function isSubject({ tokens, run: [from] }: Sentence, name: Name): boolean {
  const floor = Math.max(from, name.first - REACH);
  let before = name.first - 1;
  while (before >= floor && (continuesPhrase(tokens, before) || posAt(tokens, before) === 'DET')) before--;
  if (before < floor) return floor === from;
  const pos = posAt(tokens, before);
  const joins = pos === 'CCONJ' && tokens.norms[before] !== 'but' && before > from && isNoun(tokens, before - 1);
  return pos !== 'ADP' && pos !== 'PART' && !joins;
}

/** Whether a token may stand between a subject and its copula: auxiliaries, adverbs, "not". */
export function isBeforeCopula({ lemmas, pos }: Tokens, i: number): boolean {
  const isAuxiliary = pos[i] === 'AUX' && (lemmas[i] === 'have' || lemmas[i] === 'will' || lemmas[i] === 'do');
  return isAuxiliary || pos[i] === 'ADV' || pos[i] === 'PART';
}

/** Whether a token may stand between a copula and the term: copulas, articles, adjectives, adverbs, "not", owners. */
export function isInPredicate({ tokens, names }: Sentence, i: number): boolean {
  const pos = posAt(tokens, i);
  if (COPULAS.has(tokens.lemmas[i]!) || tokens.norms[i] === 'and' || isOwner(tokens, i)) return true;
  if (pos === 'PART') return tokens.norms[i] !== 'to';
  if (pos === 'DET' || pos === 'ADV' || pos === 'NUM' || MARK.test(tokens.norms[i]!)) return true;
  const owner = names.find(({ first, end }) => first <= i && i < end);
  return owner === undefined ? pos === 'ADJ' : isPossessive(tokens, owner.end);
}

/** "is a “shameless hypocrite”". */
const MARK = /^["“”‘’]$/u;

const OWNERS = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their']);

function isOwner({ norms }: Tokens, i: number): boolean {
  return OWNERS.has(norms[i]!);
}

/** "a brutal aggressor", "brutal": no participle ("is threatened" tells of a victim), no part of a longer phrase. */
function isPredicable(tokens: Tokens, name: Name, term: Evaluation): boolean {
  if (isNoun(tokens, term.end - 1)) return endsPhrase(tokens, term);
  if (!isPlainAdjective(tokens, term) || isSite(name)) return false;
  return endsAt(tokens, term.end) || ACTORS.has(tokens.lemmas[term.end]!);
}

function isPlainAdjective({ norms, pos }: Tokens, { end }: Evaluation): boolean {
  return pos[end - 1] === 'ADJ' && !norms[end - 1]!.endsWith('ed');
}

function isActor(tokens: Tokens, { end }: Evaluation): boolean {
  return isNoun(tokens, end - 1) && ACTORS.has(tokens.lemmas[end - 1]!);
}

/** A place may be dangerous or peaceful without anyone's fault or merit: of places only nouns judge. */
function isSite({ value: { naming, entity } }: Name): boolean {
  return naming === 'metonym' || entity.type === 'place';
}

/** The term is a noun, and its phrase ends with it: not "terror attack", not "enemy territory". */
function endsPhrase(tokens: Tokens, { end }: Evaluation): boolean {
  return isNoun(tokens, end - 1) && endsAt(tokens, end);
}

/** Whether a phrase ends before token `i`. */
export function endsAt(tokens: Tokens, i: number): boolean {
  return !continuesPhrase(tokens, i) && tokens.norms[i] !== '-';
}

/** Whether something holds of each token in [from, to); not where `from` lies after `to`. */
export function every(from: number, to: number, holds: (i: number) => boolean): boolean {
  if (from > to) return false;
  for (let i = from; i < to; i++) if (!holds(i)) return false;
  return true;
}
