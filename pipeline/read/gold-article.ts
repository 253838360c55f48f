import { createHash } from 'node:crypto';
import type { Article } from '../model.ts';

/** A text of a gold corpus as an article of which nothing but its words is known, as the scorers see it. */
export function goldArticle(id: string, file: string, text: string): Article {
  return {
    id,
    file,
    title: null,
    publisher: null,
    outletName: null,
    date: null,
    url: null,
    author: null,
    language: 'en',
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}
