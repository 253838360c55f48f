import type { Pos, Tokens } from '../../model.ts';
import { featureHash } from '../../text/hash.ts';
import type { Run } from '../../text/runs.ts';
import { keyOfHash } from '../../text/table.ts';
import { tally, tallyFor, type Tally } from '../../text/tally.ts';
import { valenceOfWord } from '../afinn.ts';
import { CLASS, wordKey } from '../frames/terms.ts';
import { verbsAt, type Verb } from './verbs.ts';

/** What an article shows of one actor: how much it is about the actor, and the words that stand around it. */
export interface Portrait {
  /** Numbers in the order of `MEASURES`, then their products; see `measuresOf`. */
  readonly measures: readonly number[];
  /** Features, with what each is worth. */
  readonly features: Tally;
  /** Words of content around, by the key of the lemma: how often, those near counting double. */
  readonly words: Tally;
}

/** What tells whether an article is about an actor at all. Rates are means over the mentions. */
const MEASURES = [
  'mentions',
  'share',
  'place',
  'early',
  'says',
  'does',
  'suffers',
  'owns',
  'quoted',
  'left',
  'right',
  'good',
  'bad',
] as const;

type Measure = (typeof MEASURES)[number];

/** How many measures there are, products and all. */
export const MEASURE_COUNT = MEASURES.length + 2;

const TEMPLATE = { word: 10, side: 11, near: 12, beside: 13, verb: 14, rate: 15 } as const;

/**
 * Looks at all places where an article names one actor. At least one mention. `total`: how many names the
 * article has in all (`properRuns`).
 */
export function portraitOf(tokens: Tokens, mentions: readonly Run[], total: number): Portrait {
  const n = mentions.length;
  const features = tallyFor(n * MOST_FEATURES + RATED.length);
  const words = tallyFor(n * 2 * REACH);
  const rates = Object.fromEntries(MEASURES.map((name) => [name, 0])) as Record<Measure, number>;
  const own = new Set<number>();
  for (const [first, end] of mentions) for (let i = first; i < end; i++) own.add(i);
  for (const mention of mentions) look({ tokens, own, features, words, rates }, mention);
  for (const name of MEASURES) rates[name] /= n;
  const damped = 1 + Math.log(n) / 2;
  for (let place = 0; place < features.size; place++) features.sums[place] = Math.log1p(features.sums[place]!) / damped;
  RATED.forEach((name, at) => {
    if (rates[name] !== 0) tally(features, keyOfHash(featureHash(TEMPLATE.rate, at + 1)), rates[name]);
  });
  return { measures: measuresOf(rates, mentions, total, tokens.length), features, words };
}

/** Unbroken runs of tokens tagged as names, none over two sentences. */
export function properRuns({ pos, sentence, length }: Tokens): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < length; i++) {
    if (pos[i] !== 'PROPN') continue;
    const first = i;
    while (i + 1 < length && pos[i + 1] === 'PROPN' && sentence[i + 1] === sentence[first]) i++;
    runs.push([first, i + 1]);
  }
  return runs;
}

/** Rates that tell the part as well. */
const RATED = [
  'says',
  'does',
  'suffers',
  'owns',
  'quoted',
  'left',
  'right',
  'good',
  'bad',
] as const satisfies readonly Measure[];

interface Sketch {
  readonly tokens: Tokens;
  /** Tokens of all mentions. */
  readonly own: ReadonlySet<number>;
  readonly features: Tally;
  readonly words: Tally;
  readonly rates: Record<Measure, number>;
}

const EARLY = 60;

function measuresOf(
  rates: Readonly<Record<Measure, number>>,
  mentions: readonly Run[],
  total: number,
  length: number,
): readonly number[] {
  const first = mentions[0]![0];
  const amount = Math.log(mentions.length);
  const [share, early] = [mentions.length / Math.max(total, mentions.length), first < EARLY ? 1 : 0];
  const all = { ...rates, mentions: amount, share, place: first / length, early };
  return [...MEASURES.map((name) => all[name]), amount * early, share * share];
}

/** How far to either side words are read, and how far they are near. */
const REACH = 8;
const NEAR = 3;
/** At most so many features a mention: three for each word around, one for each neighbour and each verb. */
const MOST_FEATURES = 3 * 2 * REACH + 4;

function look({ tokens, own, features, words, rates }: Sketch, mention: Run): void {
  const [from, to] = within(tokens, mention);
  const add = (template: number, a: number, b = 0): void => {
    tally(features, keyOfHash(featureHash(template, a, b)), 1);
  };
  for (let i = from; i < to; i++) {
    const pos = tokens.pos[i]!;
    if (own.has(i)) continue;
    const [side, far] = i < mention[0] ? [1, mention[0] - i] : [2, i - mention[1] + 1];
    if (far > 1 && !READ.has(pos)) continue;
    const key = keyOf(tokens, i);
    if (READ.has(pos)) {
      add(TEMPLATE.word, key);
      add(TEMPLATE.side, key, side);
      if (far <= NEAR) add(TEMPLATE.near, key, side);
    }
    if (CONTENT.has(pos)) {
      tally(words, key, far <= NEAR ? 2 : 1);
      weigh(rates, valenceAt(tokens, i), side);
    }
    if (far === 1) add(TEMPLATE.beside, key, side);
  }
  for (const verb of verbsAt(tokens, mention, [from, to])) noteVerb(verb, rates, add);
  if (POSSESSIVE.has(tokens.norms[mention[1]] ?? '')) rates.owns++;
  if (tokens.quoteDepth[mention[0]]! > 0) rates.quoted++;
}

const POSSESSIVE: ReadonlySet<string> = new Set(["'", "'s", '’', '’s']);
const CONTENT: ReadonlySet<Pos> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);
const READ: ReadonlySet<Pos> = new Set([...CONTENT, 'PROPN', 'NUM']);

function keyOf({ lemmas, pos }: Tokens, i: number): number {
  return pos[i] === 'PROPN' ? CLASS.name : pos[i] === 'NUM' ? CLASS.number : wordKey(lemmas[i]!);
}

/** The stretch of the mention's sentence that is read. */
function within({ sentence, length }: Tokens, [first, end]: Run): Run {
  let [from, to] = [first, end];
  while (from > Math.max(0, first - REACH) && sentence[from - 1] === sentence[first]) from--;
  while (to < Math.min(length, end + REACH) && sentence[to] === sentence[first]) to++;
  return [from, to];
}

const MOST_VALENCE = 5;

function weigh(rates: Record<Measure, number>, valence: number, side: number): void {
  if (valence === 0) return;
  rates[side === 1 ? 'left' : 'right'] += valence / MOST_VALENCE;
  rates[valence > 0 ? 'good' : 'bad'] += 1 / NEAR;
}

function valenceAt({ norms, lemmas }: Tokens, i: number): number {
  const own = valenceOfWord(norms[i]!);
  return own === 0 ? valenceOfWord(lemmas[i]!) : own;
}

function noteVerb(
  verb: Verb,
  rates: Record<Measure, number>,
  add: (template: number, a: number, b: number) => void,
): void {
  add(TEMPLATE.verb, verb.key, verb.part);
  if (verb.says) rates.says++;
  if (verb.part === 1) rates.does++;
  if (verb.part === 2 || verb.part === 3) rates.suffers++;
}
