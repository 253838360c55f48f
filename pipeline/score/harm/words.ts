import { wordSet } from '../../text/word-set.ts';

/** Days, months and the like: they stand where a noun phrase could, and are nobody. */
export const TIMES: ReadonlySet<string> =
  wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december today yesterday tomorrow tonight morning afternoon evening night overnight week month
  year day days weeks months years hours hour weekend time times`);

/** Nouns of number: whoever they number is meant. */
export const MEASURES: ReadonlySet<string> =
  wordSet(`dozens hundreds thousands tens scores millions number numbers lot lots whole one two three four five six seven eight nine
  ten some many most several all part parts half hundred thousand handful majority rest more members group groups none each kinds types sorts pair`);

/** A quotation mark, which parts no phrase from its verb. */
export const MARK = /^["“”‘’'«»]$/u;

/** Verbs of saying and showing: the clause behind them is no part of the noun before them. */
export const SAYING: ReadonlySet<string> =
  wordSet(`say claim suggest show indicate add mean allege report believe fear tell insist think state note warn confirm reveal
  know admit argue hope see hear describe`);

/** Nouns before "of" with a name: the city of Saltby is Saltby. */
export const COLLECTIVES: ReadonlySet<string> = wordSet(
  'city town village port region republic capital district island settlement state kingdom peninsula',
);

/** Words that open a number by themselves: "about 20 people". Pairs of words (“at least”) are told apart in `phrases.ts`. */
export const OPENERS: ReadonlySet<string> = wordSet(
  'about around nearly almost roughly over only even some also just another',
);

/** Pronouns that begin a relative clause. */
export const RELATIVES: ReadonlySet<string> = wordSet('who which that whom whose what');

/** Forms that make a passive of the participle behind them. */
export const BE: ReadonlySet<string> = wordSet(
  `be is are was were been being am 's 're 'm get gets got getting gotten`,
);

/** Forms of "have" before a participle. */
export const HAVE: ReadonlySet<string> = wordSet(`have has had having 've 'd`);

/** Verbs whose object does what the infinitive or the "of" behind them says: "ordered troops to shell", "accused X of shelling". */
export const STEERING: ReadonlySet<string> =
  wordSet(`order tell ask urge command force allow enable encourage accuse convict suspect blame help lead send see watch
  prompt drive stop prevent keep cause instruct condemn want expect charge criticize`);

/** Nouns whose owner does what the infinitive behind them says: "Upland’s decision to invade". */
export const INTENTS: ReadonlySet<string> =
  wordSet(`decision plan attempt bid order right intention effort threat ability operation move campaign desire capacity
  willingness readiness determination order refusal failure choice`);

/** Verbs whose subject does what the noun behind them names: "launched an attack". */
export const LIGHT: ReadonlySet<string> =
  wordSet(`launch carry conduct begin start unleash commit mount perpetrate stage continue resume order plan prepare wage
  intensify lead make step execute escalate expand`);

/** Verbs that may lack an object and are active all the same: "since Upland invaded". */
export const ALONE: ReadonlySet<string> = wordSet('invade attack strike hit fire loot plunder');

/** Verbs and nouns under which nothing is said to have happened. */
export const UNREAL: ReadonlySet<string> =
  wordSet(`if unless lest whether would could might may can should must cannot possible potential likely risk fear danger
  prevent avoid avert deter deterrence possibility probability prospect hypothetical any ought able capable
  protect defend suspect imagine ability capacity permission`);

/** Words under which it is to come. */
export const COMING: ReadonlySet<string> =
  wordSet(`will shall 'll wo threaten threat vow plan intend intention prepare want order promise going wish ready aim seek
  try attempt bid willing willingness desire decide decision urge pledge imminent planned upcoming impending hope
  looming threatened`);

/** Words that deny. */
export const DENIAL: ReadonlySet<string> = wordSet(`not n't never no neither nor deny without denial refuse`);
