import { goldArticle } from '../../../pipeline/read/gold-article.ts';
import type { Scene } from '../../../pipeline/score/target/scene.ts';
import { targetScene } from '../../../pipeline/score/target/target-sentiment.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';

/** Sentences of our own, their target in brackets: what the product makes of them must be what the trainer made. */
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
