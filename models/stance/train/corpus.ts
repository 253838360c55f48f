import { SENTIMENTS, type SentenceGold } from '../../../pipeline/gold.ts';
import { readNewsmtsc } from '../../../pipeline/read/newsmtsc.ts';
import { targetScene } from '../../../pipeline/score/target/target-sentiment.ts';
import type { Scene } from '../../../pipeline/score/target/scene.ts';
import { featuresOf, type Features } from '../../../pipeline/score/target/features.ts';
import { codeUnits } from '../../../pipeline/text/code-points.ts';
import { textHash } from '../../../pipeline/text/hash.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';

/** A target of the gold in its sentence, as the product reads it. */
export interface Example {
  readonly text: string;
  readonly scene: Scene;
  readonly features: Features;
  /** 0 negative, 1 neutral, 2 positive. */
  readonly label: number;
  /** A number of the sentence: equal sentences have the same, so that none stands on both sides of a fold. */
  readonly group: number;
}

/** Reads the train part of NewsMTSC (Hamborg and Donnay 2021) in `folder`. */
export function examplesOf(folder: string): readonly Example[] {
  return readNewsmtsc(`${folder}/train.jsonl`).flatMap(examplesIn);
}

function examplesIn({ article, targets }: SentenceGold): readonly Example[] {
  const { text } = article;
  const { tokens } = tokenise(article);
  const toUnits = codeUnits(text);
  const group = textHash(text) >>> 0;
  return targets.flatMap(({ span, further, sentiment }) => {
    const place = { sentence: [0, text.length] as const, target: toUnits(span), further: further.map(toUnits) };
    const scene = targetScene(tokens, place);
    if (scene === null) return [];
    return [{ text, scene, features: featuresOf(scene), label: SENTIMENTS.indexOf(sentiment), group }];
  });
}
