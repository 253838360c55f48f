import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { attribute } from '../../pipeline/attribute/attribute.ts';
import { withhold } from '../../pipeline/attribute/withhold.ts';
import type { Article, AttributedArticle, Group, ScoredArticle, Study } from '../../pipeline/model.ts';
import { readAll, readArticles } from '../../pipeline/read/articles.ts';
import { readOwnSeeds } from '../../pipeline/read/inputs.ts';
import { score } from '../../pipeline/score/score.ts';
import { THRESHOLDS } from '../../pipeline/study.ts';
import { tokenise } from '../../pipeline/tokenise/tokenise.ts';
import { NOTHING_READ, PLAIN_READING } from '../support/plain.ts';
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

/** The articles of the outlets, and one group that holds them all. What the registry does not know gets a made-up publisher. */
export async function readCorpus({ corpus, outlets }: CorpusOptions): Promise<{
  readonly articles: readonly Article[];
  readonly group: Group;
}> {
  const { registry } = SEEDS;
  const all = await readAll(readArticles([basename(corpus)], dirname(corpus), registry));
  const read = all.articles.filter(({ outletName }) => outlets.length === 0 || outlets.includes(outletName ?? ''));
  const articles = read.map((article): Article => ({
    ...article,
    publisher: article.publisher ?? outletNamed(article.outletName ?? 'unknown'),
  }));
  const members = [...new Set(articles.map(({ publisher }) => publisher!.id))];
  return { articles, group: { id: 'all', label: 'All', members, countries: [] } };
}

/** An article attributed and not scored: what a comparison of words needs. */
export function attributedOnly(article: Article, groups: readonly Group[]): ScoredArticle {
  const attributed = attributedOf(article, groups);
  const readings = attributed.statements.map(({ id }) => ({ ...PLAIN_READING, statement: id }));
  return { ...attributed, readings, ...NOTHING_READ };
}

/** An article through all stages that see one article at a time. */
export function scoredOf(article: Article, study: Study): ScoredArticle {
  const { registry, lexicons, stanceWeights, frameWeights, roleWeights } = SEEDS;
  const whole = { frames: frameWeights.bytes, roles: roleWeights.bytes };
  return score(attributedOf(article, study.groups), registry, lexicons, study, stanceWeights.bytes, whole);
}

function attributedOf(article: Article, groups: readonly Group[]): AttributedArticle {
  const { registry, lexicons, attributionWeights } = SEEDS;
  const attributed = attribute(tokenise(article), registry, lexicons, groups, attributionWeights.bytes);
  return withhold(attributed, THRESHOLDS.attribution, registry, groups);
}

const SEEDS = readOwnSeeds();
