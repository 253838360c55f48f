import { EXIT, Refusal } from '../issue.ts';

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied; give yourself the right to write there, or choose another place',
  EPERM: 'permission is denied; give yourself the right to write there, or choose another place',
  EROFS: 'the file system is read-only; choose another place',
  ENOSPC: 'the disk is full; free some space, or choose another place',
  EDQUOT: 'the disk quota is used up; free some space, or choose another place',
  EFBIG: 'a file would grow past the allowed size; raise the limit (ulimit -f), or choose another place',
  ENOTDIR: 'a file stands where a folder is needed; move it away, or choose another place',
  EISDIR: 'a folder stands where a file is needed; name a file in it',
  EEXIST: 'a file stands where a folder is needed; move it away, or choose another place',
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
