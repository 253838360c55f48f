import type { Interval } from './bca.ts';

/**
 * Interval of the difference p₁ − p₂ of two independent shares from the interval of each (Newcombe 1998, method 10; MOVER of Donner
 * and Zou 2012): d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).
 */
export function newcombe(p1: number, [low1, high1]: Interval, p2: number, [low2, high2]: Interval): Interval {
  const difference = p1 - p2;
  return [difference - Math.hypot(p1 - low1, high2 - p2), difference + Math.hypot(high1 - p1, p2 - low2)];
}
