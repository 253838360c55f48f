import type { Article, Entity, Outlet, Reading, ScoredArticle, Study } from '../../pipeline/model.ts';
import { attributed, entity, type Said } from './attributed.ts';
import { NOTHING_READ, PLAIN_PLAN, PLAIN_READING } from './plain.ts';

/** A made-up outlet: "north-1" is of the north. */
export function outletNamed(id: string): Outlet {
  const known = { aliases: [], domains: [], group: null, note: 'Made up.', sourceNote: 'None.' };
  return { ...entity(id, 'outlet'), name: id, type: 'outlet', medium: 'newspaper', ...known };
}

/** A study of the north against the south, with as many outlets a side as asked for. */
export function northAndSouth(outlets: number, comparison: Partial<Study['comparison']> = {}): Study {
  const side = (id: string, label: string) => ({
    id,
    label,
    members: Array.from({ length: outlets }, (_, i) => `${id}-${i + 1}`),
    countries: [],
  });
  return {
    id: 'two-sides',
    title: 'Two sides',
    question: '',
    authors: [],
    date: null,
    language: 'en',
    groups: [side('north', 'Northern'), side('south', 'Southern')],
    targets: [],
    attributionThreshold: 0.4,
    stanceThreshold: 0.7,
    minimum: { articles: 3, outlets: 3, calls: 6 },
    comparison: { ...PLAIN_PLAN, groups: ['north', 'south'], replicates: 200, ...comparison },
    seed: 1,
  };
}

/** What a test knows of an article: what it says of itself, and what it and its statements were read as. */
interface Known extends Partial<Article> {
  readonly readings?: readonly Partial<Reading>[];
  readonly read?: Partial<typeof NOTHING_READ>;
}

/** An article of an outlet, with the statements given, each read as plainly as can be unless `readings` says more. */
export function published(
  outlet: string,
  id: string,
  text: string,
  said: readonly Said[] = [],
  { readings = [], read = {}, ...known }: Known = {},
): ScoredArticle {
  const article = attributed(text, said, { id, publisher: outletNamed(outlet), date: '2031-05-05', ...known });
  const plain = article.statements.map(({ id: statement }, i) => ({ ...PLAIN_READING, statement, ...readings[i] }));
  return { ...article, readings: plain, ...NOTHING_READ, ...read };
}

/** A speaker of a country. */
export function speaker(name: string, country: string | null): Entity {
  return entity(name, 'person', country);
}
