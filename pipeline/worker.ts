import { workerData } from 'node:worker_threads';
import { batchMapper, type BatchDone, type Task } from './batch.ts';
import type { MapInputs } from './layers.ts';

/** What a worker is asked for: a batch, and where to say which of its articles it is at. */
export interface Order {
  readonly tasks: readonly Task[];
  /** One number that both threads see: the place of the article. */
  readonly place: Int32Array;
}

const mapBatch = batchMapper(workerData as MapInputs, () => performance.now());

/** Maps a batch in a thread of its own. */
export function work({ tasks, place }: Order): BatchDone {
  return mapBatch(tasks, (at) => Atomics.store(place, 0, at));
}
