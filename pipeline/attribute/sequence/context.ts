import { bin } from './bin.ts';
import { featureHash, textHash } from './hash.ts';
import { jointsBetween, NOTHING, type LineFacts, type Strength } from './line-facts.ts';
import type { QuotationFacts } from './quotation-facts.ts';
import { OUT } from './quote-states.ts';

/** Where feature hashes are written. */
export interface Sink {
  readonly hashes: Int32Array;
  at: number;
}

/** What is read off a whole article before its tokens are looked at one by one. All columns are by token. */
export interface Scene {
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly rates: Uint8Array;
  /** What the registry, the roles and the cue lexicon say. */
  readonly marks: Uint8Array;
  readonly states: Uint8Array;
  readonly paragraph: Uint32Array;
  readonly quoted: readonly (QuotationFacts | null)[];
  readonly lines: readonly LineFacts[];
}

/** Stands for the quote state and the mark of what lies outside the paragraph. */
const OUTSIDE = 20;
const BEFORE = 1;
const AFTER = 2;

/** Writes the features of the token's neighbours: words in pairs, tags in threes, quote states and marks one by one. */
export function emitNeighbours(sink: Sink, scene: Scene, i: number): void {
  const { words, tags, states, marks } = scene;
  const [here, tag] = [words[i]!, tags[i]!];
  const [before, after] = [value(scene, words, i, -1), value(scene, words, i, 1)];
  emit(sink, PAIR_BEFORE, before, here);
  emit(sink, PAIR_AFTER, here, after);
  const [t1, t2] = [value(scene, tags, i, -1), value(scene, tags, i, 1)];
  emit(sink, TAGS_AROUND, t1, tag, t2);
  emit(sink, TAGS_BEFORE, value(scene, tags, i, -2), t1, tag);
  emit(sink, TAGS_AFTER, tag, t2, value(scene, tags, i, 2));
  for (let offset = -2; offset <= 2; offset++) {
    const isNear = isInParagraph(scene, i, i + offset);
    emit(sink, STATE + offset, isNear ? states[i + offset]! : OUTSIDE);
    emit(sink, MARK + offset, isNear ? marks[i + offset]! : OUTSIDE);
  }
}

function isInParagraph({ paragraph }: Scene, i: number, j: number): boolean {
  return j >= 0 && j < paragraph.length && paragraph[j] === paragraph[i];
}

function value(scene: Scene, column: Int32Array, i: number, offset: number): number {
  if (isInParagraph(scene, i, i + offset)) return column[i + offset]!;
  return offset < 0 ? BEFORE : AFTER;
}

/** Writes what the token’s line and the lines around it are like, and where in it the unit stands. */
export function emitLine(sink: Sink, { lines, states, paragraph }: Scene, l: number, u: number, i: number): void {
  const facts = lines[l]!;
  const state = states[i]!;
  const inQuotation = state === OUT ? 0 : 1;
  emit(sink, LINE, facts.type);
  emit(sink, LINE_STATE, facts.type, state);
  emit(sink, FROM_START, bin(u + 1), inQuotation);
  emit(sink, TO_END, bin(facts.line.length - u), inQuotation);
  emit(sink, FIRST_FORM, facts.forms[0]!, inQuotation);
  emit(sink, IN_PARAGRAPH, facts.startsParagraph ? 1 : 0, facts.endsParagraph ? 1 : 0, state, facts.type);
  for (const step of [-1, 1]) {
    const other = lines[l + step];
    if (other === undefined) continue;
    const together = paragraph[other.line[0]!.first] === paragraph[i] ? 1 : 0;
    emit(sink, NEAR_LINE + step, other.type, together);
    emit(sink, NEAR_LINE_STATE + step, other.type, together, state, facts.type);
  }
}

