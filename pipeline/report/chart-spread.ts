interface Cluster {
  readonly members: readonly number[];
  readonly middle: number;
}

/**
 * Places of labels as near to `wanted` as they can be with `gap` between neighbours, all within `range` where it has room
 * for them: in the order of `wanted`, what is equal in the order given. Labels that would touch are set around their mean
 * (the pooling of adjacent violators of isotonic regression, Barlow et al. 1972).
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  [top, bottom]: readonly [top: number, bottom: number],
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  let clusters: readonly Cluster[] = [];
  for (const i of order)
    clusters = pooled([...clusters, { members: [i], middle: wanted[i]! }], wanted, gap, [top, bottom]);
  const places = wanted.map(() => 0);
  for (const { members, middle } of clusters) {
    members.forEach((member, k) => (places[member] = middle + (k - (members.length - 1) / 2) * gap));
  }
  return places;
}

/** The last cluster joined with those before it that it touches. */
function pooled(
  clusters: readonly Cluster[],
  wanted: readonly number[],
  gap: number,
  range: readonly [number, number],
): readonly Cluster[] {
  const rest = clusters.slice(0, -1);
  const last = within(clusters.at(-1)!, gap, range);
  const before = rest.at(-1);
  if (before === undefined) return [last];
  if (last.middle - half(last, gap) - (before.middle + half(before, gap)) >= gap) return [...rest, last];
  const members = [...before.members, ...last.members];
  const middle = members.reduce((sum, member) => sum + wanted[member]!, 0) / members.length;
  return pooled([...rest.slice(0, -1), { members, middle }], wanted, gap, range);
}

function within(cluster: Cluster, gap: number, [top, bottom]: readonly [number, number]): Cluster {
  const reach = half(cluster, gap);
  return { ...cluster, middle: Math.max(top + reach, Math.min(bottom - reach, cluster.middle)) };
}

function half({ members }: Cluster, gap: number): number {
  return ((members.length - 1) / 2) * gap;
}
