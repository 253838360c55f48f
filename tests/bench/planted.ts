import { contrastOf } from '../../pipeline/compare/contrast/contrast.ts';
import type { Design } from '../../pipeline/compare/contrast/design.ts';
import { measureOf, type Amounts } from '../../pipeline/compare/contrast/measure.ts';
import { resampling } from '../../pipeline/compare/contrast/resample.ts';
import { sumStore } from '../../pipeline/compare/contrast/sums.ts';
import type { Unit } from '../../pipeline/compare/contrast/units.ts';
import { contributor } from '../../pipeline/compare/contribution.ts';
import type { Interval } from '../../pipeline/model.ts';
import { featureHash } from '../../pipeline/text/hash.ts';
import { northAndSouth, outletNamed, published } from '../support/two-sides.ts';

// Planted effects: in one half of 1,000 articles a word stands in a share of them, in the other in half as many again. How
// often is the difference seen, and how often does its interval hold the truth?

const ARTICLES = 1000;
const RATES = [0.05, 0.1, 0.2] as const;
const RAISED = 1.5;
const RUNS = 500;
const REPLICATES = 2000;
const LEVEL = 0.05;

/** Prints power and coverage for each rate. */
export function planted(args: readonly string[]): void {
  const design = designOf();
  const rows = RATES.map((rate) => ({ rate, ...runs(rate, design) }));
  if (args.includes('--json')) console.log(JSON.stringify({ articles: ARTICLES, runs: RUNS, rows }));
  else {
    console.log(`${ARTICLES} articles, ${RUNS} runs, ${REPLICATES} replicates`);
    for (const { rate, power, percentile, bca } of rows) {
      console.log(
        `${percent(rate)} raised to ${percent(rate * RAISED)}: seen in ${percent(power)} of the runs; the truth lies in the percentile interval in ${percent(percentile)}, in the BCa interval in ${percent(bca)}`,
      );
    }
  }
}

function designOf(): Design {
  const article = contributor(northAndSouth(1), { naming: [], frames: [] })(published('north-1', 'none', 'Rain.'));
  const units = Array.from({ length: ARTICLES }, (_, i): Unit => {
    const side = i % 2 === 0 ? 'north' : 'south';
    return {
      article: { ...article, id: `article-${i}` },
      outlet: outletNamed(`${side}-1`),
      group: side,
      date: null,
    };
  });
  const [north, south] = northAndSouth(1).groups;
  return {
    units,
    groups: [north!, south!],
    resampling: resampling(units, { seed: 1, replicates: REPLICATES, leastArticles: Infinity }),
    periods: units.map(() => null),
    minimum: { articles: 10, outlets: 3 },
    seed: 1,
    sums: sumStore(REPLICATES),
  };
}

function runs(rate: number, design: Design): { power: number; percentile: number; bca: number } {
  const truth = rate * (RAISED - 1);
  const totals = { power: 0, percentile: 0, bca: 0 };
  for (let run = 0; run < RUNS; run++) {
    const amounts = plant(rate, run);
    const about = { key: 'planted', family: 'words', topic: 'planted', label: 'planted', unit: 'articles' } as const;
    const { p, percentile, bca } = contrastOf(measureOf(about, amounts, amounts), design);
    totals.power += Number(p! <= LEVEL) / RUNS;
    totals.percentile += Number(holds(percentile, truth)) / RUNS;
    totals.bca += Number(holds(bca, truth)) / RUNS;
  }
  return totals;
}

/** Each article draws for itself whether it has the word. */
function plant(rate: number, run: number): Amounts {
  const drawn = Array.from(
    { length: ARTICLES },
    (_, i) => (featureHash(run + 1, i, Math.round(rate * ARTICLES)) >>> 0) / 2 ** 32,
  );
  return {
    numerator: Float64Array.from(drawn, (draw, i) => Number(draw < (i % 2 === 0 ? rate * RAISED : rate))),
    denominator: new Float64Array(ARTICLES).fill(1),
  };
}

function holds(interval: Interval | null, truth: number): boolean {
  return interval !== null && interval[0] <= truth && truth <= interval[1];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
