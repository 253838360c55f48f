import type { Entity } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { construction, type Construction } from './constructions.ts';
import type { UsedCue } from './cue.ts';
import type { DeedTie } from './deeds/words.ts';
import { isFree, isHead, isTopic, posAt, REACH, type Sentence, type Evaluation, type Name } from './grammar.ts';
import { isNegated } from './negation.ts';
import { BONDS } from './nouns.ts';
import { isWholeObject, phraseAt } from './objects.ts';
import { speaksForSpeaker } from './owner.ts';
import { namesIn, type Reader } from './reader.ts';

/** What ties deciding words to a target. */
export type EvidenceKind = Construction | DeedTie | 'irony' | 'cue' | 'attitude' | 'ill';

/** One reason to see the speaker for (+1) or against (−1) a target. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Id of the target. */
  readonly target: string;
  readonly sign: 1 | -1;
  /** A negation turned the words round; `sign` has taken it in. */
  readonly turned: boolean;
  /** The words stand in quotation marks, so that they are the speaker's beyond doubt. */
  readonly quoted: boolean;
  /** Tokens of the deciding words. */
  readonly words: Run;
}

/**
 * All evidence in one sentence of a speaker's own words. An evaluating term counts for a target only where the grammar ties
 * it to the target's name; standing near it does not do, for whoever is named beside a harm is as often its victim.
 */
export function evidenceIn(reader: Reader, run: Run, speaker: Entity | null): readonly Evidence[] {
  if (namesIn(reader.names, run).length === 0) return [];
  const terms = reader.lexicon.evaluation(reader.tokens, ...run);
  const marks = reader.lexicon.irony(reader.tokens, ...run).map(({ first, end }): Run => [first, end]);
  const favours = new Set(terms.filter(({ value }) => value === 1).map(({ first }) => first));
  return [
    ...marks.flatMap((mark) => irony(around(reader, run, mark), mark, favours)),
    ...terms.flatMap((term) => evaluation(reader, around(reader, run, [term.first, term.end]), term, speaker)),
  ];
}

/** The sentence with the names near `words`: no tie reaches further, and long texts stay quick to read. */
function around({ tokens, names }: Reader, run: Run, [first, end]: Run): Sentence {
  const near: Run = [Math.max(run[0], first - REACH), Math.min(run[1], end + REACH)];
  return { tokens, run, names: namesIn(names, near) };
}

/**
 * "so-called Western partners": a mark directly before a name that is a phrase of its own or belongs to a word of favour.
 * "Self-proclaimed" and its kind tell how a thing came by its name, and friends of the thing say so, too. Irony before a
 * topic is against its name, not against the thing: "the so-called special operation".
 */
function irony({ tokens, names }: Sentence, mark: Run, favours: ReadonlySet<number>): readonly Evidence[] {
  const name = names.find(({ first }) => first === mark[1]);
  if (name === undefined || isTopic(name) || !isFree(tokens, name) || tokens.norms[mark[0]] === 'self') return [];
  const favour = favours.has(name.end) || BONDS.has(tokens.lemmas[name.end] ?? '');
  const alone = isHead(tokens, name) && posAt(tokens, name.end) !== 'CCONJ';
  if (posAt(tokens, mark[1] - 1) === 'ADV' || !(alone || favour)) return [];
  const quoted = isQuoted(tokens, mark);
  return [{ kind: 'irony', target: name.value.entity.id, sign: -1, turned: false, quoted, words: mark }];
}

/** A term counts once: for the first name that the grammar ties it to. What is said of topics is read in its own file. */
function evaluation(reader: Reader, sentence: Sentence, term: Evaluation, speaker: Entity | null): readonly Evidence[] {
  const { tokens, negations } = reader;
  if (sentence.names.some(({ first, end }) => first < term.end && term.first < end)) return [];
  for (const name of sentence.names) {
    if (isTopic(name)) continue;
    const kind = construction(sentence, name, term);
    if (kind === null) continue;
    if (BONDS.has(tokens.lemmas[term.end - 1]!) && !speaksForSpeaker(sentence, term, kind, speaker)) return [];
    const turned = isNegated(tokens, negations, term.first, sentence.run[0]);
    const sign = turned ? opposite(term.value) : term.value;
    const words: Run = [term.first, term.end];
    return [{ kind, target: name.value.entity.id, sign, turned, quoted: isQuoted(tokens, words), words }];
  }
  return [];
}

function isQuoted({ quoteDepth }: Reader['tokens'], [first]: Run): boolean {
  return quoteDepth[first]! > 0;
}

function opposite(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}

/** Cues with a polarity of mood: whom they name may be the one worried for, warned as a friend, or met at the airport. */
const CUES_OF_MOOD = new Set(
  'warn warning caution complain lament lamenting bemoan welcome fear dread worry regret mourn envy refuse decline balk'.split(
    ' ',
  ),
);

/**
 * The cue itself evaluates ("praised Belarus", "condemned Russia for …"): its polarity goes to the name that the content
 * begins with, a person's titles before it apart; of a topic also to more or less of it ("welcomed the end of the war").
 * Empty where the name is the subject of a clause of its own.
 */
export function evidenceOfCue(
  { tokens, names }: Reader,
  { entry, run: cue }: UsedCue,
  own: readonly Run[],
): readonly Evidence[] {
  const [first] = own;
  if (entry === null || cue === null || first?.[0] !== cue[1]) return [];
  if (entry.polarity === 0 || entry.engagement !== 'assert' || CUES_OF_MOOD.has(entry.lemma)) return [];
  const object = namesIn(names, first).find((name) => isHead(tokens, name));
  if (object === undefined || !isWholeObject(tokens, object) || isInCompound(tokens, object)) return [];
  const direction = isTopic(object)
    ? directionFrom(tokens, object, first[0])
    : opens(tokens, first[0], object)
      ? 1
      : null;
  if (direction === null) return [];
  const sign = entry.polarity === direction ? 1 : -1;
  return [{ kind: 'cue', target: object.value.entity.id, sign, turned: false, quoted: false, words: cue }];
}

/** Whether more (1) or less (−1) of a topic is all that a content begins with; `null` where it begins with something else. */
function directionFrom(tokens: Reader['tokens'], topic: Name, from: number): 1 | -1 | null {
  const phrase = phraseAt(tokens, topic, from);
  return phrase?.first === from ? phrase.direction : null;
}

/** "the Sweden and Finland bids": a country that takes no article has one, so it belongs to another noun. */
function isInCompound(tokens: Reader['tokens'], { first, value: { entity, naming } }: Name): boolean {
  const bare = entity.type === 'country' && naming === 'name' && !entity.name.startsWith('the ');
  return bare && posAt(tokens, first - 1) === 'DET';
}

function opens(tokens: Reader['tokens'], from: number, { first, value }: Name): boolean {
  const titles = ['DET', ...(value.entity.type === 'person' ? ['ADJ', 'NOUN', 'PROPN'] : [])];
  for (let i = from; i < first; i++) if (!titles.includes(tokens.pos[i]!)) return false;
  return true;
}
