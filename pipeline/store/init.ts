import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, Refusal } from '../issue.ts';
import { refusing } from './refusing.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** What a new study starts from, as [from, to]: a commented study file, an example article, and copies of all registries. */
const PARTS: readonly (readonly [from: string, to: string])[] = [
  ['templates/init/study.yaml', 'study.yaml'],
  ['templates/init/articles', 'articles'],
  ['seeds/outlets.yaml', 'outlets.yaml'],
  ['seeds/actors.yaml', 'actors.yaml'],
  ['seeds/lexicons', 'lexicons'],
  ['seeds/codebooks', 'codebooks'],
];

/**
 * Lays out a study in `folder` and returns the path of its study file. Throws a `Refusal` (exit 73) where one of its
 * files stands already, or nothing can be written: nothing is ever overwritten.
 */
export function initStudy(folder: string): string {
  const taken = PARTS.map(([, to]) => join(folder, to)).filter((path) => existsSync(path));
  if (taken.length > 0) {
    const message = 'stands already, and nothing is overwritten: choose another folder.';
    throw new Refusal(
      EXIT.cannotWrite,
      taken.map((file) => ({ file, line: null, message })),
    );
  }
  refusing(folder, () => {
    mkdirSync(folder, { recursive: true });
    for (const [from, to] of PARTS) cpSync(join(PACKAGE, from), join(folder, to), { recursive: true });
  });
  return join(folder, 'study.yaml');
}
