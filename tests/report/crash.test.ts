import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { keeper } from '../../pipeline/report/pdf/keeper.ts';
import { PrintFailure } from '../../pipeline/report/pdf/page.ts';
import type { Printer } from '../../pipeline/report/pdf/pdf.ts';
import { surroundings } from '../../pipeline/report/pdf/places.ts';
import { METADATA, reportHtml } from '../support/print-fixture.ts';
import { withPrinter } from '../support/printing.ts';
import { descendants, isPage, lives } from '../support/processes.ts';

const machine = surroundings({ browser: null, cache: null });

describe.skipIf(process.platform !== 'linux')('a browser that is killed', () => {
  test('between two reports is started again', async () => {
    const pages = await withOwn(async (own, mine) => {
      kill(mine());
      return (await own.print(reportHtml(1), METADATA)).pages;
    });
    expect(pages).toBe(2);
  });

  test('in mid-print is started again, once, and the report has the bytes that it would have had', async () => {
    const [whole, killed] = await withOwn(async (own, mine) => {
      const { pdf } = await own.print(reportHtml(LONG), METADATA);
      const before = mine();
      const again = await duringPrint(own.print(reportHtml(LONG), METADATA), () => {
        kill(mine());
      });
      expect(mine().filter((pid) => before.includes(pid))).toEqual([]);
      return [pdf, again.pdf] as const;
    });
    expect(Buffer.compare(killed, whole)).toBe(0);
  });

  test('under four reports at once is started again for them all', async () => {
    const pages = await withOwn(async (own, mine) => {
      const prints = Promise.all([LONG, LONG, 1, LONG].map((n) => own.print(reportHtml(n), METADATA)));
      const printed = await duringPrint(prints, () => {
        kill(mine());
      });
      expect(browsersOf(mine())).toBe(1);
      return printed.map((pdf) => pdf.pages);
    });
    expect(pages[2]).toBe(2);
    expect(new Set([pages[0], pages[1], pages[3]]).size).toBe(1);
  });

  test('in its page process alone does not end the report', async () => {
    const pages = await withOwn(async (own, mine) => {
      const printed = await duringPrint(own.print(reportHtml(LONG), METADATA), () => {
        kill(mine().filter(isPage));
      });
      return printed.pages;
    });
    expect(pages).toBeGreaterThan(LONG);
  });
});

test.skipIf(process.platform !== 'linux')('no browser outlives a Parallax that is killed in mid-print', async () => {
  const script = fileURLToPath(new URL('../support/print-forever.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('printing\n');
  await after(MID_PRINT);
  const started = descendants(child.pid!);
  expect(started.length).toBeGreaterThan(2);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await vi.waitFor(() => {
    expect(started.filter(lives)).toEqual([]);
  }, 20_000);
});

describe('one browser for many reports', () => {
  test('is opened once where nothing fails', async () => {
    const { kept, opened, closed } = fakes();
    expect(
      await Promise.all([1, 2, 3].map((n) => kept.use(({ name }) => Promise.resolve(`${name} ${n.toFixed()}`)))),
    ).toEqual(['browser 0 1', 'browser 0 2', 'browser 0 3']);
    await kept.close();
    expect([opened, closed]).toEqual([[], ['browser 0']]);
  });

  test('that dies under several is replaced once, and the dead one closed before', async () => {
    const { kept, opened, closed } = fakes();
    const work = ({ name }: Fake) =>
      name === 'browser 0' ? Promise.reject(new Error('Target closed')) : Promise.resolve(name);
    expect(await Promise.all([kept.use(work), kept.use(work), kept.use(work)])).toEqual(Array(3).fill('browser 1'));
    expect([opened, closed]).toEqual([['browser 1'], ['browser 0']]);
  });

  test('that fails twice ends the report, not the next one', async () => {
    const { kept, opened } = fakes();
    const work = vi.fn(() => Promise.reject(new Error('Target closed')));
    await expect(kept.use(work)).rejects.toThrow('failed twice');
    expect(work).toHaveBeenCalledTimes(2);
    expect(await kept.use(({ name }) => Promise.resolve(name))).toBe('browser 2');
    expect(opened).toEqual(['browser 1', 'browser 2']);
  });

  test('that is late is not asked again, and is replaced for the next report', async () => {
    const { kept, closed } = fakes();
    const late = vi.fn(() => Promise.reject(new PrintFailure('The PDF was not printed in time.')));
    await expect(kept.use(late)).rejects.toThrow('not printed in time');
    expect(late).toHaveBeenCalledTimes(1);
    expect(await kept.use(({ name }) => Promise.resolve(name))).toBe('browser 1');
    expect(closed).toEqual(['browser 0']);
  });

  test('that cannot be replaced says so, and is tried again at the next report', async () => {
    const { kept, failOnce } = fakes();
    failOnce();
    const work = ({ name }: Fake) =>
      name === 'browser 0' ? Promise.reject(new Error('Target closed')) : Promise.resolve(name);
    await expect(kept.use(work)).rejects.toThrow('No browser');
    expect(await kept.use(work)).toBe('browser 1');
  });

  test('is closed even while it is being replaced', async () => {
    const { kept, closed } = fakes();
    const broken = kept.use(({ name }) =>
      name === 'browser 0' ? Promise.reject(new Error('Target closed')) : Promise.resolve(name),
    );
    await after(1);
    await kept.close();
    await broken;
    expect(closed).toContain('browser 1');
  });
});

interface Fake {
  readonly name: string;
}

/** A keeper of names, and what it opened and closed. */
function fakes() {
  const opened: string[] = [];
  const closed: string[] = [];
  let fails = false;
  const kept = keeper<Fake>(
    { name: 'browser 0' },
    {
      open: async () => {
        await after(5);
        if (fails) {
          fails = false;
          throw new PrintFailure('No browser.');
        }
        const name = `browser ${(opened.length + 1).toFixed()}`;
        opened.push(name);
        return { name };
      },
      close: ({ name }) => {
        closed.push(name);
        return Promise.resolve();
      },
    },
  );
  const failOnce = () => {
    fails = true;
  };
  return { kept, opened, closed, failOnce };
}

/** Chapters of a report that takes a second or more to print. */
const LONG = 60;

/** Milliseconds after which a long report is being printed. */
const MID_PRINT = 400;

/** Does `deed` while `print` is under way, and waits for it. */
async function duringPrint<T>(print: Promise<T>, deed: () => void): Promise<T> {
  let done = false;
  const finished = print.finally(() => {
    done = true;
  });
  await after(MID_PRINT);
  expect(done, 'the report was printed before anything could be killed').toBe(false);
  deed();
  return finished;
}

/** Does `work` with a printer of its own and a look at the processes that are its browser. */
async function withOwn<T>(work: (own: Printer, mine: () => readonly number[]) => Promise<T>): Promise<T> {
  const others = descendants(process.pid);
  return withPrinter(machine, 60_000, (own) =>
    work(own, () => descendants(process.pid).filter((pid) => !others.includes(pid) && lives(pid))),
  );
}

/** How many of these processes this one started itself. */
function browsersOf(pids: readonly number[]): number {
  const inner = new Set(pids.flatMap(descendants));
  return pids.filter((pid) => !inner.has(pid)).length;
}

function kill(pids: readonly number[]): void {
  expect(pids).not.toEqual([]);
  for (const pid of pids) if (lives(pid)) process.kill(pid, 'SIGKILL');
}
