import { expect } from 'vitest';

/** Expects a number within a relative error of another; `null` and anything else must be the same. */
export function expectClose(value: number | null, expected: number | null, error = 1e-12): void {
  if (value === null || expected === null || !Number.isFinite(expected) || expected === 0) {
    expect(value).toBe(expected);
    return;
  }
  expect(Math.abs(value - expected) / Math.abs(expected), `${value} for ${expected}`).toBeLessThanOrEqual(error);
}
