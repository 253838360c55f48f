import type { Pos } from '../../model.ts';
import { add, type Case, type Met } from './case.ts';
import type { Scene } from './scene.ts';
import { TEMPLATE } from './templates.ts';

/** Words, pairs, stems and endings: alone, by side and distance, near the target, negated, quoted, by the target's part. */
export function wordFeatures(met: Met, { scene, part }: Case): void {
  for (let i = 0; i < scene.length; i++) {
    if (scene.distance[i] === 0) continue;
    wordAt(met, scene, i);
    if (isContent(scene.pos[i]!)) contentAt(met, scene, i, part);
  }
  pairs(met, scene);
  for (const mention of scene.mentions) around(met, scene, mention);
}

function wordAt(met: Met, { words, distance, near, quoted, negated }: Scene, i: number): void {
  const word = words[i]!;
  add(met, TEMPLATE.word, 1, word);
  add(met, TEMPLATE.wordAtDistance, 1, word, bucketOf(distance[i]!));
  if (negated[i] === 1) add(met, TEMPLATE.negatedWord, 1, word);
  if (near[i] === 1) add(met, TEMPLATE.wordNear, 1, word);
  if (quoted[i] === 1) add(met, TEMPLATE.wordQuoted, 1, word);
  if (negated[i] === 1 && near[i] === 1) add(met, TEMPLATE.negatedWordNear, 1, word);
}

/** Left or right of the mention, and how far in four steps. */
function bucketOf(distance: number): number {
  const size = Math.abs(distance);
  return (distance < 0 ? 0 : 8) + (size <= 2 ? 1 : size <= 5 ? 2 : size <= 10 ? 3 : 4);
}

function isContent(pos: Pos): boolean {
  return pos === 'NOUN' || pos === 'VERB' || pos === 'ADJ' || pos === 'ADV';
}

/** Stems stand in for what was never met in training: "praiseworthy" is read by "praise". */
function contentAt(met: Met, { words, forms, bases, distance, near }: Scene, i: number, part: number): void {
  const side = distance[i]! < 0 ? 1 : 2;
  const [{ short, long }, { hash, suffix }] = [bases[i]!, forms[i]!];
  add(met, TEMPLATE.wordOfPart, 1, words[i]!, part);
  add(met, TEMPLATE.shortStem, 1, short);
  add(met, TEMPLATE.shortStemOnSide, 1, short, side, near[i]);
  add(met, TEMPLATE.longStem, 1, long);
  add(met, TEMPLATE.longStemAtDistance, 1, long, bucketOf(distance[i]!));
  add(met, TEMPLATE.form, 1, hash);
  if (suffix !== null) add(met, TEMPLATE.suffix, 1, suffix, side);
}

function pairs(met: Met, { words, pos, distance, length }: Scene): void {
  let previous = -1;
  for (let i = 0; i < length; i++) {
    if (i + 1 < length) add(met, TEMPLATE.wordAndNext, 1, words[i]!, words[i + 1]);
    if (!isContent(pos[i]!) || distance[i] === 0) continue;
    if (previous >= 0) add(met, TEMPLATE.contentPair, 1, words[previous]!, words[i]);
    previous = i;
  }
}

/** Words and pairs up to five places from a mention. */
function around(met: Met, { words, length }: Scene, at: number): void {
  for (let k = Math.max(0, at - 4); k < Math.min(length, at + 6); k++)
    if (k !== at) add(met, TEMPLATE.wordAround, 1, words[k]!, k < at ? 1 : 2);
  for (let k = at + 1; k < Math.min(length - 1, at + 5); k++) add(met, TEMPLATE.pairAfter, 1, words[k]!, words[k + 1]);
  for (let k = Math.max(0, at - 4); k < at - 1; k++) add(met, TEMPLATE.pairBefore, 1, words[k]!, words[k + 1]);
}
