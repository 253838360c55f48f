import type { Tokens } from '../../../pipeline/model.ts';
import { properRuns } from '../../../pipeline/score/cast/context.ts';
import type { Run } from '../../../pipeline/text/runs.ts';
import { wordSet } from '../../../pipeline/text/word-set.ts';

/** Whoever may play a part in an article: a name, told by its last word, or what an annotator named by a common noun. */
export interface Candidate {
  readonly named: boolean;
  readonly mentions: readonly Run[];
}

/** The names of an article by their last word, in the order of the text; days, months and titles alone are none. */
export function namesIn(tokens: Tokens): ReadonlyMap<string, readonly Run[]> {
  const names = new Map<string, Run[]>();
  for (const run of properRuns(tokens)) {
    const last = tokens.norms[run[1] - 1]!;
    if (NO_NAMES.has(last) || !/^\p{L}[\p{L}'’.-]+$/u.test(last)) continue;
    const known = names.get(last);
    if (known === undefined) names.set(last, [run]);
    else known.push(run);
  }
  return names;
}

const NO_NAMES: ReadonlySet<string> = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december mr mr. mrs mrs. ms ms. dr dr. rep rep. sen sen.`,
);

/**
 * Finds what an annotator named: by the last of its words that is a name of the article, else all its words together,
 * else its head noun. The key tells candidates of an article apart; `null` where nothing is found.
 */
export function alignedTo(
  entity: Tokens,
  tokens: Tokens,
  names: ReadonlyMap<string, readonly Run[]>,
): { readonly key: string; readonly candidate: Candidate } | null {
  const words = entity.norms.filter((norm) => /[\p{L}\p{N}]/u.test(norm) && !/^['’]s?$/u.test(norm));
  const name = entity.norms.findLast((norm, i) => entity.pos[i] === 'PROPN' && names.has(norm));
  if (name !== undefined) return { key: name, candidate: { named: true, mentions: names.get(name)! } };
  const whole = places(tokens, words);
  if (whole.length > 0) return { key: words.join(' '), candidate: { named: false, mentions: whole } };
  const head = headOf(words);
  const found = tokens.norms.flatMap((norm, i): Run[] =>
    norm === head || tokens.lemmas[i] === head ? [[i, i + 1]] : [],
  );
  return head.length > 2 && found.length > 0 ? { key: head, candidate: { named: false, mentions: found } } : null;
}

function places({ norms, length }: Tokens, words: readonly string[]): readonly Run[] {
  const found: Run[] = [];
  for (let i = 0; words.length > 0 && i + words.length <= length; i++)
    if (words.every((word, k) => norms[i + k] === word)) found.push([i, i + words.length]);
  return found;
}

const PREPOSITIONS: ReadonlySet<string> = wordSet('of in who that for to from on with by at');

/** The last word before a preposition or relative pronoun. */
function headOf(words: readonly string[]): string {
  const end = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  return (end === -1 ? words : words.slice(0, end)).at(-1) ?? '';
}
