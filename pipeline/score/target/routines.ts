import * as wasm from './assembler.ts';
import type { Code, Routine } from './assembler.ts';

const { get, set, load, store, add, times } = wasm;

/** Floats in a block of rows that are summed side by side, and in one register. */
export const BLOCK = 32;
const WIDTH = 4;
const REGISTERS = BLOCK / WIDTH;
const BYTES = 4;

/**
 * `sums` = `bias` + matrix × `input`. The matrix stands in blocks of `BLOCK` rows, each column by column; `width` is the
 * length of the input.
 */
function multiply(): Routine {
  const [matrix, input, width, bias, sums, blocks, at, left, x, first] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const each = (codeOf: (local: number, offset: number) => Code): Code =>
    Array.from({ length: REGISTERS }, (_, n) => codeOf(first + n, n * WIDTH * BYTES)).flat();
  const column = [
    ...set(x, wasm.loadOne(get(at))),
    ...each((sum, offset) => set(sum, add(get(sum), times(get(x), load(get(matrix), offset))))),
    ...wasm.advance(matrix, BLOCK * BYTES),
    ...wasm.advance(at, BYTES),
  ];
  const block = [
    ...each((sum, offset) => set(sum, load(get(bias), offset))),
    ...set(at, get(input)),
    ...set(left, get(width)),
    ...wasm.repeat(left, 1, column),
    ...each((sum, offset) => store(get(sums), get(sum), offset)),
    ...wasm.advance(bias, BLOCK * BYTES),
    ...wasm.advance(sums, BLOCK * BYTES),
  ];
  return {
    name: 'multiply',
    parameters: Array.from({ length: 6 }, () => 'i32' as const),
    locals: ['i32', 'i32', ...Array.from({ length: 1 + REGISTERS }, () => 'f32x4' as const)],
    result: null,
    body: wasm.repeat(blocks, 1, block),
  };
}

/** Adds `count` floats, each `by` times; a multiple of four, as in all that follow. */
function addTimes(): Routine {
  const [sums, from, count, by, factor] = [0, 1, 2, 3, 4];
  const one = [
    ...store(get(sums), add(load(get(sums)), times(get(factor), load(get(from))))),
    ...wasm.advance(sums, WIDTH * BYTES),
    ...wasm.advance(from, WIDTH * BYTES),
  ];
  const body = [...set(factor, wasm.four(get(by))), ...wasm.repeat(count, WIDTH, one)];
  return { name: 'addTimes', parameters: ['i32', 'i32', 'i32', 'f32'], locals: ['f32x4'], result: null, body };
}

/** The greater of each pair of floats. */
function greatest(): Routine {
  const [sums, from, count] = [0, 1, 2];
  const one = [
    ...store(get(sums), wasm.most(load(get(sums)), load(get(from)))),
    ...wasm.advance(sums, WIDTH * BYTES),
    ...wasm.advance(from, WIDTH * BYTES),
  ];
  const body = wasm.repeat(count, WIDTH, one);
  return { name: 'greatest', parameters: ['i32', 'i32', 'i32'], locals: [], result: null, body };
}

/** The sum of the products of two lists of floats. */
function dot(): Routine {
  const [a, b, count, sum] = [0, 1, 2, 3];
  const one = [
    ...set(sum, add(get(sum), times(load(get(a)), load(get(b))))),
    ...wasm.advance(a, WIDTH * BYTES),
    ...wasm.advance(b, WIDTH * BYTES),
  ];
  const lanes = [0, 1, 2, 3].map((n) => wasm.lane(get(sum), n));
  const body = [...wasm.repeat(count, WIDTH, one), ...lanes.reduce(wasm.plusOne)];
  return { name: 'dot', parameters: ['i32', 'i32', 'i32'], locals: ['f32x4'], result: 'f32', body };
}

/** The place of `multiply` among `ROUTINES`, by which others call it. */
const MULTIPLY = 0;

