import type { Annotation, Attribution } from '../../../pipeline/gold.ts';
import type { Span } from '../../../pipeline/model.ts';
import { readerOf, type Reader } from '../../../pipeline/attribute/reader.ts';
import { beginOf, ROLES } from '../../../pipeline/attribute/sequence/labels.ts';
import { linesOf, type Line } from '../../../pipeline/attribute/units.ts';
import { readOwnSeeds } from '../../../pipeline/read/inputs.ts';
import { readPolnear } from '../../../pipeline/read/polnear.ts';
import { codeUnits } from '../../../pipeline/text/code-points.ts';
import { runOf } from '../../../pipeline/text/runs.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';

/** An article of the gold as the product reads it, with the labels that each of its annotators gave its tokens. */
export interface Example {
  readonly reader: Reader;
  readonly lines: readonly Line[];
  readonly labellings: readonly Uint8Array[];
}

/** Reads a part of PolNeAR: articles in the order of their names. */
export function examplesOf(folder: string): readonly Example[] {
  const { articles, annotations } = readPolnear(folder);
  const { registry, lexicons } = readOwnSeeds();
  const byArticle = new Map<string, Annotation[]>();
  for (const annotation of annotations)
    byArticle.set(annotation.article, [...(byArticle.get(annotation.article) ?? []), annotation]);
  return articles.map((article) => {
    const reader = readerOf(tokenise(article), registry, lexicons);
    const labellings = byArticle.get(article.id)!.map(({ attributions }) => labelsOf(reader, attributions));
    return { reader, lines: linesOf(reader.article), labellings };
  });
}

/** Begin and inside of every role. Where two attributions claim a token the first keeps it; a segment ends with its paragraph. */
function labelsOf({ article: { text, tokens } }: Reader, attributions: readonly Attribution[]): Uint8Array {
  const toUnits = codeUnits(text);
  const labels = new Uint8Array(tokens.length);
  for (const attribution of attributions)
    for (const role of ROLES.toReversed()) {
      const begin = beginOf(role);
      let previous = -2;
      for (const i of tokensOf(tokens, attribution[role].map(toUnits))) {
        const goesOn = i === previous + 1 && tokens.paragraph[i] === tokens.paragraph[previous];
        const own = labels[previous] === begin || labels[previous] === begin + 1;
        if (labels[i] === 0) labels[i] = goesOn && own ? begin + 1 : begin;
        previous = i;
      }
    }
  return labels;
}

function tokensOf(tokens: Reader['article']['tokens'], spans: readonly Span[]): readonly number[] {
  const found = new Set<number>();
  for (const span of spans) {
    const [from, to] = runOf(tokens, span);
    for (let i = from; i < to; i++) found.add(i);
  }
  return [...found].sort((a, b) => a - b);
}
