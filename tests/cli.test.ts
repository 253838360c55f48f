import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parallax, PROGRAM } from './support/parallax.ts';

let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'cli-'));
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const ARTICLE = '---\noutlet: BBC\ndate: 2026-01-30\n---\nOlga Marsh told the BBC that the port was shut.\n';

describe.concurrent('wrong usage ends with 2 and one sentence', () => {
  test.each([
    ['an unknown command', ['walk'], '“walk” is no command'],
    ['an unknown option', ['run', '--fast'], "Unknown option '--fast'"],
    ['an option of another command', ['init', '--json'], 'parallax init has no option --json'],
    ['a share that is none', ['run', '--max-quarantine', 'much'], '--max-quarantine takes a share'],
    ['a word too many', ['run', 'a.yaml', 'b.yaml'], '“b.yaml” is one word too many'],
  ])('%s', async (_trap, args, message) => {
    const { code, stderr, stdout } = await parallax(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe.concurrent('bad input: exit code, file, line and mend', () => {
  test.each([
    ['a missing study', 66, {}, 'study.yaml'],
    ['wrong YAML', 78, { 'study.yaml': 'id: [x\n' }, 'study.yaml:'],
    ['an unknown key', 78, { 'study.yaml': study('coulor: red\n') }, 'study.yaml:5: '],
    ['no articles', 66, { 'study.yaml': study() }, 'articles'],
    ['only an empty article', 65, { 'study.yaml': study(), 'articles/a.txt': '' }, 'articles/a.txt'],
    ['only an article without words', 65, { 'study.yaml': study(), 'articles/a.txt': '…\n' }, 'articles/a.txt'],
    [
      'a registry with a duplicate alias',
      78,
      { 'study.yaml': study('outlets: o.yaml\n'), 'o.yaml': TWICE, 'articles/a.txt': ARTICLE },
      'o.yaml:',
    ],
    [
      'a reports folder that is a file',
      73,
      { 'study.yaml': study(), 'articles/a.txt': ARTICLE, reports: 'x' },
      'reports',
    ],
    [
      'a browser that is not there',
      66,
      { 'study.yaml': study(), 'articles/a.txt': ARTICLE },
      '/no/such/browser',
      ['--browser', '/no/such/browser'],
    ],
  ])('%s', async (trap, code, files, message, more: readonly string[] = []) => {
    const folder = lay(trap, files);
    const ended = await parallax(['run', 'study.yaml', ...more], folder);
    expect(ended.stderr).toContain(message);
    expect(ended.code).toBe(code);
    expect(ended.stderr).not.toMatch(/\n\s+at /u);
    expect(runsBelow(folder)).toEqual([]);
  });

  test('bytes that are no UTF-8 are set aside with their line; the rest is reported, and 3 says so', async () => {
    const folder = lay('not utf-8', { 'study.yaml': study(), 'articles/a.txt': ARTICLE });
    writeFileSync(join(folder, 'articles/b.txt'), Buffer.from([0x61, 0x0a, 0xff]));
    const ended = await parallax(['run', 'study.yaml', '--no-pdf', '--json'], folder);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('articles/b.txt:2: ');
    expect(JSON.parse(ended.stdout)).toMatchObject({ articles: { found: 2, read: 1, quarantined: 1 } });
    expect(await parallax(['run', 'study.yaml', '--no-pdf', '--max-quarantine', '50%'], folder)).toMatchObject({
      code: 0,
    });
  });

  test('a file-size limit stands for a full disk: 73, and no half-written run', async () => {
    const folder = lay('full', { 'study.yaml': study(), 'articles/a.txt': ARTICLE });
    const { code, stderr } = await parallax(['run', 'study.yaml', '--no-pdf'], folder, 64);
    expect(stderr).toMatch(/cannot be written/u);
    expect(code).toBe(73);
    expect(runsBelow(folder)).toEqual([]);
  });

  test('a signal ends a run with its code, and leaves nothing behind', async () => {
    const folder = lay('signal', { 'study.yaml': study(), 'articles/a.txt': ARTICLE });
    const program = spawn(process.execPath, [PROGRAM, 'run', 'study.yaml'], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => program.once('exit', resolve));
    const home = join(folder, 'reports', 'my');
    while (
      program.exitCode === null &&
      !(existsSync(home) && readdirSync(home).some((name) => name.startsWith('.unfinished-')))
    )
      await after(5);
    program.kill('SIGTERM');
    expect(await ended).toBe(143);
    // What was committed of the articles counts when the run is started again.
    expect(readdirSync(home)).toEqual(['store']);
  });

  test('without a browser HTML and data are written, and 69 says so', async () => {
    const folder = lay('no browser', {
      'study.yaml': study(),
      'articles/a.txt': ARTICLE,
      broken: '#!/bin/sh\nexit 1\n',
    });
    const { code, stderr } = await parallax(['run', 'study.yaml', '--browser', join(folder, 'broken')], folder);
    expect(code).toBe(69);
    expect(stderr).toContain('No browser can print the PDF');
    const [run] = runsBelow(folder);
    expect(readdirSync(join(folder, 'reports', 'my', run!)).sort()).toEqual([
      'data',
      'issues.jsonl',
      'report.html',
      'run.json',
    ]);
  });
});

describe('init', () => {
  test('lays out a study that runs as it is, and never overwrites', async () => {
    const folder = join(home, 'fresh');
    expect(await parallax(['init', folder])).toMatchObject({ code: 0 });
    const ended = await parallax(['run', 'study.yaml', '--no-pdf'], folder);
    expect([ended.code, ended.stderr]).toEqual([0, expect.stringContaining('report.html')]);
    const statements = readFileSync(join(folder, 'reports/my-study/latest/data/statements.jsonl'), 'utf8');
    expect(statements).toContain('"name":"Anna Quill"');
    expect(await parallax(['init', folder])).toMatchObject({ code: 73 });
  });
});

const TWICE = readFileSync(new URL('../seeds/outlets.yaml', import.meta.url), 'utf8').replace(
  /^( *- id: )tass$/mu,
  '$1other\n    name: TASS\n$1tass',
);

function study(more = ''): string {
  return `id: my\ntitle: Ports\nquestion: Who says what?\nauthors: [A. Writer]\n${more}articles: articles/*.txt\nreports: reports\ngroups:\n  - { id: russian, label: Russian, members: { outlets: [tass] } }\n  - { id: western, label: Western, members: { outlets: [bbc] } }\n`;
}

function lay(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(home, name.replaceAll(' ', '-'));
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, { mode: 0o755 });
  }
  return folder;
}

/** Names of complete runs below a folder: nothing half-written may bear one. */
function runsBelow(folder: string): readonly string[] {
  const reports = join(folder, 'reports', 'my');
  return existsSync(reports) ? readdirSync(reports).filter((name) => !['latest', 'store'].includes(name)) : [];
}
