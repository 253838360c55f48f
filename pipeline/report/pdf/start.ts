import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import { connect } from 'puppeteer';
import type { Executable } from './embedded.ts';
import type { Scratch } from './scratch.ts';
import { UNPRIVILEGED, isOpenToAll, linkFolder, makeScratch, writeFontList } from './scratch.ts';
import { pipeTransport } from './transport.ts';

/** How a browser is started. */
export interface Manner {
  /** Off only where the system offers none. */
  readonly sandbox: 'on' | 'off';
  /** Root gives its rights away before the browser starts. */
  readonly account: 'own' | 'unprivileged';
  /** Either the browser has no network at all, or every connection is sent to a closed port of this machine. */
  readonly network: 'none' | 'dead proxy';
  readonly flags: readonly string[];
  /** Program and arguments that go before the browser's own. */
  readonly prefix: readonly string[];
}

/** A running browser, and all that its work depends on besides the report. */
export interface Started {
  readonly browser: Browser;
  /** "HeadlessChrome" and "147.0.7727.0", in the browser's own words. */
  readonly name: string;
  readonly version: string;
  readonly manner: Manner;
  /** One sentence each. */
  readonly warnings: readonly string[];
  /** Ends the browser, by force if need be, and removes its files. Never fails; may be called twice. */
  readonly close: () => Promise<void>;
}

/** Why a browser did not start, in one sentence, and all that it said. */
export interface NotStarted {
  readonly notStarted: string;
  readonly said: string;
}

/** Starts one browser in one manner and waits until it answers. */
export async function start(
  executable: Executable,
  manner: Manner,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Started | NotStarted> {
  const scratch = makeScratch(manner.account === 'unprivileged' ? UNPRIVILEGED : null);
  const child = spawnBrowser(inReach(executable, manner, scratch), manner, scratch, environment);
  const killNow = () => {
    kill(child);
  };
  process.once('exit', killNow);
  const remove = async () => {
    killNow();
    await ended(child);
    process.off('exit', killNow);
    await scratch.remove();
  };
  const answer = await firstAnswer(child);
  if ('notStarted' in answer) {
    await remove();
    return answer;
  }
  const [name = '', version = ''] = answer.said.split('/');
  const close = async () => {
    await Promise.race([
      answer.browser.close().catch(() => undefined),
      after(PATIENCE.close, undefined, { ref: false }),
    ]);
    await remove();
  };
  return { browser: answer.browser, name, version, manner, warnings: executable.warnings, close };
}

/**
 * A browser below a private folder is out of reach of the unprivileged account; then its files are linked into the scratch
 * folder. Only where the folder is known to hold the browser alone: a home would be laid open.
 */
function inReach(executable: Executable, manner: Manner, scratch: Scratch): Executable {
  const { folder, path } = executable;
  if (manner.account === 'own' || folder === null || isOpenToAll(path)) return executable;
  const to = join(scratch.folder, 'browser');
  linkFolder(folder, to);
  const moved = (old: string | null) => (old === null ? null : join(to, relative(folder, old)));
  return {
    ...executable,
    path: join(to, relative(folder, path)),
    libraries: moved(executable.libraries),
    fonts: moved(executable.fonts),
  };
}

function spawnBrowser(
  { path, libraries, fonts }: Executable,
  { prefix, flags }: Manner,
  scratch: Scratch,
  environment: Readonly<Record<string, string | undefined>>,
): ChildProcess {
  const command = [...prefix, path, ...flags, `--user-data-dir=${scratch.profile}`, 'about:blank'];
  const env: NodeJS.ProcessEnv = { HOME: scratch.profile, TMPDIR: scratch.profile, TZ: 'UTC', LANG: 'C.UTF-8' };
  for (const name of KEPT) if (environment[name] !== undefined) env[name] = environment[name];
  if (libraries !== null) env['LD_LIBRARY_PATH'] = libraries;
  if (fonts !== null) env['FONTCONFIG_FILE'] = writeFontList(scratch, fonts);
  return spawn(command[0] ?? path, command.slice(1), {
    cwd: scratch.folder,
    // Its own group, so that it can be ended with all that it starts.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env,
  });
}

/** The browser's first sign of life (what it calls itself), or why there is none. */
async function firstAnswer(child: ChildProcess): Promise<{ browser: Browser; said: string } | NotStarted> {
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    if (said.length < CHUNKS_KEPT) said.push(chunk.toString('utf8'));
  });
  const failure = new Promise<NotStarted>((resolve) => {
    const fail = (why: string) => {
      resolve({ notStarted: why, said: said.join('') });
    };
    child.once('error', (error) => {
      fail(`It could not be started: ${error.message}.`);
    });
    child.once('close', () => {
      fail(`It ended at once: ${firstLine(said.join(''))}.`);
    });
    void after(PATIENCE.start, undefined, { ref: false }).then(() => {
      fail(`It did not answer within ${(PATIENCE.start / 1000).toFixed()} s.`);
    });
  });
  return Promise.race([failure, connectTo(child).catch(() => failure)]);
}

async function connectTo(child: ChildProcess): Promise<{ browser: Browser; said: string }> {
  const [, , , toBrowser, fromBrowser] = child.stdio as [unknown, unknown, unknown, Writable, Readable];
  const transport = pipeTransport(toBrowser, fromBrowser);
  // Long reports take long; the printer keeps a deadline of its own.
  const browser = await connect({ transport, protocolTimeout: 0, defaultViewport: null });
  return { browser, said: await browser.version() };
}

/** Ends a process and all that it started. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

/** Waits until the process is gone, but not for ever: a process in an uninterruptible wait cannot be ended. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  await Promise.race([exit, after(PATIENCE.close, undefined, { ref: false })]);
}

function firstLine(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return lines[0]?.slice(0, 300) ?? 'it said nothing';
}

/** Milliseconds. A start takes 0.1 s to 3 s, and ten times that on a machine that has much else to do. */
const PATIENCE = { start: 60_000, close: 5_000 };

/** Of what the browser says: its first words tell why it did not start; later ones are not kept for ever. */
const CHUNKS_KEPT = 100;

/** The only variables of ours that the browser sees. Windows programs do not start without theirs. */
const KEPT = ['PATH', 'SystemRoot', 'SystemDrive', 'TEMP', 'TMP'];
