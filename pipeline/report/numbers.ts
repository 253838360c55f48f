/** `value` at `places` decimals, as data. */
export function rounded(value: number, places: number): number {
  return Number(value.toFixed(places)) + 0;
}
