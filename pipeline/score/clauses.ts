import type { Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';

/**
 * The clauses of a sentence, without the commas, dashes and conjunctions between them. A conjunction that joins words and
 * not clauses ("no food and water") parts nothing: it does where a verb stands on both sides. `ends` are tokens with which
 * a clause ends besides ("but").
 */
export function clausesOf(tokens: Tokens, [from, to]: Run, ends: ReadonlySet<number>): readonly Run[] {
  const clauses: Run[] = [];
  let open: Run | null = null;
  for (const [part, joined] of partsOf(tokens, [from, to], ends)) {
    if (open !== null && joined && !(hasVerb(tokens, open) && hasVerb(tokens, part))) open = [open[0], part[1]];
    else {
      if (open !== null) clauses.push(open);
      open = part;
    }
  }
  if (open !== null) clauses.push(open);
  return clauses;
}

/** What stands between borders, and whether only "and" or "or" parts it from what stands before. */
function partsOf(tokens: Tokens, [from, to]: Run, ends: ReadonlySet<number>): readonly (readonly [Run, boolean])[] {
  const parts: (readonly [Run, boolean])[] = [];
  let start = from;
  let joined = false;
  for (let i = from; i <= to; i++) {
    const soft = i < to && tokens.pos[i] === 'CCONJ' && !ends.has(i);
    if (i < to && !soft && !ends.has(i) && !isBorder(tokens, i)) continue;
    if (i > start) {
      parts.push([[start, i], joined]);
      joined = soft;
    } else joined &&= soft;
    start = i + 1;
  }
  return parts;
}

function isBorder({ pos, norms }: Tokens, i: number): boolean {
  if (pos[i] === 'SCONJ' || RELATIVES.has(norms[i]!)) return true;
  return pos[i] === 'PUNCT' && !TRANSPARENT.test(norms[i]!);
}

const RELATIVES = new Set(['that', 'which', 'who', 'whom', 'whose']);

/** Quotation marks and hyphens end no clause. */
const TRANSPARENT = /^["'“”‘’«»‐‑-]$/u;

function hasVerb({ pos }: Tokens, [from, to]: Run): boolean {
  for (let i = from; i < to; i++) if (pos[i] === 'VERB' || pos[i] === 'AUX') return true;
  return false;
}
