import { textHash } from '../../text/hash.ts';
import { remembered } from '../../text/remembered.ts';
import { isWord } from '../../text/word.ts';
import { wordSet } from '../../text/word-set.ts';
import { valenceOfWord } from '../afinn.ts';

/** What is known of a lemma wherever it stands. */
export interface LemmaFacts {
  /** Its hash; of a number the hash of that class. */
  readonly word: number;
  /** Hashes of its first letters: four, and six. */
  readonly short: number;
  readonly long: number;
  /** By AFINN. */
  readonly valence: number;
  /** Whether it is a verb of saying, thinking or judging aloud. */
  readonly reports: boolean;
}

/** What is known of a form in lower case wherever it stands. */
export interface FormFacts {
  readonly hash: number;
  /** Hash of its last four letters; `null` of a form that has no more. */
  readonly suffix: number | null;
  /** By AFINN. */
  readonly valence: number;
  /** Whether it negates, or ends a clause, more or less. */
  readonly mark: 'negation' | 'border' | null;
}

/** What stands in `Scene.words` for whole classes: a name shall not tell on whose side the news usually is. */
export const CLASS = { target: 1, number: 2, name: 3 } as const;

const [SHORT, LONG, SUFFIX] = [4, 6, 4];

/** Facts of a lemma; words come again and again, so that they are found once. */
export const factsOfLemma = remembered((lemma): LemmaFacts => ({
  word: /^[\d.,]+$/u.test(lemma) && isWord(lemma) ? CLASS.number : textHash(lemma),
  short: textHash(lemma.slice(0, SHORT)),
  long: textHash(lemma.slice(0, LONG)),
  valence: valenceOfWord(lemma),
  reports: REPORTING.has(lemma),
}));

/** Facts of a form. */
export const factsOfForm = remembered((norm): FormFacts => ({
  hash: textHash(norm),
  suffix: norm.length > SUFFIX ? textHash(norm.slice(-SUFFIX)) : null,
  valence: valenceOfWord(norm),
  mark: NEGATIONS.has(norm) ? 'negation' : BORDERS.has(norm) ? 'border' : null,
}));

/** Words that turn what follows round. */
const NEGATIONS: ReadonlySet<string> =
  wordSet(`not n't no never neither nor without hardly barely nobody nothing none cannot lack lacked lacks deny denied denies
  refuse refused refuses`);

const BORDERS: ReadonlySet<string> =
  wordSet(`, ; : . — – ( ) " “ ” ‘ ’ but because although though while whereas despite if when that who which after before since
  however and`);

const REPORTING: ReadonlySet<string> =
  wordSet(`accuse acknowledge add admit advise agree allege announce answer argue ask assert assure believe boast caution charge
  cite claim comment complain concede confirm contend declare demand deny describe dismiss disclose dispute emphasize
  explain express guess hint imply indicate inform insist joke mention note offer pledge predict praise proclaim promise
  propose question quip quote reaffirm recall recommend refuse reject reiterate remark repeat reply report respond reveal
  say state stress suggest swear tell testify tweet think urge vow warn wonder write`);
