import { MEASURE_COUNT, type Portrait } from '../../../pipeline/score/cast/context.ts';
import type { RoleHead } from '../../../pipeline/score/cast/weights.ts';
import type { Example } from './corpus.ts';
import { fitSoftmax } from './fit.ts';

/** What tells whether an actor plays a part at all. */
export type AnyModel = RoleHead['any'];

/** Fits on names alone, since a common noun stands among the candidates only where it plays a part. */
export function fitAny(examples: readonly Example[]): AnyModel {
  const named = examples.filter((one) => one.named);
  const columns = Array.from({ length: MEASURE_COUNT }, (_, m) => named.map(({ portrait }) => portrait.measures[m]!));
  const means = columns.map(mean);
  const spreads = columns.map((column, m) => Math.sqrt(mean(column.map((x) => (x - means[m]!) ** 2))) || 1);
  const fitted = fitSoftmax(
    {
      rows: Int32Array.from(named.flatMap(() => [...columns.keys()])),
      values: Float64Array.from(
        named.flatMap(({ portrait }) => portrait.measures.map((x, m) => (x - means[m]!) / spreads[m]!)),
      ),
      ends: Int32Array.from(named, (_, i) => (i + 1) * MEASURE_COUNT),
      targets: Float64Array.from(named.flatMap(({ parts }) => (parts === null ? [0, 1] : [1, 0]))),
      classes: 2,
      width: MEASURE_COUNT,
    },
    1,
  );
  const weights = spreads.map((spread, m) => (fitted[2 * m]! - fitted[2 * m + 1]!) / spread);
  const bias = fitted[2 * MEASURE_COUNT]! - fitted[2 * MEASURE_COUNT + 1]!;
  return { bias: weights.reduce((sum, weight, m) => sum - weight * means[m]!, bias), weights };
}

/** The probability that an actor plays a part. */
export function anyOf({ bias, weights }: AnyModel, { measures }: Portrait): number {
  return 1 / (1 + Math.exp(-measures.reduce((sum, x, m) => sum + x * weights[m]!, bias)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
