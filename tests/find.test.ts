import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTexts } from '../pipeline/read/find.ts';
import { scratch } from './support/scratch.ts';

const files = {
  'texts/b.txt': 'x',
  'texts/a.TXT': 'x',
  'texts/deep/c.txt': 'x',
  'texts/deep/er/d.txt': 'x',
  'texts/note.md': 'x',
  'texts/a+b (1).txt': 'x',
  'secret/s.txt': 'x',
};
const top = ['texts/a+b (1).txt', 'texts/a.TXT', 'texts/b.txt', 'texts/stays.txt'];
const deep = ['texts/deep/c.txt', 'texts/deep/er/d.txt'];

test.each([
  ['a pattern in one folder; other endings and links that leave are not taken', ['texts/*'], top],
  ['a folder holds all below it', ['texts'], [...top.slice(0, 3), ...deep, 'texts/stays.txt']],
  ['two stars are any folders, none too', ['texts/**/*.txt'], [top[0], top[2], ...deep, 'texts/stays.txt']],
  ['a file by its name', ['texts/b.txt'], ['texts/b.txt']],
  ['a list, each file once, sorted', ['texts/deep', 'texts/b.txt', 'texts/?.txt'], ['texts/b.txt', ...deep]],
  [
    'signs of a regular expression are plain',
    ['texts/a+b (1).txt', 'texts/[ab].txt', 'texts/a.*'],
    ['texts/a+b (1).txt', 'texts/a.TXT'],
  ],
  ['nothing', ['texts/none.txt', 'nowhere/*.txt', 'texts/note.md', 'texts/folder'], ['texts/folder/s.txt']],
])('%s', (_trap, patterns, expected) => {
  expect(findTexts(patterns, corpus()).files).toEqual(expected);
});

test('links that leave are told', () => {
  expect(findTexts(['texts/*'], corpus()).outside).toEqual(['texts/leaves.txt']);
});

/** A corpus with links that stay, leave, lead to a folder and lead nowhere. */
function corpus(): string {
  const folder = scratch(files);
  symlinkSync('../secret/s.txt', join(folder, 'texts/leaves.txt'));
  symlinkSync('b.txt', join(folder, 'texts/stays.txt'));
  symlinkSync('../secret', join(folder, 'texts/folder'));
  symlinkSync('nowhere.txt', join(folder, 'texts/broken.txt'));
  return folder;
}
