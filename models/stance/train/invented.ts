import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { goldArticle } from '../../../pipeline/read/gold-article.ts';
import type { Scene } from '../../../pipeline/score/target/scene.ts';
import { softmax, targetScene } from '../../../pipeline/score/target/target-sentiment.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';

/** Sentences of our own, their target in brackets: what the product makes of them must be what the trainer made (`writeChecks`). */
export const INVENTED: readonly string[] = [
  'Everyone in Tarnhaven admired [Olga Marsh], a brilliant and honest leader.',
  '[Ivo Callow] was condemned as a corrupt and dangerous liar by the harbour board.',
  '“We do not trust him,” said Petra Harlow of [Callow], who denied that he had ever lied to the council.',
  'The mayor met [Dara Ellory] on Monday — 14 days after the storm.',
  'Critics accused Marsh of wrecking the ferries, but [Harlow] defended her, and a crowd cheered.',
];

/** Their scenes. */
export function inventedScenes(): readonly Scene[] {
  return INVENTED.map((marked) => {
    const text = marked.replace(/[[\]]/gu, '');
    const target = [marked.indexOf('['), marked.indexOf(']') - 1] as const;
    const { tokens } = tokenise(goldArticle('invented', '', text));
    return targetScene(tokens, { sentence: [0, text.length], target, further: [] })!;
  });
}

/** Writes the probabilities that PyTorch gives them beside the weights, for a test that compares the product's. */
export function writeChecks(scores: readonly Float64Array[]): void {
  const checks = scores.map((one, n) => {
    const [negative, neutral, positive] = softmax(one).map((p) => Math.round(1e6 * p) / 1e6);
    return { sentence: INVENTED[n], negative, neutral, positive };
  });
  const file = fileURLToPath(new URL('../checks.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify(checks, null, 2)}\n`);
}
