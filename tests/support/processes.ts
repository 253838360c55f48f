import { readFileSync, readdirSync } from 'node:fs';

/** Ids of the processes that `pid` started and that live, on Linux; with theirs in turn. */
export function descendants(pid: number): readonly number[] {
  const own = childrenOf(pid);
  return [...own, ...own.flatMap(descendants)];
}

/** Whether a process still runs: one that ended and was never waited for does not. */
export function lives(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/mu.test(readFileSync(`/proc/${pid.toFixed()}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether a process of a browser is one that lays out pages. */
export function isPage(pid: number): boolean {
  return readFileSync(`/proc/${pid.toFixed()}/cmdline`, 'utf8').includes('--type=renderer');
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid.toFixed()}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid.toFixed()}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // It has just ended.
    return [];
  }
}
