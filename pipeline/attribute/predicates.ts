import type { CueUse } from './cues.ts';
import { isTemporal } from './phrases.ts';
import { formAt, posAt, type Reader } from './reader.ts';
import type { Source } from './sources.ts';
import type { Line } from './units.ts';

/** A cue with its source, `null` where the line does not tell. */
export interface Predicate {
  readonly use: CueUse;
  readonly source: Source | null;
  /** The source is an earlier predicate's: "TASS says, noting that". */
  readonly shares: boolean;
}

/** A predicate of its line that takes over from those before it, and the unit where it does. */
interface Rival {
  readonly index: number;
  readonly start: number;
}

/** The predicates of a line, and for each place among them the first rival from there on. */
export interface Predicates {
  readonly predicates: readonly Predicate[];
  readonly rivals: readonly (Rival | null)[];
}

/** For each place in a list of predicates the first from there on that takes over from those before it. */
export function rivalsOf(reader: Reader, line: Line, predicates: readonly Predicate[]): Predicates['rivals'] {
  const rivals: (Rival | null)[] = [];
  let next: Rival | null = null;
  for (let index = predicates.length - 1; index >= 0; index--) {
    const start = rivalStart(reader, line, predicates[index]!);
    if (start !== null) next = { index, start };
    rivals[index] = next;
  }
  return rivals;
}

/** Where a later predicate takes over: ", adding that", "and warned that", ", while Kyiv says", ", TASS reported." */
function rivalStart(reader: Reader, line: Line, { use, source, shares }: Predicate): number | null {
  if (use.form === 'noun') return null;
  if (use.form === 'participle') return use.at - 1;
  const start = source?.side === 'left' && !shares ? source.from : use.at;
  const before = formAt(reader, line, start - 1);
  if (use.form === 'preposition') return before === ',' ? start - 1 : null;
  if (/^(?:and|but|while|whereas|though|although)$/u.test(before)) {
    return shares || formAt(reader, line, start - 2) === ',' ? start - 1 : null;
  }
  return before === ',' && closesLine(reader, line, endOfPredicate(use, source)) ? start - 1 : null;
}

/** Nothing of weight follows: the line ends here, or a comma does, at most after "on Monday" or "in an interview with TASS". */
export function closesLine(reader: Reader, line: Line, at: number): boolean {
  const opensAdjunct = posAt(reader, line, at) === 'ADP' || isTemporal(reader, line, at);
  for (let i = at; i < line.length; i++) {
    const pos = posAt(reader, line, i);
    if (/^[.;,]$/u.test(formAt(reader, line, i))) return true;
    if (!opensAdjunct || pos === null || pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ') return false;
  }
  return true;
}

/** Where a predicate ends: after its verb, or after a source that follows it. */
export function endOfPredicate(use: CueUse, source: Source | null): number {
  return source?.side === 'right' ? source.to : use.end;
}
