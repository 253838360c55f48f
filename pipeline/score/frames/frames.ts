import type { FrameReading, Pos, Span, Tokens } from '../../model.ts';
import { rowOf, type Table } from '../../text/table.ts';
import { isWord } from '../../text/word.ts';
import { articleTerms, type ArticleTerms } from './terms.ts';
import { FRAMES, type FrameWeights } from './weights.ts';

/**
 * Which generic frames an article has (Semetko and Valkenburg 2000, with resolution in place of responsibility): a linear
 * model over its lemmas and pairs of lemmas (TF-IDF), and over the mean of its words' vectors, folded into a weight a
 * word. The whole article is read, whoever speaks. See `models/frames/README.md` for what its probabilities are worth. One
 * reading a frame, in the order of `FRAMES`; none for a text of fewer than `FEWEST` words.
 */
export function frames(tokens: Tokens, weights: FrameWeights): readonly FrameReading[] {
  if (!hasWords(tokens)) return [];
  const terms = articleTerms(tokens);
  const shares = contributions(terms, weights);
  return weights.head.fits.map(({ frame, bias, slope, offset, threshold }, k) => {
    let score = bias;
    for (let n = k; n < shares.length; n += FRAMES.length) score += shares[n]!;
    const p = 1 / (1 + Math.exp(-(slope * score + offset)));
    return { frame, p, present: p >= threshold, words: weightiest(tokens, terms, shares, k) };
  });
}

/** The shortest text that is read; the model was trained on articles of 150 words and more. */
const FEWEST = 50;

function hasWords({ norms, length }: Tokens): boolean {
  let words = 0;
  for (let i = 0; i < length && words < FEWEST; i++) if (isWord(norms[i]!)) words++;
  return words === FEWEST;
}

/** What each term adds to the score of each frame: `FRAMES.length` numbers a term. */
function contributions(terms: ArticleTerms, { terms: known, meanings, head }: FrameWeights): Float64Array {
  const own = weighed(terms, known, head.steps.rarity, 2);
  const meant = weighed(terms, meanings, head.steps.rarity, 1);
  const length = Math.sqrt(own.amounts.reduce((sum, amount) => sum + amount * amount, 0)) || 1;
  const mass = meant.amounts.reduce((sum, amount) => sum + amount, 0) || 1;
  const shares = new Float64Array(terms.counts.size * FRAMES.length);
  addShares(shares, own, known, head.steps.terms / length);
  addShares(shares, meant, meanings, head.steps.meanings / mass);
  return shares;
}

/** Terms that a table knows: its row, and how much the term counts in the article. */
interface Weighed {
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
}

/** TF-IDF with a damped frequency, 1 + ln f; 0 for what the table lacks or what is wider than `widest` tokens. */
function weighed({ counts, widths }: ArticleTerms, table: Table, rarity: number, widest: number): Weighed {
  const [rows, amounts] = [new Int32Array(counts.size), new Float64Array(counts.size)];
  for (let n = 0; n < counts.size; n++) {
    const row = widths[n]! > widest ? 0 : rowOf(table, counts.keys[n]!);
    if (row === 0) continue;
    rows[n] = row;
    amounts[n] = (1 + Math.log(counts.sums[n]!)) * table.values[row]! * rarity;
  }
  return { rows, amounts };
}

function addShares(shares: Float64Array, { rows, amounts }: Weighed, { values }: Table, unit: number): void {
  for (let n = 0, at = 0; n < rows.length; n++, at += FRAMES.length) {
    const row = rows[n]!;
    const worth = amounts[n]! * unit;
    if (row !== 0) for (let k = 0; k < FRAMES.length; k++) shares[at + k]! += values[row + 1 + k]! * worth;
  }
}

const SHOWN = 5;
/** How many are looked at to find those shown: a pair and its words overlap. */
const LOOKED_AT = 4 * SHOWN;
const CONTENT: ReadonlySet<Pos> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'NUM']);

/** Where the terms that speak most for a frame first occur: at most five, the weightiest first, none within another. */
function weightiest(tokens: Tokens, terms: ArticleTerms, shares: Float64Array, k: number): readonly Span[] {
  const best: number[] = [];
  let least = 0;
  for (let n = 0; n < terms.counts.size; n++) {
    const share = shares[n * FRAMES.length + k]!;
    if (share <= least || !isTelling(tokens, terms, n)) continue;
    let at = best.length;
    while (at > 0 && shares[best[at - 1]! * FRAMES.length + k]! < share) at--;
    best.splice(at, 0, n);
    if (best.length > LOOKED_AT) best.pop();
    if (best.length === LOOKED_AT) least = shares[best.at(-1)! * FRAMES.length + k]!;
  }
  const found: Span[] = [];
  for (const n of best) {
    const first = terms.firsts[n]!;
    const [start, end]: Span = [tokens.starts[first]!, tokens.ends[first + terms.widths[n]! - 1]!];
    if (found.length < SHOWN && found.every((span) => span[1] <= start || end <= span[0])) found.push([start, end]);
  }
  return found;
}

/** A word by itself, or a pair of words of one sentence, with a word of content. */
function isTelling({ pos, norms, sentence }: Tokens, { firsts, widths }: ArticleTerms, n: number): boolean {
  const first = firsts[n]!;
  const last = first + widths[n]! - 1;
  if (sentence[first] !== sentence[last] || pos[first] === 'PROPN' || pos[last] === 'PROPN') return false;
  if (!CONTENT.has(pos[first]!) && !CONTENT.has(pos[last]!)) return false;
  return isWord(norms[first]!) && isWord(norms[last]!);
}
