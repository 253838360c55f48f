import type { Pos, Voice } from '../../model.ts';
import type { TermCounts } from './term-index.ts';
import { speaks, type Unit } from './units.ts';

/** Tells of a token of a unit whether its words are counted. */
export type Counts = (unit: number, token: number) => boolean;

/**
 * The words and two-word phrases of each unit in the voice that counts, in lower case, templates and copies apart. A word holds
 * a letter; a phrase is two words in a row of one sentence and voice, neither a function word.
 */
export function termsOf(units: readonly Unit[], voice: Voice | 'all', counted: Counts): readonly TermCounts[] {
  return units.map((unit, i) => {
    const { norms, pos, sentence, length } = unit.voiced.article.tokens;
    const counts = new Map<string, number>();
    let size = 0;
    let before = -1;
    for (let token = 0; token < length; token++) {
      const is = isTerm(norms[token]!) && speaks(unit.voices, token, voice) && counted(i, token);
      if (!is) continue;
      size++;
      add(counts, norms[token]!);
      const joined = before === token - 1 && sentence[before] === sentence[token];
      if (joined && isContent(pos[before]!) && isContent(pos[token]!))
        add(counts, `${norms[before]!} ${norms[token]!}`);
      before = token;
    }
    return { counts, size };
  });
}

/** Whether a token counts as a word of a list: it begins with a letter and has a second ("'s", "s" and "2022" do not). */
export function isTerm(norm: string): boolean {
  return /^\p{L}.*\p{L}/u.test(norm);
}

const CONTENT: readonly Pos[] = ['NOUN', 'PROPN', 'ADJ', 'VERB'];

function isContent(pos: Pos): boolean {
  return CONTENT.includes(pos);
}

/** Counts a term once more. */
export function add(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}
