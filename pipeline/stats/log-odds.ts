/**
 * Difference of log-odds (above 0 where the first group uses the word more), its variance, and the difference in
 * standard errors.
 */
export interface LogOdds {
  readonly delta: number;
  readonly variance: number;
  readonly zeta: number;
}

/**
 * “Fightin’ words” (Monroe, Colaresi and Quinn 2008): log-odds of a word that stands a times among c tokens against b
 * among d, each with an informative Dirichlet prior of `alphaWord` uses among `alphaTotal` tokens: δ = ln((a + α_w) /
 * (c + α₀ − a − α_w)) − ln((b + α_w) / (d + α₀ − b − α_w)), variance ≈ 1/(a + α_w) + 1/(b + α_w), ζ = δ / √variance.
 * `null` where a count with its prior is 0.
 */
export function logOdds(
  a: number,
  b: number,
  c: number,
  d: number,
  alphaWord: number,
  alphaTotal: number,
): LogOdds | null {
  const cells = withPrior(a, b, c, d, alphaWord, alphaTotal);
  return cells && oddsOf(cells, 1 / cells[0] + 1 / cells[1]);
}

/** The same with all four terms of the variance, those of the other words too. They matter for frequent words only. */
export function logOddsFour(
  a: number,
  b: number,
  c: number,
  d: number,
  alphaWord: number,
  alphaTotal: number,
): LogOdds | null {
  const cells = withPrior(a, b, c, d, alphaWord, alphaTotal);
  return cells && oddsOf(cells, 1 / cells[0] + 1 / cells[1] + 1 / cells[2] + 1 / cells[3]);
}

/** The word in both groups, then all other words in both. */
type Cells = readonly [a: number, b: number, others1: number, others2: number];

function withPrior(a: number, b: number, c: number, d: number, word: number, total: number): Cells | null {
  const cells: Cells = [a + word, b + word, c - a + total - word, d - b + total - word];
  return cells.every((cell) => cell > 0) ? cells : null;
}

function oddsOf([a, b, others1, others2]: Cells, variance: number): LogOdds {
  const delta = Math.log(a / others1) - Math.log(b / others2);
  return { delta, variance, zeta: delta / Math.sqrt(variance) };
}
