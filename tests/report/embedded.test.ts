import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Executable, Unusable } from '../../pipeline/report/pdf/embedded.ts';
import { embeddedBrowser, findCarrier } from '../../pipeline/report/pdf/embedded.ts';
import type { Packed } from '../support/carrier.ts';
import { makeCarrier } from '../support/carrier.ts';
import { scratch } from '../support/scratch.ts';

describe('the embedded browser', () => {
  test('is unpacked into a folder of ours alone, ready to start', async () => {
    const { folder, carrier, root } = await machine();
    const { path, fonts } = usable(await embeddedBrowser(carrier, folder));
    expect(readFileSync(path, 'utf8')).toBe('program');
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(readdirSync(fonts ?? '')).toEqual(['Ilex.ttf']);
    expect(statSync(root).mode & 0o077).toBe(0);
  });

  test('is unpacked once', async () => {
    const { folder, carrier } = await machine();
    const first = usable(await embeddedBrowser(carrier, folder));
    rmSync(join(carrier.folder, 'bin'), { recursive: true });
    expect(await embeddedBrowser(carrier, folder)).toEqual(first);
  });

  test('is unpacked by three processes at once without one seeing another’s half', async () => {
    const { folder, carrier, root } = await machine();
    const results = await Promise.all([1, 2, 3].map(() => unpackInProcess(JSON.stringify(carrier), folder)));
    for (const result of results) expect(usable(result).path).toBe(join(root, '1.0.0', 'chromium'));
    expect(readdirSync(root)).toEqual(['1.0.0']);
    expect(usable(await embeddedBrowser(carrier, folder)).warnings).toEqual([]);
  });

  test.each<[trap: string, spoil: (unpacked: string) => void]>([
    [
      'half of it is missing',
      (at) => {
        rmSync(join(at, 'fonts'), { recursive: true });
      },
    ],
    [
      'the program was changed, its size was not',
      (at) => {
        writeFileSync(join(at, 'chromium'), 'pr0gram');
      },
    ],
    [
      'a library was put beside it',
      (at) => {
        writeFileSync(join(at, 'al2023', 'lib', 'libm.so.6'), '');
      },
    ],
    [
      'the program is full of zeros',
      (at) => {
        writeFileSync(join(at, 'chromium'), Buffer.alloc(7));
      },
    ],
  ])('is replaced, and says so, where %s', async (_trap, spoil) => {
    const { folder, carrier, root } = await machine();
    const unpacked = usable(await embeddedBrowser(carrier, folder)).folder ?? '';
    spoil(unpacked);
    const again = usable(await embeddedBrowser(carrier, folder));
    expect(again.warnings).toEqual([expect.stringContaining('unpacked anew')]);
    expect(readFileSync(again.path, 'utf8')).toBe('program');
    expect(readdirSync(root)).toEqual(['1.0.0']);
    expect(usable(await embeddedBrowser(carrier, folder)).warnings).toEqual([]);
  });

  test('is refused where the package does not hold what its version should', async () => {
    const { folder, carrier, root } = await machine();
    const changed = { ...carrier, digest: 'f'.repeat(64) };
    expect(await embeddedBrowser(changed, folder)).toMatchObject({
      unusable: expect.stringContaining('are not those') as string,
    });
    expect(readdirSync(root)).toEqual([]);
  });

  test('is refused where Parallax does not know the package’s version', async () => {
    const { folder, carrier, root } = await machine();
    const result = await embeddedBrowser({ ...carrier, digest: null }, folder);
    expect(result).toMatchObject({ unusable: expect.stringContaining('1.0.0') as string });
    expect(existsSync(root)).toBe(false);
  });

  test.each<[trap: string, entry: Packed, reason: string]>([
    ['leads out of its folder', [{ name: '../../evil', mode: 0o644 }, 'evil'], 'leads out'],
    ['leads to the root of the disk', [{ name: '/evil', mode: 0o644 }, 'evil'], 'leads out'],
    ['writes a file twice', [{ name: 'fonts/Ilex.ttf', mode: 0o644 }, 'evil'], 'stands in the way'],
    ['holds a link', [{ name: 'link', type: 'symlink', linkname: '/etc/passwd' }, ''], 'neither file nor folder'],
    ['holds a device', [{ name: 'device', type: 'character-device' }, ''], 'neither file nor folder'],
  ])('is refused where an archive %s', async (_trap, entry, reason) => {
    const { folder, carrier, root } = await machine([entry]);
    const result = await embeddedBrowser(carrier, folder);
    expect(result).toMatchObject({ unusable: expect.stringContaining(reason) as string });
    expect(readdirSync(root)).toEqual([]);
    expect(existsSync(join(root, 'evil')) || existsSync(join(folder, 'evil'))).toBe(false);
  });

  test.each<[trap: string, spoil: (cache: string) => void, reason: string]>([
    [
      'a file stands in the way',
      (cache) => {
        writeFileSync(join(cache, 'parallax'), '');
      },
      'a part of the path is a file',
    ],
    [
      'others may write to the cache',
      (cache) => {
        mkdirSync(join(cache, 'parallax', 'chromium'), { recursive: true });
        chmodSync(join(cache, 'parallax', 'chromium'), 0o777);
      },
      'others may write there',
    ],
  ])('is given up, with a reason and what to do, where %s', async (_trap, spoil, reason) => {
    const { folder, carrier } = await machine();
    spoil(folder);
    const result = await embeddedBrowser(carrier, folder);
    expect(result).toMatchObject({
      unusable: expect.stringContaining(reason) as string,
      mend: expect.stringContaining('XDG_CACHE_HOME') as string,
    });
  });

  test('is not used any more from a folder that others may write to by now', async () => {
    const { folder, carrier, root } = await machine();
    usable(await embeddedBrowser(carrier, folder));
    chmodSync(root, 0o777);
    expect(await embeddedBrowser(carrier, folder)).toHaveProperty('unusable');
  });

  test('clears away what a killed process left, but not what another is just unpacking', async () => {
    const { folder, carrier, root } = await machine();
    for (const name of ['.unfinished-old', '.unfinished-new'])
      mkdirSync(join(root, name), { recursive: true, mode: 0o700 });
    chmodSync(root, 0o700);
    utimesSync(join(root, '.unfinished-old'), 0, 0);
    usable(await embeddedBrowser(carrier, folder));
    expect(readdirSync(root).sort()).toEqual(['.unfinished-new', '1.0.0']);
  });

  test('is known in the version that is installed', () => {
    expect(findCarrier()).toMatchObject({
      version: '147.0.0',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });
});

interface Machine {
  /** The cache. */
  readonly folder: string;
  readonly carrier: Awaited<ReturnType<typeof makeCarrier>>;
  /** Where browsers are unpacked. */
  readonly root: string;
}

async function machine(more: readonly Packed[] = []): Promise<Machine> {
  const folder = scratch({});
  return { folder, carrier: await makeCarrier(scratch({}), more), root: join(folder, 'parallax', 'chromium') };
}

function usable(result: Executable | Unusable): Executable {
  if ('unusable' in result) throw new Error(result.unusable);
  return result;
}

async function unpackInProcess(carrier: string, cache: string): Promise<Executable | Unusable> {
  const script = fileURLToPath(new URL('../support/unpack-once.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, carrier, cache]);
  return JSON.parse(stdout) as Executable | Unusable;
}
