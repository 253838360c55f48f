import { goldArticle } from '../../../pipeline/read/gold-article.ts';
import { portraitOf, properRuns, type Portrait } from '../../../pipeline/score/cast/context.ts';
import { ROLES } from '../../../pipeline/score/cast/weights.ts';
import type { StoryRole, Tokens } from '../../../pipeline/model.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import { rowsOf, textsOf } from '../../frames/train/corpus.ts';
import { alignedTo, namesIn, type Candidate } from './align.ts';

/** Somebody whom an article names, or what an annotator named by a common noun, with the parts that annotators gave it. */
export interface Example {
  readonly portrait: Portrait;
  /** A number of the article. */
  readonly article: number;
  readonly named: boolean;
  /** How many annotators gave each of `ROLES`; `null` where none gave any. */
  readonly parts: readonly number[] | null;
}

/** What the annotators' entities came to. */
export interface Corpus {
  readonly examples: readonly Example[];
  readonly articles: number;
  /** Annotated entities, and how many of them were found in their article. */
  readonly annotated: number;
  readonly found: number;
}

/** Reads narrative-frames (MIT) in `folder`. */
export function corpusOf(folder: string): Corpus {
  const rows = rowsOf(`${folder}/role_and_frame_annoations.tsv`);
  const texts = textsOf(folder);
  let found = 0;
  const examples = texts.flatMap(([id, text], article) => {
    const { tokens } = tokenise(goldArticle(id, 'articles_metadata.tsv', text));
    const { candidates, aligned } = candidatesIn(
      tokens,
      rows.filter((row) => row[0] === id),
    );
    found += aligned;
    const total = properRuns(tokens).length;
    return candidates.map(({ named, mentions, parts }) => ({
      portrait: portraitOf(tokens, mentions, total),
      article,
      named,
      parts,
    }));
  });
  return { examples, articles: texts.length, annotated: rows.length, found };
}

function candidatesIn(
  tokens: Tokens,
  rows: readonly (readonly string[])[],
): { readonly candidates: readonly (Candidate & Pick<Example, 'parts'>)[]; readonly aligned: number } {
  const names = namesIn(tokens);
  const parts = new Map<string, { readonly candidate: Candidate; readonly counts: number[] }>();
  let aligned = 0;
  for (const [, entity, , role] of rows) {
    const one = alignedTo(tokenise(goldArticle('entity', '', unquoted(entity!))).tokens, tokens, names);
    if (one === null) continue;
    aligned++;
    const known = parts.get(one.key) ?? { candidate: one.candidate, counts: ROLES.map(() => 0) };
    known.counts[ROLES.indexOf(role as StoryRole)]!++;
    parts.set(one.key, known);
  }
  const others = [...names].filter(([key]) => parts.get(key)?.candidate.named !== true);
  return {
    candidates: [
      ...[...parts.values()].map(({ candidate, counts }) => ({ ...candidate, parts: counts })),
      ...others.map(([, mentions]) => ({ named: true, mentions, parts: null })),
    ],
    aligned,
  };
}

function unquoted(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}
