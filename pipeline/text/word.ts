/** Whether a token is a word: it holds a letter or a digit. Every count of words in a report counts these. */
export function isWord(token: string): boolean {
  const code = token.charCodeAt(0);
  return (code >= SMALL_A && code <= SMALL_Z) || /[\p{L}\p{N}]/u.test(token);
}

/** Most tokens begin with a small letter, which is told without a pattern. */
const [SMALL_A, SMALL_Z] = [0x61, 0x7a];

/** Whether a text has that many words, each a run of letters and digits; it is read no further than needed. */
export function hasWords(text: string, fewest: number): boolean {
  const words = text.matchAll(/[\p{L}\p{N}]+/gu);
  let count = 0;
  while (count < fewest && words.next().done !== true) count++;
  return count === fewest;
}
