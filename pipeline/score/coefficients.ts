import type { Coefficients } from './odds.ts';

/** Fitted by `npm run train -- stance-toward`, which prints them; see the card in `models/stance/`. */
export const COEFFICIENTS: Coefficients = [
  [-0.51, 0.41, -0.3, 1.35, -0.84, 0.44, -0.37, -0.33, -0.16, -0.15, -0.37],
  [1.15, -0.13, -0.15, -0.94, -0.94, -0.01, -0.46, 0.19, 0.17, 0.32, 0.11],
  [-0.64, -0.28, 0.44, -0.41, 1.79, -0.43, 0.83, 0.14, -0.01, -0.17, 0.26],
];
