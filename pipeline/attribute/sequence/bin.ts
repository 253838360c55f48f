/** A signed distance in steps that widen: 0 to 4 each for itself, then 5–7, 8–12, 13–20, 21–34, and beyond. */
export function bin(distance: number): number {
  const size = Math.abs(distance);
  const step = size < WIDE ? STEPS[size]! : 9;
  return distance < 0 ? -step : step;
}

const WIDER = [5, 8, 13, 21, 35];
const WIDE = 35;

/** The step of each distance below the widest. */
const STEPS = Uint8Array.from({ length: WIDE }, (_, size) =>
  size < 5 ? size : 5 + WIDER.findLastIndex((least) => size >= least),
);
