import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { examplesOf } from './corpus.ts';
import { crossJudged, temperatureOf } from './folds.ts';
import { fileOf, trained } from './model.ts';

/**
 * Trains the model of target sentiment on the train part of NewsMTSC, finds its temperature on five folds, and writes
 * `weights.bin` with `weights.json`, its hash. The same corpus gives the same bytes. Takes some two minutes on one core.
 */
export function trainStance(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  say(`${examples.length} targets to train on`);
  const temperature = Math.round(temperatureOf(crossJudged(examples, say)) * 1000) / 1000;
  say(`temperature ${temperature}`);
  write(fileOf(trained(examples), temperature));
}

function write(bytes: Uint8Array): void {
  const own = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(own('weights.bin'), bytes);
  writeFileSync(
    own('weights.json'),
    `${JSON.stringify({ file: 'weights.bin', bytes: bytes.length, sha256 }, null, 2)}\n`,
  );
}
