import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parallax, type Ended } from './support/parallax.ts';

const GOLDEN = fileURLToPath(new URL('../reports/seed/latest/', import.meta.url));
let out: string;
let runs: readonly { readonly ended: Ended; readonly folder: string }[];

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'golden-'));
  runs = [await seedRun('first'), await seedRun('second')];
});

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe('the seed’s report, made again', () => {
  test('both runs are done', () => {
    expect(runs.map(({ ended }) => [ended.code, ended.stdout])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  });

  test('has the same files as the committed one', () => {
    expect(filesOf(runs[0]!.folder)).toEqual(filesOf(GOLDEN));
  });

  test('has the same bytes as the committed one, browser permitting', () => {
    for (const file of comparable()) expect(bytes(runs[0]!.folder, file).equals(bytes(GOLDEN, file)), file).toBe(true);
  });

  test('has the same bytes twice', () => {
    for (const file of comparable())
      expect(bytes(runs[0]!.folder, file).equals(bytes(runs[1]!.folder, file)), file).toBe(true);
  });

  test('differs in its record only by timings, between equal runs', () => {
    const [first, second] = runs.map(({ folder }) => recordOf(folder));
    expect({ ...first, timings: null }).toEqual({ ...second, timings: null });
  });
});

async function seedRun(name: string): Promise<{ ended: Ended; folder: string }> {
  const ended = await parallax(['run', '--out', join(out, name), '--quiet']);
  return { ended, folder: join(out, name, 'seed', 'latest') };
}

/** All but the record; the PDF only where the pinned browser printed both. */
function comparable(): readonly string[] {
  const embedded = [recordOf(runs[0]!.folder), recordOf(GOLDEN)].every(({ browser }) => browser?.kind === 'embedded');
  return filesOf(GOLDEN).filter((file) => file !== 'run.json' && (embedded || file !== 'report.pdf'));
}

function recordOf(folder: string): { readonly browser: { readonly kind: string } | null } {
  return JSON.parse(bytes(folder, 'run.json').toString()) as { browser: { kind: string } | null };
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

function bytes(folder: string, file: string): Buffer {
  const path = join(folder, file);
  return statSync(path).isDirectory() ? Buffer.alloc(0) : readFileSync(path);
}
