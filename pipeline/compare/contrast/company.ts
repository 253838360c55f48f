import type { Company, Name, Voice } from '../../model.ts';
import { logDice } from '../../stats/log-dice.ts';
import { surfaceMatcher, type Match } from '../../text/phrases.ts';
import { idsOf, type Design } from './design.ts';
import { keyness, LEAST_DOCUMENTS } from './keyness.ts';
import { termIndex, type TermCounts, type Terms } from './term-index.ts';
import { countsOf, type Counts, type Vocabulary } from './terms.ts';
import { speaks, type Unit } from './units.ts';

/** Words on either side of a node that keep it company (the span of five is Sinclair’s, 1991). */
const WINDOW = 5;

/**
 * The words that stand beside a node, compared between groups as keyness is: one article's windows together are one document.
 * A window reaches five words to either side, within the node's sentence and in the voice that counts, so that no voice
 * is mixed with another's. logDice sets the pair against all uses of both words in the group (Rychlý 2008).
 */
export function company(node: Name, design: Design, { voice, counted, vocabulary, terms }: Ground): Company {
  const { units } = design;
  const find = surfaceMatcher(node.patterns.map((pattern) => ({ pattern, value: node.name })));
  const counts = (unit: number, token: number): boolean => speaks(units[unit]!, token, voice) && counted(unit, token);
  const found = units.map(({ article }, i) =>
    find(article.text, article.tokens).filter(({ first }) => counts(i, first)),
  );
  const windows = units.map((unit, i) =>
    windowsOf(unit, found[i]!, vocabulary, vocabulary.numbers[i]!, (token) => counts(i, token)),
  );
  const compared = keyness(termIndex({ documents: windows, nameOf: terms.nameOf }, LEAST_DOCUMENTS), design);
  const sides = idsOf(design).map((group) => ({
    node: found.reduce((sum, uses, i) => sum + (units[i]!.group === group ? uses.length : 0), 0),
    uses: usesOf(
      terms.documents.filter((_, i) => units[i]!.group === group),
      vocabulary,
    ),
  }));
  const dice = (side: 0 | 1, term: string, both: number): number | null =>
    logDice(both, sides[side]!.node, sides[side]!.uses[vocabulary.numberOf.get(term)!]!);
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
  readonly vocabulary: Vocabulary;
  /** The words of each unit, for how often each stands anywhere. */
  readonly terms: Terms;
}

/** Each token beside a node once, however many nodes are near. */
function windowsOf(
  { article: { tokens } }: Unit,
  nodes: readonly Match<string>[],
  { isTerm }: Vocabulary,
  numbers: Uint32Array,
  counted: (token: number) => boolean,
): TermCounts {
  const { form, sentence } = tokens;
  const inNode = new Set(nodes.flatMap(({ first, end }) => range(first, end)));
  const beside = new Set<number>();
  for (const { first, end } of nodes) {
    for (const step of [-1, 1]) {
      let token = step < 0 ? first - 1 : end;
      for (let words = 0; words < WINDOW && sentence[token] === sentence[first]; token += step) {
        if (isTerm[numbers[form[token]!]!] === 0) continue;
        words++;
        if (!inNode.has(token) && counted(token)) beside.add(token);
      }
    }
  }
  return countsOf(
    Array.from(beside, (token) => numbers[form[token]!]!),
    beside.size,
  );
}

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** How often each form of the vocabulary stands in documents. */
function usesOf(documents: readonly TermCounts[], { forms }: Vocabulary): Float64Array {
  const uses = new Float64Array(forms.length);
  for (const { terms, counts } of documents) {
    for (let i = 0; i < terms.length && terms[i]! < forms.length; i++) uses[terms[i]!]! += counts[i]!;
  }
  return uses;
}
