import type { ContrastUnit, Family, StancePair } from '../../model.ts';

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
  readonly unit: ContrastUnit;
  /** As `Contrast.pair`. */
  readonly pair: StancePair | null;
  readonly amounts: () => Amounts;
  /** The same with templates and copies left in. */
  readonly before: () => Amounts;
}

/** What a measure is of, without its amounts. */
export type About = Pick<Measure, 'family' | 'topic' | 'label' | 'unit'> & {
  readonly key: string;
  readonly pair?: StancePair;
};

/** A measure under its id. */
export function measureOf({ key, ...about }: About, amounts: Amounts, before: Amounts): Measure {
  return { id: `${about.family}/${key}`, pair: null, ...about, amounts: packed(amounts), before: packed(before) };
}

/** Keeps the units that hold anything alone: of thousands of measures most are of a few articles. Gives all units back when asked. */
function packed({ numerator, denominator }: Amounts): () => Amounts {
  const { length } = denominator;
  const all = new Uint32Array(length);
  let held = 0;
  for (let unit = 0; unit < length; unit++) if (denominator[unit] !== 0) all[held++] = unit;
  const at = all.slice(0, held);
  const [parts, wholes] = [pick(numerator, at), pick(denominator, at)];
  return () => {
    const { numerator: part, denominator: whole } = noAmounts(length);
    for (let i = 0; i < held; i++) {
      part[at[i]!] = parts[i]!;
      whole[at[i]!] = wholes[i]!;
    }
    return { numerator: part, denominator: whole };
  };
}

function pick(column: Float64Array, at: Uint32Array): Float64Array {
  const picked = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = column[at[i]!]!;
  return picked;
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
