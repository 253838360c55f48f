/** Of the standard normal distribution, the point below which 97.5 % lie: for intervals of 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of 95 % for a share of which `part` of `whole` independent trials tell, without continuity
 * correction: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). It stays within [0, 1] and has a width where `part` is 0
 * or `whole`; without trials it is [0, 1]. Source: Wilson, E. B. (1927), Journal of the American Statistical Association
 * 22, 209–212; method 3 of Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872.
 */
export function wilsonInterval(part: number, whole: number): readonly [low: number, high: number] {
  if (whole === 0) return [0, 1];
  const share = part / whole;
  const square = (Z * Z) / whole;
  const middle = share + square / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole));
  const scale = 1 + square;
  // Rounding may leave what is 0 or 1 by the formula a little beside it.
  const low = part === 0 ? 0 : (middle - reach) / scale;
  const high = part === whole ? 1 : (middle + reach) / scale;
  return [low, high];
}
