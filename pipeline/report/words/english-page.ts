import { integer } from './english-numbers.ts';
import { many } from './english-phrases.ts';

/** What the page says where script runs. The script has no words of its own: it fills in those that stand in braces. */
export const pageWords = {
  title: 'Find statements',
  note: (shown: number, all: number, characters: number) =>
    `Searches ${
      shown === all
        ? `all ${many(all, 'statement', 'statements')}`
        : `${integer(shown)} of ${many(all, 'statement', 'statements')}, of articles drawn by the study’s seed (all are in data/statements.jsonl)`
    }, each with at most the first ${integer(characters)} characters of its sentences. A part of a name is enough; of the text, every word that is given must occur, and quotation marks may be typed straight.`,
  fields: { speaker: 'Speaker', outlet: 'Outlet', target: 'Target', stance: 'Stance', text: 'Text' },
  any: 'any',
  clear: 'Clear',
  results: 'Statements found',
  previous: 'Previous',
  next: 'Next',
  article: 'Article',
  goTo: 'Go to it in the report',
  close: 'Close',
  copy: 'Copy citation',
  inArticle: (title: string, outlet: string, date: string | null) =>
    `“${title}”, ${outlet}${date === null ? '' : `, ${date}`}`,
  script: {
    found: '{n} of {all}',
    page: '{from} to {to}',
    title: 'Statement {n}',
    copied: 'Citation copied',
    selected: 'The citation is selected; copy it with the keyboard',
    sorted: {
      ascending: 'Sorted by {column}, ascending',
      descending: 'Sorted by {column}, descending',
      none: 'In the first order',
    },
    citation: '{speaker} ({manner}): {words}',
    denied: '{words} [The content is what is denied.]',
    source: 'In: {article}. {url}',
    statement: 'Statement {id}.',
  },
};
