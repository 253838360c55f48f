import { readFileSync } from 'node:fs';
import { readFile as readFileLater } from 'node:fs/promises';
import { EXIT, Refusal } from '../issue.ts';

/** The bytes of a file, or a `Refusal` that says under `name` why there are none. */
export function readFile(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw missing(name, error);
  }
}

/** The same without waiting for the disk. */
export async function loadFile(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFileLater(path);
  } catch (error) {
    throw missing(name, error);
  }
}

function missing(name: string, error: unknown): Refusal {
  return new Refusal(EXIT.missingInput, [{ file: name, line: null, message: reason(error) }], { cause: error });
}

function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'There is no such file: check the path.';
  if (code === 'EISDIR') return 'This is a folder: name the file in it.';
  return `The file cannot be read (${code ?? 'unknown error'}): check who may read it.`;
}
