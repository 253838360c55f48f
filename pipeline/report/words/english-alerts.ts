import type { IssueCode } from '../../issue.ts';
import { capital, list, many } from './english-phrases.ts';

/** The warnings of the first page, in English. */
export const alertWords = {
  aside: (n: number) =>
    `${many(n, 'article was', 'articles were')} set aside and ${n === 1 ? 'is' : 'are'} in no number of this report.`,
  grave: (kinds: readonly string[]) => `Missing or doubtful in the input: ${list(kinds)}.`,
  few: (groups: readonly string[], least: number) =>
    `Fewer than ${many(least, 'outlet', 'outlets')} in ${list(groups)}: nothing is said of a side as a whole.`,
  untold: (frames: readonly string[]) => `Frames that the classifier tells too badly to be drawn: ${list(frames)}.`,
  light: (kinds: readonly string[]) => `${capital(list(kinds))} in the input; the run went on.`,
  which: 'Which, and where',
  may: 'What may be claimed',
  how: 'How well each is told',
  kind: (code: string, n: number) => {
    const [one, several] = (kinds as Readonly<Record<string, readonly [string, string]>>)[code] ?? [
      'oddity',
      'oddities',
    ];
    return many(n, one, several);
  },
};

const kinds = {
  'article-empty': ['article without text', 'articles without text'],
  'article-line': ['line that holds no article', 'lines that hold no article'],
  'article-not-utf8': ['file that is not UTF-8', 'files that are not UTF-8'],
  'article-without-words': ['article without words', 'articles without words'],
  'article-front-matter': ['unreadable front matter', 'unreadable front matters'],
  'article-duplicate-id': ['article with another’s id', 'articles with another’s id'],
  'article-failed': ['article on which the program failed', 'articles on which the program failed'],
  'outside-window': ['note on articles outside the study’s window', 'notes on articles outside the study’s window'],
  'contrast-unknown': ['named contrast that there is not', 'named contrasts that there are not'],
  'date-missing': ['article without a date', 'articles without a date'],
  'outlet-missing': ['article without an outlet', 'articles without an outlet'],
  'outlet-unknown': ['article of an unknown outlet', 'articles of unknown outlets'],
  'quotation-unclosed': ['unclosed quotation', 'unclosed quotations'],
  'quotation-stray': ['stray closing mark', 'stray closing marks'],
  'text-not-english': ['text that does not read as English', 'texts that do not read as English'],
  'text-control-characters': ['text with control characters', 'texts with control characters'],
  'dictionary-entry': ['entry of a dictionary left out', 'entries of dictionaries left out'],
  'glyphs-missing': ['text with characters that the fonts lack', 'texts with characters that the fonts lack'],
  'previous-run-unreadable': ['earlier run that could not be read', 'earlier runs that could not be read'],
  'pdf-not-printed': ['report that was not printed', 'reports that were not printed'],
} satisfies Record<IssueCode, readonly [string, string]>;
