import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { scratch } from './support/scratch.ts';

const run = promisify(execFile);
const BENCH = fileURLToPath(new URL('bench/bench.ts', import.meta.url));
const TSX = fileURLToPath(new URL('../node_modules/.bin/tsx', import.meta.url));

/** Articles of one outlet in which a drawn half of the words comes: between random halves of them nothing differs. */
function corpus(articles: number): string {
  const lines = Array.from({ length: articles }, (_, i) => {
    const words = WORDS.filter((_word, k) => ((i + 1) * (k + 3) * 2_654_435_761) % 4_294_967_296 > 2_147_483_648);
    const text = `The harbour of day ${i} saw ${words.join(' ')}. “We will sail to ${words[0] ?? 'sea'},” said Ilse Marrow.`;
    return JSON.stringify({ id: `a-${i}`, outlet: 'BBC', date: '2031-05-05', title: `Day ${i}`, text });
  });
  return `${lines.join('\n')}\n`;
}

const WORDS = 'boats gulls nets ropes tides winds rain sails masts oars docks crews tolls lamps'.split(' ');

test('the bench of calibration reads a corpus, with its statements, and counts every half', async () => {
  const folder = scratch({ 'articles.jsonl': corpus(60) });
  const args = [
    BENCH,
    'calibration',
    '--corpus',
    join(folder, 'articles.jsonl'),
    '--outlets',
    'BBC',
    '--halves',
    '3',
    '--json',
  ];
  const { stdout } = await run(TSX, args);
  const printed = JSON.parse(stdout) as { halves: number; measures: Record<string, { halvesWithBhDiscovery: number }> };
  expect(printed.halves).toBe(3);
  expect(Object.keys(printed.measures)).toEqual(expect.arrayContaining(['welch', 'lrc']));
  for (const { halvesWithBhDiscovery } of Object.values(printed.measures))
    expect(halvesWithBhDiscovery).toBeLessThanOrEqual(3);
});