/** Writes how the unit stands to the nearest possible cue of one strength; `cue` is a unit, or −1 where there is none. */
export function emitCue(
  sink: Sink,
  facts: LineFacts,
  strength: Strength,
  cue: number,
  [u, state]: readonly [u: number, state: number],
): void {
  const base = CUES[strength];
  if (cue < 0) {
    emit(sink, base, state);
    return;
  }
  const distance = u - cue;
  const side = Math.sign(distance) + 2;
  emit(sink, base + 1, bin(distance), state);
  emit(sink, base + 2, side, facts.forms[cue], state);
  if (strength === 'weak') return;
  const [before, after] = [facts.classes[cue - 1] ?? NOTHING, facts.classes[cue + 1] ?? NOTHING];
  emit(sink, base + 3, side, after, state);
  emit(sink, base + 4, side, before, state);
  emit(sink, base + 5, side, distance < 0 ? jointsBetween(facts, u + 1, cue) : jointsBetween(facts, cue + 1, u));
  emit(sink, base + 6, bin(distance), after, before);
}

/** Writes the punctuation that bounds the unit’s clause, how far it is, and the words next to it. */
export function emitClause(sink: Sink, facts: LineFacts, u: number, state: number): void {
  const { forms, punctuation } = facts;
  const [a, b] = [punctuation.before[u]!, punctuation.after[u]!];
  const [before, after] = [forms[a] ?? NOTHING, forms[b] ?? NOTHING];
  emit(sink, CLAUSE_START, before, bin(a - u));
  emit(sink, CLAUSE_END, after, bin(b - u + 1));
  emit(sink, CLAUSE_FIRST, before, forms[a + 1] ?? NOTHING);
  emit(sink, CLAUSE_NEXT, after, forms[b + 1] ?? NOTHING);
  emit(sink, CLAUSE, before, after, facts.type, state);
}

/** Writes what stands around the quotation that the token is in. */
export function emitQuotation(sink: Sink, facts: QuotationFacts | null, state: number): void {
  if (facts === null) return;
  emit(sink, QUOTED_AFTER, facts.before, state);
  emit(sink, QUOTED_BEFORE, facts.after, facts.last, state);
  emit(sink, QUOTED, facts.beforeClass, facts.afterClass, facts.length, state);
}

/** Writes the features of a pair of labels, the token’s and the one before. Always `PAIR_WIDTH` of them. */
export function emitPairs(sink: Sink, scene: Scene, facts: LineFacts, i: number): void {
  const { words, tags, rates, marks, states } = scene;
  emit(sink, PAIRS, words[i]!);
  emit(sink, PAIRS + 1, value(scene, words, i, -1));
  emit(sink, PAIRS + 2, tags[i]!);
  emit(sink, PAIRS + 3, rates[i]!, marks[i]);
  emit(sink, PAIRS + 4, states[i]!, isInParagraph(scene, i, i - 1) ? states[i - 1]! : OUTSIDE);
  emit(sink, PAIRS + 5, facts.type, states[i]);
  emit(sink, PAIRS + 6, value(scene, tags, i, -1), tags[i], value(scene, tags, i, 1));
}

/** How many features a pair of labels has. */
export const PAIR_WIDTH = 7;

function emit(sink: Sink, template: number, a: number, b = 0, c = 0, d = 0): void {
  sink.hashes[sink.at++] = featureHash(template, a, b, c, d) || 1;
}

const PAIR_BEFORE = textHash('word before, word');
const PAIR_AFTER = textHash('word, word after');
const TAGS_AROUND = textHash('three tags around');
const TAGS_BEFORE = textHash('three tags before');
const TAGS_AFTER = textHash('three tags after');
const STATE = textHash('quote state');
const MARK = textHash('mark');
const LINE = textHash('line');
const LINE_STATE = textHash('line, quote state');
const FROM_START = textHash('units from the start');
const TO_END = textHash('units to the end');
const FIRST_FORM = textHash('first form');
const IN_PARAGRAPH = textHash('line in paragraph');
const NEAR_LINE = textHash('near line');
const NEAR_LINE_STATE = textHash('near line, quote state');
const CUES: Readonly<Record<Strength, number>> = {
  strong: textHash('strong cue'),
  medium: textHash('medium cue'),
  weak: textHash('weak cue'),
};
const CLAUSE_START = textHash('clause start');
const CLAUSE_END = textHash('clause end');
const CLAUSE_FIRST = textHash('clause first');
const CLAUSE_NEXT = textHash('clause next');
const CLAUSE = textHash('clause');
const QUOTED_AFTER = textHash('quoted after');
const QUOTED_BEFORE = textHash('quoted before');
const QUOTED = textHash('quoted');
const PAIRS = textHash('pairs');
