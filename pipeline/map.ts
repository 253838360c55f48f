import type { BatchDone, Outcome, Task } from './batch.ts';
import { MAP_STAGES, type MapStage } from './layers.ts';
import type { Article, Issue } from './model.ts';
import { inWindow } from './text/window.ts';
import type { FileRead, Read } from './read/articles.ts';
import { articlesOf, outsideWindow, type StudyOpened } from './read/inputs.ts';
import type { Pool } from './pool.ts';
import { articleKey } from './stage-keys.ts';
import { partName, type Parts, type Row } from './store/parts.ts';

/** What is kept between runs: the articles, and of each what every stage made of it. */
export type Store = Readonly<Record<'read' | MapStage, Parts>>;

/** What the map found and left in the store. */
export interface Mapped {
  /** Keys of the readable articles of the study, in the order in which they were read. */
  readonly keys: readonly string[];
  readonly issues: readonly Issue[];
  /** Articles that could not be read, then those on which a stage failed. */
  readonly quarantined: readonly Issue[];
  readonly found: number;
  readonly files: readonly FileRead[];
  /** How many articles had to be mapped. */
  readonly fresh: number;
  /** Milliseconds that the stages took, over all threads. */
  readonly spent: Readonly<Record<MapStage, number>>;
}

/** Which articles of a study are mapped: all, or those of one of `of` shards, counted from 0. */
export interface Shard {
  readonly shard: number;
  readonly of: number;
}

/** Articles a batch: a pool with smaller ones spends its time on handing them over. */
const BATCH = 32;
/** Articles a part of the store: what is lost at most when a run is killed. */
const PART = 512;

/**
 * The whole map: reads the articles of a study one by one, and has those mapped that the store does not hold, then those of which it
 * holds only some layers. No more than a few batches are in memory at once. What a run that was killed had committed is taken up.
 */
export async function mapStudy(
  opened: StudyOpened,
  store: Store,
  pool: Pool,
  { shard, of }: Shard,
  onArticle: (done: number) => void,
): Promise<Mapped> {
  const sums = new Sums(onArticle);
  const kept = new Set([...store.read.committed().values()].flat());
  const wanted: { key: string; id: string }[] = [];
  const reading: Reading = { issues: [], rejected: [], files: [], outside: 0, readable: 0 };
  const fresh = new Parting(store, pool, sums);
  for await (const one of articlesOf(opened)) {
    const article = noted(one, reading, opened);
    if (article === null) continue;
    const key = articleKey(article);
    if (parseInt(key.slice(0, SHARD_DIGITS), 16) % of !== shard) continue;
    wanted.push({ key, id: article.id });
    if (!kept.has(key)) await fresh.add(article, key);
  }
  await fresh.end();
  const keys = wanted.map(({ key }) => key);
  await complete(store, pool, sums, new Set(keys));
  const { failed } = sums;
  const within = new Set(wanted.map(({ id }) => id));
  const issues = reading.issues.filter(({ article }) => article === null || within.has(article));
  return {
    keys: keys.filter((key) => !failed.has(key)),
    issues: [...outsideWindow(reading.outside, reading.readable, opened.study), ...issues],
    quarantined: [...reading.rejected, ...keys.flatMap((key) => failed.get(key) ?? [])],
    found: reading.readable + reading.outside + reading.rejected.length,
    files: reading.files,
    fresh: sums.done,
    spent: sums.spent,
  };
}

const SHARD_DIGITS = 8;

interface Reading {
  readonly issues: Issue[];
  readonly rejected: Issue[];
  readonly files: FileRead[];
  outside: number;
  readable: number;
}

/** Notes what was read; the article, where it is one of the study. */
function noted(one: Read, reading: Reading, { study }: StudyOpened): Article | null {
  if ('read' in one) reading.files.push(one.read);
  else if ('rejected' in one) reading.rejected.push(one.rejected);
  else if (!inWindow(one.article.date, study.comparison.window)) reading.outside++;
  else {
    reading.readable++;
    reading.issues.push(...one.issues);
    return one.article;
  }
  return null;
}

/** What a map adds up. */
class Sums {
  readonly spent: Record<MapStage, number> = { tokenise: 0, attribute: 0, score: 0, compare: 0 };
  readonly failed = new Map<string, Issue>();
  readonly #onArticle: (done: number) => void;
  done = 0;

