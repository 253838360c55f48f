import type { Pos } from '../../model.ts';
import { featureHash, textHash } from '../../text/hash.ts';
import { keyOfHash } from '../../text/table.ts';
import { bin } from './bin.ts';
import { countToken, noCounts, type Counts } from './ending-counts.ts';
import type { Reading } from './reading.ts';
import type { Segment } from './segments.ts';

/** The ends of a content that are weighed (the tokens after), how far it could go, and where the next part of an attribution begins. */
export interface Ends {
  readonly ends: readonly number[];
  readonly limit: number;
  readonly next: number;
}

/**
 * Keys of features of each end, equally many for each: whether the rules end there, how long the span is, what it holds and
 * what the rest of its line, the words on both sides, each with the cue and with the word that leads the content in.
 */
export function keysOfEnds(reading: Reading, cue: Segment, content: Segment, ends: Ends): readonly number[] {
  const scene = sceneOf(reading, cue, content, ends);
  const inside = noCounts();
  const keys: number[] = [];
  let at = content.first;
  for (const end of ends.ends) {
    for (; at < end; at++) countToken(inside, reading, at);
    const joint = kindAt(scene, end);
    writeRules(keys, scene, end, joint);
    writeLength(keys, scene, end, joint);
    writeCounts(keys, scene, inside, joint);
    writeTags(keys, scene, end);
    writeWords(keys, scene, end, joint);
  }
  return keys;
}

/** What all ends of a content share. */
interface Scene {
  readonly reading: Reading;
  readonly content: Segment;
  readonly next: number;
  /** Where its line ends, or how far that is looked at. */
  readonly horizon: number;
  /** All that could be content and what follows it. */
  readonly whole: Counts;
  /** Whether the rules end a content at any place that it can reach. */
  readonly isRuled: boolean;
  /** Hash of the cue’s lemma; its class; whether it stands behind the content. */
  readonly cue: number;
  readonly cueClass: number;
  readonly side: number;
  /** Kind of the content’s first word. */
  readonly lead: number;
}

/** How many tokens behind the farthest end are looked at. */
const AHEAD = 30;

function sceneOf(reading: Reading, cue: Segment, content: Segment, { limit, next }: Ends): Scene {
  const { reader, ruledEnds } = reading;
  let horizon = limit;
  while (horizon < limit + AHEAD && isOnLine(reading, content, horizon)) horizon++;
  const whole = noCounts();
  for (let i = content.first; i < horizon; i++) countToken(whole, reading, i);
  let isRuled = false;
  for (let end = content.first + 1; end <= limit; end++) if (ruledEnds.has(end)) isRuled = true;
  const entry = reader.cues.get(cue.first) ?? reader.cues.get(cue.end - 1);
  return {
    reading,
    content,
    next,
    horizon,
    whole,
    isRuled,
    cue: lemmaOf(reading, cue),
    cueClass: entry === undefined ? 0 : entry.value.class === 'speech' ? 1 : 2,
    side: cue.first >= content.end ? 1 : 0,
    lead: kindAt({ reading, content }, content.first),
  };
}

/** Whether a token goes on with the line in which a content ends. */
export function isOnLine({ reader, features }: Reading, { paragraph, lastLine }: Segment, i: number): boolean {
  return reader.article.tokens.paragraph[i] === paragraph && features.lineOf[i] === lastLine;
}

function lemmaOf({ reader: { article } }: Reading, { first, end }: Segment): number {
  const { lemmas, pos } = article.tokens;
  for (let i = first; i < end; i++) if (pos[i] === 'VERB') return textHash(lemmas[i]!);
  return textHash(lemmas[end - 1]!);
}

type Place = Pick<Scene, 'reading' | 'content'>;

function isNear({ reading, content }: Place, i: number): boolean {
  return reading.reader.article.tokens.paragraph[i] === content.paragraph;
}

/** Hash of the form of a function word or mark, of the tag of another word; 0 beyond the paragraph. */
function kindAt(place: Place, i: number): number {
  if (!isNear(place, i)) return 0;
  const { wordHash, posHash } = place.reading.features.types[i]!;
  return FUNCTION.has(place.reading.reader.article.tokens.pos[i]!) ? wordHash : posHash;
}

const FUNCTION: ReadonlySet<Pos> = new Set(['ADP', 'SCONJ', 'CCONJ', 'PUNCT', 'PRON', 'PART', 'DET', 'AUX']);

function wordAt(place: Place, i: number): number {
  return isNear(place, i) ? place.reading.features.types[i]!.wordHash : 0;
}

