import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../pipeline/issue.ts';
import { parallax } from './support/parallax.ts';

const README = read('README.md');
const HELP = (await parallax(['--help'])).stdout;

describe('the README', () => {
  test('names every command and option that the program knows', () => {
    const commands = [...HELP.matchAll(/^ {2}parallax (\w+)/gmu)].map(([, name]) => name!);
    const options = [...HELP.matchAll(/--[a-z-]+/gu)].map(([option]) => option);
    expect(commands.length).toBeGreaterThanOrEqual(3);
    expect(options.length).toBeGreaterThanOrEqual(8);
    for (const command of commands) expect(README).toContain(`\`parallax ${command}`);
    for (const option of options) expect(README).toContain(`\`${option}`);
  });

  test('names every exit code, and so does the help', () => {
    for (const code of [...Object.values(EXIT), 130, 143]) {
      expect(README).toMatch(new RegExp(`^\\| (?:\\d+, )?${code}(?:, \\d+)? \\|`, 'mu'));
      expect(HELP).toMatch(new RegExp(`\\b${code}\\b`, 'u'));
    }
  });

  test('links to nothing that is not there', () => {
    const files = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(new URL(`../${file}`, import.meta.url)), file).toBe(true);
    const headings = [...README.matchAll(/^#+ (.+)$/gmu)].map(([, title]) => anchor(title!));
    for (const [, hash] of README.matchAll(/\]\(#([^)]+)\)/gu)) expect(headings).toContain(hash);
  });

  test('gives the two commands, and their scripts exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(README).toContain('npm ci && npm start');
    expect(README).toContain('npm ci && npm test');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'check']));
  });
});

test('one version everywhere', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(read('CITATION.cff')).toContain(`version: ${version}\n`);
  expect(read('CHANGELOG.md')).toContain(`## ${version} `);
  expect(README).toContain(`(version ${version})`);
});

function read(file: string): string {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
