import type { Keyness, KeyTerm, TermUse } from '../../model.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { sparseDispersion } from '../../stats/dispersion.ts';
import { logLikelihoodFour } from '../../stats/log-likelihood.ts';
import { logOdds } from '../../stats/log-odds.ts';
import { conservativeLogRatio, logRatio, midPLogRatio } from '../../stats/log-ratio.ts';
import { welch } from '../../stats/welch.ts';
import { featureHash, textHash } from '../../text/hash.ts';
import { coursesOf } from './courses.ts';
import { idsOf, type Design } from './design.ts';
import { sidesOf, tallyTerm, type Side, type Sides, type TermTally } from './term-tally.ts';
import type { TermIndex } from './term-index.ts';
import type { Unit } from './units.ts';

/** Below so many documents a term says nothing of how a group writes. */
export const LEAST_DOCUMENTS = 10;
/** Level of the conservative bound over all terms together (Bonferroni), and of the false discoveries among Welch's tests. */
const LEVEL = 0.05;
/** Weight of the prior in tokens: as much as one long article (Monroe, Colaresi & Quinn 2008 leave it open). */
const PRIOR = 1000;
const MOST_EXAMPLES = 3;

/**
 * Which terms mark one group: by documents, for a token is no unit. `lrc` is the lower bound of the log ratio of document
 * shares, Bonferroni over all terms (Evert 2022), by the mid-P interval, which holds its level where the exact one, printed
 * beside it, flags too few (`npm run bench -- calibration`); Welch's t compares rates per document (Lijffijt et al. 2016). G² and the log
 * odds with a Dirichlet prior are there for comparison with older work. Every term of the index is tested and returned.
 */
export function keyness(index: TermIndex, design: Design): Keyness {
  const { units, seed } = design;
  const groups = idsOf(design);
  const sides = sidesOf(index, units, groups);
  const tested = index.terms.length;
  const rows = index.terms.map((_, place) => keyTerm(index, place, sides, LEVEL / tested));
  const q = benjaminiHochberg(rows.map(({ p }) => p));
  const terms = rows
    .map((row, place) => ({
      ...row,
      q: q[place]!,
      marks: groups[row.t < 0 || (row.t === 0 && row.logRatio < 0) ? 1 : 0],
      examples: examplesOf(index, place, units, groups[row.t < 0 || (row.t === 0 && row.logRatio < 0) ? 1 : 0], seed),
    }))
    .sort(byStrength);
  return {
    leastArticles: LEAST_DOCUMENTS,
    documents: { treated: sides.treated.documents, reference: sides.reference.documents },
    outlets: { treated: sides.treated.outlets, reference: sides.reference.outlets },
    tested,
    terms,
    courses: coursesOf(index, terms, design),
  };
}

type Row = Omit<KeyTerm, 'q' | 'marks' | 'examples'>;

function keyTerm(index: TermIndex, place: number, sides: Sides, alpha: number): Row {
  const { treated, reference } = sides;
  const [a, b] = [tallyTerm(index, place, sides, 'treated'), tallyTerm(index, place, sides, 'reference')];
  const rates = welch(a.rates, a.squares, treated.documents, b.rates, b.squares, reference.documents);
  const share = (a.uses + b.uses) / (treated.words + reference.words);
  return {
    term: index.terms[place]!,
    treated: useOf(index, place, sides, 'treated', a),
    reference: useOf(index, place, sides, 'reference', b),
    logRatio: logRatio(a.documents, b.documents, treated.documents, reference.documents) ?? 0,
    lrc: midPLogRatio(a.documents, b.documents, treated.documents, reference.documents, alpha) ?? 0,
    lrcExact: conservativeLogRatio(a.documents, b.documents, treated.documents, reference.documents, alpha) ?? 0,
    t: rates?.t ?? 0,
    p: rates?.p ?? 1,
    g2: logLikelihoodFour(a.uses, b.uses, treated.words, reference.words) ?? 0,
    logOddsZ: logOdds(a.uses, b.uses, treated.words, reference.words, PRIOR * share, PRIOR)?.zeta ?? 0,
  };
}

function useOf(index: TermIndex, place: number, sides: Sides, side: Side, tally: TermTally): TermUse {
  const { words, smallest } = sides[side];
  const dp = sparseDispersion(tally.counts, tally.sizes, words, smallest)?.dp ?? null;
  return { articles: tally.documents, outlets: tally.outlets, uses: tally.uses, dp };
}

/** Up to three articles of the group that hold the term, drawn by hash: neither the first nor the best. */
function examplesOf(
  index: TermIndex,
  place: number,
  units: readonly Unit[],
  group: string,
  seed: number,
): readonly string[] {
  const holders = [...index.documents.subarray(index.starts[place], index.starts[place + 1])];
  const term = textHash(index.terms[place]!);
  return holders
    .flatMap((document) => (units[document]!.group === group ? [units[document]!.article.id] : []))
    .map((id) => ({ id, draw: featureHash(seed, textHash(id), term) >>> 0 }))
    .sort((x, y) => x.draw - y.draw)
    .slice(0, MOST_EXAMPLES)
    .map(({ id }) => id)
    .sort();
}

function byStrength(a: KeyTerm, b: KeyTerm): number {
  return Math.abs(b.lrc) - Math.abs(a.lrc) || Math.abs(b.t) - Math.abs(a.t) || (a.term < b.term ? -1 : 1);
}
