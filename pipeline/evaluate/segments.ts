import { ROLES, type PerRole, type Role } from '../gold.ts';
import type { Compared, TokenSets } from './compared.ts';
import { perCent, rates, total, type Rates } from './rates.ts';
import { shared } from './sets.ts';

/** Tokens [from, to) that stand together. */
type Segment = readonly [from: number, to: number];

/** Agreement on unbroken stretches of a role: PolNeAR's published protocol. */
export interface SegmentScores {
  /** Both ends agree. */
  readonly exact: PerRole<Rates>;
  /** The beginning agrees. */
  readonly begin: PerRole<Rates>;
  /**
   * Mean overlap in per cent: for each gold segment the best shared length over joint length, and 0 for each found one
   * that touches no gold one.
   */
  readonly jaccard: PerRole<number>;
}

/** Scores segments over all annotation files; each file is an item of its own. */
export function segmentScores(compared: readonly Compared[]): SegmentScores {
  return {
    exact: perRole((role) => rates(total(compared.map((pair) => common(pair, role, String))))),
    begin: perRole((role) => rates(total(compared.map((pair) => common(pair, role, ([from]) => String(from)))))),
    jaccard: perRole((role) => meanOverlap(compared, role)),
  };
}

/** What `score` says of each role. */
export function perRole<T>(score: (role: Role) => T): PerRole<T> {
  return Object.fromEntries(ROLES.map((role) => [role, score(role)])) as PerRole<T>;
}

function common({ gold, found, paragraph }: Compared, role: Role, key: (segment: Segment) => string) {
  const marked = new Set(segments(gold, role, paragraph).map(key));
  const predicted = new Set(segments(found, role, paragraph).map(key));
  return { tp: shared(marked, predicted), predicted: predicted.size, gold: marked.size };
}

/** Summed in the order of files and text, so that the last digit is that of the reference scorer. */
function meanOverlap(compared: readonly Compared[], role: Role): number {
  let sum = 0;
  let items = 0;
  for (const { gold, found, paragraph } of compared) {
    const marked = segments(gold, role, paragraph);
    const predicted = segments(found, role, paragraph);
    for (const segment of marked) sum += Math.max(0, ...predicted.map((other) => overlap(segment, other)));
    items +=
      marked.length + predicted.filter((other) => marked.every((segment) => overlap(segment, other) === 0)).length;
  }
  return perCent(sum, items);
}

/** Shared length over the length from the first beginning to the last end, in [0, 1]. */
function overlap(a: Segment, b: Segment): number {
  const both = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return Math.max(0, both) / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}

/** Unbroken stretches of a role, cut where a paragraph ends and between attributions; of equal ones the first. */
function segments(list: readonly TokenSets[], role: Role, paragraph: readonly number[]): readonly Segment[] {
  const all = list.flatMap((attribution) =>
    runs(
      [...attribution[role]].sort((a, b) => a - b),
      paragraph,
    ),
  );
  return [...new Map(all.map((segment) => [String(segment), segment])).values()];
}

function runs(tokens: readonly number[], paragraph: readonly number[]): readonly Segment[] {
  const cuts = tokens.flatMap((token, i) => {
    const goesOn = token - 1 === tokens[i - 1] && paragraph[token] === paragraph[token - 1];
    return goesOn ? [] : [i];
  });
  return cuts.map((from, i) => [tokens[from]!, tokens[(cuts[i + 1] ?? tokens.length) - 1]! + 1]);
}
