import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { gather } from '../pipeline/gather.ts';
import { EXIT } from '../pipeline/issue.ts';
import { MAP_STAGES, reportedFrom, mapper } from '../pipeline/layers.ts';
import { mapStudy, type Mapped, type Shard } from '../pipeline/map.ts';
import { inlinePool, threadPool, type Pool } from '../pipeline/pool.ts';
import { openStudy, readStudy } from '../pipeline/read/inputs.ts';
import { READ_KEY, stageKeysOf } from '../pipeline/stage-keys.ts';
import { lockFolder } from '../pipeline/store/lock.ts';
import { openStore } from '../pipeline/store/store.ts';
import { refusalFrom } from './support/checks.ts';
import { scratch } from './support/scratch.ts';

const STUDY = `id: tides
title: Two coasts
articles: texts
codebooks: codebooks
groups:
  - { id: east, label: East, members: { groups: [russian] } }
  - { id: west, label: West, members: { groups: [western] } }
`;

const SEEDS = fileURLToPath(new URL('../seeds/', import.meta.url));
const WHOLE: Shard = { shard: 0, of: 1 };

let study: string;
beforeEach(() => {
  study = scratch({
    'study.yaml': STUDY,
    'texts/ferry.txt':
      '---\ndate: 2031-05-04\n---\nThe harbour master said that the ferry would sail at noon. “The tide is with us,” he said.',
    'texts/pier.txt':
      '---\ndate: 2031-05-05\n---\nMira Vell, the mayor, denied that the pier was unsafe. She accused the port of neglect.',
    'texts/storm.txt':
      '---\ndate: 2031-05-06\n---\nAccording to the Tide Office, the storm killed two people. The mayor condemned the strike.',
  });
  cpSync(join(SEEDS, 'codebooks'), join(study, 'codebooks'), { recursive: true });
});

/** One map of the study over the store in `home`, with what was found, gathered and spent. */
async function mapped(home: string, shard: Shard = WHOLE, pool: Pool | null = null) {
  const opened = openStudy(join(study, 'study.yaml'));
  const { parts, close } = await openStore(home, { read: READ_KEY, ...stageKeysOf(opened) });
  const hands = pool ?? inlinePool(opened, () => performance.now());
  try {
    const found: Mapped = await mapStudy(opened, parts, hands, shard, () => undefined);
    return { found, gathered: await gather(parts, found.keys), parts: parts };
  } finally {
    await hands.close();
    close();
  }
}

function home(): string {
  return scratch({});
}

/** Stages in which any work was done. */
function worked({ spent }: Mapped): readonly string[] {
  return MAP_STAGES.filter((stage) => spent[stage] > 0);
}

describe('layers', () => {
  test('an article read back from its layers is the article that the stages made', async () => {
    const inputs = await readStudy(join(SEEDS, 'study.yaml'));
    const map = mapper(inputs);
    const [article] = inputs.articles;
    const layers = map(article!, {}, (_, work) => work());
    const direct = reportedFrom(article!, layers);
    expect(direct.statements).toHaveLength(18);
    expect(direct.readings).toHaveLength(18);
    expect(direct.words).toBe(588);
    for (const kept of [['tokenise'], ['tokenise', 'attribute'], ['tokenise', 'attribute', 'score']] as const) {
      const some = Object.fromEntries(kept.map((stage) => [stage, layers[stage]]));
      expect(map(article!, some, (_, work) => work())).toEqual(layers);
    }
  });
});

