import { wordSet } from '../text/word-set.ts';
import { genderOfTitle, type Gender } from './given-names.ts';
import type { Mention } from './people.ts';
import type { Reader } from './reader.ts';
import type { Scene } from './scene.ts';
import { isPlural } from './subjects.ts';

/** Nouns for a person that no list of speakers needs. */
const PEOPLE =
  wordSet(`man woman boy girl child baby kid son daughter father mother dad mom parent brother sister wife husband widow
  uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter fiance girlfriend boyfriend friend neighbor neighbour
  colleague soldier fighter serviceman marine pilot prisoner victim resident refugee teacher doctor nurse patient worker driver priest
  pope patriarch king queen prince princess oligarch billionaire businessman singer actor actress player coach host guest user person
  citizen native volunteer student predecessor successor counterpart ally rival opponent boss guy lady gentleman photographer editor
  columnist anchor presenter suspect defendant judge client owner founder member chief head leader commander general officer`);

const FEMALE = wordSet(
  'girl daughter mother mom sister wife widow aunt niece granddaughter grandmother girlfriend lady queen princess actress',
);
const MALE = wordSet(
  'boy son father dad brother husband uncle nephew grandson grandfather boyfriend guy gentleman king prince pope patriarch priest',
);

/** The gender that a noun tells; `null` where it tells none. */
export function genderOfNoun(lemma: string): Gender | null {
  if (FEMALE.has(lemma)) return 'female';
  return MALE.has(lemma) ? 'male' : genderOfTitle(lemma);
}

/** Whether token `i` is a noun for one person: "a soldier", "the minister"; not what a longer phrase has before its head. */
export function isPersonNoun(reader: Reader, i: number): boolean {
  const { lemmas, pos } = reader.article.tokens;
  if (pos[i] !== 'NOUN' && pos[i] !== 'PROPN') return false;
  const isOne = reader.roles.get(i) === 'person' || PEOPLE.has(lemmas[i]!);
  return isOne && !isPlural(reader, i) && pos[i + 1] !== 'NOUN';
}

/**
 * Whether the noun at token `i` only says what someone named is: a title ("President Hill"), an apposition on either side,
 * or a predicate ("Hill is the mayor").
 */
export function describesName({ reader, mentionAt }: Scene, i: number, last: Mention | null): boolean {
  const { norms, pos, sentence } = reader.article.tokens;
  for (let j = i + 1; j < i + FAR && sentence[j] === sentence[i]; j++) {
    const mention = mentionAt.get(j);
    const isAside = norms[j - 1] === ',' || norms[j - 1] === '(';
    if (mention?.first === j && mention.who.entity.type === 'person' && (isAside || isTitleUpTo(reader, i, j)))
      return true;
    if (pos[j] === 'VERB' || pos[j] === 'AUX') break;
  }
  return last !== null && i - last.end < FAR && isSaidOf(reader, last.end, i);
}

const FAR = 12;

function isTitleUpTo({ article: { tokens } }: Reader, i: number, to: number): boolean {
  for (let j = i + 1; j < to; j++)
    if (!/^(?:NOUN|PROPN|ADJ)$/u.test(tokens.pos[j]!) && tokens.norms[j] !== '-') return false;
  return true;
}

/** Between a name and a noun stands nothing but a comma or "is", and the words of one phrase. */
function isSaidOf({ article: { tokens } }: Reader, end: number, i: number): boolean {
  const { norms, pos, sentence } = tokens;
  if (sentence[end] !== sentence[i] || !/^(?:,|\(|is|was|as)$/u.test(norms[end]!)) return false;
  for (let j = end + 1; j < i; j++) {
    if (pos[j] === 'VERB' || pos[j] === 'AUX' || pos[j] === 'PRON' || pos[j] === 'PUNCT' || norms[j] === 'whose')
      return norms[j] === '-';
  }
  return true;
}
