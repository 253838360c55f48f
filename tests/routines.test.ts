import { describe, expect, test } from 'vitest';
import { randomOf } from '../models/attribution/train/random.ts';
import { behind, blocked, blocksOf, memoryOf, padded, reserve, type Memory } from '../pipeline/score/target/memory.ts';

const random = randomOf(5);

describe('routines against plain code', () => {
  test.each([
    ['a full block', 32, 7],
    ['less than a block', 3, 64],
    ['several blocks, the last not full', 100, 100],
  ])('a matrix times a vector: %s', (_trap, rows, width) => {
    const [matrix, input, bias] = [numbers(rows * width), numbers(width), numbers(rows)];
    const { memory, at } = holding(blocked(matrix, width), input, padded(bias), padded(new Float32Array(rows)));
    memory.routines.multiply(at[0]!, at[1]!, width, at[2]!, at[3]!, blocksOf(rows));
    const expected = product(matrix, input, bias);
    held(memory, at[3]!, rows).forEach((sum, n) => {
      expect(sum).toBeCloseTo(expected[n]!, 4);
    });
  });

  test('products, sums and the greater of two', () => {
    const [a, b] = [numbers(12), numbers(12)];
    const { memory, at } = holding(a, b, new Float32Array(4).fill(9));
    const sum = a.reduce((so, x, n) => so + x * b[n]!, 0);
    expect(memory.routines.dot(at[0]!, at[1]!, 12)).toBeCloseTo(sum, 5);
    memory.routines.addTimes(at[0]!, at[1]!, 8, -2);
    held(memory, at[0]!, 12).forEach((x, n) => {
      expect(x).toBeCloseTo(n < 8 ? a[n]! - 2 * b[n]! : a[n]!, 5);
    });
    memory.routines.greatest(at[2]!, at[1]!, 4);
    expect([...held(memory, at[2]!, 4)]).toEqual([9, 9, 9, 9]);
    memory.routines.greatest(at[1]!, at[2]!, 8);
    expect([...held(memory, at[1]!, 4)]).toEqual([9, 9, 9, 9]);
    expect([...held(memory, at[1]!, 12).slice(8)]).toEqual([...b.slice(8)]);
  });

  test('the hyperbolic tangent is wrong by 0.00001 at most', () => {
    const values = [-1e9, -40, -6.1, -6, -1.003, -0.001, 0, 0.4, 2.7182, 5.999, 9, 1e9];
    const { memory, at } = holding(Float32Array.from(values));
    memory.routines.tanhs(at[0]!, values.length);
    held(memory, at[0]!, values.length).forEach((y, n) => {
      expect(Math.abs(y - Math.tanh(values[n]!))).toBeLessThan(1e-5);
    });
  });

  test.each(['forwards', 'backwards'] as const)('a recurrent unit, %s', (direction) => {
    const [units, length] = [8, 5];
    const [given, matrix, bias] = [numbers(length * 3 * units), numbers(3 * units * units), numbers(3 * units)];
    const state = padded(new Float32Array(length * units));
    const sums = padded(new Float32Array(3 * units));
    const { memory, at } = holding(given, blocked(matrix, units), padded(bias), new Float32Array(units), state, sums);
    const [step, from] = direction === 'forwards' ? [1, 0] : [-1, length - 1];
    const [wide, narrow] = [3 * units * 4, units * 4];
    memory.routines.recurrent(
      ...([at[0]! + from * wide, step * wide] as const),
      ...([at[4]! + from * narrow, step * narrow, at[3]!] as const),
      ...([length, units] as const),
      ...([at[1]!, at[2]!, at[5]!, blocksOf(3 * units)] as const),
    );
    const states = held(memory, at[4]!, length * units);
    gated(given, matrix, bias, [units, length, step]).forEach((x, n) => {
      expect(states[n]).toBeCloseTo(x, 4);
    });
  });
});

describe('memory', () => {
  test('grows and keeps what stands in it', () => {
    const { memory, at } = holding(Float32Array.of(1, 2, 3, 4));
    reserve(memory, 300_000);
    expect(memory.floats.byteLength).toBeGreaterThanOrEqual(300_000);
    expect([...held(memory, at[0]!, 4)]).toEqual([1, 2, 3, 4]);
    expect(memory.routines.dot(at[0]!, at[0]!, 4)).toBe(30);
  });

  test('addresses are multiples of 16', () => {
    expect([0, 1, 4, 5].map((floats) => behind(32, floats))).toEqual([32, 48, 48, 64]);
  });
});

function numbers(length: number): Float32Array {
  return Float32Array.from({ length }, () => 2 * random() - 1);
}

function holding(...arrays: readonly Float32Array[]): { memory: Memory; at: readonly number[] } {
  const memory = memoryOf(16);
  let end = 0;
  const at = arrays.map((array) => {
    const start = end;
    end = behind(end, array.length);
    reserve(memory, end);
    memory.floats.set(array, start / 4);
    return start;
  });
  return { memory, at };
}

function held({ floats }: Memory, at: number, length: number): Float32Array {
  return floats.slice(at / 4, at / 4 + length);
}

function product(matrix: Float32Array, input: Float32Array, bias: Float32Array): readonly number[] {
  return [...bias].map((sum, row) => input.reduce((so, x, k) => so + x * matrix[row * input.length + k]!, sum));
}

/** States of all places, as Cho et al. (2014) and PyTorch define them. */
function gated(
  given: Float32Array,
  matrix: Float32Array,
  bias: Float32Array,
  [units, length, step]: readonly [number, number, number],
): readonly number[] {
  const states: number[] = [];
  let state = new Float32Array(units);
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  for (let n = 0, i = step === 1 ? 0 : length - 1; n < length; n++, i += step) {
    const sums = product(matrix, state, bias);
    const into = given.subarray(i * 3 * units, (i + 1) * 3 * units);
    state = state.map((before, u) => {
      const reset = logistic(into[u]! + sums[u]!);
      const keep = logistic(into[units + u]! + sums[units + u]!);
      const candidate = Math.tanh(into[2 * units + u]! + reset * sums[2 * units + u]!);
      return candidate + keep * (before - candidate);
    });
    state.forEach((x, u) => (states[i * units + u] = x));
  }
  return states;
}
