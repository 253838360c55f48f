import type { Quotation, Span } from '../model.ts';
import { marksIn, type Mark } from './marks.ts';

/** Quotations of a text, and the marks that belong to none. */
export interface QuotationState {
  /** In the order of the text, an outer one before the ones within it. */
  readonly quotations: readonly Quotation[];
  /** Opening marks of quotations that the text never closes. */
  readonly unclosed: readonly Span[];
  /** Closing marks with nothing to close. */
  readonly stray: readonly Span[];
}

/**
 * Pairs quotation marks paragraph by paragraph. A quotation that its paragraph leaves open goes on where a later one
 * opens it again (the convention of print) or closes it; else it ends with its paragraph and is listed as unclosed.
 * One pass over the marks; offsets are those of `text`.
 */
export function quotations(text: string, paragraphs: readonly Span[]): QuotationState {
  const marked = paragraphs.map((paragraph) => ({ paragraph, marks: marksIn(text, paragraph) }));
  const state: Pairing = { quotations: [], unclosed: [], stray: [], stack: [] };
  let carried = false;
  marked.forEach(({ paragraph, marks }, i) => {
    const left = pair(state, text, paragraph, marks, carried);
    carried = left !== null && goesOn(text, marked.slice(i + 1, i + 1 + REACH));
    if (left !== null && !carried) state.unclosed.push(left);
  });
  return { quotations: state.quotations.sort(byPlace), unclosed: state.unclosed, stray: state.stray };
}

/** Over how many paragraphs without any mark an open quotation is followed to its end. */
const REACH = 5;

/** A quotation that is open while marks are read from left to right. */
interface Open {
  readonly start: number;
  readonly innerStart: number;
  readonly family: Mark['family'];
  readonly continues: boolean;
}

interface Pairing {
  readonly quotations: Quotation[];
  readonly unclosed: Span[];
  readonly stray: Span[];
  readonly stack: Open[];
}

/** Whether the very next paragraph opens again what is open now, or one of the next closes it. */
function goesOn(text: string, next: readonly { paragraph: Span; marks: readonly Mark[] }[]): boolean {
  for (const [i, { paragraph, marks }] of next.entries()) {
    const first = marks.find((mark) => mark.family === 'double');
    if (first !== undefined) return first.role === 'close' || (i === 0 && startsParagraph(text, paragraph, first));
  }
  return false;
}

function startsParagraph(text: string, paragraph: Span, mark: Mark): boolean {
  return text.slice(paragraph[0], mark.span[0]).trim() === '';
}

/** Pairs the marks of one paragraph into `state`; returns the opening mark of a double quotation that stays open. */
function pair(state: Pairing, text: string, paragraph: Span, marks: readonly Mark[], carried: boolean): Span | null {
  const [first] = marks;
  const reopened = carried && first?.role === 'open' && startsParagraph(text, paragraph, first);
  if (carried && !reopened) {
    state.stack.push({ start: paragraph[0], innerStart: paragraph[0], family: 'double', continues: true });
  }
  const pending = pendingCloses(marks);
  marks.forEach((mark, i) => {
    if (mark.role === 'open') open(state, mark, { continues: reopened && i === 0, mayNest: pending[i]! >= 2 });
    else close(state, mark);
  });
  const [outer] = state.stack;
  unwind(state, 0, paragraph[1]);
  return outer?.family === 'double' ? [outer.start, outer.innerStart] : null;
}

function open(state: Pairing, mark: Mark, how: { continues: boolean; mayNest: boolean }): void {
  const same = state.stack.findIndex((other) => other.family === mark.family);
  if (same >= 0 && !how.mayNest) {
    const lost = state.stack[same]!;
    state.unclosed.push([lost.start, lost.innerStart]);
    unwind(state, same, mark.span[0]);
  }
  const [start, innerStart] = mark.span;
  state.stack.push({ start, innerStart, family: mark.family, continues: how.continues });
}

function close(state: Pairing, mark: Mark): void {
  const at = state.stack.findLastIndex((other) => other.family === mark.family);
  if (at < 0) {
    if (mark.certain) state.stray.push(mark.span);
    return;
  }
  unwind(state, at + 1, mark.span[0]);
  finish(state, mark.span, 'closed');
}

/** Ends, at `end`, all quotations above the lowest `keep` of the stack: their closing marks are missing. */
function unwind(state: Pairing, keep: number, end: number): void {
  while (state.stack.length > keep) finish(state, [end, end], 'unclosed');
}

function finish(state: Pairing, [innerEnd, end]: Span, how: 'closed' | 'unclosed'): void {
  const depth = state.stack.length;
  const { start, innerStart, continues } = state.stack.pop()!;
  state.quotations.push({
    span: [start, end],
    inner: [innerStart, innerEnd],
    depth,
    closed: how === 'closed',
    continues,
  });
}

/**
 * For each mark, by how much the closing marks of its family outweigh the opening ones at the most favourable place
 * after it. Two or more: what it opens and what is open already can both be closed.
 */
function pendingCloses(marks: readonly Mark[]): readonly number[] {
  const most = { double: 0, single: 0 };
  return marks
    .toReversed()
    .map((mark) => {
      const here = most[mark.family];
      most[mark.family] = Math.max(0, here + (mark.role === 'close' ? 1 : -1));
      return here;
    })
    .toReversed();
}

function byPlace(a: Quotation, b: Quotation): number {
  return a.span[0] - b.span[0] || b.span[1] - a.span[1];
}
