import type { Contribution } from './compare/contribution.ts';
import { contributionFrom, reportedFrom, type Layers } from './layers.ts';
import type { Store } from './map.ts';
import type { Article, ReportedArticle } from './model.ts';

/** What the reduce needs of each article, in the order in which the articles were read. */
export interface Gathered {
  readonly articles: readonly ReportedArticle[];
  readonly contributions: readonly Contribution[];
}

/** Reads from the store what the map made of the articles of `keys`. Throws where one of them was not mapped. */
export async function gather(store: Store, keys: readonly string[]): Promise<Gathered> {
  const places = new Map(keys.map((key, place) => [key, place]));
  const articles = Array.from<ReportedArticle>({ length: keys.length });
  const contributions = Array.from<Contribution>({ length: keys.length });
  let left = keys.length;
  for (const [name, held] of store.read.committed()) {
    if (!held.some((key) => places.has(key))) continue;
    const [read, attribute, score, compare] = await Promise.all(
      (['read', 'attribute', 'score', 'compare'] as const).map((stage) => store[stage].read(name)),
    );
    for (const [key, json] of read!) {
      const place = places.get(key);
      if (place === undefined || articles[place] !== undefined) continue;
      const article = JSON.parse(json) as Article;
      const layers = { attribute: attribute!.get(key), score: score!.get(key), compare: compare!.get(key) };
      if (!areWhole(layers)) continue;
      articles[place] = reportedFrom(article, layers);
      contributions[place] = contributionFrom(article, layers);
      left--;
    }
  }
  if (left > 0) throw new Error(`${String(left)} article(s) of the study were not mapped.`);
  return { articles, contributions };
}

function areWhole(
  layers: Readonly<Record<'attribute' | 'score' | 'compare', string | undefined>>,
): layers is Omit<Layers, 'tokenise'> {
  return Object.values(layers).every((layer) => layer !== undefined);
}
