import type { Company, Name, Voice } from '../../model.ts';
import { logDice } from '../../stats/log-dice.ts';
import { surfaceMatcher, type Match } from '../../text/phrases.ts';
import { keyness, LEAST_DOCUMENTS } from './keyness.ts';
import { add, isTerm, type Counts } from './terms.ts';
import { termIndex, type TermCounts } from './term-index.ts';
import { speaks, type Unit } from './units.ts';

/** Words on either side of a node that keep it company (the span of five is Sinclair’s, 1991). */
const WINDOW = 5;

/**
 * The words that stand beside a node, compared between groups as keyness is: one article's windows together are one document.
 * A window reaches five words to either side, within the node's sentence and in the voice that counts, so that no voice
 * is mixed with another's. logDice sets the pair against all uses of both words in the group (Rychlý 2008).
 */
export function company(
  node: Name,
  units: readonly Unit[],
  groups: readonly [treated: string, reference: string],
  { voice, counted, terms, seed }: Ground,
): Company {
  const find = surfaceMatcher(node.patterns.map((pattern) => ({ pattern, value: node.name })));
  const found = units.map(({ voiced: { article } }, i) =>
    find(article.text, article.tokens).filter(
      ({ first }) => speaks(units[i]!.voices, first, voice) && counted(i, first),
    ),
  );
  const windows = units.map((unit, i) =>
    windowsOf(unit, found[i]!, (token) => speaks(unit.voices, token, voice) && counted(i, token)),
  );
  const compared = keyness(termIndex(windows, LEAST_DOCUMENTS), units, groups, seed);
  const sides = groups.map((group) => {
    const inGroup = (i: number): boolean => units[i]!.group === group;
    return {
      node: found.reduce((sum, uses, i) => sum + (inGroup(i) ? uses.length : 0), 0),
      uses: usesOf(terms.filter((_, i) => inGroup(i))),
    };
  });
  const dice = (side: 0 | 1, term: string, both: number): number | null =>
    logDice(both, sides[side]!.node, sides[side]!.uses.get(term) ?? both);
  return {
    node: node.name,
    ...compared,
    logDice: compared.terms.map(({ term, treated, reference }) => ({
      treated: dice(0, term, treated.uses),
      reference: dice(1, term, reference.uses),
    })),
  };
}

/** What a node's company is read in. */
export interface Ground {
  readonly voice: Voice | 'all';
  readonly counted: Counts;
  /** The words of each unit, for how often each stands anywhere. */
  readonly terms: readonly TermCounts[];
  readonly seed: number;
}

/** Each token beside a node once, however many nodes are near. */
function windowsOf({ voiced }: Unit, nodes: readonly Match<string>[], counted: (token: number) => boolean): TermCounts {
  const { norms, sentence } = voiced.article.tokens;
  const inNode = new Set(nodes.flatMap(({ first, end }) => range(first, end)));
  const beside = new Set<number>();
  for (const { first, end } of nodes) {
    for (const step of [-1, 1]) {
      let token = step < 0 ? first - 1 : end;
      for (let words = 0; words < WINDOW && sentence[token] === sentence[first]; token += step) {
        if (!isTerm(norms[token]!)) continue;
        words++;
        if (!inNode.has(token) && counted(token)) beside.add(token);
      }
    }
  }
  const counts = new Map<string, number>();
  for (const token of beside) add(counts, norms[token]!);
  return { counts, size: beside.size };
}

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function usesOf(documents: readonly TermCounts[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { counts } of documents) {
    for (const [term, count] of counts) uses.set(term, (uses.get(term) ?? 0) + count);
  }
  return uses;
}
