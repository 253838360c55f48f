import { z } from 'zod';
import type { Article, Registry } from '../../../pipeline/model.ts';
import { goldArticle } from '../../../pipeline/read/gold-article.ts';
import { readGoldLines } from '../../../pipeline/read/gold-lines.ts';
import { outletFinder, type OutletFinder } from '../../../pipeline/read/outlet-finder.ts';
import { good } from '../../../pipeline/read/yaml.ts';

const SCHEMA = z.object({
  id: z.string(),
  outlet: z.string(),
  date: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string(),
});

type Entry = z.output<typeof SCHEMA>;

/**
 * Reads a corpus of one article a line, with `id`, `outlet`, `date`, `url`, `title` and `text`; the publisher is looked up
 * by the outlet's name, else by the address. Throws a `Refusal`: exit 66 where the file is missing, 65 where it is wrong.
 */
export function readCorpus(file: string, registry: Registry): readonly Article[] {
  const finder = outletFinder(registry);
  return readGoldLines<Entry, Article>(file, {
    noun: 'article',
    schema: SCHEMA,
    parts: ['articles', 'Article'],
    read: (entry) => good(articleOf(entry, file, finder)),
    ids: ({ id }) => [id],
  });
}

function articleOf({ id, outlet, date, url, title, text }: Entry, file: string, finder: OutletFinder): Article {
  const publisher = finder.byName(outlet) ?? (url !== null && URL.canParse(url) ? finder.byUrl(url) : null);
  return { ...goldArticle(id, file, text), outletName: outlet, publisher, date, url, title };
}
