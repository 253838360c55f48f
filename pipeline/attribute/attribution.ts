import type { Cue, Span } from '../model.ts';
import type { Phrase } from './phrases.ts';
import type { Reader } from './reader.ts';
import { spanOf, type Line } from './units.ts';

/** Source, cue and content of one attribution as found in the text, before anyone asks who the source is. */
export interface Found {
  readonly source: Place | null;
  readonly cue: { readonly span: Span; readonly entry: Cue } | null;
  /** In the order of the text. */
  readonly content: readonly Span[];
  /** Where the reporter tells to whom it was said: around the cue. */
  readonly told: readonly Span[];
  /** Who passes the words on by a verb of quoting: "TASS quoted him as saying". */
  readonly quotedBy: Place | null;
  readonly line: number;
}

/** A span with its tokens [first, end). */
export interface Place {
  readonly span: Span;
  readonly first: number;
  readonly end: number;
}

/** Units of a line as a place in the text. */
export function placeOf(reader: Reader, line: Line, { from, to }: Phrase): Place {
  return { span: spanOf(reader.article, line, from, to), first: line[from]!.first, end: line[to - 1]!.end };
}
