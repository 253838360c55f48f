/** A function of many numbers: its value at `at`, its slope written into `slope`. */
type Smooth = (at: Float64Array, slope: Float64Array) => number;

/**
 * Finds the least value of a smooth convex function from 0 on, by L-BFGS (Liu and Nocedal 1989) with halved steps
 * (Armijo 1966). Ends after `rounds`, or where the slope is `PRECISION` of what it
 * was at first.
 */
export function minimise(f: Smooth, size: number, rounds: number): Float64Array {
  let here = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = f(here, slope);
  const enough = PRECISION * Math.sqrt(dot(slope, slope));
  const memory: Pair[] = [];
  for (let round = 0; round < rounds && Math.sqrt(dot(slope, slope)) > enough; round++) {
    const way = direction(slope, memory);
    const next = stepAlong(f, here, way, value, dot(slope, way), round === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1);
    if (next === null) break;
    remember(memory, minus(next.at, here), minus(next.slope, slope));
    ({ at: here, slope, value } = next);
  }
  return here;
}

const PRECISION = 3e-3;

/** A step that was taken, how the slope changed along it, and the product of the two. */
interface Pair {
  readonly step: Float64Array;
  readonly bend: Float64Array;
  readonly along: number;
}

const MEMORY = 8;

function remember(memory: Pair[], step: Float64Array, bend: Float64Array): void {
  const along = dot(step, bend);
  if (along <= 0) return;
  if (memory.length === MEMORY) memory.shift();
  memory.push({ step, bend, along });
}

/** Two-loop recursion. */
function direction(slope: Float64Array, memory: readonly Pair[]): Float64Array {
  const way = slope.map((value) => -value);
  const shares = memory.toReversed().map(({ step, bend, along }) => {
    const share = dot(step, way) / along;
    addTo(way, bend, -share);
    return share;
  });
  const last = memory.at(-1);
  if (last !== undefined) scale(way, last.along / dot(last.bend, last.bend));
  memory.forEach(({ step, bend, along }, k) => {
    addTo(way, step, shares[memory.length - 1 - k]! - dot(bend, way) / along);
  });
  return way;
}

interface Place {
  readonly at: Float64Array<ArrayBuffer>;
  readonly slope: Float64Array<ArrayBuffer>;
  readonly value: number;
}

const MOST_HALVINGS = 20;
const LEAST_GAIN = 1e-4;

function stepAlong(
  f: Smooth,
  from: Float64Array,
  way: Float64Array,
  value: number,
  descent: number,
  first: number,
): Place | null {
  for (let length = first, n = 0; n < MOST_HALVINGS; length /= 2, n++) {
    const at = from.slice();
    addTo(at, way, length);
    const slope = new Float64Array(at.length);
    const reached = f(at, slope);
    if (reached <= value + LEAST_GAIN * length * descent) return { at, slope, value: reached };
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value - b[k]!);
}

function addTo(a: Float64Array, b: Float64Array, factor: number): void {
  for (let k = 0; k < a.length; k++) a[k]! += factor * b[k]!;
}

function scale(a: Float64Array, factor: number): void {
  for (let k = 0; k < a.length; k++) a[k]! *= factor;
}
