import { featureHash, textHash } from '../text/hash.ts';

/** Keeps these draws apart from hashes that other work makes of the same numbers. */
const TEMPLATE = 0x5eed;

/**
 * A number of [0, 1) that depends on nothing but its arguments: the same for a cluster (an article, an outlet) in a replicate
 * whatever else is drawn, in whatever order and on however many machines. 32 bits of a hash.
 */
export function uniform(seed: number, cluster: string, replicate: number): number {
  return (featureHash(TEMPLATE, seed, textHash(cluster), replicate) >>> 0) / 2 ** 32;
}

/** How often a cluster is drawn in a replicate: a Poisson variate of mean 1, by the inverse of its distribution. */
export function poissonWeight(seed: number, cluster: string, replicate: number): number {
  const u = uniform(seed, cluster, replicate);
  let weight = 0;
  let chance = Math.exp(-1);
  for (let below = chance; u >= below && chance > 0; below += chance) chance /= ++weight;
  return weight;
}
