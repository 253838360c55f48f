import type { Family } from '../../model.ts';

/** How much of what each unit holds: `numerator[i]` of `denominator[i]` (nothing of nothing is no observation), whole numbers, so that sums do not depend on order. */
export interface Amounts {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

/** A proportion to be contrasted. */
export interface Measure {
  /** `<family>/<topic>/<label>`. */
  readonly id: string;
  readonly family: Family;
  readonly topic: string;
  readonly label: string;
  /** What the denominator counts. */
  readonly unit: string;
  readonly amounts: () => Amounts;
  /** The same with templates and copies left in. */
  readonly before: () => Amounts;
}

/** What a measure is of, without its amounts. */
export type About = Pick<Measure, 'family' | 'topic' | 'label' | 'unit'> & { readonly key: string };

/** A measure under its id. */
export function measureOf({ key, ...about }: About, amounts: Amounts, before: Amounts): Measure {
  return { id: `${about.family}/${key}`, ...about, amounts: packed(amounts), before: packed(before) };
}

/** Keeps the units that hold anything alone: of thousands of measures most are of a few articles. Gives all units back when asked. */
function packed({ numerator, denominator }: Amounts): () => Amounts {
  const at = Uint32Array.from([...denominator.keys()].filter((unit) => denominator[unit] !== 0));
  const [parts, wholes] = [numerator, denominator].map((column) => Float64Array.from(at, (unit) => column[unit]!));
  const { length } = denominator;
  return () => {
    const all = noAmounts(length);
    at.forEach((unit, i) => {
      all.numerator[unit] = parts![i]!;
      all.denominator[unit] = wholes![i]!;
    });
    return all;
  };
}

/** Amounts of nothing, to be filled. */
export function noAmounts(units: number): Amounts {
  return { numerator: new Float64Array(units), denominator: new Float64Array(units) };
}

/** The amounts of units for which `keeps` is 1, 0 for all others. */
export function without(left: Uint8Array, { numerator, denominator }: Amounts): Amounts {
  return {
    numerator: numerator.map((value, i) => (left[i] === 1 ? 0 : value)),
    denominator: denominator.map((value, i) => (left[i] === 1 ? 0 : value)),
  };
}
