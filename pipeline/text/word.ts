/** Whether a token is a word: it holds a letter or a digit. Every count of words in a report counts these. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}
