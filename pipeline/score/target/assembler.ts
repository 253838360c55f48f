/** Instructions of WebAssembly in their binary form (WebAssembly Core Specification 2.0, chapter 5); those here nest like expressions. */
export type Code = readonly number[];

/** A 32-bit integer (addresses are such), a 32-bit float, or four floats side by side. */
export type Kind = 'i32' | 'f32' | 'f32x4';

/** A function of a module. Parameters, then locals, are numbered from 0. */
export interface Routine {
  readonly name: string;
  readonly parameters: readonly Kind[];
  readonly locals: readonly Kind[];
  readonly result: Kind | null;
  readonly body: Code;
}

const KINDS: Readonly<Record<Kind, number>> = { i32: 0x7f, f32: 0x7d, f32x4: 0x7b };
const SECTION = { types: 1, functions: 3, memory: 5, exports: 7, bodies: 10 } as const;
const HEADER: Code = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A module of these routines, each exported under its name, with a memory of one page that can grow, exported as `memory`. */
export function assemble(routines: readonly Routine[]): Uint8Array {
  const types = routines.map(({ parameters, result }) => [
    0x60,
    ...list(parameters.map((kind) => [KINDS[kind]])),
    ...list(result === null ? [] : [[KINDS[result]]]),
  ]);
  const names = routines.map(({ name }, n) => [...text(name), 0x00, ...unsigned(n)]);
  const bodies = routines.map(({ locals, body }) => {
    const code = [...list(locals.map((kind) => [1, KINDS[kind]])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...HEADER,
    ...section(SECTION.types, types),
    ...section(
      SECTION.functions,
      routines.map((_, n) => unsigned(n)),
    ),
    ...section(SECTION.memory, [[0x00, 0x01]]),
    ...section(SECTION.exports, [[...text('memory'), 0x02, 0x00], ...names]),
    ...section(SECTION.bodies, bodies),
  ]);
}

function section(id: number, entries: readonly Code[]): Code {
  const content = list(entries);
  return [id, ...unsigned(content.length), ...content];
}

function list(entries: readonly Code[]): Code {
  return [...unsigned(entries.length), ...entries.flat()];
}

function text(word: string): Code {
  return list(Array.from(word, (char) => [char.charCodeAt(0)]));
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

/** The value of a parameter or local. */
export function get(local: number): Code {
  return [0x20, ...unsigned(local)];
}

/** Sets a local. */
export function set(local: number, value: Code): Code {
  return [...value, 0x21, ...unsigned(local)];
}

/** Adds to a local a number that stands in the code. */
export function advance(local: number, by: number): Code {
  return set(local, [...get(local), 0x41, ...signed(by), 0x6a]);
}

/** Adds to a local the value of another. */
export function advanceBy(local: number, other: number): Code {
  return set(local, [...get(local), ...get(other), 0x6a]);
}

/** The sum of two integers. */
export function plus(a: Code, b: Code): Code {
  return [...a, ...b, 0x6a];
}

/** Runs the body, takes `by` from the local, and runs it again until that is 0: at least once. */
export function repeat(local: number, by: number, body: Code): Code {
  return [0x03, 0x40, ...body, ...advance(local, -by), ...get(local), 0x0d, 0x00, 0x0b];
}

/** Calls the routine of this number. */
export function call(routine: number, ...values: readonly Code[]): Code {
  return [...values.flat(), 0x10, ...unsigned(routine)];
}

/** The four floats at an address, `offset` bytes on. */
export function load(address: Code, offset = 0): Code {
  return [...address, 0xfd, 0x00, 2, ...unsigned(offset)];
}

/** One float, four times. */
export function loadOne(address: Code): Code {
  return [...address, 0xfd, 0x09, 2, 0];
}

/** Stores four floats. */
export function store(address: Code, value: Code, offset = 0): Code {
  return [...address, ...value, 0xfd, 0x0b, 2, ...unsigned(offset)];
}

/** A float, four times. */
export function four(value: Code): Code {
  return [...value, 0xfd, 0x13];
}

/** A number that stands in the code, four times. */
export function constant(value: number): Code {
  return [0xfd, 0x0c, ...new Uint8Array(Float32Array.of(value, value, value, value).buffer)];
}

/** One of four floats, as a float. */
export function lane(value: Code, n: number): Code {
  return [...value, 0xfd, 0x1f, n];
}

/** The sum of two floats. */
export function plusOne(a: Code, b: Code): Code {
  return [...a, ...b, 0x92];
}

const arithmetic =
  (operation: number) =>
  (a: Code, b: Code): Code => [...a, ...b, 0xfd, operation, 0x01];

/** Four floats by four floats. */
export const add = arithmetic(0xe4);
export const subtract = arithmetic(0xe5);
export const times = arithmetic(0xe6);
export const divide = arithmetic(0xe7);
export const least = arithmetic(0xe8);
export const most = arithmetic(0xe9);
