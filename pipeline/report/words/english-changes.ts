import { list, many } from './english-phrases.ts';

/** The words of what changed since the last run, in English. */
export const changesWords = {
  same: (run: string) =>
    `The run before this one is ${run}. Program, weights, lexicons, codebooks and settings are the same in both: what differs comes of the articles.`,
  otherwise: (run: string, n: number) =>
    `The numbers of this run are not comparable with those of the run before it (${run}): ${many(n, 'thing', 'things')} besides the articles ${n === 1 ? 'is' : 'are'} not as then. A change below may come of that and not of what was reported.`,
  noArticles: 'No article is new, gone or changed.',
  articles: {
    new: (n: number, named: readonly string[]) => `${many(n, 'article is', 'articles are')} new: ${some(n, named)}.`,
    gone: (n: number, named: readonly string[]) => `${many(n, 'article is', 'articles are')} gone: ${some(n, named)}.`,
    changed: (n: number, named: readonly string[]) =>
      `${many(n, 'article has', 'articles have')} another text than before: ${some(n, named)}.`,
  },
  statements: (before: number, now: number) =>
    `The articles held ${many(before, 'statement', 'statements')} then and hold ${now} now.`,
  noFindings: 'No verdict on a contrast is another one, and no difference lies outside its interval of the other run.',
  within: (n: number) =>
    `${many(n, 'difference', 'differences')} moved and stayed within the intervals of both runs: not listed.`,
  madeTitle: 'What is not as it was in the run before, besides the articles',
  madeNote: 'Files are told by the first digits of their SHA-256; what is too long to print stands in the data.',
  findingsTitle: 'Findings that are not as they were in the run before',
  findingsNote:
    'Verdict, then the difference in percentage points with its 95% interval (bias-corrected and accelerated bootstrap). A difference of the same verdict is listed only where it lies outside its interval of the other run. The two runs share articles: this is no test of a change.',
  columns: { name: 'Name', kind: 'Change', before: 'Before', now: 'Now', finding: 'Contrast' },
  made: { program: 'program', package: 'package', setting: 'setting of the study', file: 'file' },
  kinds: {
    appeared: 'now told apart',
    disappeared: 'no longer told apart',
    verdict: 'another verdict',
    moved: 'figure moved',
  },
  absent: 'not there',
  long: 'see the data',
  figure: (verdict: string, difference: string, interval: string) => `${verdict}; ${difference} (${interval})`,
};

function some(n: number, named: readonly string[]): string {
  return n > named.length ? `${named.join(', ')} and ${n - named.length} more` : list(named);
}
