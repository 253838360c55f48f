/** Between the parts of what is read as one: a number and its sign, thousands. The narrow one has no glyph in our fonts. */
export const FIXED_SPACE = '\u00a0';

/** `1234567` with fixed spaces between thousands; four digits stay together, as Russian print has them. */
export function integer(value: number): string {
  const digits = String(Math.abs(Math.round(value)));
  const grouped = digits.length < 5 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/gu, FIXED_SPACE);
  return Math.round(value) < 0 ? `−${grouped}` : grouped;
}

/** How numbers are written in Russian. */
export const russianNumbers = {
  point: ',',
  integer,
  decimal,
  signed,
  percent,
  percentage,
  below: (value: number, places: number) => `<${FIXED_SPACE}${decimal(value, places)}`,
};

/** `value` with `places` decimals after a comma and a true minus sign; what rounds to zero has no sign. */
function decimal(value: number, places: number): string {
  const fixed = value.toFixed(places);
  const signless = Number(fixed) === 0 ? (0).toFixed(places) : fixed.replace('-', '−');
  return signless.replace('.', ',');
}

/** `decimal` with a plus sign before what is positive: a reading on a scale with two sides. */
function signed(value: number, places: number): string {
  const text = decimal(value, places);
  return Number(value.toFixed(places)) > 0 ? `+${text}` : text;
}

/** A share of 0 … 1 as «12 %», with a fixed space; what is there but rounds to nothing is «<1 %». */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? `<1${FIXED_SPACE}%` : `${rounded}${FIXED_SPACE}%`;
}

/** A share of 0 … 1 as «12,5 %», with `places` decimals. */
function percentage(share: number, places: number): string {
  return `${decimal(100 * share, places)}${FIXED_SPACE}%`;
}
