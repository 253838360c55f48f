import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('../', import.meta.url));

/**
 * SHA-256 (hex) over the program's own source in the named folders and files of `pipeline/`: what was made by other code is not
 * taken for what this code makes.
 */
export function readCode(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) for (const file of sourcesIn(part)) hash.update(file).update(readFileSync(HOME + file));
  return hash.digest('hex');
}

function sourcesIn(part: string): readonly string[] {
  if (part.endsWith('.ts')) return [part];
  return readdirSync(HOME + part, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${part}/${file.replaceAll('\\', '/')}`)
    .sort();
}
