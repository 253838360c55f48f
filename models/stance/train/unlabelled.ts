import { readNewsmtsc } from '../../../pipeline/read/newsmtsc.ts';
import type { SentenceGold } from '../../../pipeline/gold.ts';
import type { Span, Tokens } from '../../../pipeline/model.ts';
import { targetScene } from '../../../pipeline/score/target/target-sentiment.ts';
import { featuresOf } from '../../../pipeline/score/target/features.ts';
import { codeUnits } from '../../../pipeline/text/code-points.ts';
import { textHash } from '../../../pipeline/text/hash.ts';
import { overlaps } from '../../../pipeline/text/span.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import { randomOf, shuffle } from '../../attribution/train/random.ts';
import type { Example } from './corpus.ts';

/** A target that nobody judged. Teachers say what they hold of it, and a student learns to say the same. */
export type Unlabelled = Omit<Example, 'label'>;

/** How many are drawn, and places in the shortest and the longest sentence that one is drawn from. */
const DRAWN = 8_000;
const [SHORTEST, LONGEST] = [7, 45];

/** Other names and persons ("he") in the sentences of NewsMTSC's train part in `folder`; the same draw each time. */
export function unlabelledOf(folder: string): readonly Unlabelled[] {
  const all = readNewsmtsc(`${folder}/train.jsonl`).flatMap(unlabelledIn);
  shuffle(all, randomOf(1));
  return all.slice(0, DRAWN).map((one) => ({ ...one, features: featuresOf(one.scene) }));
}

function unlabelledIn({ article, targets }: SentenceGold): readonly Omit<Unlabelled, 'features'>[] {
  const { text } = article;
  const { tokens } = tokenise(article);
  const toUnits = codeUnits(text);
  const judged = targets.flatMap(({ span, further }) => [span, ...further]).map(toUnits);
  return namesIn(tokens).flatMap((target) => {
    if (judged.some((span) => overlaps(span, target))) return [];
    const scene = targetScene(tokens, { sentence: [0, text.length], target, further: [] });
    if (scene === null || scene.length < SHORTEST || scene.length > LONGEST) return [];
    return [{ text, scene, group: textHash(text) >>> 0 }];
  });
}

const PERSONS: ReadonlySet<string> = new Set(['he', 'she', 'they']);

function namesIn({ norms, pos, starts, ends }: Tokens): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < norms.length; i++) {
    let end = i + (PERSONS.has(norms[i]!) ? 1 : 0);
    while (pos[end] === 'PROPN') end++;
    if (end === i) continue;
    spans.push([starts[i]!, ends[end - 1]!]);
    i = end - 1;
  }
  return spans;
}
