import { bin } from './bin.ts';
import type { FacetWriter } from './facets.ts';
import { textHash } from '../../text/hash.ts';
import { jointsBetween, NOTHING, type LineFacts, type Strength } from './line-facts.ts';
import type { QuotationFacts } from './quotation-facts.ts';
import { OUT } from './quote-states.ts';

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

/** The facets of a token’s own label, by what they look at, with their numbers. */
export const CONTEXT = {
  neighbours: 0,
  states: 1,
  marks: 2,
  line: 3,
  place: 4,
  strong: 5,
  strongNear: 6,
  medium: 7,
  mediumNear: 8,
  weak: 9,
  weakNear: 10,
  clause: 11,
  clauseNear: 12,
  quotation: 13,
} as const;

/** The facets of a pair of labels, the token’s and the one before, beside what the two words tell. */
export const PAIR = { tags: 0, mark: 1, states: 2, line: 3 } as const;

/** Stands for the quote state and the mark of what lies outside the paragraph. */
const OUTSIDE = 20;
const BEFORE = 1;
const AFTER = 2;

/** Writes the features of the token’s neighbours: words in pairs, tags in threes, quote states and marks one by one. */
export function writeNeighbours(writer: FacetWriter, scene: Scene, i: number): void {
  const { words, tags, states, marks } = scene;
  writer.opens(CONTEXT.neighbours, i);
  writer.emit(PAIR_BEFORE, value(scene, words, i, -1), words[i]);
  writer.emit(PAIR_AFTER, words[i]!, value(scene, words, i, 1));
  const t1 = value(scene, tags, i, -1);
  const tag = tags[i]!;
  const t2 = value(scene, tags, i, 1);
  writer.emit(TAGS_AROUND, t1, tag, t2);
  writer.emit(TAGS_BEFORE, value(scene, tags, i, -2), t1, tag);
  writer.emit(TAGS_AFTER, tag, t2, value(scene, tags, i, 2));
  writeAround(writer, CONTEXT.states, STATE, scene, states, i);
  writeAround(writer, CONTEXT.marks, MARK, scene, marks, i);
}

/** A column of small numbers at the token and up to two tokens away. */
function writeAround(w: FacetWriter, k: number, template: number, scene: Scene, column: Uint8Array, i: number): void {
  const a = near(scene, column, i, -2);
  const b = near(scene, column, i, -1);
  const c = column[i]!;
  const d = near(scene, column, i, 1);
  const e = near(scene, column, i, 2);
  if (!w.opens(k, a, b, c, d, e)) return;
  w.emit(template - 2, a);
  w.emit(template - 1, b);
  w.emit(template, c);
  w.emit(template + 1, d);
  w.emit(template + 2, e);
}

function near(scene: Scene, column: Uint8Array, i: number, offset: number): number {
  return isInParagraph(scene, i, i + offset) ? column[i + offset]! : OUTSIDE;
}

function isInParagraph({ paragraph }: Scene, i: number, j: number): boolean {
  return j >= 0 && j < paragraph.length && paragraph[j] === paragraph[i];
}

function value(scene: Scene, column: Int32Array, i: number, offset: number): number {
  if (isInParagraph(scene, i, i + offset)) return column[i + offset]!;
  return offset < 0 ? BEFORE : AFTER;
}

/** Writes what the token’s line and the lines around it are like, and where in it the unit stands. */
export function writeLine(writer: FacetWriter, scene: Scene, l: number, u: number, i: number): void {
  const state = scene.states[i]!;
  if (writer.opens(CONTEXT.line, l, state)) writeLineFacts(writer, scene, l, i);
  const inQuotation = state === OUT ? 0 : 1;
  const start = bin(u + 1);
  const end = bin(scene.lines[l]!.line.length - u);
  if (!writer.opens(CONTEXT.place, start, end, inQuotation)) return;
  writer.emit(FROM_START, start, inQuotation);
  writer.emit(TO_END, end, inQuotation);
}

function writeLineFacts(writer: FacetWriter, { lines, states, paragraph }: Scene, l: number, i: number): void {
  const facts = lines[l]!;
  const state = states[i]!;
  writer.emit(LINE, facts.type);
  writer.emit(LINE_STATE, facts.type, state);
  writer.emit(FIRST_FORM, facts.forms[0]!, state === OUT ? 0 : 1);
  writer.emit(IN_PARAGRAPH, facts.startsParagraph ? 1 : 0, facts.endsParagraph ? 1 : 0, state, facts.type);
  for (const step of [-1, 1]) {
    const other = lines[l + step];
    if (other === undefined) continue;
    const together = paragraph[other.line[0]!.first] === paragraph[i] ? 1 : 0;
    writer.emit(NEAR_LINE + step, other.type, together);
    writer.emit(NEAR_LINE_STATE + step, other.type, together, state, facts.type);
  }
}

