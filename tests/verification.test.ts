import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../pipeline/issue.ts';
import { run } from '../pipeline/run.ts';
import { verify, type Verification } from '../pipeline/verification.ts';
import { refusalFrom } from './support/checks.ts';
import { parallax } from './support/parallax.ts';

const STUDY = `id: tides
title: Two coasts
articles: texts
reports: out
groups:
  - { id: coast, label: Coast, members: { groups: [western] } }
`;
const FRONT = '---\ntitle: Ferries\noutlet: BBC\ndate: 2031-05-01\n---\n';
const TEXT = `${FRONT}“The ferries will sail again,” said Ilse Marrow. The harbour was quiet.\n`;

let folder: string;
const still = { now: () => 0, observe: () => undefined };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  writeFileSync(join(folder, 'study.yaml'), STUDY);
  cpSync(fileURLToPath(new URL('../seeds/articles', import.meta.url)), join(folder, 'texts'), { recursive: true });
  writeFileSync(join(folder, 'texts', 'ferries.txt'), TEXT);
  const print = () => Promise.resolve({ pdf: null, reason: 'No print in this test.' });
  await run(join(folder, 'study.yaml'), { ...still, print, out: null });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The verification after `change` was done to a copy of everything. */
async function after(change: (copy: { root: string; run: string }) => void): Promise<Verification> {
  const root = mkdtempSync(join(tmpdir(), 'verify-'));
  try {
    cpSync(folder, root, { recursive: true, verbatimSymlinks: true });
    const copy = { root, run: join(root, 'out', 'tides', 'latest') };
    change(copy);
    return await verify(copy.run, join(root, 'study.yaml'), still);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('verify', () => {
  test('an untouched run is verified, by way of “latest” and with a slash at its end as well', async () => {
    const found = await verify(`${join(folder, 'out', 'tides', 'latest')}/`, join(folder, 'study.yaml'), still);
    expect(found).toMatchObject({ verified: true, files: { differences: [] }, ledger: { differences: [] } });
    expect(found.files.checked).toBeGreaterThan(20);
    expect(found.inputs).toMatchObject({ differences: [] });
    expect(found.ledger.checked).toBeGreaterThan(8);
  });

  test('so is one in Russian, whose ledger is computed again in Russian', async () => {
    const root = mkdtempSync(join(tmpdir(), 'verify-'));
    try {
      cpSync(folder, root, { recursive: true, verbatimSymlinks: true });
      const study = join(root, 'study.yaml');
      writeFileSync(study, `${STUDY}language: ru\n`);
      const print = () => Promise.resolve({ pdf: null, reason: 'No print in this test.' });
      const { folder: made } = await run(study, { ...still, print, out: join(root, 'russian') });
      expect(readFileSync(join(made, 'data', 'ledger.jsonl'), 'utf8')).toMatch(/"text":"[^"]*\p{Script=Cyrillic}/u);
      expect(await verify(made, study, still)).toMatchObject({ verified: true, ledger: { differences: [] } });
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test('so is one that is named from here, with a dot, and through a folder and back', async () => {
    const named = relative('.', join(folder, 'out', 'tides', 'latest'));
    for (const run of [`./${named}`, `${named}/../latest`]) {
      expect((await verify(run, join(folder, 'study.yaml'), still)).verified, run).toBe(true);
    }
  });

  test('a number that was changed in the ledger is told with what it was and is, and so is its file', async () => {
    const found = await after(({ run: at }) => {
      const file = join(at, 'data', 'ledger.jsonl');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"articles":2', '"articles":9'));
    });
    expect(found.verified).toBe(false);
    expect(found.files.differences).toEqual(['data/ledger.jsonl was changed after the run.']);
    expect(found.ledger.differences).toEqual(['L1: articles was 9 and is 2.']);
    expect(found.inputs.differences).toEqual([]);
  });

  test('an entry taken away and one put in are told', async () => {
    const found = await after(({ run: at }) => {
      const file = join(at, 'data', 'ledger.jsonl');
      const [figure, , ...rest] = readFileSync(file, 'utf8').split('\n');
      const added = JSON.stringify({ id: 'L99', text: 'All is well.', values: {} });
      writeFileSync(file, [figure, added, ...rest].join('\n'));
    });
    expect(found.ledger.differences).toEqual([
      'L99 (“All is well.”) is no longer stated.',
      expect.stringMatching(/^L2 \(“The corpus holds 2 articles .+”\) is stated now and was not in the run\.$/u),
    ]);
  });

  test('an article that has changed since is named, and so is every number that hangs on it', async () => {
    const found = await after(({ root }) => {
      appendFileSync(join(root, 'texts', 'ferries.txt'), 'Nobody sailed.\n');
    });
    expect(found.verified).toBe(false);
    expect(found.files.differences).toEqual([]);
    expect(found.inputs.differences).toEqual(['texts/ferries.txt has changed since the run.']);
    expect(found.ledger.differences).toContain('L2: words was 600 and is 602.');
  });

  test('files that were changed, removed and added are told; the folder of a link is not entered', async () => {
    const found = await after(({ root, run: at }) => {
      appendFileSync(join(at, 'report.html'), '<p>More.</p>');
      rmSync(join(at, 'issues.jsonl'));
      writeFileSync(join(at, 'notes.txt'), 'Mine.');
      symlinkSync(join(root, 'texts'), join(at, 'linked'));
    });
    expect(found.files.differences).toEqual([
      'issues.jsonl is gone.',
      'notes.txt was added after the run.',
      'report.html was changed after the run.',
    ]);
    expect(found.ledger.differences).toEqual([]);
  });

  test('another version is told and spoils nothing by itself', async () => {
    const found = await after(({ run: at }) => {
      const file = join(at, 'run.json');
      const record = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, string> };
      writeFileSync(
        file,
        JSON.stringify({ ...record, packages: { ...record.packages, 'wink-nlp': '1.0.0', gone: '1.0.0' } }),
      );
    });
    expect(found.inputs.differences).toEqual(['gone is no longer used.', 'wink-nlp was 1.0.0 and is 2.4.0.']);
    expect(found.verified).toBe(true);
  });

  test.each([
    ['a folder that is none', 'nowhere', null, EXIT.missingInput, /run\.json/u],
    ['a record that is cut', 'run.json', '{"parallax": "0.1', EXIT.badInput, /run\.json: The file is no JSON/u],
    ['a record without its files', 'run.json', '{}', EXIT.badInput, /“files” is missing/u],
    [
      'a ledger with a broken line',
      'data/ledger.jsonl',
      '{"id": "L1"',
      EXIT.badInput,
      /ledger\.jsonl:1: The line is no JSON/u,
    ],
    ['a ledger of another kind', 'data/ledger.jsonl', '{"id": 1}', EXIT.badInput, /ledger\.jsonl:1: “id” must be/u],
  ])('%s is refused', async (_trap, name, content, exit, message) => {
    const refusal = await refusalFrom(
      after(({ run: at }) => {
        if (content === null) rmSync(at, { recursive: true });
        else writeFileSync(join(at, name), content);
      }),
    );
    expect(refusal.exit).toBe(exit);
    expect(refusal.message).toMatch(message);
  });
});

describe('parallax verify', () => {
  const study = () => join(folder, 'study.yaml');
  const latest = () => join(folder, 'out', 'tides', 'latest');

  test('says what it looked at, and prints the same as JSON', async () => {
    const plain = await parallax(['verify', latest(), study()]);
    expect([plain.code, plain.stdout]).toEqual([EXIT.done, '']);
    expect(plain.stderr).toMatch(
      /files: all as they were\.\n.+\n\d+ ledger entries: all as they were\.\nRun \w+ is verified\./u,
    );
    const json = await parallax(['verify', latest(), study(), '--json', '--quiet']);
    expect(JSON.parse(json.stdout)).toMatchObject({ verified: true });
    expect(json.stderr).toBe('');
  });

  test('ends with 65 where a run is not as it was, and with 2 where none is named', async () => {
    const other = await parallax(['verify', latest()]);
    expect(other.code).toBe(EXIT.badInput);
    expect(other.stderr).toMatch(/L2: words was \d+ and is \d+\./u);
    expect((await parallax(['verify'])).code).toBe(EXIT.usage);
  });
});
