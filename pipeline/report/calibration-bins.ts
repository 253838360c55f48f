/** Statements or calls whose probability lies in one tenth: how many, their mean probability, and the share that is right. */
export interface CalibrationBin {
  readonly n: number;
  readonly mean: number;
  readonly right: number;
}

/** A reading whose probabilities were compared with people’s judgements on texts that it was not fitted on. */
export interface Calibration {
  readonly reading: 'attribution' | 'sentiment' | 'stance';
  /** The command that prints it, and the card that holds it. */
  readonly command: string;
  readonly card: string;
  readonly bins: readonly CalibrationBin[];
}

function bins(...rows: readonly (readonly [n: number, mean: number, right: number])[]): readonly CalibrationBin[] {
  return rows.map(([n, mean, right]) => ({ n, mean, right }));
}

/** What a probability is worth, reading by reading, never of sealed parts. A test compares it with the cards. */
export const CALIBRATIONS: readonly Calibration[] = [
  {
    reading: 'attribution',
    command: 'npm run train -- attribution-reliability',
    card: 'models/attribution/README.md',
    bins: bins(
      [18, 0.081, 0.111],
      [35, 0.139, 0.143],
      [36, 0.26, 0.194],
      [141, 0.352, 0.312],
      [151, 0.455, 0.424],
      [198, 0.555, 0.544],
      [257, 0.652, 0.689],
      [275, 0.747, 0.753],
      [347, 0.853, 0.87],
      [492, 0.954, 0.947],
    ),
  },
  {
    reading: 'sentiment',
    command: 'npm run train -- stance-figures',
    card: 'models/stance/README.md',
    bins: bins(
      [109, 0.379, 0.367],
      [869, 0.462, 0.474],
      [1413, 0.548, 0.546],
      [1391, 0.651, 0.656],
      [1576, 0.751, 0.745],
      [1844, 0.852, 0.843],
      [1537, 0.938, 0.926],
    ),
  },
  {
    reading: 'stance',
    command: 'npm run train -- stance-toward',
    card: 'models/stance/README.md',
    bins: bins(
      [2, 0.358, 0.5],
      [141, 0.479, 0.496],
      [624, 0.551, 0.524],
      [651, 0.65, 0.644],
      [637, 0.748, 0.727],
      [674, 0.849, 0.852],
      [244, 0.928, 0.934],
    ),
  },
];
