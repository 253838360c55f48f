import { percentileInterval as quantiles } from './bca.ts';
import { poissonWeight } from './random.ts';

/** One cluster of a ratio: an article with how many of its `whole` count as `part`. */
export interface Cluster {
  readonly id: string;
  readonly part: number;
  readonly whole: number;
}

/**
 * Percentile interval of 95 % of Σ part / Σ whole over clusters, by a bootstrap that draws whole clusters: what stands
 * in one article is not independent. Instead of drawing n of n with replacement, each cluster is drawn by itself a Poisson
 * number of times of mean 1, so that no draw depends on which other clusters there are. A replicate that draws none tells nothing and
 * is left out. Takes O(clusters × replicates). Sources: Efron, B. and Tibshirani, R. J. (1993), An Introduction to the
 * Bootstrap, ch. 13; Chamandy, N. et al. (2012), Estimating uncertainty for massive data streams, Google.
 */
export function percentileInterval(
  clusters: readonly Cluster[],
  seed: number,
  replicates = REPLICATES,
): readonly [low: number, high: number] {
  const shares: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const share = shareIn(clusters, seed, replicate);
    if (share !== null) shares.push(share);
  }
  return (
    quantiles(
      shares.sort((a, b) => a - b),
      LEVEL,
    ) ?? [NaN, NaN]
  );
}

const LEVEL = 0.95;

/** With 2,000 replicates an end of the interval rests on 50 of them. */
const REPLICATES = 2000;

function shareIn(clusters: readonly Cluster[], seed: number, replicate: number): number | null {
  let part = 0;
  let whole = 0;
  for (const cluster of clusters) {
    const weight = poissonWeight(seed, cluster.id, replicate);
    part += weight * cluster.part;
    whole += weight * cluster.whole;
  }
  return whole === 0 ? null : part / whole;
}
