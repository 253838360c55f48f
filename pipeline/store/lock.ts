import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Refusal } from '../issue.ts';
import { refusing } from './refusing.ts';

/**
 * Takes the lock of a folder, so that two runs never write there at once; returns what lets it go. The system holds it for
 * as long as the process lives, and lets it go even when the process is killed. Throws a `Refusal` (exit 75) that says who holds it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  refusing(folder, () => mkdirSync(folder, { recursive: true }));
  const [file, note] = [join(folder, '.lock'), join(folder, '.lock.json')];
  const held = await lockOf(file, note);
  writeFileSync(note, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`);
  return () => {
    held.closeSync();
  };
}

/** A file of a database is locked by whoever opens it to write. */
async function lockOf(file: string, note: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file);
  } catch (error) {
    if (!/lock/iu.test(String(error))) throw error;
    throw new Refusal(
      EXIT.tryLater,
      [
        {
          file,
          line: null,
          message: `Another run is at work here${holderOf(note)}: wait for it to end, and run again.`,
        },
      ],
      {
        cause: error,
      },
    );
  }
}

function holderOf(note: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(note, 'utf8')) as { pid: number; since: string };
    return ` (process ${String(pid)}, since ${since})`;
  } catch {
    return '';
  }
}
