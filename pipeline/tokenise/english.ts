import type { Tokens } from '../model.ts';
import { wordSet } from '../text/word-set.ts';

/**
 * Whether a text reads as another language than English: most of its letters are of another script than Latin, or fewer
 * than 8 % of its words are among the most common ones that English alone has (in English news some 30 %;
 * no more than half that in its barest lists of names and figures; in German or French hardly any). A text of a few words does not tell.
 */
export function readsAsForeign({ norms }: Tokens): boolean {
  let [words, common, letters, latin] = [0, 0, 0, 0];
  for (const norm of norms) {
    const script = scriptOf(norm);
    if (script === null) continue;
    words++;
    letters += norm.length;
    if (script === 'latin') latin += norm.length;
    if (COMMON.has(norm)) common++;
  }
  const isOtherScript = letters >= FEWEST_LETTERS && latin < letters * LEAST_LATIN;
  return isOtherScript || (words >= FEWEST_WORDS && common < words * LEAST_COMMON);
}

const FEWEST_WORDS = 20;
/** Of scripts that set no blanks between words a line is one token, so that letters are counted and not words. */
const FEWEST_LETTERS = 80;
const LEAST_LATIN = 0.5;
const LEAST_COMMON = 0.08;

/** Without those that another language of Europe writes alike and often ("a", "in", "is", "on", "was", "he", "as", "at"). */
const COMMON = wordSet(`
the of and to that for with by from it are has have his they their them she him her we our you your i my not this these those but
which who what would could should can been being were its said says more when there about than or if into over some other because
while where how before after through against between`);

/** The script of a word's letters; `null` for a token without any. Most are told without a pattern. */
function scriptOf(norm: string): 'latin' | 'other' | null {
  const code = norm.charCodeAt(0);
  if (norm.length === 1 && code < SMALL_A) return null;
  if ((code >= SMALL_A && code <= SMALL_Z) || /\p{Script=Latin}/u.test(norm)) return 'latin';
  return /\p{L}/u.test(norm) ? 'other' : null;
}

const [SMALL_A, SMALL_Z] = [0x61, 0x7a];
