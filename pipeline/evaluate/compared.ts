import type { Annotation, Attribution, AttributionGold, AttributionPrediction, PerRole } from '../gold.ts';
import { goldTokens, tokensIn, type GoldTokens } from './gold-tokens.ts';
import { goldType, type GoldType } from './gold-type.ts';

/** An attribution as the tokens that each role touches. */
export type TokenSets = PerRole<ReadonlySet<number>>;

/** One annotation file beside what was found in its text. */
export interface Compared {
  /** Id of the article. */
  readonly article: string;
  readonly gold: readonly (TokenSets & { readonly type: GoldType })[];
  readonly found: readonly TokenSets[];
  /** Paragraph of each token. */
  readonly paragraph: readonly number[];
}

/** Lays gold and predictions side by side, one entry an annotation file. What has no prediction is compared with nothing. */
export function compared(gold: AttributionGold, predictions: readonly AttributionPrediction[]): readonly Compared[] {
  const found = new Map(predictions.map(({ article, attributions }) => [article, attributions]));
  const texts = new Map(gold.articles.map(({ id, text }) => [id, read(text, found.get(id) ?? [])]));
  return gold.annotations.map((annotation) => sideBySide(annotation, texts.get(annotation.article)!));
}

/** A text as the comparison sees it: its characters, its tokens and what was found in it. */
interface Read {
  readonly points: readonly string[];
  readonly tokens: GoldTokens;
  readonly found: readonly TokenSets[];
}

function read(text: string, attributions: readonly Attribution[]): Read {
  const tokens = goldTokens(text);
  return { points: Array.from(text), tokens, found: attributions.map((one) => tokenSets(tokens, one)) };
}

function sideBySide({ article, attributions }: Annotation, { points, tokens, found }: Read): Compared {
  const gold = attributions.map((one) => ({ ...tokenSets(tokens, one), type: goldType(one, points) }));
  return { article, gold, found, paragraph: tokens.paragraph };
}

function tokenSets(tokens: GoldTokens, { source, cue, content }: Attribution): TokenSets {
  return { source: tokensIn(tokens, source), cue: tokensIn(tokens, cue), content: tokensIn(tokens, content) };
}
