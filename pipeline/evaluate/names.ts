/** Titles that do not tell one person from another. */
const TITLES = /\b(?:mr|mrs|ms|dr|sen|rep|gov|president|the)\b\.?/g;

/** A word of fewer letters ("de", "al") mentions nobody. */
const SHORTEST_MENTION = 3;

/**
 * Whether two names mean the same person or body: every word of the shorter stands in the longer, and either they end
 * alike or the shorter has more than one word. Case, accents and titles do not count. An empty name is nobody's.
 */
export function sameName(a: string, b: string): boolean {
  const [short, long] = byLength(wordsOf(a), wordsOf(b));
  if (!isPart(short, long)) return false;
  return short.length > 1 || short[0] === long.at(-1);
}

/** Whether every word of the shorter name stands in the longer, titles and all. Case and accents do not count. An empty name is nobody's. */
export function oneWithinOther(a: string, b: string): boolean {
  return isPart(...byLength(plainWords(a), plainWords(b)));
}

/** Whether a text holds any telling word of a name: it need not be a pronoun that stands for its bearer. */
export function mentions(text: string, name: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(name).some((word) => word.length >= SHORTEST_MENTION && words.has(word));
}

type Words = readonly string[];

function byLength(a: Words, b: Words): readonly [short: Words, long: Words] {
  return a.length <= b.length ? [a, b] : [b, a];
}

function isPart(short: Words, long: Words): boolean {
  return short.length > 0 && short.every((word) => long.includes(word));
}

function wordsOf(name: string): Words {
  return plain(name).replace(TITLES, ' ').match(WORD) ?? [];
}

function plainWords(name: string): Words {
  return plain(name).match(WORD) ?? [];
}

const WORD = /[\p{L}\p{N}]+/gu;

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