  constructor(onArticle: (done: number) => void) {
    this.#onArticle = onArticle;
  }

  add({ outcomes, spent }: BatchDone): void {
    for (const stage of MAP_STAGES) this.spent[stage] += spent[stage];
    for (const { key, failed } of outcomes) if (failed !== null) this.failed.set(key, failed);
    this.done += outcomes.length;
    this.#onArticle(this.done);
  }
}

/** Collects new articles into parts, while the pool maps them in batches. */
class Parting {
  readonly #store: Store;
  readonly #pool: Pool;
  readonly #sums: Sums;
  #part: Task[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(store: Store, pool: Pool, sums: Sums) {
    this.#store = store;
    this.#pool = pool;
    this.#sums = sums;
  }

  async add(article: Article, key: string): Promise<void> {
    this.#part.push({ key, article, kept: {} });
    if (this.#part.length === PART) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#writing;
  }

  /** The next part is read while this one is mapped and written, and no more than that. */
  async #flush(): Promise<void> {
    const part = this.#part;
    this.#part = [];
    await this.#writing;
    this.#writing = part.length === 0 ? Promise.resolve() : this.#map(part);
    this.#writing.catch(() => undefined);
  }

  async #map(part: readonly Task[]): Promise<void> {
    const outcomes = await mapPart(part, this.#pool, this.#sums);
    const good = part.filter((_, i) => outcomes[i]!.failed === null).map(({ key }) => key);
    if (good.length > 0) await writePart(this.#store, partName(good), part, outcomes, ['read', ...MAP_STAGES]);
  }
}

/** Maps one part in batches that all threads of the pool share. */
async function mapPart(part: readonly Task[], pool: Pool, sums: Sums): Promise<readonly Outcome[]> {
  const size = Math.max(1, Math.min(BATCH, Math.ceil(part.length / pool.width)));
  const batches = Array.from({ length: Math.ceil(part.length / size) }, (_, i) => part.slice(i * size, (i + 1) * size));
  const done = await Promise.all(
    batches.map(async (batch) => {
      const mapped = await pool.map(batch);
      sums.add(mapped);
      return mapped.outcomes;
    }),
  );
  return done.flat();
}

/** Writes the layers of the articles that did not fail; the articles themselves last, for what they name is then there. */
async function writePart(
  store: Store,
  name: string,
  part: readonly Task[],
  outcomes: readonly Outcome[],
  stages: readonly (keyof Store)[],
): Promise<void> {
  const good = part.flatMap(({ key, article }, i) => {
    const { layers } = outcomes[i]!;
    return layers === null ? [] : [{ key, article, layers: { ...layers, read: JSON.stringify(article) } }];
  });
  for (const stage of [...stages].reverse()) {
    const rows = good.map(({ key, article, layers }): Row => {
      const { id, publisher, outletName, date, title } = article;
      return { key, article: id, outlet: publisher?.name ?? outletName, date, title, json: layers[stage] };
    });
    await store[stage].write(name, rows);
  }
}

/** Makes the layers that are missing of articles that the store holds, part by part. */
async function complete(store: Store, pool: Pool, sums: Sums, wanted: ReadonlySet<string>): Promise<void> {
  const there = MAP_STAGES.map((stage) => [stage, store[stage].committed()] as const);
  for (const [name, keys] of store.read.committed()) {
    if (!keys.some((key) => wanted.has(key))) continue;
    const missing = there.filter(([, parts]) => parts.get(name)?.length !== keys.length).map(([stage]) => stage);
    const [first] = missing;
    if (first === undefined) continue;
    const part = await tasksOf(store, name, MAP_STAGES.slice(0, MAP_STAGES.indexOf(first)));
    await writePart(store, name, part, await mapPart(part, pool, sums), missing);
  }
}

/** The articles of a part, with the layers that are kept of them. */
async function tasksOf(store: Store, name: string, stages: readonly MapStage[]): Promise<readonly Task[]> {
  const layers = await Promise.all(stages.map(async (stage) => [stage, await store[stage].read(name)] as const));
  return [...(await store.read.read(name))].map(([key, json]) => ({
    key,
    article: JSON.parse(json) as Article,
    kept: Object.fromEntries(layers.map(([stage, rows]) => [stage, rows.get(key)])),
  }));
}
