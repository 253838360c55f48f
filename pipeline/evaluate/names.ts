/** Titles that do not tell one person from another. */
const TITLES = /\b(?:mr|mrs|ms|dr|sen|rep|gov|president|the)\b\.?/g;

/** A word of fewer letters ("de", "al") mentions nobody. */
const SHORTEST_MENTION = 3;

/**
 * Whether two names mean the same person or body: every word of the shorter stands in the longer, and either they end
 * alike or the shorter has more than one word. Case, accents and titles do not count. An empty name is nobody's.
 */
export function sameName(a: string, b: string): boolean {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (short.length === 0 || !short.every((word) => long.includes(word))) return false;
  return short.length > 1 || short[0] === long.at(-1);
}

/** Whether a text holds any telling word of a name: it need not be a pronoun that stands for its bearer. */
export function mentions(text: string, name: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(name).some((word) => word.length >= SHORTEST_MENTION && words.has(word));
}

function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(TITLES, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}
