import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { mapStudy } from '../../pipeline/map.ts';
import { threadPool } from '../../pipeline/pool.ts';
import { openStudy } from '../../pipeline/read/inputs.ts';
import { READ_KEY, stageKeysOf } from '../../pipeline/stage-keys.ts';
import { openStore } from '../../pipeline/store/store.ts';

// How fast articles go through the map and into the store, as ratios within one run: against wink-nlp's bare sentence ends
// and tags on the same texts, two threads against one, and a second map of which nothing, or a hundredth, is new. Memory at one and at
// four times the articles. The corpus is one of JSON Lines, repeated with changed words where it has too few articles.

interface Line {
  readonly id: string;
  readonly text: string;
}

/** Prints the ratios. Options: `--corpus FILE.jsonl` (default: the seed article, repeated), `--articles N` (default 1,000). */
export async function map(args: readonly string[]): Promise<void> {
  const options = { corpus: { type: 'string' }, articles: { type: 'string', default: '1000' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const n = Number(values.articles);
  const given = linesOf(values.corpus);
  const home = mkdtempSync(join(tmpdir(), 'bench-map-'));
  try {
    const lines = repeated(given, n);
    const bare = bareSeconds(lines);
    const one = await mapped(home, 'one', lines, 1);
    const two = await mapped(home, 'two', lines, 2);
    const again = await mapped(home, 'two', lines, 2);
    const grown = await mapped(home, 'two', repeated(given, Math.ceil(n * 1.01)), 2);
    console.log(`${n} articles, ${one.fresh} mapped`);
    console.log(`wink-nlp alone, in processor time of the map in one thread: ${(bare / one.cpu).toFixed(2)}`);
    console.log(`two threads over one: ${(one.wall / two.wall).toFixed(2)}`);
    console.log(`nothing new, of the full time: ${(again.wall / two.wall).toFixed(3)}`);
    console.log(`one in a hundred new (${grown.fresh}), of the full time: ${(grown.wall / two.wall).toFixed(3)}`);
    const four = await mapped(home, 'four', repeated(given, 4 * n), 2);
    console.log(`four times the articles, in time: ${(four.wall / two.wall).toFixed(2)}`);
    console.log(`peak of resident memory: ${two.megabytes} MB, and with four times the articles ${four.megabytes} MB`);
  } finally {
    rmSync(home, { recursive: true });
  }
}

function linesOf(corpus: string | undefined): readonly Line[] {
  if (corpus === undefined) return [{ id: 'seed', text: readFileSync('seeds/articles/putin-in-minsk.txt', 'utf8') }];
  return readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** `n` lines; those that come again have an id and words of their own. */
function repeated(given: readonly Line[], n: number): readonly Line[] {
  return Array.from({ length: n }, (_, i) => {
    const round = Math.floor(i / given.length);
    const { id, text, ...rest } = given[i % given.length]!;
    return { ...rest, id: `${id}-${round}`, text: round === 0 ? text : `${text}\n\nThis is copy ${round} of ${id}.` };
  });
}

function bareSeconds(lines: readonly Line[]): number {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const start = process.cpuUsage();
  for (const { text } of lines) nlp.readDoc(text).tokens().out();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / MICROSECONDS;
}

const MICROSECONDS = 1e6;

/** One map into the store of that name, with its seconds of clock and processor, and the process's memory so far. */
async function mapped(home: string, store: string, lines: readonly Line[], threads: number) {
  writeFileSync(join(home, 'articles.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  writeFileSync(join(home, 'study.yaml'), STUDY);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const opened = openStudy(join(home, 'study.yaml'));
  const { parts, close } = await openStore(join(home, store), { read: READ_KEY, ...stageKeysOf(opened) });
  const pool = threadPool(opened, threads, 60_000);
  const { fresh } = await mapStudy(opened, parts, pool, { shard: 0, of: 1 }, () => undefined);
  await pool.close();
  close();
  const { user, system } = process.cpuUsage(cpu);
  return {
    fresh,
    wall: (performance.now() - start) / 1000,
    cpu: (user + system) / MICROSECONDS,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const STUDY = `id: bench
title: Bench
articles: articles.jsonl
groups:
  - { id: russian, label: Russian, members: { groups: [russian] } }
  - { id: western, label: Western, members: { groups: [western] } }
`;
