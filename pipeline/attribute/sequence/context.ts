import { bin } from './bin.ts';
import type { FacetWriter } from './facets.ts';
import { featureHash, textHash } from '../../text/hash.ts';
import { keyOfHash } from '../../text/table.ts';
import { jointsBetween, NOTHING, type LineFacts, type Strength } from './line-facts.ts';
import type { QuotationFacts } from './quotation-facts.ts';
import { OUT, QUOTE_STATES } from './quote-states.ts';
import { pairLineKey, pairStatesKey, tripleKey } from './small-keys.ts';

/** What is read off a whole article before its tokens are looked at one by one. All columns are by token. */
export interface Scene {
  readonly words: Int32Array;
  /** By `tagNumber`. */
  readonly tags: Uint8Array;
  readonly states: Uint8Array;
  readonly paragraph: Uint32Array;
  readonly quoted: readonly (QuotationFacts | null)[];
  readonly lines: readonly LineFacts[];
}

/** The facets of a token’s own label, by what they look at, with their numbers. */
export const CONTEXT = {
  strong: 0,
  strongNear: 1,
  medium: 2,
  mediumNear: 3,
  line: 4,
  quotation: 5,
} as const;

/** How many keys `writeNeighbours` and `writePair` write for a token. */
export const [NEIGHBOURS, PAIR] = [5, 3] as const;

/** Stand for the word or tag of what lies before and after the paragraph. */
const [BEFORE, AFTER] = [0, 1] as const;

/** Writes the keys of the token with its neighbours: words in pairs, tags in threes. */
export function writeNeighbours(keys: Int32Array, { words, tags, paragraph }: Scene, i: number): void {
  const before = near(words, paragraph, i, -1);
  const after = near(words, paragraph, i, 1);
  const t1 = near(tags, paragraph, i, -1);
  const tag = tags[i]!;
  const t2 = near(tags, paragraph, i, 1);
  const at = i * NEIGHBOURS;
  keys[at] = keyOfHash(featureHash(PAIR_BEFORE, before, words[i]));
  keys[at + 1] = keyOfHash(featureHash(PAIR_AFTER, words[i]!, after));
  keys[at + 2] = tripleKey(0, t1, tag, t2);
  keys[at + 3] = tripleKey(1, near(tags, paragraph, i, -2), t1, tag);
  keys[at + 4] = tripleKey(2, tag, t2, near(tags, paragraph, i, 2));
}

/** Writes the keys of the token's label and the one before together: tags, quote states, line. All are small. */
export function writePair(keys: Int32Array, { tags, states, paragraph }: Scene, type: number, i: number): void {
  const state = states[i]!;
  const last = paragraph[i - 1] === paragraph[i] ? states[i - 1]! : QUOTE_STATES;
  const at = i * PAIR;
  keys[at] = tripleKey(0, near(tags, paragraph, i, -1), tags[i]!, near(tags, paragraph, i, 1));
  keys[at + 1] = pairStatesKey(state, last);
  keys[at + 2] = pairLineKey(type, state);
}

function near(column: Int32Array | Uint8Array, paragraph: Uint32Array, i: number, offset: number): number {
  if (paragraph[i + offset] === paragraph[i]) return column[i + offset]!;
  return offset < 0 ? BEFORE : AFTER;
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
    if (cue >= 0) {
      writer.emit(base + 1, side, after, state);
      writer.emit(base + 2, side, before, state);
    }
  }
  const joint = distance < 0 ? facts.jointAt[u + 1]! : facts.jointAt[u]!;
  if (!writer.opens(NEAR[strength], l, cue, bin(distance), state, joint) || cue < 0) return;
  writer.emit(base + 3, bin(distance), state);
  writer.emit(base + 4, side, distance < 0 ? jointsBetween(facts, u + 1, cue) : jointsBetween(facts, cue + 1, u));
  writer.emit(base + 5, bin(distance), after, before);
}

const NEAR: Readonly<Record<Strength, number>> = {
  strong: CONTEXT.strongNear,
  medium: CONTEXT.mediumNear,
};

/** Writes what the token’s line and the lines around it are like. */
export function writeLine(writer: FacetWriter, { lines, paragraph }: Scene, { l, state }: UnitPlace, i: number): void {
  if (!writer.opens(CONTEXT.line, l, state)) return;
  const facts = lines[l]!;
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

/** Writes what stands around the quotation that the token is in. */
export function writeQuotation(writer: FacetWriter, facts: QuotationFacts | null, state: number): void {
  if (!writer.opens(CONTEXT.quotation, facts?.first ?? -1, state) || facts === null) return;
  writer.emit(QUOTED_AFTER, facts.before, state);
  writer.emit(QUOTED_BEFORE, facts.after, facts.last, state);
  writer.emit(QUOTED, facts.beforeClass, facts.afterClass, facts.length, state);
}

const PAIR_BEFORE = textHash('word before, word');
const PAIR_AFTER = textHash('word, word after');
const LINE = textHash('line');
const LINE_STATE = textHash('line, quote state');
const FIRST_FORM = textHash('first form');
const IN_PARAGRAPH = textHash('line in paragraph');
const NEAR_LINE = textHash('near line');
const NEAR_LINE_STATE = textHash('near line, quote state');
const QUOTED_AFTER = textHash('quoted after');
const QUOTED_BEFORE = textHash('quoted before');
const QUOTED = textHash('quoted');
const CUES: Readonly<Record<Strength, number>> = {
  strong: textHash('strong cue'),
  medium: textHash('medium cue'),
};