/** A unit of a line. */
export interface UnitPlace {
  /** Index of the line, and of the unit in it. */
  readonly l: number;
  readonly u: number;
  /** The token’s quote state. */
  readonly state: number;
}

/** Writes how the unit stands to the nearest possible cue of one strength; `cue` is a unit, or −1 where there is none. */
export function writeCue(
  writer: FacetWriter,
  facts: LineFacts,
  strength: Strength,
  cue: number,
  { l, u, state }: UnitPlace,
): void {
  const base = CUES[strength];
  const distance = cue < 0 ? 0 : u - cue;
  const side = cue < 0 ? 0 : Math.sign(distance) + 2;
  const before = facts.classes[cue - 1] ?? NOTHING;
  const after = facts.classes[cue + 1] ?? NOTHING;
  if (writer.opens(CONTEXT[strength], l, cue, side, state)) {
    writer.emit(base, side, facts.forms[cue] ?? NOTHING, state);
    if (strength !== 'weak' && cue >= 0) {
      writer.emit(base + 1, side, after, state);
      writer.emit(base + 2, side, before, state);
    }
  }
  const joint = distance < 0 ? facts.jointAt[u + 1]! : facts.jointAt[u]!;
  if (!writer.opens(NEAR[strength], l, cue, bin(distance), state, joint) || cue < 0) return;
  writer.emit(base + 3, bin(distance), state);
  if (strength === 'weak') return;
  writer.emit(base + 4, side, distance < 0 ? jointsBetween(facts, u + 1, cue) : jointsBetween(facts, cue + 1, u));
  writer.emit(base + 5, bin(distance), after, before);
}

const NEAR: Readonly<Record<Strength, number>> = {
  strong: CONTEXT.strongNear,
  medium: CONTEXT.mediumNear,
  weak: CONTEXT.weakNear,
};

/** Writes the punctuation that bounds the unit’s clause, how far it is, and the words next to it. */
export function writeClause(writer: FacetWriter, facts: LineFacts, { l, u, state }: UnitPlace): void {
  const { forms, punctuation } = facts;
  const a = punctuation.before[u]!;
  const b = punctuation.after[u]!;
  const before = forms[a] ?? NOTHING;
  const after = forms[b] ?? NOTHING;
  if (writer.opens(CONTEXT.clause, l, a, b, state)) {
    writer.emit(CLAUSE_FIRST, before, forms[a + 1] ?? NOTHING);
    writer.emit(CLAUSE_NEXT, after, forms[b + 1] ?? NOTHING);
    writer.emit(CLAUSE, before, after, facts.type, state);
  }
  const start = bin(a - u);
  const end = bin(b - u + 1);
  if (!writer.opens(CONTEXT.clauseNear, before, start, after, end)) return;
  writer.emit(CLAUSE_START, before, start);
  writer.emit(CLAUSE_END, after, end);
}

/** Writes what stands around the quotation that the token is in. */
export function writeQuotation(writer: FacetWriter, facts: QuotationFacts | null, state: number): void {
  if (!writer.opens(CONTEXT.quotation, facts?.first ?? -1, state) || facts === null) return;
  writer.emit(QUOTED_AFTER, facts.before, state);
  writer.emit(QUOTED_BEFORE, facts.after, facts.last, state);
  writer.emit(QUOTED, facts.beforeClass, facts.afterClass, facts.length, state);
}

/** Writes the features of a pair of labels, the token’s and the one before. */
export function writePairs(writer: FacetWriter, scene: Scene, facts: LineFacts, i: number): void {
  const { tags, rates, marks, states } = scene;
  const t1 = value(scene, tags, i, -1);
  const tag = tags[i]!;
  const t2 = value(scene, tags, i, 1);
  if (writer.opens(PAIR.tags, t1, tag, t2)) writer.emit(PAIRS, t1, tag, t2);
  if (writer.opens(PAIR.mark, rates[i]!, marks[i])) writer.emit(PAIRS + 1, rates[i]!, marks[i]);
  const state = states[i]!;
  const last = near(scene, states, i, -1);
  if (writer.opens(PAIR.states, state, last)) writer.emit(PAIRS + 2, state, last);
  if (writer.opens(PAIR.line, facts.type, state)) writer.emit(PAIRS + 3, facts.type, state);
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
