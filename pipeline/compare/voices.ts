import type { Voice } from '../model.ts';

/** The voices in the order of every table. */
export const VOICES = ['own', 'quoted', 'attributed'] as const satisfies readonly Voice[];
