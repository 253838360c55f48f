/** A dictionary's category with its patterns, each once. */
export interface Category {
  /** Name, or names from the outermost on joined by dots: "Economy.Taxes". */
  readonly name: string;
  readonly line: number;
  readonly patterns: readonly string[];
}

/** An entry that was left out, and why. */
export interface LeftOut {
  readonly line: number;
  readonly message: string;
}

/** What a dictionary holds. */
export interface Dictionary {
  readonly categories: readonly Category[];
  readonly leftOut: readonly LeftOut[];
}

/** Why an entry of a dictionary is no pattern of words; `null` where it is one. */
export function patternFault(pattern: string): string | null {
  if (!/[\p{L}\p{N}]/u.test(pattern)) return 'has no letter: only words are counted here';
  if (/[*?]{2}/u.test(pattern)) return 'has two wildcards in a row: one is enough';
  return /[<>()/\\|[\]{}]/u.test(pattern) ? 'has marks that are no part of a word' : null;
}

/** A pattern in lower case, its words parted by single blanks. */
export function tidy(pattern: string): string {
  return pattern.trim().toLowerCase().replace(/\s+/gu, ' ');
}
