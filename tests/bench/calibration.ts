import { contrastOf } from '../../pipeline/compare/contrast/contrast.ts';
import type { Design } from '../../pipeline/compare/contrast/design.ts';
import type { Measure } from '../../pipeline/compare/contrast/measure.ts';
import { namingMeasures } from '../../pipeline/compare/contrast/naming-measures.ts';
import { repeats } from '../../pipeline/compare/contrast/repeats.ts';
import { resampling } from '../../pipeline/compare/contrast/resample.ts';
import { sumStore } from '../../pipeline/compare/contrast/sums.ts';
import { termIndex, type TermIndex } from '../../pipeline/compare/contrast/term-index.ts';
import { sidesOf, tallyTerm, type Sides } from '../../pipeline/compare/contrast/term-tally.ts';
import { termsOf, vocabularyOf } from '../../pipeline/compare/contrast/terms.ts';
import { unitsOf, type Unit } from '../../pipeline/compare/contrast/units.ts';
import { original } from '../../pipeline/compare/contrast/uses.ts';
import { contributor } from '../../pipeline/compare/contribution.ts';
import type { Group } from '../../pipeline/model.ts';
import { readOwnSeeds } from '../../pipeline/read/inputs.ts';
import { benjaminiHochberg } from '../../pipeline/stats/benjamini-hochberg.ts';
import { regularisedBeta } from '../../pipeline/stats/beta.ts';
import { chiSquaredOne } from '../../pipeline/stats/chi-squared.ts';
import { logLikelihoodFour } from '../../pipeline/stats/log-likelihood.ts';
import { logOdds } from '../../pipeline/stats/log-odds.ts';
import { normalCdf } from '../../pipeline/stats/normal.ts';
import { welch } from '../../pipeline/stats/welch.ts';
import { featureHash, textHash } from '../../pipeline/text/hash.ts';
import { attributedOnly, corpusOptions, readCorpus } from './corpus.ts';

// An A/A test: random halves of one side's articles, between which there is no difference. At a nominal 5 % a measure that
// holds its level flags about one word in twenty, and after Benjamini-Hochberg none. The token measures stand beside.

const LEVEL = 0.05;
const LEAST_DOCUMENTS = 10;
const TEMPLATES = { words: 8, articles: 5 };
const PRIOR = 1000;
const REPLICATES = 2000;
const SIDES = ['one half', 'other half'] as const;

type Rates = Record<string, { tested: number; flagged: number; halvesWithBhDiscovery: number }>;

/** Prints how often each measure finds a difference between random halves of a corpus. */
export async function calibration(args: readonly string[]): Promise<void> {
  const options = corpusOptions(args);
  const { articles: read, group } = await readCorpus(options);
  const articles = read.map((article) => attributedOnly(article, [group]));
  const other = { ...group, id: 'none', members: [] };
  const { codebooks } = readOwnSeeds();
  const all = unitsOf(articles.map(contributor({ groups: [group] }, codebooks)), [group, other], {
    from: null,
    to: null,
  }).units;
  const units = withoutCopies(all);
  const found = repeats(units, TEMPLATES);
  const index = termIndex(termsOf(units, vocabularyOf(units), 'own', original(found)), LEAST_DOCUMENTS);
  const naming = namingMeasures({ units, repeats: found, voice: 'own' }, codebooks.naming);
  const weights = resampling(units, { seed: 1, replicates: REPLICATES, leastArticles: Infinity });
  const [main, compared]: [Rates, Rates] = [{}, {}];
  for (let half = 0; half < options.halves; half++) {
    const halved = halves(units, half);
    const sides = sidesOf(index, halved, SIDES);
    count(main, 'welch', pValues(index, sides, welchP));
    count(main, 'lrc', pValues(index, sides, midP));
    count(main, 'naming', namingP(naming, designOf(halved, weights)));
    count(compared, 'lrcExact', pValues(index, sides, exactP));
    count(compared, 'g2', pValues(index, sides, tokenP));
    count(compared, 'logOdds', pValues(index, sides, oddsP));
  }
  print({ articles: units.length, terms: index.terms.length, halves: options.halves }, main, compared, options.json);
}

function withoutCopies(units: readonly Unit[]): readonly Unit[] {
  const { copied } = repeats(units, TEMPLATES);
  return units.filter((_, i) => copied[i] === 0);
}

/** The units in two halves drawn by hash. */
function halves(units: readonly Unit[], draw: number): readonly Unit[] {
  const order = units
    .map(({ article }, i) => ({ i, hash: featureHash(draw + 1, textHash(article.id)) >>> 0 }))
    .sort((a, b) => a.hash - b.hash || a.i - b.i);
  const first = new Set(order.slice(0, units.length >> 1).map(({ i }) => i));
  return units.map((unit, i) => ({ ...unit, group: SIDES[first.has(i) ? 0 : 1] }));
}

