import { assemble } from './assembler.ts';
import { BLOCK, ROUTINES } from './routines.ts';

/**
 * Memory that `ROUTINES` work on. Addresses are in bytes and multiples of 16. Node runs them four floats at a time, some seven times as
 * fast as plain code; there is nothing to build or to install, for the module is put together in memory.
 */
export interface Memory {
  readonly routines: Routines;
  /** All of it as floats; another view once it has grown. */
  floats: Float32Array;
  readonly grow: (pages: number) => ArrayBuffer;
}

/** What `ROUTINES` offer, each as it says there. */
export interface Routines {
  readonly multiply: (matrix: number, input: number, width: number, bias: number, sums: number, blocks: number) => void;
  readonly tanhs: (at: number, count: number) => void;
  readonly addTimes: (sums: number, from: number, count: number, by: number) => void;
  readonly greatest: (sums: number, from: number, count: number) => void;
  readonly dot: (a: number, b: number, count: number) => number;
  readonly recurrent: (
    ...values: readonly [
      ...given: readonly [given: number, givenStep: number],
      ...states: readonly [states: number, statesStep: number, before: number],
      ...sizes: readonly [length: number, units: number],
      ...weights: readonly [matrix: number, bias: number, sums: number, blocks: number],
    ]
  ) => void;
}

/** As much of the standard as is used; Node’s own types leave it out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Routines & { readonly memory: Pages } };
};

interface Pages {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

const PAGE = 65536;

/** Floats start at multiples of this. */
const REGISTER = 4;

/** Room for so many bytes, all 0. */
export function memoryOf(bytes: number): Memory {
  const { memory: pages, ...routines } = new WebAssembly.Instance(new WebAssembly.Module(assemble(ROUTINES))).exports;
  const grow = (by: number): ArrayBuffer => {
    pages.grow(by);
    return pages.buffer;
  };
  const memory = { routines, grow, floats: new Float32Array(pages.buffer) };
  reserve(memory, bytes);
  return memory;
}

/** Makes sure that the memory has so many bytes. */
export function reserve(memory: Memory, bytes: number): void {
  const missing = bytes - memory.floats.byteLength;
  if (missing > 0) memory.floats = new Float32Array(memory.grow(Math.ceil(missing / PAGE)));
}

/** Blocks that so many rows fill. */
export function blocksOf(rows: number): number {
  return Math.ceil(rows / BLOCK);
}

/** A matrix by rows, as `multiply` wants it; rows of zeros fill its last block. */
export function blocked(matrix: Float32Array, width: number): Float32Array {
  const rows = matrix.length / width;
  const blocks = new Float32Array(blocksOf(rows) * BLOCK * width);
  for (let row = 0; row < rows; row++) {
    const at = Math.floor(row / BLOCK) * BLOCK * width + (row % BLOCK);
    for (let k = 0; k < width; k++) blocks[at + k * BLOCK] = matrix[row * width + k]!;
  }
  return blocks;
}

/** Numbers as `multiply` wants a bias, and room for as many sums: zeros fill the last block. */
export function padded(numbers: Float32Array): Float32Array {
  const blocks = new Float32Array(blocksOf(numbers.length) * BLOCK);
  blocks.set(numbers);
  return blocks;
}

/** The address behind so many floats at an address. */
export function behind(address: number, floats: number): number {
  return address + 4 * Math.ceil(floats / REGISTER) * REGISTER;
}
