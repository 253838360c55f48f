import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { Header } from 'tar-stream';
import { extract } from 'tar-stream';

/** Decompresses one brotli file to `target`, a program that anyone may start: what is private is the folder around it. */
export async function unpackProgram(source: string, target: string): Promise<void> {
  await pipeline(
    createReadStream(source),
    createBrotliDecompress(SPACIOUS),
    createWriteStream(target, { flags: 'wx' }),
  );
  // Not at creation, where the umask would have its say.
  await chmod(target, PROGRAM);
}

/**
 * Unpacks a brotli-compressed tar archive below `folder`. Takes plain files and folders only; a link, a device, a file that
 * is there already, or a path that leads out of `folder` makes it throw.
 */
export async function unpackArchive(source: string, folder: string): Promise<void> {
  const entries = extract();
  const place = async () => {
    for await (const entry of entries) await placeEntry(entry.header, await buffer(entry), folder);
  };
  await Promise.all([pipeline(createReadStream(source), createBrotliDecompress(SPACIOUS), entries), place()]);
}

/**
 * SHA-256 of a folder's files, as hexadecimal: the same as, in the folder,
 * `find . -type f -printf '%P\n' | LC_ALL=C sort | xargs sha256sum | sha256sum`.
 * Any file changed, missing or added gives another digest; so does anything that is neither file nor folder.
 */
export async function digestFolder(folder: string): Promise<string> {
  const lines = createHash('sha256');
  for (const { path, plain } of await filesBelow(folder)) {
    const digest = plain ? await digestFile(join(folder, path)) : 'neither file nor folder';
    lines.update(`${digest}  ${path}\n`);
  }
  return lines.digest('hex');
}

async function placeEntry(header: Header, content: Uint8Array, folder: string): Promise<void> {
  const path = normalize(header.name);
  if (path.startsWith('..') || path.startsWith(sep)) throw new Error(`The archive leads out of its folder: ${path}`);
  const target = join(folder, path);
  if (header.type === 'directory') {
    await mkdir(target, { recursive: true });
    return;
  }
  if (header.type !== 'file') throw new Error(`The archive holds what is neither file nor folder: ${path}`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content, { flag: 'wx' });
  await chmod(target, (header.mode & 0o111) === 0 ? DATA : PROGRAM);
}

async function filesBelow(folder: string): Promise<readonly { readonly path: string; readonly plain: boolean }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
      plain: entry.isFile(),
    }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

const PROGRAM = 0o755;
const DATA = 0o644;

/** The default chunks of 16 KiB would cost seconds more for a browser of 200 MB. */
const SPACIOUS = { chunkSize: 1 << 21 };
