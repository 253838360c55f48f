import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Writes the weights of a model of this folder as `weights.bin`, and beside it `weights.json` with its size and SHA-256. */
export function writeWeights(model: string, bytes: Uint8Array): void {
  const own = (name: string): string => fileURLToPath(new URL(`${model}/${name}`, import.meta.url));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(own('weights.bin'), bytes);
  writeFileSync(
    own('weights.json'),
    `${JSON.stringify({ file: 'weights.bin', bytes: bytes.length, sha256 }, null, 2)}\n`,
  );
}
