import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync } from 'node:zlib';
import type { Header } from 'tar-stream';
import { pack } from 'tar-stream';
import type { Carrier } from '../../pipeline/report/pdf/embedded.ts';

/** An entry of an archive: a file unless its header says otherwise. */
export type Packed = readonly [header: Partial<Header>, content: string];

/** What a small carrier holds, file by file. */
const FILES: Readonly<Record<string, string>> = {
  'al2023/lib/libilex.so': 'library',
  chromium: 'program',
  'fonts/fonts/Ilex.ttf': 'font',
};

/** Makes a package in `folder` that carries a tiny browser as @sparticuz/chromium carries its one, with `more` in its archive of fonts. */
export async function makeCarrier(folder: string, more: readonly Packed[] = []): Promise<Carrier> {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(bin, name), brotliCompressSync(content));
  };
  write('chromium.br', 'program');
  write('al2023.tar.br', await archive([[{ name: 'lib/libilex.so', mode: 0o755 }, 'library']]));
  write('fonts.tar.br', await archive([[{ name: 'fonts/Ilex.ttf', mode: 0o644 }, 'font'], ...more]));
  return { folder, version: '1.0.0', digest: sha256(Object.entries(FILES).map(digestLine).join('')) };
}

async function archive(entries: readonly Packed[]): Promise<Uint8Array> {
  const tar = pack();
  for (const [header, content] of entries) tar.entry(header, content);
  tar.finalize();
  return buffer(tar);
}

/** As `sha256sum` writes it. */
function digestLine([path, content]: readonly [string, string]): string {
  return `${sha256(content)}  ${path}\n`;
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
