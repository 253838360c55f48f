import type { Issue, Result } from '../model.ts';
import { codePoints } from '../text/code-points.ts';
import { countOf, type Sheet, sheet, textOf } from './csv.ts';

/** What was odd in the input, and what the run rests on, as data files. */
export function runSheets(result: Result): readonly Sheet[] {
  return [issuesSheet(result), inputsSheet(result), settingsSheet(result)];
}

interface IssueRow extends Issue {
  readonly status: 'issue' | 'quarantined';
}

function issuesSheet({ articles, issues, quarantined }: Result): Sheet {
  const toPoints = new Map(articles.map(({ id, text }) => [id, codePoints(text)]));
  const end = (row: IssueRow, which: 0 | 1): number | null =>
    row.span === null || row.article === null ? null : (toPoints.get(row.article)?.(row.span)[which] ?? null);
  const rows = [
    ...quarantined.map((issue): IssueRow => ({ ...issue, status: 'quarantined' })),
    ...issues.map((issue): IssueRow => ({ ...issue, status: 'issue' })),
  ];
  return sheet('issues.csv', rows, [
    textOf('status', 'issue: the run went on with the article; quarantined: it was set aside.', ({ status }) => status),
    textOf('code', 'What kind of oddity.', ({ code }) => code),
    textOf('article', 'Id of the article, where the file became one.', ({ article }) => article),
    textOf('file', 'File in which it was met.', ({ file }) => file),
    countOf('line', 'lines from 1', 'Line in the file, where known.', ({ line }) => line),
    countOf('start', 'Unicode code points', 'Start in the article’s text, where known.', (row) => end(row, 0)),
    countOf('end', 'Unicode code points', 'End in the article’s text, exclusive.', (row) => end(row, 1)),
    textOf('message', 'What is wrong and how to mend it.', ({ message }) => message),
  ]);
}

function inputsSheet({ provenance }: Result): Sheet {
  return sheet('inputs.csv', provenance.inputs, [
    textOf('file', 'File that the run read.', ({ file }) => file),
    textOf('sha256', 'SHA-256 of its bytes.', ({ sha256 }) => sha256),
  ]);
}

function settingsSheet({ study, provenance }: Result): Sheet {
  const rows: readonly (readonly [string, string])[] = [
    ['parallax', provenance.parallax],
    ['run', provenance.run],
    ['seed', String(provenance.seed)],
    ['attribution_threshold', String(study.attributionThreshold)],
    ['stance_threshold', String(study.stanceThreshold)],
    ['minimum_articles', String(study.minimum.articles)],
    ['minimum_outlets', String(study.minimum.outlets)],
    ['minimum_calls', String(study.minimum.calls)],
    ...Object.entries(provenance.packages).map(([name, version]) => [`package:${name}`, version] as const),
  ];
  return sheet('settings.csv', rows, [
    textOf('setting', 'Name of a setting, or package: and the name of a package.', ([name]) => name),
    textOf('value', 'Its value or version.', ([, value]) => value),
  ]);
}