function designOf(units: readonly Unit[], weights: Design['resampling']): Design {
  const groups = SIDES.map((id): Group => ({ id, label: id, members: [], countries: [] })) as [Group, Group];
  const minimum = { articles: LEAST_DOCUMENTS, outlets: Infinity };
  const sums = sumStore(REPLICATES);
  return { units, groups, resampling: weights, periods: units.map(() => null), minimum, seed: 1, sums };
}

function namingP(measures: readonly Measure[], design: Design): readonly number[] {
  return measures.flatMap((measure) => contrastOf(measure, design).p ?? []);
}

type P = (index: TermIndex, place: number, sides: Sides) => number;

function pValues(index: TermIndex, sides: Sides, p: P): readonly number[] {
  return index.terms.map((_, place) => p(index, place, sides));
}

const welchP: P = (index, place, sides) => {
  const [a, b] = [tallyTerm(index, place, sides, 'treated'), tallyTerm(index, place, sides, 'reference')];
  return welch(a.rates, a.squares, sides.treated.documents, b.rates, b.squares, sides.reference.documents)?.p ?? 1;
};

/** The level at which the exact bound of the log ratio of document shares begins to exclude 0. */
const exactP: P = (index, place, sides) => binomialP(index, place, sides, 1);
/** The same of the mid-P bound. */
const midP: P = (index, place, sides) => binomialP(index, place, sides, 1 / 2);

function binomialP(index: TermIndex, place: number, sides: Sides, weight: number): number {
  const [k, other] = [
    tallyTerm(index, place, sides, 'treated').documents,
    tallyTerm(index, place, sides, 'reference').documents,
  ];
  const x = sides.treated.documents / (sides.treated.documents + sides.reference.documents);
  const atLeast = k === 0 ? 1 : regularisedBeta(x, k, other + 1);
  const more = other === 0 ? 0 : regularisedBeta(x, k + 1, other);
  const same = (atLeast - more) * weight;
  return Math.min(1, 2 * Math.min(more + same, 1 - atLeast + same));
}

const tokenP: P = (index, place, sides) => {
  const [a, b] = [tallyTerm(index, place, sides, 'treated'), tallyTerm(index, place, sides, 'reference')];
  return chiSquaredOne(logLikelihoodFour(a.uses, b.uses, sides.treated.words, sides.reference.words)!);
};

const oddsP: P = (index, place, sides) => {
  const [a, b] = [tallyTerm(index, place, sides, 'treated'), tallyTerm(index, place, sides, 'reference')];
  const { treated, reference } = sides;
  const share = (a.uses + b.uses) / (treated.words + reference.words);
  const { zeta } = logOdds(a.uses, b.uses, treated.words, reference.words, PRIOR * share, PRIOR)!;
  return 2 * normalCdf(-Math.abs(zeta));
};

function count(rates: Rates, name: string, p: readonly number[]): void {
  const rate = (rates[name] ??= { tested: 0, flagged: 0, halvesWithBhDiscovery: 0 });
  rate.tested += p.length;
  rate.flagged += p.filter((value) => value <= LEVEL).length;
  rate.halvesWithBhDiscovery += Number(benjaminiHochberg(p).some((q) => q <= LEVEL));
}

function print(about: Readonly<Record<string, number>>, main: Rates, compared: Rates, asJson: boolean): void {
  const shares = (rates: Rates) =>
    Object.fromEntries(
      Object.entries(rates).map(([name, { tested, flagged, halvesWithBhDiscovery }]) => [
        name,
        { flagged: flagged / tested, halvesWithBhDiscovery },
      ]),
    );
  if (asJson) {
    console.log(JSON.stringify({ ...about, measures: shares(main), comparison: shares(compared) }));
    return;
  }
  console.log(
    Object.entries(about)
      .map(([name, n]) => `${n} ${name}`)
      .join(', '),
  );
  for (const [kind, rates] of [
    ['main', main],
    ['comparison', compared],
  ] as const) {
    for (const [name, { flagged, halvesWithBhDiscovery }] of Object.entries(shares(rates))) {
      const percent = (100 * flagged).toFixed(1).padStart(5);
      console.log(
        `${kind.padEnd(10)} ${name.padEnd(8)} ${percent} % flagged at 5 %, ${halvesWithBhDiscovery} halves with a discovery after BH`,
      );
    }
  }
}
