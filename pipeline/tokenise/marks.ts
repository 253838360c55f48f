import type { Span } from '../model.ts';

/** One quotation mark, with the part it plays where it stands. */
export interface Mark {
  readonly span: Span;
  readonly role: 'open' | 'close';
  readonly family: 'double' | 'single';
  /** The glyph itself says its role, so that a mark without a partner is odd. Straight marks and apostrophes say nothing. */
  readonly certain: boolean;
}

const WORD = /[\p{L}\p{N}]/u;
const BLANK_OR_OPENING = /[\s([{<—–\-/“„«‘"']/u;

/**
 * The quotation marks of `text` within `paragraph`, in order. Straight and single marks get their role from what stands
 * beside them; two apostrophes or grave accents side by side are one double mark, as on a typewriter; an apostrophe
 * ("don’t", "the ministers’ talks", "’90s") is no mark.
 */
export function marksIn(text: string, paragraph: Span): readonly Mark[] {
  const marks: Mark[] = [];
  let doubleOpen = false;
  for (const match of text.slice(...paragraph).matchAll(/[“”„‟«»"]|(?<!')''(?!')|(?<!`)``(?!`)/gu)) {
    const at = paragraph[0] + match.index;
    if (isEmptyPair(text, at) || isEmptyPair(text, at - 1)) continue;
    const mark = double(text, [at, at + match[0].length], doubleOpen);
    doubleOpen = mark.role === 'open';
    marks.push(mark);
  }
  return [...marks, ...singles(text, paragraph)].sort((a, b) => a.span[0] - b.span[0]);
}

/** Two marks around nothing, behind a blank and before no word: `typed ""=`, “”. The doubled marks of `""Go.""` are none. */
function isEmptyPair(text: string, at: number): boolean {
  if (!/^(?:""|“”|„“|«»)$/u.test(text.slice(at, at + 2))) return false;
  return (at === 0 || /[\s([]/u.test(text.charAt(at - 1))) && !/[\p{L}\p{N}"“]/u.test(text.charAt(at + 2));
}

function double(text: string, span: Span, isOpen: boolean): Mark {
  const [at, end] = span;
  const glyph = text.charAt(at);
  const mark = (role: Mark['role'], certain: boolean): Mark => ({
    span,
    role,
    family: 'double',
    certain,
  });
  if (glyph === '"' || glyph === "'") return mark(straightRole(text, [at, end], isOpen), false);
  if (glyph === '`') return mark('open', false);
  if (glyph === '“') return isOpen && !opensWord(text, at) ? mark('close', true) : mark('open', true);
  if (glyph === '”') return !isOpen && opensWord(text, at) ? mark('open', true) : mark('close', true);
  return mark(glyph === '»' ? 'close' : 'open', true);
}

/** A straight mark between two words or two blanks tells nothing: there it is the other half of what came before. */
function straightRole(text: string, [at, end]: Span, isOpen: boolean): Mark['role'] {
  const before = at === 0 || BLANK_OR_OPENING.test(text.charAt(at - 1));
  const after = end >= text.length || /\s/u.test(text.charAt(end));
  if (before && !after) return 'open';
  if (!before && after) return 'close';
  return isOpen ? 'close' : 'open';
}

/** A blank or the text's start stands before, a word after: the place of an opening mark. */
function opensWord(text: string, at: number): boolean {
  return (at === 0 || /[\s([]/u.test(text.charAt(at - 1))) && /[\p{L}\p{N}…$£€]/u.test(text.charAt(at + 1));
}

/** Single marks, each opening one with the closing one that answers it; all others are apostrophes. */
function singles(text: string, [from, to]: Span): readonly Mark[] {
  const marks: Mark[] = [];
  const places = [...text.slice(from, to).matchAll(/[‘’]|(?<!')'(?!')/gu)].map((match) => from + match.index);
  for (let i = 0; i < places.length; i++) {
    if (!opensSingle(text, places[i]!)) continue;
    const j = closing(text, places, i);
    if (j === null) continue;
    marks.push(single(places[i]!, 'open'), single(places[j]!, 'close'));
    i = j;
  }
  return marks;
}

function single(at: number, role: Mark['role']): Mark {
  return { span: [at, at + 1], role, family: 'single', certain: false };
}

function opensSingle(text: string, at: number): boolean {
  const before = at === 0 || BLANK_OR_OPENING.test(text.charAt(at - 1));
  return before && /[\p{L}\p{N}“"…]/u.test(text.charAt(at + 1));
}

/** How many single marks ahead a closing one is looked for: beyond, the first was an apostrophe. */
const REACH = 12;

/** Index in `places` of the mark that closes the one at `i`, or `null`. */
function closing(text: string, places: readonly number[], i: number): number | null {
  let doubtful: number | null = null;
  for (let j = i + 1; j < Math.min(places.length, i + 1 + REACH); j++) {
    const at = places[j]!;
    if ((text.charAt(at) === "'") !== (text.charAt(places[i]!) === "'")) continue;
    if (WORD.test(text.charAt(at + 1)) || /\s/u.test(text.charAt(at - 1))) continue;
    // "the ministers’ talks": a plural's apostrophe looks like a closing mark, so a later, clearer one is preferred.
    if (!/s/iu.test(text.charAt(at - 1)) || !/^.\s\p{L}/u.test(text.slice(at, at + 3))) return j;
    doubtful ??= j;
  }
  return doubtful;
}
