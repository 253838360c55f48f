/** Maps a value to a place in units of the view box. */
export type Scale = (value: number) => number;

/** A straight scale from `domain` to `range`; a domain without width maps to the middle of the range. */
export function scale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  const middle = (start + end) / 2;
  return (value) => (high === low ? middle : place(start + ((value - low) / (high - low)) * (end - start)));
}

/** Two decimals are finer than any screen or press, and keep the markup short and the same on every machine. */
export function place(value: number): number {
  return Math.round(value * 100) / 100;
}

const TIMES = [1, 2, 5] as const;
/** Of what a number in binary may differ from itself in decimals. */
const LEAST = 1e-9;

/** Round numbers from at or below `low` to at or above `high`, at most `most` + 2 of them: the first and last are the axis. */
export function ticks(low: number, high: number, most: number): readonly number[] {
  const step = roundStep((high > low ? high - low : 1) / most);
  const from = Math.floor(low / step + LEAST);
  const to = Math.max(from + 1, Math.ceil(high / step - LEAST));
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (TIMES.find((times) => times * power >= least * (1 - LEAST)) ?? 10) * power;
}
