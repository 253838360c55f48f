import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for one run of a browser. */
export interface Scratch {
  readonly folder: string;
  /** Home and profile of the browser; the only place where it may write. */
  readonly profile: string;
  /** Removes the folder and all that is in it. */
  readonly remove: () => Promise<void>;
}

/** The account that owns nothing: what runs as root gives its rights away to it before it reads a report. */
export const UNPRIVILEGED = 65534;

/** Makes a folder below the system's one for temporary files, with a profile in it that belongs to `owner` (null: us). */
export function makeScratch(owner: number | null): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-'));
  const profile = join(folder, 'profile');
  mkdirSync(profile, { mode: 0o700 });
  if (owner !== null) {
    chmodSync(folder, 0o711);
    chownSync(profile, owner, owner);
  }
  // The process may be ended by a signal or an error before anyone can wait for a promise.
  const removeNow = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', removeNow);
  const remove = async () => {
    process.off('exit', removeNow);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { folder, profile, remove };
}

/** Whether any account may start the program at `path`. */
export function isOpenToAll(path: string): boolean {
  if ((statSync(path).mode & 0o005) !== 0o005) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Writes a fontconfig file that knows the fonts below `fonts` and no other, so that each machine prints the same; its path. */
export function writeFontList(scratch: Scratch, fonts: string): string {
  const path = join(scratch.folder, 'fonts.conf');
  const folders = `<dir>${escaped(fonts)}</dir><cachedir>${escaped(join(scratch.profile, 'fonts'))}</cachedir>`;
  const start = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(path, `${start}<fontconfig>${folders}</fontconfig>\n`, { mode: 0o644 });
  chmodSync(path, 0o644);
  return path;
}

/** Gives all files below `from` a second name below `to`, where any account may read them; copies where links cannot be. */
export function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkFile(source, target);
  }
}

function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
  }
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
