import { featureHash } from '../text/hash.ts';

/**
 * P(X ≤ k) · 2³² of Poisson(1) for k from 0, as long as it is below 2³²: the weight is how many of them a hash reaches.
 */
const LIMITS = limits();

/**
 * Weights of one cluster (an article, or an outlet) in each of `replicates` bootstrap samples: Poisson(1), drawn by
 * hashing seed, cluster and replicate, so that they depend neither on the order in which clusters are read nor on how
 * they are shared out over workers (Chamandy, Muralidharan, Najmi and Naidu 2012, Estimating Uncertainty for Massive
 * Data Streams; Poisson weights for multinomial ones: Hanley and MacGibbon 2006). `clusterHash` is a 32-bit hash of the
 * cluster's name.
 */
export function poissonWeights(seed: number, clusterHash: number, replicates: number): Uint8Array {
  const weights = new Uint8Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    weights[replicate] = weightOf(featureHash(seed, clusterHash, replicate) >>> 0);
  }
  return weights;
}

/** Inverse distribution function of Poisson(1) at a 32-bit hash. */
function weightOf(hash: number): number {
  let weight = 0;
  while (weight < LIMITS.length && hash >= LIMITS[weight]!) weight++;
  return weight;
}

function limits(): Uint32Array {
  const list: number[] = [];
  let sum = 0;
  for (let k = 0, p = Math.exp(-1); Math.round((sum + p) * 2 ** 32) < 2 ** 32; p /= ++k) {
    sum += p;
    list.push(Math.round(sum * 2 ** 32));
  }
  return Uint32Array.from(list);
}
