import type { Reader } from './reader.ts';

/** American states in short, which follow a town. */
const STATE =
  /^(?:ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|ky|la|mass|md|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|va|vt|wash|wis|wyo)\.$/u;
const NEVER =
  /^(?:i|i'm|i've|a|an|the|he|she|it|we|they|you|his|her|its|our|their|my|your|this|that|these|those|if|but|and|or|in|on|at|for|as|yes|no|when|why|how|what|who|where|while|after|before|with|from|to|of|by|not|is|are|was|were|has|have|had|will|can|says|there|here|so|then|now|although|since|because|despite|during|under|over|about|into|against|between|until|many|some|most|all|both|other|another|several|only|even|also|others|those|these|few|dozens|hundreds|thousands|millions|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec|today|yesterday)\.?$/u;

/** The words of token `i` as written. */
export function surfaceAt({ article: { text, tokens } }: Reader, i: number): string {
  return text.slice(tokens.starts[i], tokens.ends[i]);
}

/** Whether token `i` is written like a name: with a capital, and no word that has one for another reason. */
export function isCapital(reader: Reader, i: number): boolean {
  const { norms, pos } = reader.article.tokens;
  const named = reader.nameAt.get(i);
  if (named?.value.entity.type === 'person') return true;
  const form = surfaceAt(reader, i);
  if (pos[i] === undefined || !/^\p{Lu}/u.test(form)) return false;
  return /^\p{Lu}\.$/u.test(form) || !(NEVER.test(norms[i]!) || STATE.test(norms[i]!));
}

const FEWEST_WORDS = 4;
const MOST_SMALL = 0.35;

/** Paragraphs set like headlines, with a capital on nearly every word and no full stop: there it makes no name. */
export function headings({ article: { tokens, text, paragraphs } }: Reader): ReadonlySet<number> {
  const counts = paragraphs.map(() => ({ words: 0, small: 0 }));
  for (let i = 0; i < tokens.length; i++) {
    const char = text.charAt(tokens.starts[i]!);
    if (!/\p{L}/u.test(char)) continue;
    const count = counts[tokens.paragraph[i]!]!;
    count.words++;
    if (/\p{Ll}/u.test(char)) count.small++;
  }
  const isHeading = (n: number): boolean =>
    counts[n]!.words >= FEWEST_WORDS &&
    counts[n]!.small / counts[n]!.words < MOST_SMALL &&
    !/[.!?…][”"’')]*\s*$/u.test(text.slice(paragraphs[n]![1] - 4, paragraphs[n]![1]));
  return new Set(paragraphs.map((_, n) => n).filter(isHeading));
}

/** Words that have a capital where no sentence starts: names, wherever else they stand. And words without one: none. */
export function capitalsInside(reader: Reader): ReadonlySet<string> {
  const inside = new Set<string>();
  for (let i = 0; i < reader.article.tokens.length; i++)
    if (!opensSentence(reader, i) && (isCapital(reader, i) || /^\p{Ll}/u.test(surfaceAt(reader, i))))
      inside.add(surfaceAt(reader, i));
  return inside;
}

/** Whether token `i` has its capital, if any, from where it stands. */
export function opensSentence({ article: { tokens } }: Reader, i: number): boolean {
  if (i === 0 || tokens.sentence[i] !== tokens.sentence[i - 1]) return true;
  return tokens.pos[i - 1] === 'PUNCT' && tokens.norms[i - 1] !== ',';
}
