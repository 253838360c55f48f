import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a run of the program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `parallax` starts. */
export const PROGRAM = fileURLToPath(new URL('../../pipeline/parallax.js', import.meta.url));

/** Runs the program as a user would, in folder `cwd`; no file may grow past `blocks` of 512 bytes, where given. */
export function parallax(args: readonly string[], cwd = '.', blocks: number | null = null): Promise<Ended> {
  const limit = blocks === null ? '' : `ulimit -f ${blocks}; `;
  const command = ['-c', `${limit}exec "$0" "$@"`, process.execPath, PROGRAM, ...args];
  return new Promise((resolve) => {
    execFile('/bin/sh', command, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
