import type { Entity } from '../model.ts';
import type { Gender } from './given-names.ts';

/** Someone of whom a text speaks. */
export interface Person {
  /** The id of whoever is named; for others the noun, so that "a soldier" and "the soldier" are one. */
  readonly key: string;
  /** `null` for a person without a name: nobody can say who that is, but a pronoun may mean them. */
  readonly entity: Entity | null;
  readonly gender: Gender | null;
}

/** How much a text has made of someone: in the sentences before `sentence`, as of that one, and in that one itself. */
interface Weight {
  readonly before: number;
  readonly here: number;
}

interface Candidate extends Person {
  /** Outside and within quotation marks. */
  readonly told: Weight;
  readonly quoted: Weight;
  /** The last sentence with a mention. */
  readonly sentence: number;
}

/** Those of whom a text has spoken lately, the last one last; at most `MOST`, so that long sentences stay quick to read. */
export type Stage = Candidate[];

const MOST = 24;

/** Where a mention stands in its clause. */
export type Place = 'subject' | 'object' | 'oblique' | 'owner';

/**
 * What a mention adds to salience (Lappin and Leass 1994: recency, role, head noun); several in one sentence add what the
 * first among them in rank adds. Half is left after each sentence.
 */
const WEIGHTS: Readonly<Record<Place, number>> = { subject: 260, object: 230, oblique: 220, owner: 140 };
const HALF = 0.5;

/** Someone comes up. */
export function meet(stage: Stage, person: Person, place: Place, { sentence, isQuoted }: Spot): void {
  const at = stage.findIndex(({ key }) => key === person.key);
  const [known = { gender: null, told: NONE, quoted: NONE, sentence }] = at < 0 ? [] : stage.splice(at, 1);
  const lines = sentence - known.sentence;
  stage.push({
    ...person,
    gender: person.gender ?? known.gender,
    told: more(known.told, lines, isQuoted ? 0 : WEIGHTS[place]),
    quoted: more(known.quoted, lines, isQuoted ? WEIGHTS[place] : 0),
    sentence,
  });
  if (stage.length > MOST) stage.shift();
}

const NONE: Weight = { before: 0, here: 0 };

function more({ before, here }: Weight, lines: number, added: number): Weight {
  if (lines === 0) return { before, here: Math.max(here, added) };
  return { before: (before + here) * HALF ** lines, here: added };
}

/** Where in a text something stands. */
export interface Spot {
  readonly sentence: number;
  readonly isQuoted: boolean;
}

/** Whom a pronoun most likely means, and how clear that is. */
export interface Choice {
  readonly person: Person;
  readonly salience: number;
  /** Salience of the next one as a share of the first one's: 0 where nobody else can be meant. */
  readonly rival: number;
}

/** The most salient of those that fit, with the distance to the next; `null` where nobody fits. `barred` are keys. */
export function mostSalient(
  stage: Stage,
  gender: Gender,
  barred: readonly (string | null)[],
  { sentence, isQuoted }: Spot,
): Choice | null {
  let [best, first, second]: [Candidate | null, number, number] = [null, 0, 0];
  for (const candidate of stage) {
    if (barred.includes(candidate.key) || (candidate.gender !== null && candidate.gender !== gender)) continue;
    const whole = sum(candidate.told) + (isQuoted ? 1 : ASIDE) * sum(candidate.quoted);
    const salience = whole * HALF ** (sentence - candidate.sentence);
    if (salience > first) [best, first, second] = [candidate, salience, first];
    else second = Math.max(second, salience);
  }
  return best === null ? null : { person: best, salience: first, rival: second / first };
}

/** A name in someone's mouth counts less for whom the reporter goes on to speak of. */
const ASIDE = 0.5;

function sum({ before, here }: Weight): number {
  return before + here;
}
