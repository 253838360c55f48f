/** The stages of a run, in their order. */
export type Stage = 'read' | 'tokenise' | 'attribute' | 'score' | 'compare' | 'report' | 'pdf';

/** Times named pieces of work, synchronous or not, adds up what bears one name, and tells as each ends. */
export interface Stopwatch {
  <T>(stage: Stage, work: () => T): T;
  /** The same of one article: nobody is told. */
  readonly each: <T>(stage: Stage, work: () => T) => T;
  /** Adds what was timed elsewhere, in ms. */
  readonly add: (stage: Stage, ms: number) => void;
  readonly timings: () => Readonly<Record<Stage, number>>;
}

/** A stopwatch that starts with nothing spent; milliseconds are rounded when they are asked for. */
export function timer({
  now,
  observe,
}: {
  readonly now: () => number;
  readonly observe: (stage: Stage, done: number, total: number) => void;
}): Stopwatch {
  const spent: Record<Stage, number> = { read: 0, tokenise: 0, attribute: 0, score: 0, compare: 0, report: 0, pdf: 0 };
  const each = <T>(stage: Stage, work: () => T): T => {
    const start = now();
    const stop = (): void => {
      spent[stage] += now() - start;
    };
    const value = work();
    if (value instanceof Promise) return value.finally(stop) as T;
    stop();
    return value;
  };
  const time = <T>(stage: Stage, work: () => T): T => {
    const value = each(stage, work);
    if (!(value instanceof Promise)) observe(stage, 1, 1);
    return value;
  };
  const rounded = (): Record<Stage, number> =>
    Object.fromEntries(Object.entries(spent).map(([stage, ms]) => [stage, Math.round(ms)])) as Record<Stage, number>;
  const add = (stage: Stage, ms: number): void => {
    spent[stage] += ms;
  };
  return Object.assign(time, { each, add, timings: rounded });
}
