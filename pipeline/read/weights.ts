import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, Refusal } from '../issue.ts';
import { readFile } from './file.ts';

/** A trained model's weights as they lie in `models/`, and the SHA-256 of their bytes in hex. */
export interface WeightsFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Reads the weights of a model of `models/` and checks them against the hash that training wrote beside them. Throws a
 * `Refusal`: exit 66 where one of the two files is missing, 65 where they do not belong together.
 */
export function readWeights(model: string): WeightsFile {
  const [path, note] = ['weights.bin', 'weights.json'].map((name) =>
    fileURLToPath(new URL(`../../models/${model}/${name}`, import.meta.url)),
  ) as [string, string];
  const bytes = readFile(path, relative('.', path));
  const expected = JSON.parse(new TextDecoder().decode(readFile(note, relative('.', note)))) as { sha256: string };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === expected.sha256) return { bytes, sha256 };
  const message = `The weights are not those that training wrote: install Parallax again, or train them again (“npm run train -- ${model}”).`;
  throw new Refusal(EXIT.badInput, [{ file: relative('.', path), line: null, message }]);
}
