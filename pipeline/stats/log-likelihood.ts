/**
 * Log-likelihood G² of a word that stands a times among c tokens and b times among d: 2 Σ O ln(O/E) over the two cells
 * of the word, E₁ = c(a + b)/(c + d) (Rayson and Garside 2000; the form of the Lancaster calculator). Without
 * direction: ≥ 0. 0 for a word that neither side has, `null` where a side has no tokens.
 */
export function logLikelihood(a: number, b: number, c: number, d: number): number | null {
  if (c <= 0 || d <= 0) return null;
  return 2 * Math.max(0, word(a, b, c, d));
}

/**
 * The same over all four cells, those of the other tokens too (Dunning 1993): the likelihood ratio of two binomials,
 * the form of quanteda and of G² on document frequencies, where a word stands in many of the documents.
 */
export function logLikelihoodFour(a: number, b: number, c: number, d: number): number | null {
  if (c <= 0 || d <= 0) return null;
  return 2 * Math.max(0, word(a, b, c, d) + word(c - a, d - b, c, d));
}

function word(a: number, b: number, c: number, d: number): number {
  const share = (a + b) / (c + d);
  return cell(a, c * share) + cell(b, d * share);
}

/** O ln(O/E), 0 for O = 0. */
function cell(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}
