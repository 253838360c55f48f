/** A gated recurrent unit (Cho et al. 2014) of one direction: per unit a reset, an update and a candidate row. */
export interface Recurrent {
  readonly units: number;
  /** 3 × units rows of `units` numbers. */
  readonly weights: Float32Array;
  /** 3 × units. */
  readonly bias: Float32Array;
}

/**
 * Runs over `length` places, backwards where `step` is −1. `given` holds 3 × units numbers a place, from `offset` on, every
 * `stride`; the state of each place goes to `states`, at `into` + place × 2 × units.
 */
export function runRecurrent(
  { units, weights, bias }: Recurrent,
  given: Float32Array,
  [offset, stride]: readonly [number, number],
  states: Float32Array,
  [into, step, length]: readonly [number, 1 | -1, number],
): void {
  const state = new Float32Array(units);
  const sums = new Float32Array(3 * units);
  for (let n = 0, i = step === 1 ? 0 : length - 1; n < length; n++, i += step) {
    multiply(weights, state, bias, sums);
    const at = offset + i * stride;
    for (let u = 0; u < units; u++) {
      const reset = sigmoid(given[at + u]! + sums[u]!);
      const keep = sigmoid(given[at + units + u]! + sums[units + u]!);
      const candidate = tanh(given[at + 2 * units + u]! + reset * sums[2 * units + u]!);
      state[u] = candidate + keep * (state[u]! - candidate);
    }
    states.set(state, into + i * 2 * units);
  }
}

/** `sums` = `bias` + matrix × `input`; the matrix has a row for each sum. Four rows go side by side, since sums wait for each other. */
export function multiply(matrix: Float32Array, input: Float32Array, bias: Float32Array, sums: Float32Array): void {
  const width = input.length;
  let row = 0;
  for (; row + 4 <= sums.length; row += 4) multiplyFour(matrix, input, bias, sums, row);
  for (; row < sums.length; row++) {
    let sum = bias[row]!;
    for (let k = 0, at = row * width; k < width; k++, at++) sum += matrix[at]! * input[k]!;
    sums[row] = sum;
  }
}

function multiplyFour(
  matrix: Float32Array,
  input: Float32Array,
  bias: Float32Array,
  sums: Float32Array,
  row: number,
): void {
  const width = input.length;
  const [second, third, fourth] = [width, 2 * width, 3 * width];
  let [a, b, c, d] = [bias[row]!, bias[row + 1]!, bias[row + 2]!, bias[row + 3]!];
  for (let k = 0, at = row * width; k < width; k++, at++) {
    const x = input[k]!;
    a += matrix[at]! * x;
    b += matrix[at + second]! * x;
    c += matrix[at + third]! * x;
    d += matrix[at + fourth]! * x;
  }
  sums[row] = a;
  sums[row + 1] = b;
  sums[row + 2] = c;
  sums[row + 3] = d;
}

/** The logistic function. */
function sigmoid(x: number): number {
  return 0.5 + 0.5 * tanh(0.5 * x);
}

/** `TANH` has a value for each 1/`FINE` from −`REACH` to `REACH`; beyond that the function is 1 to 7 digits. */
const [REACH, FINE] = [9, 256];
const TANH = Float64Array.from({ length: 2 * REACH * FINE + 2 }, (_, n) => Math.tanh(n / FINE - REACH));

/** The hyperbolic tangent from a table, straight between its values: wrong by 0.000002 at most. */
export function tanh(x: number): number {
  if (!(x > -REACH)) return x <= -REACH ? -1 : x;
  if (x >= REACH) return 1;
  const place = (x + REACH) * FINE;
  const n = Math.trunc(place);
  const low = TANH[n]!;
  return low + (TANH[n + 1]! - low) * (place - n);
}
