import type { Article } from '../../pipeline/model.ts';

/** An article with a text and nothing else known; `known` fills in more. */
export function article(text: string, known: Partial<Article> = {}): Article {
  return {
    id: 'sample',
    file: 'sample.txt',
    title: null,
    publisher: null,
    outletName: null,
    date: null,
    url: null,
    author: null,
    language: 'en',
    text,
    sha256: '0'.repeat(64),
    ...known,
  };
}