function tagAt(place: Place, i: number): number {
  return isNear(place, i) ? place.reading.features.types[i]!.tag : 0;
}

function push(keys: number[], template: number, a: number, b = 0, c = 0, d = 0): void {
  keys.push(keyOfHash(featureHash(template, a, b, c, d)));
}

/** Whether the rules end there, elsewhere or nowhere, and whether the sequence model ends sooner or later. */
function writeRules(keys: number[], { reading, content, isRuled }: Scene, end: number, joint: number): void {
  const ruled = reading.ruledEnds.has(end) ? 2 : isRuled ? 1 : 0;
  push(keys, RULES, ruled, 1 + Math.sign(end - content.end));
  push(keys, RULES + 1, ruled, joint);
}

function writeLength(keys: number[], scene: Scene, end: number, joint: number): void {
  const { content, cue, cueClass, side, lead } = scene;
  const length = bin(end - content.first);
  const rest = restOf(scene, end);
  push(keys, LENGTH, length);
  push(keys, LENGTH + 1, length, cueClass, side);
  push(keys, LENGTH + 2, length, joint);
  push(keys, LENGTH + 3, length, cue);
  push(keys, REST, rest);
  push(keys, REST + 1, rest, joint, side);
  push(keys, REST + 2, rest, lead);
  push(keys, REST + 3, rest, cue);
}

/** How much of the line is left: nothing, its last mark, or some, in steps. */
function restOf({ reading, horizon }: Scene, end: number): number {
  const rest = horizon - end;
  if (rest === 1 && reading.features.types[end]!.isPunctuation) return 1;
  return rest === 0 ? 0 : rest < 4 ? 2 : rest < 10 ? 3 : 4;
}

/** What the span holds, and what is left; of most things, more than two are as good as two. */
function writeCounts(keys: number[], { whole, cue }: Scene, inside: Counts, joint: number): void {
  const verbs = Math.min(2, inside.verbs);
  const verbsLeft = Math.min(2, whole.verbs - inside.verbs);
  push(keys, VERBS, verbs, joint);
  push(keys, VERBS + 1, verbs, verbsLeft, joint);
  push(keys, VERBS + 2, verbs, cue);
  push(keys, COMMAS, Math.min(3, inside.commas), joint);
  push(keys, MARKS, inside.brackets % 2, inside.marks % 2, joint);
  push(keys, CUES, Math.min(2, inside.cues), joint);
  push(keys, CUES + 1, Math.min(2, whole.cues - inside.cues), joint);
  push(keys, JOINTS, Math.min(2, inside.joints), joint);
  push(keys, CLAUSES, Math.min(2, inside.clauses), joint);
}

function writeTags(keys: number[], scene: Scene, end: number): void {
  const [before, last, next, after] = [-2, -1, 0, 1].map((step) => tagAt(scene, end + step));
  push(keys, TAGS, next!, after);
  push(keys, TAGS + 1, last!, next);
  push(keys, TAGS + 2, before!, last, next);
  push(keys, TAGS + 3, last!, next, after, tagAt(scene, end + 2));
}

function writeWords(keys: number[], scene: Scene, end: number, joint: number): void {
  const { cue, cueClass, side, lead, next, horizon } = scene;
  const after = kindAt(scene, end + 1);
  push(keys, JOINT, joint);
  push(keys, JOINT + 1, joint, after);
  push(keys, JOINT + 2, joint, after, kindAt(scene, end + 2));
  push(keys, JOINT + 3, joint, lead);
  push(keys, JOINT + 4, joint, cueClass, side);
  push(keys, JOINT + 5, joint, cue);
  push(keys, JOINT + 6, joint, next === end ? 2 : next < horizon ? 1 : 0);
  push(keys, WORDS, wordAt(scene, end));
  push(keys, WORDS + 1, wordAt(scene, end), wordAt(scene, end + 1));
  push(keys, WORDS + 2, wordAt(scene, end), tagAt(scene, end + 1), tagAt(scene, end - 1));
  push(keys, WORDS + 3, wordAt(scene, end - 1));
  push(keys, WORDS + 4, wordAt(scene, end - 1), wordAt(scene, end));
}

const RULES = textHash('end: rules');
const LENGTH = textHash('end: length');
const REST = textHash('end: rest of the line');
const VERBS = textHash('end: verbs');
const COMMAS = textHash('end: commas');
const MARKS = textHash('end: marks in pairs');
const CUES = textHash('end: cues');
const JOINTS = textHash('end: joints');
const CLAUSES = textHash('end: clauses');
const TAGS = textHash('end: tags');
const JOINT = textHash('end: what follows');
const WORDS = textHash('end: words');
