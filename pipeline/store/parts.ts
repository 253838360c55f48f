import type { DuckDBConnection } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotedPath } from './database.ts';
import { codeOf, refusing } from './refusing.ts';

/** What a stage says of one article. */
export interface Row {
  /** Of the article: equal only for equal articles. */
  readonly key: string;
  readonly article: string;
  readonly outlet: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly title: string | null;
  /** The layer. */
  readonly json: string;
}

/** What a commit says of its part: a part without one is none. */
interface Commit {
  readonly bytes: number;
  readonly sha256: string;
  readonly keys: readonly string[];
}

/**
 * The parts of one stage: files of Parquet in a folder, each with a commit of the same name beside it that is written last. A
 * part that was torn by a crash has no commit, and is never read. The name of a part is that of its articles, whatever the
 * stage, so that the parts of several stages lie side by side.
 */
export interface Parts {
  /** Names of the committed parts, in their order, with the keys of their articles. */
  readonly committed: () => ReadonlyMap<string, readonly string[]>;
  /** Writes one part. Throws a `Refusal` (exit 73) where it cannot. */
  readonly write: (name: string, rows: readonly Row[]) => Promise<void>;
  /** The layers of a part by the keys of their articles. */
  readonly read: (name: string) => Promise<ReadonlyMap<string, string>>;
}

/** The parts in `folder`, which need not exist. */
export function partsIn(folder: string, database: DuckDBConnection): Parts {
  const commits = join(folder, 'commits');
  return {
    committed: () => new Map(commitsIn(commits, folder).map(([name, { keys }]) => [name, keys])),
    write: async (name, rows) => {
      refusing(commits, () => mkdirSync(commits, { recursive: true }));
      const path = join(folder, `${name}.parquet`);
      const temporary = `${path}.${String(process.pid)}.tmp`;
      await copyTo(database, rows, temporary);
      refusing(path, () => {
        settle(temporary, path);
        const bytes = readFileSync(path);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const commit: Commit = { bytes: bytes.length, sha256, keys: rows.map(({ key }) => key) };
        const note = join(commits, `${name}.json`);
        writeFileSync(`${note}.${String(process.pid)}.tmp`, `${JSON.stringify(commit)}\n`);
        settle(`${note}.${String(process.pid)}.tmp`, note);
      });
    },
    read: async (name) => {
      const reader = await database.runAndReadAll(
        `SELECT key, json FROM read_parquet(${quotedPath(join(folder, `${name}.parquet`))}, hive_partitioning = false)`,
      );
      const [keys, layers] = reader.getColumnsJS() as [string[], string[]];
      return new Map(keys.map((key, i) => [key, layers[i]!]));
    },
  };
}

/** The name of a part that holds the articles of `keys`. */
export function partName(keys: readonly string[]): string {
  return createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, PART_DIGITS);
}

const PART_DIGITS = 16;

/** Commits whose part is there in its full length. */
function commitsIn(commits: string, folder: string): readonly (readonly [name: string, Commit])[] {
  return namesIn(commits)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((file) => [file.slice(0, -'.json'.length), commitAt(join(commits, file))] as const)
    .filter((entry): entry is readonly [string, Commit] => entry[1] !== null)
    .filter(
      ([name, { bytes }]) => statSync(join(folder, `${name}.parquet`), { throwIfNoEntry: false })?.size === bytes,
    );
}

function commitAt(path: string): Commit | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Commit;
  } catch {
    return null;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function copyTo(database: DuckDBConnection, rows: readonly Row[], path: string): Promise<void> {
  await database.run(
    'CREATE OR REPLACE TEMP TABLE part (key VARCHAR, article VARCHAR, outlet VARCHAR, date VARCHAR, title VARCHAR, json VARCHAR)',
  );
  const appender = await database.createAppender('part');
  for (const { key, article, outlet, date, title, json } of rows) {
    for (const value of [key, article, outlet, date, title, json]) {
      if (value === null) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
  const columns = 'key, article, outlet, TRY_CAST(date AS DATE) AS date, title, json';
  await database.run(`COPY (SELECT ${columns} FROM part) TO ${quotedPath(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await database.run('DROP TABLE part');
}

/** Gives a file its name once all of it is on the disk. */
function settle(temporary: string, path: string): void {
  const file = openSync(temporary, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
}
