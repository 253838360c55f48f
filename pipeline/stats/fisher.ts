import { logBinomial } from './binomial.ts';

/** Two-sided p of the exact test, and its mid-p. */
export interface Fisher {
  readonly p: number;
  readonly midP: number;
}

/** Tables are equally likely within this relative difference, as in R. */
const TIE = Math.log1p(1e-7);
/** A term this much less likely than the observed table (in logarithms) adds nothing to the sum. */
const NOTHING = -45;

/**
 * Fisher's exact test (1935) for a of c documents against b of d: the probability, with all margins fixed, of the
 * tables that are at most as likely as the observed one (the rule of R's and SciPy's). Mid-p counts those that are
 * exactly as likely by half (Lancaster 1961). `null` where a group is empty; 1 where only one table is possible (mid-p
 * ½).
 */
export function fisher(a: number, b: number, c: number, d: number): Fisher | null {
  if (c <= 0 || d <= 0) return null;
  const up = weigh(a, b, c, d);
  const down = weigh(b, a, d, c);
  const observed = Math.exp(logHypergeometric(a, b, c, d));
  const p = observed * (1 + up.ties + up.less + down.ties + down.less);
  return { p: Math.min(1, p), midP: Math.min(1, p - (observed * (1 + up.ties + down.ties)) / 2) };
}

/** Tables with more of the first word than a, each in units of the observed one: those as likely, and those less so. */
function weigh(a: number, b: number, c: number, d: number): { readonly ties: number; readonly less: number } {
  let [ties, less, log] = [0, 0, 0];
  const most = Math.min(b, c - a);
  for (let k = 1; k <= most; k++) {
    const ratio = ((c - a - k + 1) * (b - k + 1)) / ((a + k) * (d - b + k));
    log += Math.log(ratio);
    if (Math.abs(log) <= TIE) ties += Math.exp(log);
    else if (log < 0) less += Math.exp(log);
    if (log < NOTHING && ratio < 1) break;
  }
  return { ties, less };
}

/**
 * ln of C(c, a) C(d, b) / C(c + d, a + b), as three binomial probabilities at the pooled share, where no digits are
 * lost.
 */
function logHypergeometric(a: number, b: number, c: number, d: number): number {
  const [x, y] = [(a + b) / (c + d), (c - a + d - b) / (c + d)];
  const both = logBinomial(a, c - a, x, y) + logBinomial(b, d - b, x, y);
  return both - logBinomial(a + b, c - a + d - b, x, y);
}
