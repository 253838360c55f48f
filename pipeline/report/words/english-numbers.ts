/** `1234567` as "1,234,567". */
export function integer(value: number): string {
  return String(Math.round(value))
    .replace(/\B(?=(?:\d{3})+$)/gu, ',')
    .replace('-', '−');
}

/** How numbers are written in English. What a reader sees goes through these; data files have numbers as programs write them. */
export const numberWords = {
  /** The sign before decimals; one that the page's script cannot read has tables say what each number sorts by. */
  point: '.',
  integer,
  decimal,
  signed,
  percent,
  percentage,
  below: (value: number, places: number) => `<\u00a0${decimal(value, places)}`,
};

/** `value` with `places` decimals and a true minus sign; what rounds to zero has no sign. */
function decimal(value: number, places: number): string {
  const fixed = value.toFixed(places);
  return Number(fixed) === 0 ? (0).toFixed(places) : fixed.replace('-', '−');
}

/** `decimal` with a plus sign before what is positive: a reading on a scale with two sides. */
function signed(value: number, places: number): string {
  const text = decimal(value, places);
  return Number(value.toFixed(places)) > 0 ? `+${text}` : text;
}

/** A share of 0 … 1 as "12%"; what is there but rounds to nothing is "<1%". */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? '<1%' : `${rounded}%`;
}

/** A share of 0 … 1 as "12.5%", with `places` decimals. */
function percentage(share: number, places: number): string {
  return `${decimal(100 * share, places)}%`;
}
