import { measureOf, noAmounts, without, type Measure } from './measure.ts';
import type { Repeats } from './repeats.ts';
import type { Unit } from './units.ts';

/**
 * The share of articles in which the trained model finds a generic frame. It reads an article whole, so voices are not parted
 * here and templates count; copies do not.
 */
export function frameMeasures(units: readonly Unit[], { copied }: Repeats): readonly Measure[] {
  const names = [...new Set(units.flatMap(({ article }) => article.frames.map(({ frame }) => frame)))].sort();
  return names.map((frame) => {
    const amounts = noAmounts(units.length);
    units.forEach(({ article }, unit) => {
      const reading = article.frames.find((one) => one.frame === frame);
      if (reading === undefined) return;
      amounts.denominator[unit] = 1;
      amounts.numerator[unit] = Number(reading.present);
    });
    const about = { key: frame, family: 'frames', topic: frame, label: 'present', unit: 'articles' } as const;
    return measureOf(about, without(copied, amounts), amounts);
  });
}