/** Lambert's continued fraction of the hyperbolic tangent (1770), cut at its ninth part: wrong by 0.00001 at most. */
const OVER = [1, 990, 135135, 4729725, 34459425];
const UNDER = [45, 13860, 945945, 16216200, 34459425];
const FARTHEST = 6;

/** Two locals of four floats to work with. */
type Spare = readonly [x: number, square: number];

function tanhOf(value: Code, [x, square]: Spare): Code {
  const polynomial = (factors: readonly number[]): Code =>
    factors.map(wasm.constant).reduce((sum, next) => add(next, times(get(square), sum)));
  return [
    ...set(x, wasm.most(wasm.least(value, wasm.constant(FARTHEST)), wasm.constant(-FARTHEST))),
    ...set(square, times(get(x), get(x))),
    ...wasm.divide(times(get(x), polynomial(OVER)), polynomial(UNDER)),
  ];
}

function logistic(value: Code, spare: Spare): Code {
  const half = wasm.constant(0.5);
  return add(half, times(half, tanhOf(times(half, value), spare)));
}

/** The hyperbolic tangent of `count` floats, in place. */
function tanhs(): Routine {
  const [at, count] = [0, 1];
  const one = [...store(get(at), tanhOf(load(get(at)), [2, 3])), ...wasm.advance(at, WIDTH * BYTES)];
  const body = wasm.repeat(count, WIDTH, one);
  return { name: 'tanhs', parameters: ['i32', 'i32'], locals: ['f32x4', 'f32x4'], result: null, body };
}

/**
 * A gated recurrent unit (Cho et al. 2014) over `length` places. `given` holds, for each place, what goes into the reset,
 * the update and the candidate of each unit; `before` is the state to begin with; each place's goes to `states`. Both
 * move on by as many bytes as the `…Step` say, which are below 0 to read backwards.
 */
function recurrent(): Routine {
  const [given, givenStep, states, statesStep, before, length, units, matrix, bias, sums, blocks] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ];
  const [at, left, second, third, candidate] = [11, 12, 13, 14, 15];
  const spare = [16, 17] as const;
  const part = (base: number, shift: Code): Code => load(wasm.plus(wasm.plus(get(base), get(at)), shift));
  const here = (base: number): Code => load(wasm.plus(get(base), get(at)));
  const reset = logistic(add(here(given), here(sums)), spare);
  const keep = logistic(add(part(given, get(second)), part(sums, get(second))), spare);
  const gates = [
    ...set(candidate, tanhOf(add(part(given, get(third)), times(reset, part(sums, get(third)))), spare)),
    ...store(
      wasm.plus(get(states), get(at)),
      add(get(candidate), times(keep, wasm.subtract(here(before), get(candidate)))),
    ),
    ...wasm.advance(at, WIDTH * BYTES),
  ];
  const nought = [0x41, 0x00];
  const place = [
    ...wasm.call(MULTIPLY, ...[matrix, before, units, bias, sums, blocks].map(get)),
    ...set(at, nought),
    ...set(left, get(units)),
    ...wasm.repeat(left, WIDTH, gates),
    ...set(before, get(states)),
    ...wasm.advanceBy(states, statesStep),
    ...wasm.advanceBy(given, givenStep),
  ];
  const quadruple = [...get(units), 0x41, 0x02, 0x74];
  return {
    name: 'recurrent',
    parameters: Array.from({ length: 11 }, () => 'i32' as const),
    locals: ['i32', 'i32', 'i32', 'i32', 'f32x4', 'f32x4', 'f32x4'],
    result: null,
    body: [
      ...set(second, quadruple),
      ...set(third, wasm.plus(get(second), get(second))),
      ...wasm.repeat(length, 1, place),
    ],
  };
}

/** All of them. */
export const ROUTINES: readonly Routine[] = [multiply(), tanhs(), addTimes(), greatest(), dot(), recurrent()];
