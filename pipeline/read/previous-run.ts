import { lstatSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { issue } from '../issue.ts';
import type { EarlierArticle, EarlierContrast, EarlierRun, Issue } from '../model.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { readFile } from './file.ts';

const NAMED = z.object({ previous: z.object({ name: z.string() }).nullish() });

const RECORD = z.object({
  parallax: z.string(),
  run: z.string(),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string() })),
  packages: z.record(z.string(), z.string()),
  seed: z.number(),
  study: z.record(z.string(), z.unknown()),
});

/** Columns that are read; a run of another version may lack one, and is then not read at all. */
const ARTICLE = z.object({ article: z.string().min(1), sha256: z.string().min(1), statements: z.coerce.number() });
const NUMBER_OR_NONE = z
  .string()
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(z.number().nullable());
const CONTRAST = z.object({
  contrast: z.string().min(1),
  verdict: z.string().min(1),
  difference: NUMBER_OR_NONE,
  bca_low: NUMBER_OR_NONE,
  bca_high: NUMBER_OR_NONE,
});

/** The run before, or `null` with an issue where there is one that cannot be read. */
export interface PreviousRead {
  /** Name of its folder; `null` where there is none, or nothing tells it. */
  readonly name: string | null;
  readonly previous: EarlierRun | null;
  readonly issues: readonly Issue[];
}

/**
 * The run before the run `name`, among the runs of a study in the folder `home`: the one that `latest` points to, read before
 * the run is written. Where `latest` is the run itself, made again, it is the run that came before it then, by its record:
 * which run came before is no part of a run's name, and yet a plain rerun gives the same bytes. Never throws.
 */
export function readPrevious(home: string, name: string): PreviousRead {
  let before: string | null = null;
  try {
    before = nameBefore(home, name);
    return { name: before, previous: before === null ? null : readEarlier(home, before), issues: [] };
  } catch (cause) {
    const which = before === null ? 'The last run' : `The run ${before}`;
    const why = cause instanceof z.ZodError ? 'it lacks what is compared, or another version made it' : reasonOf(cause);
    const message = `${which} cannot be read (${why}): the report does not tell what changed since.`;
    return { name: before, previous: null, issues: [issue('previous-run-unreadable', message)] };
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof SyntaxError ? 'its record is no JSON' : 'a file of it is missing or cannot be opened';
}

function nameBefore(home: string, name: string): string | null {
  const last = latest(home);
  if (last !== name) return last;
  const { previous } = NAMED.parse(parsed(join(home, name, 'run.json')));
  return previous == null ? null : NAME.parse(previous.name);
}

/** A run's name is one part of a path: it leads to no other folder. */
const NAME = z.string().regex(/^[0-9a-z][0-9a-z-]*$/u);

/** A link where the system has links, else a file that holds the run's name; `null` where there is no run yet. */
function latest(home: string): string | null {
  const path = join(home, 'latest');
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return NAME.parse(found.isSymbolicLink() ? readlinkSync(path) : textOf(path).trim());
}

function readEarlier(home: string, name: string): EarlierRun {
  const record = RECORD.parse(parsed(join(home, name, 'run.json')));
  const rows = (file: string): readonly CsvRow[] => readCsv(textOf(join(home, name, 'data', file)));
  return {
    ...record,
    name,
    articles: rows('articles.csv').map(articleOf),
    contrasts: rows('contrasts.csv').map(contrastOf),
  };
}

function articleOf(row: CsvRow): EarlierArticle {
  const { article, sha256, statements } = ARTICLE.parse(row);
  return { id: article, sha256, statements };
}

function contrastOf(row: CsvRow): EarlierContrast {
  const { contrast, verdict, difference, bca_low: low, bca_high: high } = CONTRAST.parse(row);
  return { id: contrast, verdict, difference, interval: low === null || high === null ? null : [low, high] };
}

function parsed(file: string): unknown {
  return JSON.parse(textOf(file));
}

function textOf(file: string): string {
  return new TextDecoder().decode(readFile(file, file));
}
