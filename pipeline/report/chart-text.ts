/** Size of a chart's labels, in units of its view box. */
export const LABEL_SIZE = 11;
export const DETAIL_SIZE = 9.5;

/** No label is wider than this: with labels on both sides a chart then still fits a page and, smaller, a phone. */
export const WIDEST_LABEL = 165;

/**
 * `text` cut with an ellipsis so that it is not wider than `width` at `size`. White space becomes one space, so that a
 * label stays one line.
 */
export function fit(text: string, width: number, size: number): string {
  const characters = Array.from(text.replace(/\s+/gu, ' '));
  const most = width / size;
  if (sum(characters) <= most) return characters.join('');
  let kept = 0;
  let used = em('…');
  while (kept < characters.length && used + em(characters[kept]!) <= most) used += em(characters[kept++]!);
  return `${characters.slice(0, kept).join('').trimEnd()}…`;
}

/** How much room the widest of `texts` needs at `size`, at most `WIDEST_LABEL`. */
export function room(texts: readonly string[], size: number): number {
  const widest = texts.reduce((most, text) => Math.max(most, sum(Array.from(text)) * size), 0);
  return Math.min(WIDEST_LABEL, Math.ceil(widest));
}

function sum(characters: readonly string[]): number {
  return characters.reduce((total, character) => total + em(character), 0);
}

/**
 * Width in ems: the average of the letter's class in Source Sans 3, semibold, rounded up. So a label may end early but
 * never runs into its neighbour.
 */
function em(character: string): number {
  if (/[ .,:;'’‘|!ijlIftr()[\]-]/u.test(character)) return 0.33;
  if (/[mwMW@%—…ЖШЩЮжшщю]/u.test(character)) return 0.95;
  if (/\p{Lu}/u.test(character)) return 0.65;
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}]/u.test(character) ? 0.52 : 1.05;
}
