import { readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Files found, as paths relative to `folder` with forward slashes, sorted in code-unit order, each once. */
export interface Found {
  readonly files: readonly string[];
  /** Files left out because a link leads them out of the folder that was searched. */
  readonly outside: readonly string[];
}

/**
 * Finds files of articles by paths, folders (all .txt within; files of JSON Lines only where a pattern names their ending, for
 * a folder holds such files of other kinds) and patterns (`*`, `?` within a name, `**` for any folders), relative
 * to `folder`. Links to folders are not entered, and a link to a file counts only if it stays in the folder searched, so that
 * a corpus from elsewhere cannot pull in what it was not given.
 */
export function findTexts(patterns: readonly string[], folder: string): Found {
  const files = new Set<string>();
  const outside = new Set<string>();
  for (const pattern of patterns) {
    const { base, rest } = parts(pattern, folder);
    const root = resolve(folder, base);
    const matches = globTest(rest);
    for (const path of walk(root)) {
      if (!matches(slashes(relative(root, path)))) continue;
      (staysIn(path, root) ? files : outside).add(slashes(relative(folder, path)));
    }
  }
  return { files: [...files].sort(), outside: [...outside].sort() };
}

/** The folder that a pattern searches, and what names below it must match. */
function parts(pattern: string, folder: string): { base: string; rest: string } {
  const steps = slashes(pattern).split('/');
  const wild = steps.findIndex((step) => /[*?]/u.test(step));
  if (wild !== -1) return { base: baseOf(steps.slice(0, wild)), rest: steps.slice(wild).join('/') };
  if (isFolder(resolve(folder, pattern))) return { base: pattern, rest: '**/*' };
  return { base: baseOf(steps.slice(0, -1)), rest: steps.at(-1) ?? '' };
}

function baseOf(steps: readonly string[]): string {
  return steps.length === 1 && steps[0] === '' ? '/' : steps.join('/') || '.';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Every file below `root`, real or link; nothing where there is no such folder. */
function walk(root: string): readonly string[] {
  if (!isFolder(root)) return [];
  const files: string[] = [];
  const folders = [root];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) files.push(path);
    }
  }
  return files;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function staysIn(path: string, root: string): boolean {
  const way = relative(realpathSync(root), realpathSync(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A test for paths with forward slashes. Only names that end in .txt pass, or in .jsonl or .ndjson as the pattern does. */
function globTest(pattern: string): (path: string) => boolean {
  const steps = pattern.split('/').map((step) => (step === '**' ? null : stepTest(step)));
  const ending = /\.(?:jsonl|ndjson)$/iu.test(pattern) ? /\.(?:jsonl|ndjson)$/iu : /\.txt$/iu;
  return (path) => ending.test(path) && follow(steps, path.split('/'));
}

function follow(steps: readonly (RegExp | null)[], names: readonly string[]): boolean {
  const [step, ...later] = steps;
  if (step === undefined) return names.length === 0;
  if (step === null) return names.some((_, index) => follow(later, names.slice(index)));
  const [name, ...deeper] = names;
  return name !== undefined && step.test(name) && follow(later, deeper);
}

function stepTest(step: string): RegExp {
  const source = step
    .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replace(/\*+/gu, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'u');
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
