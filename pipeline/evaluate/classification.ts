import { rates } from './rates.ts';

/** How well labels were given, in per cent, to one decimal; `n`: how many. */
export interface Classification {
  /** Mean of the labels' F1, each rounded before. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** Mean of the labels' recall, each rounded before. */
  readonly meanRecall: number;
  readonly n: number;
}

/** A label of gold with the one that was predicted. */
export interface Labelled<Label> {
  readonly gold: Label;
  readonly label: Label;
}

/** Macro F1, accuracy and mean recall over `labels`; one that occurs nowhere counts as 0. */
export function classification<Label>(items: readonly Labelled<Label>[], labels: readonly Label[]): Classification {
  const each = labels.map((one) =>
    rates({
      tp: items.filter(({ gold, label }) => gold === one && label === one).length,
      predicted: items.filter(({ label }) => label === one).length,
      gold: items.filter(({ gold }) => gold === one).length,
    }),
  );
  const right = items.filter(({ gold, label }) => gold === label).length;
  return {
    macroF1: mean(each.map(({ f1 }) => f1)),
    accuracy: rates({ tp: right, predicted: items.length, gold: items.length }).p,
    meanRecall: mean(each.map(({ r }) => r)),
    n: items.length,
  };
}

/** Divides before it adds, as the reference does: the last bit may decide a rounding. */
function mean(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value / values.length, 0);
  return Math.round(sum * 10) / 10;
}
