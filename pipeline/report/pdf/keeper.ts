import { PrintFailure } from './page.ts';

/** How something that may die, such as a browser, is opened and closed. */
export interface Keep<B> {
  readonly open: () => Promise<B>;
  /** Never fails. */
  readonly close: (one: B) => Promise<void>;
}

/** Holds one browser for many reports, and another in its stead where it dies. */
export interface Keeper<B> {
  /** The one in use, or the last that was. */
  readonly current: () => B;
  /**
   * Does `work` with the browser. Where it fails the browser counts as dead, is closed, and `work` is done once more with a new
   * one, the same for all that failed with the old. A `PrintFailure` (out of time) is not tried again.
   */
  readonly use: <T>(work: (one: B) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** A keeper that starts with `first`; `keep.open` opens each later one. */
export function keeper<B extends object>(first: B, keep: Keep<B>): Keeper<B> {
  const dead = new WeakSet<B>();
  let current = first;
  let opening: Promise<B> | null = null;
  const renew = async (): Promise<B> => {
    await keep.close(current);
    current = await keep.open();
    return current;
  };
  const living = async (): Promise<B> => {
    if (!dead.has(current)) return current;
    opening ??= renew().finally(() => {
      opening = null;
    });
    return opening;
  };
  const attempt = async <T>(work: (one: B) => Promise<T>): Promise<T> => {
    const one = await living();
    return work(one).catch((error: unknown) => {
      dead.add(one);
      throw error;
    });
  };
  return {
    current: () => current,
    use: (work) =>
      attempt(work).catch((error: unknown) => {
        if (error instanceof PrintFailure) throw error;
        return attempt(work).catch(giveUp);
      }),
    close: async () => {
      // Whoever closes while another is being opened would else leave it running.
      await opening?.catch(() => undefined);
      await keep.close(current);
    },
  };
}

function giveUp(error: unknown): never {
  if (error instanceof PrintFailure) throw error;
  throw new PrintFailure('The browser failed twice while it printed the PDF.', { cause: error });
}
