import { poissonWeights } from '../../stats/poisson-weights.ts';
import { featureHash, textHash } from '../../text/hash.ts';
import type { Unit } from './units.ts';

/** How often each unit stands in each bootstrap sample, and where it belongs. */
export interface Resampling {
  readonly replicates: number;
  /** Per unit, its weight a replicate: its article's draw. */
  readonly articles: readonly Uint8Array[];
  /** Per outlet id, its draw a replicate: 1 where outlets are not resampled. */
  readonly outletDraws: ReadonlyMap<string, Uint8Array>;
  /** Per unit, its article's weight times its outlet's draw. */
  readonly weights: readonly Uint8Array[];
  /** Ids of the groups whose outlets are resampled. */
  readonly outletsResampled: readonly string[];
}

/**
 * With fewer clusters than about ten, resampling them understates how much they vary (Cameron, Gelbach & Miller 2008): then
 * articles are resampled within the outlets, and what is said is said of these outlets alone.
 */
export const LEAST_OUTLETS_RESAMPLED = 10;

/**
 * Poisson weights for the cluster bootstrap: articles within outlets, and outlets as well in a group that has ten or more
 * with at least `leastArticles` articles. Each weight is hashed from seed, cluster and replicate, so that neither the order nor
 * the number of shards changes a sample.
 */
export function resampling(
  units: readonly Unit[],
  {
    seed,
    replicates,
    leastArticles,
  }: { readonly seed: number; readonly replicates: number; readonly leastArticles: number },
): Resampling {
  const sizes = new Map<string, Map<string, number>>();
  for (const { group, outlet } of units) {
    const outlets = sizes.get(group) ?? new Map<string, number>();
    sizes.set(group, outlets.set(outlet.id, (outlets.get(outlet.id) ?? 0) + 1));
  }
  const outletsResampled = [...sizes]
    .filter(([, outlets]) => [...outlets.values()].filter((n) => n >= leastArticles).length >= LEAST_OUTLETS_RESAMPLED)
    .map(([group]) => group)
    .sort();
  const articles = units.map(({ article }) => poissonWeights(seed, textHash(article.id), replicates));
  const once = new Uint8Array(replicates).fill(1);
  const outletDraws = new Map<string, Uint8Array>();
  const weights = units.map(({ group, outlet: { id } }, unit) => {
    const isDrawn = outletsResampled.includes(group);
    const draws =
      outletDraws.get(id) ?? (isDrawn ? poissonWeights(seed, featureHash(OUTLET, textHash(id)), replicates) : once);
    outletDraws.set(id, draws);
    return isDrawn ? articles[unit]!.map((weight, replicate) => weight * draws[replicate]!) : articles[unit]!;
  });
  return { replicates, articles, outletDraws, weights, outletsResampled };
}

/** Keeps the draw of an outlet apart from that of an article of the same name. */
const OUTLET = 1;
