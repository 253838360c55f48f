import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { batchMapper, setAside, type BatchDone, type Outcome, type Task } from './batch.ts';
import type { MapInputs } from './layers.ts';
import type { Order } from './worker.ts';

/** What maps batches of articles. */
export interface Pool {
  /** How many batches it maps at once. */
  readonly width: number;
  readonly map: (tasks: readonly Task[]) => Promise<BatchDone>;
  readonly close: () => Promise<void>;
}

/** Maps in this thread, one batch after the other. An article that never ends is waited for. */
export function inlinePool(inputs: MapInputs, now: () => number): Pool {
  const mapBatch = batchMapper(inputs, now);
  return {
    width: 1,
    map: (tasks) => Promise.resolve(mapBatch(tasks, () => undefined)),
    close: () => Promise.resolve(),
  };
}

/**
 * Maps four articles or fewer in this thread, for to start another takes seconds, and more in as many threads as `workers`. What never ends
 * among so few is waited for.
 */
export function poolFor(inputs: MapInputs, workers: number, patience: number, now: () => number): Pool {
  const [here, threads] = [inlinePool(inputs, now), threadPool(inputs, workers, patience)];
  return { ...threads, map: (tasks) => (tasks.length > FEW ? threads.map(tasks) : here.map(tasks)) };
}

const FEW = 4;

/**
 * Maps in as many threads as `workers`. An article that takes longer than `patience` (ms), or ends its thread, is set aside,
 * and the rest of its batch is mapped again without it.
 */
export function threadPool(inputs: MapInputs, workers: number, patience: number): Pool {
  const pool = new Piscina<Order, BatchDone>({
    filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    name: 'work',
    maxThreads: workers,
    // A thread is started when there is work for it: a run with nothing new needs none.
    minThreads: 0,
    idleTimeout: IDLE_MS,
    workerData: inputsOnly(inputs),
    execArgv: ['--import', import.meta.resolve('tsx')],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const map = async (tasks: readonly Task[]): Promise<BatchDone> => {
    const place = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(WAITING);
    const watch = watchman(place, patience);
    try {
      return await pool.run({ tasks, place }, { signal: watch.signal });
    } catch (error) {
      const at = Atomics.load(place, 0);
      if (at === WAITING) throw error;
      return await without(tasks, at, watch.signal.aborted ? stalled(patience) : ended(error), map);
    } finally {
      watch.end();
    }
  };
  return { width: workers, map, close: () => pool.destroy() };
}

/** The place before a thread has taken the batch up. */
const WAITING = -1;

/** A thread with nothing to do waits so long for the next batch. */
const IDLE_MS = 10_000;

/** Of a thread. What an article needs beside the models is a few megabytes. */
const HEAP_MB = 1024;

/** A study's inputs hold more than the map rests on. */
function inputsOnly(inputs: MapInputs): MapInputs {
  const { study, registry, lexicons, codebooks } = inputs;
  const { attributionWeights, stanceWeights, frameWeights, roleWeights } = inputs;
  return { study, registry, lexicons, codebooks, attributionWeights, stanceWeights, frameWeights, roleWeights };
}

/** Aborts once an article has been at work for `patience` ms. */
function watchman(place: Int32Array, patience: number): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  let [seen, since] = [WAITING, performance.now()];
  const timer = setInterval(
    () => {
      const at = Atomics.load(place, 0);
      if (at !== seen) [seen, since] = [at, performance.now()];
      else if (at !== WAITING && performance.now() - since > patience) controller.abort();
    },
    Math.min(LOOK_MS, patience),
  );
  return {
    signal: controller.signal,
    end: () => {
      clearInterval(timer);
    },
  };
}

const LOOK_MS = 1000;

function stalled(patience: number): string {
  return `The article took longer than ${String(patience / 1000)} s.`;
}

function ended(error: unknown): string {
  return `The article ended the thread that read it (${error instanceof Error ? error.message : String(error)}).`;
}

/** The batch without the article at `culprit`, which is set aside. */
async function without(
  tasks: readonly Task[],
  culprit: number,
  what: string,
  map: (tasks: readonly Task[]) => Promise<BatchDone>,
): Promise<BatchDone> {
  const { key, article } = tasks[culprit]!;
  const rest = tasks.filter((_, place) => place !== culprit);
  const done = rest.length === 0 ? { outcomes: [], spent: NOTHING } : await map(rest);
  const aside: Outcome = { key, layers: null, failed: setAside(article, what) };
  return { ...done, outcomes: [...done.outcomes.slice(0, culprit), aside, ...done.outcomes.slice(culprit)] };
}

const NOTHING = { tokenise: 0, attribute: 0, score: 0, compare: 0 };
