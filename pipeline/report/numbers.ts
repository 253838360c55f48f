/** `1234567` as "1,234,567". */
export function integer(value: number): string {
  return String(Math.round(value))
    .replace(/\B(?=(?:\d{3})+$)/gu, ',')
    .replace('-', '−');
}

/** `value` with `places` decimals and a true minus sign; what rounds to zero has no sign. */
export function decimal(value: number, places: number): string {
  const fixed = value.toFixed(places);
  return Number(fixed) === 0 ? (0).toFixed(places) : fixed.replace('-', '−');
}

/** `decimal` with a plus sign before what is positive: a reading on a scale with two sides. */
export function signed(value: number, places: number): string {
  const text = decimal(value, places);
  return Number(value.toFixed(places)) > 0 ? `+${text}` : text;
}

/** A share of 0 … 1 as "12%"; what is there but rounds to nothing is "<1%". */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? '<1%' : `${rounded}%`;
}

/** `value` at `places` decimals, as data. */
export function rounded(value: number, places: number): number {
  return Number(value.toFixed(places)) + 0;
}
