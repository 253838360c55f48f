import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, refusing } from './refusing.ts';

/**
 * A run's folder while it is written. It bears a temporary name until `commit`, so that what stands under a run's name
 * is always whole; `discard` removes what was written.
 */
export interface RunFolder {
  /** Writes one file; `name` may hold folders. Throws a `Refusal` (exit 73) when it cannot. */
  readonly write: (name: string, data: string | Uint8Array) => void;
  /** SHA-256 (hex) of each file written so far, by name. */
  readonly hashes: () => Readonly<Record<string, string>>;
  /** Gives the folder its name, in place of an earlier run of that name, and points `latest` to it. Returns its path. */
  readonly commit: (run: string) => string;
  readonly discard: () => void;
}

/** Opens a folder for a run of `study` under `reports`. Throws a `Refusal` (exit 73) where nothing can be written. */
export function openRunFolder(reports: string, study: string): RunFolder {
  const home = join(reports, study);
  const temporary = refusing(home, () => {
    mkdirSync(home, { recursive: true });
    const made = mkdtempSync(join(home, '.unfinished-'));
    // A report is for others to read as well.
    chmodSync(made, 0o755);
    return made;
  });
  const discard = (): void => {
    process.removeListener('exit', discard);
    rmSync(temporary, { recursive: true, force: true });
  };
  const hashes = new Map<string, string>();
  // A signal ends the program without unwinding it.
  process.once('exit', discard);
  return {
    write: (name, data) => {
      const path = join(temporary, name);
      refusing(path, () => {
        mkdirSync(dirname(path), { recursive: true });
        writeDurably(path, data);
      });
      hashes.set(name, createHash('sha256').update(data).digest('hex'));
    },
    hashes: () => Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))),
    commit: (run) => {
      const final = refusing(home, () => commit(home, temporary, run));
      process.removeListener('exit', discard);
      return final;
    },
    discard,
  };
}

function writeDurably(path: string, data: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, data);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function commit(home: string, temporary: string, run: string): string {
  const final = join(home, run);
  const replaced = mkdtempSync(join(home, '.replaced-'));
  moveAway(final, join(replaced, run));
  renameSync(temporary, final);
  rmSync(replaced, { recursive: true, force: true });
  pointLatest(home, run);
  return final;
}

/** An equal run may stand there already; its folder makes way whole. */
function moveAway(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** A link where the system has links, else a file that holds the run's name. */
function pointLatest(home: string, run: string): void {
  const next = join(home, `.latest-${String(process.pid)}`);
  rmSync(next, { force: true });
  try {
    symlinkSync(run, next);
  } catch {
    writeFileSync(next, run);
  }
  renameSync(next, join(home, 'latest'));
}