describe('the store', () => {
  test('a second map of the same study has nothing to do and gathers the same', async () => {
    const folder = home();
    const first = await mapped(folder);
    expect(first.found.fresh).toBe(3);
    expect(worked(first.found)).toEqual([...MAP_STAGES]);
    const second = await mapped(folder);
    expect([second.found.fresh, worked(second.found)]).toEqual([0, []]);
    expect(second.gathered).toEqual(first.gathered);
    expect(second.gathered.articles.map(({ id }) => id)).toEqual(['ferry', 'pier', 'storm']);
  });

  test('a new article is mapped alone', async () => {
    const folder = home();
    await mapped(folder);
    const file = join(study, 'texts', 'zero.txt');
    writeFileSync(file, 'The lighthouse keeper said nothing.');
    try {
      const { found, gathered } = await mapped(folder);
      expect(found.fresh).toBe(1);
      expect(gathered.articles.map(({ id }) => id)).toEqual(['ferry', 'pier', 'storm', 'zero']);
    } finally {
      rmSync(file);
    }
  });

  test('a changed codebook touches the contributions and nothing before them', async () => {
    const folder = home();
    await mapped(folder);
    const file = join(study, 'codebooks', 'naming.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replaceAll('invasion', 'incursion'));
    try {
      expect(worked((await mapped(folder)).found)).toEqual(['compare']);
    } finally {
      writeFileSync(file, before);
    }
    expect(worked((await mapped(folder)).found)).toEqual([]);
  });

  test.each([
    [
      'a part that was cut short',
      (parts: string, name: string) => {
        truncateSync(join(parts, name), 100);
      },
    ],
    [
      'a part whose commit was never written',
      (parts: string, name: string) => {
        rmSync(join(parts, 'commits', name.replace('.parquet', '.json')));
      },
    ],
    [
      'a commit that was cut short',
      (parts: string, name: string) => {
        truncateSync(join(parts, 'commits', name.replace('.parquet', '.json')), 20);
      },
    ],
  ])('%s is made again, and the same is gathered', async (_trap, harm) => {
    const folder = home();
    const first = await mapped(folder);
    const parts = join(folder, 'score', readdirSync(join(folder, 'score'))[0]!);
    harm(
      parts,
      readdirSync(parts).find((name) => name.endsWith('.parquet'))!,
    );
    const second = await mapped(folder);
    expect(worked(second.found)).toEqual(['score', 'compare']);
    expect(second.gathered).toEqual(first.gathered);
  });

  test('shards that were mapped one by one are the whole', async () => {
    const folder = home();
    const shards = [];
    for (const shard of [0, 1, 2]) shards.push((await mapped(folder, { shard, of: 3 })).found.fresh);
    expect(shards.reduce((sum, fresh) => sum + fresh, 0)).toBe(3);
    const whole = await mapped(folder);
    expect(whole.found.fresh).toBe(0);
    expect(whole.gathered).toEqual((await mapped(home())).gathered);
  });
});

describe('threads', () => {
  test('two threads give what one gives', async () => {
    const opened = openStudy(join(study, 'study.yaml'));
    const { gathered } = await mapped(home(), WHOLE, threadPool(opened, 2, 60_000));
    expect(gathered).toEqual((await mapped(home())).gathered);
  });

  test('an article that takes too long is set aside with its name, and the rest is mapped', async () => {
    const opened = openStudy(join(study, 'study.yaml'));
    const file = join(study, 'texts', 'endless.txt');
    writeFileSync(file, 'The keeper said that the tide would turn. '.repeat(60_000));
    try {
      const { found, gathered } = await mapped(home(), WHOLE, threadPool(opened, 1, 2_000));
      expect(found.quarantined).toMatchObject([
        { code: 'article-failed', article: 'endless', file: 'texts/endless.txt' },
      ]);
      expect(found.quarantined[0]!.message).toContain('took longer than 2 s');
      expect(gathered.articles.map(({ id }) => id)).toEqual(['ferry', 'pier', 'storm']);
    } finally {
      rmSync(file);
    }
  }, 120_000);
});

describe('the lock', () => {
  test('while another process holds it, a run is refused and told by whom', async () => {
    const folder = home();
    const script = `import { lockFolder } from ${JSON.stringify(new URL('../pipeline/store/lock.ts', import.meta.url).href)};
await lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => undefined, 1000);`;
    const other = execFile(process.execPath, [
      '--import',
      import.meta.resolve('tsx'),
      '--input-type=module',
      '-e',
      script,
    ]);
    try {
      await new Promise((resolve) => other.stdout!.once('data', resolve));
      const refusal = await refusalFrom(lockFolder(folder));
      expect(refusal.exit).toBe(EXIT.tryLater);
      expect(refusal.message).toContain(`(process ${String(other.pid)}, since `);
    } finally {
      other.kill('SIGKILL');
      await new Promise((resolve) => other.once('exit', resolve));
    }
    (await lockFolder(folder))();
  });
});
