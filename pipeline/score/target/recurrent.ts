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

/** `sums` = `bias` + matrix × `input`; the matrix has a row for each sum. */
export function multiply(matrix: Float32Array, input: Float32Array, bias: Float32Array, sums: Float32Array): void {
  const width = input.length;
  for (let row = 0, at = 0; row < sums.length; row++) {
    let sum = bias[row]!;
    for (let k = 0; k < width; k++, at++) sum += matrix[at]! * input[k]!;
    sums[row] = sum;
  }
}

/** The logistic function. */
function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Faster than `Math.tanh`, and as exact as 32 bits tell. */
export function tanh(x: number): number {
  return 2 / (1 + Math.exp(-2 * x)) - 1;
}
