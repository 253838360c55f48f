import { createHash } from 'node:crypto';
import type { Article, Provenance, Result } from './model.ts';
import type { StudyOpened } from './read/inputs.ts';
import { readPackage } from './read/package.ts';

/** What a record tells of the print; `pdf: null` where none was made, with the reason. */
type PrintRecord =
  | { readonly pdf: Uint8Array; readonly pages: number; readonly browser: object }
  | { readonly pdf: null; readonly reason: string };

/** What the run rests on, and its name: a hash over all of it. */
export function provenanceOf({
  study,
  inputs,
  articles,
}: Pick<StudyOpened, 'study' | 'inputs'> & { readonly articles: readonly Pick<Article, 'date'>[] }): Provenance {
  const { version, packages } = readPackage();
  const newest = articles.map(({ date }) => date ?? '').reduce((a, b) => (a > b ? a : b), '');
  const date = study.date ?? (newest === '' ? null : newest);
  const basis = { parallax: version, date, inputs, packages, seed: study.seed };
  const hash = createHash('sha256').update(JSON.stringify(basis)).digest('hex');
  return { ...basis, run: hash.slice(0, RUN_DIGITS) };
}

const RUN_DIGITS = 12;

/** Runs sort by the date of what they report. */
export function runName({ date, run }: Provenance): string {
  return [date, run].filter((part) => part !== null).join('-');
}

/**
 * Of a run's record what equal inputs give on every machine: nothing of timings, runtime, browser or files. It stands within
 * the report itself, whose bytes must not depend on them.
 */
export function steadyRecordOf(result: Result, found: number): Readonly<Record<string, unknown>> {
  const { study, articles, quarantined, issues, provenance } = result;
  return {
    ...provenance,
    study,
    articles: { found, read: articles.length, quarantined: quarantined.length },
    statements: articles.reduce((sum, article) => sum + article.statements.length, 0),
    issues: issues.length,
  };
}

/** `run.json`: all that the numbers depend on, and how long each stage took (the only field that differs between equal runs). */
export function recordOf(
  result: Result,
  found: number,
  previous: string | null,
  printed: PrintRecord,
  files: Readonly<Record<string, string>>,
  timings: Readonly<Record<string, number>>,
): Readonly<Record<string, unknown>> {
  const { articles, statements, issues, ...basis } = steadyRecordOf(result, found);
  return {
    ...basis,
    // Name of the folder of the run before, read or not: a rerun looks there again. It is of no input, and so no part of
    // the steady record, nor of the run's name.
    previous: previous === null ? null : { name: previous },
    runtime: runtimeVersions(),
    browser: printed.pdf === null ? null : printed.browser,
    pdf: printed.pdf === null ? { pages: null, reason: printed.reason } : { pages: printed.pages, reason: null },
    articles,
    statements,
    issues,
    files,
    timings,
  };
}

/** Versions of the runtime that numbers may depend on: sorting and letters follow Unicode. */
export function runtimeVersions(): Readonly<Record<string, string>> {
  const { node, icu = '', unicode = '' } = process.versions as Record<string, string | undefined> & { node: string };
  return { node, icu, unicode };
}
