import type { StoryRole } from '../../model.ts';
import { unpackTables } from '../../text/packed-tables.ts';
import { pack } from '../../text/packed.ts';
import type { Table } from '../../text/table.ts';

/** The parts in the order of the weights' columns. */
export const ROLES: readonly StoryRole[] = ['hero', 'villain', 'victim'];

/** A trained model of the parts that actors play, ready to read with. */
export interface RoleWeights {
  /** A weight for each part of each feature around a mention. */
  readonly features: Table;
  /** The same of each word that has a vector, from its meaning. */
  readonly meanings: Table;
  readonly head: RoleHead;
}

/** What stands at the head of the file, as JSON. */
export interface RoleHead {
  readonly features: number;
  readonly meanings: number;
  /** What one step of the weights of either table is worth. */
  readonly steps: { readonly features: number; readonly meanings: number };
  /** Added to the score of each part. */
  readonly bias: readonly number[];
  /** Scores are divided by this (Guo et al. 2017). */
  readonly temperature: number;
  /** Whether an actor plays a part at all: the logistic function of `bias` plus weighed measures (`portraitOf`). */
  readonly any: { readonly bias: number; readonly weights: readonly number[] };
  /** An actor plays no part where the probability of any is below this … */
  readonly leastAny: number;
  /** … and else the likeliest, if its probability among the parts reaches this. */
  readonly leastShare: number;
}

const decoded = new WeakMap<Uint8Array, RoleWeights>();

/** Reads a weights file, once for the same bytes. Throws a `RangeError` where it is cut short. */
export function roleWeightsOf(bytes: Uint8Array): RoleWeights {
  const known = decoded.get(bytes) ?? decode(bytes);
  decoded.set(bytes, known);
  return known;
}

function decode(bytes: Uint8Array): RoleWeights {
  const { head, tables } = unpackTables<RoleHead>(bytes, (one) => [one.features, one.meanings], ROLES.length);
  return { features: tables[0]!, meanings: tables[1]!, head };
}

/** The inverse, for training: keys of features and of meanings, then the rows of either. */
export function encodeRoleWeights(
  head: RoleHead,
  columns: readonly [Int32Array, Int32Array, Int16Array, Int16Array],
): Uint8Array {
  return pack(head, columns);
}
