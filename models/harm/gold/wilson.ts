/**
 * The interval of a share by Wilson’s score (E. B. Wilson, Probable inference, the law of succession, and statistical
 * inference, JASA 22, 1927, pp. 209–212) at 95 %, as shares in [0, 1]; of nothing it is [0, 1].
 */
export function wilson(right: number, cases: number): readonly [low: number, high: number] {
  if (cases === 0) return [0, 1];
  const share = right / cases;
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * cases)) / (1 + z2 / cases);
  const half = (Z95 / (1 + z2 / cases)) * Math.sqrt((share * (1 - share)) / cases + z2 / (4 * cases * cases));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

const Z95 = 1.959963984540054;
