import type { Pos } from '../../model.ts';
import { textHash } from '../../text/hash.ts';
import { remembered } from '../../text/remembered.ts';
import type { Add, Case } from './case.ts';
import { TEMPLATE } from './templates.ts';

/** Words, pairs, stems and endings: alone, by side and distance, near the target, negated, quoted, by the target's part. */
export function wordFeatures(one: Case, add: Add): void {
  for (let i = 0; i < one.length; i++) {
    if (one.distance[i] === 0) continue;
    wordAt(one, i, add);
    if (isContent(one.pos[i]!)) contentAt(one, i, add);
  }
  pairs(one, add);
  for (const mention of one.mentions) around(one, mention, add);
}

function wordAt({ words, distance, near, quoted, negated }: Case, i: number, add: Add): void {
  const word = words[i]!;
  add(TEMPLATE.word, 1, word);
  add(TEMPLATE.wordAtDistance, 1, word, bucketOf(distance[i]!));
  if (negated[i] === 1) add(TEMPLATE.negatedWord, 1, word);
  if (near[i] === 1) add(TEMPLATE.wordNear, 1, word);
  if (quoted[i] === 1) add(TEMPLATE.wordQuoted, 1, word);
  if (negated[i] === 1 && near[i] === 1) add(TEMPLATE.negatedWordNear, 1, word);
}

/** Left or right of the mention, and how far in four steps. */
function bucketOf(distance: number): number {
  const size = Math.abs(distance);
  return (distance < 0 ? 0 : 8) + (size <= 2 ? 1 : size <= 5 ? 2 : size <= 10 ? 3 : 4);
}

const CONTENT: ReadonlySet<Pos> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);

function isContent(pos: Pos): boolean {
  return CONTENT.has(pos);
}

const hashed = remembered(textHash);
const [SHORT, LONG, SUFFIX] = [4, 6, 4];

/** Stems stand in for what was never met in training: "praiseworthy" is read by "praise". */
function contentAt({ words, norms, lemmas, distance, near, part }: Case, i: number, add: Add): void {
  const side = distance[i]! < 0 ? 1 : 2;
  const [short, long] = [hashed(lemmas[i]!.slice(0, SHORT)), hashed(lemmas[i]!.slice(0, LONG))];
  add(TEMPLATE.wordOfPart, 1, words[i]!, part);
  add(TEMPLATE.shortStem, 1, short);
  add(TEMPLATE.shortStemOnSide, 1, short, side, near[i]);
  add(TEMPLATE.longStem, 1, long);
  add(TEMPLATE.longStemAtDistance, 1, long, bucketOf(distance[i]!));
  add(TEMPLATE.form, 1, hashed(norms[i]!));
  if (norms[i]!.length > SUFFIX) add(TEMPLATE.suffix, 1, hashed(norms[i]!.slice(-SUFFIX)), side);
}

function pairs({ words, pos, distance, length }: Case, add: Add): void {
  let previous = -1;
  for (let i = 0; i < length; i++) {
    if (i + 1 < length) add(TEMPLATE.wordAndNext, 1, words[i]!, words[i + 1]);
    if (!isContent(pos[i]!) || distance[i] === 0) continue;
    if (previous >= 0) add(TEMPLATE.contentPair, 1, words[previous]!, words[i]);
    previous = i;
  }
}

/** Words and pairs up to five places from a mention. */
function around({ words, length }: Case, at: number, add: Add): void {
  for (let k = Math.max(0, at - 4); k < Math.min(length, at + 6); k++)
    if (k !== at) add(TEMPLATE.wordAround, 1, words[k]!, k < at ? 1 : 2);
  for (let k = at + 1; k < Math.min(length - 1, at + 5); k++) add(TEMPLATE.pairAfter, 1, words[k]!, words[k + 1]);
  for (let k = Math.max(0, at - 4); k < at - 1; k++) add(TEMPLATE.pairBefore, 1, words[k]!, words[k + 1]);
}
