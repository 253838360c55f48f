import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { attribute } from '../../pipeline/attribute/attribute.ts';
import { withhold } from '../../pipeline/attribute/withhold.ts';
import type { Article, Group, ScoredArticle } from '../../pipeline/model.ts';
import { readArticles } from '../../pipeline/read/articles.ts';
import { readOwnSeeds } from '../../pipeline/read/inputs.ts';
import { THRESHOLDS } from '../../pipeline/study.ts';
import { tokenise } from '../../pipeline/tokenise/tokenise.ts';
import { NOTHING_READ } from '../support/plain.ts';
import { outletNamed } from '../support/two-sides.ts';

/** What a bench over a corpus is told. */
export interface CorpusOptions {
  readonly corpus: string;
  /** Names as the corpus gives them; empty: all. */
  readonly outlets: readonly string[];
  readonly halves: number;
  readonly json: boolean;
}

/** Reads the options of a bench over a corpus. Throws where no corpus is named. */
export function corpusOptions(args: readonly string[]): CorpusOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      outlets: { type: 'string', default: '' },
      halves: { type: 'string', default: '200' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.corpus === undefined) throw new Error('Name a corpus: --corpus FILE.jsonl');
  const outlets = values.outlets.split(',').filter((name) => name !== '');
  return { corpus: values.corpus, outlets, halves: Number(values.halves), json: values.json };
}

/** The articles of the outlets, attributed but not scored: what a comparison of words needs. One group holds them all. */
export function readCorpus({ corpus, outlets }: CorpusOptions): {
  readonly articles: readonly ScoredArticle[];
  readonly group: Group;
} {
  const { registry, lexicons, attributionWeights } = readOwnSeeds();
  const read = readArticles([basename(corpus)], dirname(corpus), registry).articles.filter(
    ({ outletName }) => outlets.length === 0 || outlets.includes(outletName ?? ''),
  );
  const known = read.map((article): Article => ({
    ...article,
    publisher: article.publisher ?? outletNamed(article.outletName ?? 'unknown'),
  }));
  const group = {
    id: 'all',
    label: 'All',
    members: [...new Set(known.map(({ publisher }) => publisher!.id))],
    countries: [],
  };
  const articles = known.map((article) => {
    const attributed = attribute(tokenise(article), registry, lexicons, [group], attributionWeights.bytes);
    return { ...withhold(attributed, THRESHOLDS.attribution, registry, [group]), readings: [], ...NOTHING_READ };
  });
  return { articles, group };
}
