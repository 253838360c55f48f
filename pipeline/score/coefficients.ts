import type { Coefficients } from './odds.ts';

/** Fitted by `npm run train -- stance-toward`, which prints them; see the card in `models/stance/`. */
export const COEFFICIENTS: Coefficients = [
  [-0.5, 0.42, -0.29, 1.33, -0.85, 0.44, -0.35, -0.32, -0.15, -0.16, -0.4],
  [1.15, -0.15, -0.15, -0.93, -0.91, -0.02, -0.44, 0.18, 0.16, 0.33, 0.11],
  [-0.65, -0.28, 0.44, -0.41, 1.77, -0.42, 0.79, 0.14, -0.02, -0.17, 0.28],
];
