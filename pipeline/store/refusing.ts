import { EXIT, Refusal } from '../issue.ts';

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied; give yourself the right to write there, or choose another folder with --out',
  EPERM: 'permission is denied; give yourself the right to write there, or choose another folder with --out',
  EROFS: 'the file system is read-only; choose another folder with --out',
  ENOSPC: 'the disk is full; free some space, or choose another folder with --out',
  EDQUOT: 'the disk quota is used up; free some space, or choose another folder with --out',
  EFBIG: 'a file would grow past the allowed size; raise the limit (ulimit -f), or choose another folder with --out',
  ENOTDIR: 'a file stands where a folder is needed; move it away, or choose another folder with --out',
  EEXIST: 'a file stands where a folder is needed; move it away, or choose another folder with --out',
};

/** Does `work`; where the system refuses to write, throws a `Refusal` (exit 73) that names `path`, the cause and the mend. */
export function refusing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const cause = CAUSES[codeOf(error) ?? ''];
    if (cause === undefined) throw error;
    throw new Refusal(EXIT.cannotWrite, [{ file: path, line: null, message: `cannot be written: ${cause}.` }], {
      cause: error,
    });
  }
}

/** The system's code of an error (`ENOENT`), or `null`. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
