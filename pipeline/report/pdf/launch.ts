import { spawnSync } from 'node:child_process';
import type { Executable } from './embedded.ts';
import { UNPRIVILEGED } from './scratch.ts';
import type { Manner, NotStarted, Started } from './start.ts';
import { start } from './start.ts';

/**
 * Starts a browser for untrusted pages: sandbox on, network dead, nothing of ours in its environment. Where the sandbox is
 * refused, and only there, the browser runs without it and a warning says so: scripts are off and the network dead still.
 */
export async function launch(
  executable: Executable,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Started | NotStarted> {
  const manner = safestManner(environment);
  const started = await start(executable, manner, environment);
  if ('browser' in started || !NO_SANDBOX.some((message) => started.said.includes(message))) return started;
  const open: Manner = { ...manner, sandbox: 'off', flags: [...manner.flags, '--no-sandbox'] };
  const restarted = await start(executable, open, environment);
  return 'browser' in restarted ? { ...restarted, warnings: [...restarted.warnings, WITHOUT_SANDBOX] } : restarted;
}

function safestManner(environment: Readonly<Record<string, string | undefined>>): Manner {
  const plain: Manner = { sandbox: 'on', account: 'own', network: 'dead proxy', flags: FLAGS, prefix: [] };
  if (process.getuid?.() !== 0) return plain;
  const id = UNPRIVILEGED.toFixed();
  const drop = ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups', '--no-new-privs', '--'];
  const quiet: Manner = { ...plain, account: 'unprivileged', prefix: drop };
  const mute: Manner = { ...quiet, network: 'none', prefix: ['unshare', '--net', '--', ...drop] };
  const env = { PATH: environment['PATH'] };
  // Either tool may be missing, or forbidden in a container.
  const works = ({ prefix: [tool = '', ...rest] }: Manner) => {
    return spawnSync(tool, [...rest, '/bin/sh', '-c', ':'], { env }).status === 0;
  };
  return [mute, quiet].find(works) ?? plain;
}

/** What Chromium says, and ends, when it finds no way to lock its page processes in. */
const NO_SANDBOX = ['No usable sandbox!', 'Running as root without --no-sandbox is not supported'];

const WITHOUT_SANDBOX =
  'The browser runs without its sandbox, for this system offers it none: run Parallax as an ordinary user, and allow unprivileged user namespaces.';

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  // The network: port 9 takes no connection, and no name resolves.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  // Nothing else but pages.
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
  // Printing draws no pixels; the shared memory of containers is often too small.
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  // The same colours, words and dates on each machine.
  '--force-color-profile=srgb',
  '--lang=en-GB',
];
