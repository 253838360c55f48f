import { readFileSync } from 'node:fs';
import type { Article, Span } from '../../../pipeline/model.ts';
import { targetScene } from '../../../pipeline/score/target/target-sentiment.ts';
import type { Scene } from '../../../pipeline/score/target/scene.ts';
import { featuresOf, type Features } from '../../../pipeline/score/target/features.ts';
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

/** One line of NewsMTSC, as far as it is used. */
interface Line {
  readonly sentence_normalized: string;
  readonly targets: readonly (Place & { readonly polarity: number; readonly further_mentions?: readonly Place[] })[];
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Reads the train part of NewsMTSC (Hamborg and Donnay 2021) in `folder`. */
export function examplesOf(folder: string): readonly Example[] {
  const lines = readFileSync(`${folder}/train.jsonl`, 'utf8').split('\n');
  return lines.filter((line) => line !== '').flatMap((line) => examplesIn(JSON.parse(line) as Line));
}

function examplesIn({ sentence_normalized: text, targets }: Line): readonly Example[] {
  const { tokens } = tokenise(articleOf(text));
  const group = textHash(text) >>> 0;
  const span = ({ from, to }: Place): Span => [from, to];
  return targets.flatMap((target) => {
    const further = (target.further_mentions ?? []).map(span);
    const scene = targetScene(tokens, { sentence: [0, text.length], target: span(target), further });
    if (scene === null) return [];
    return [{ text, scene, features: featuresOf(scene), label: (target.polarity - 2) / 2, group }];
  });
}

function articleOf(text: string): Article {
  const none = { title: null, publisher: null, outletName: null, date: null, url: null, author: null };
  return { id: 'sentence', file: 'sentence', ...none, language: 'en', text, sha256: '' };
}
