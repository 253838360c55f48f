import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calibrated } from './calibrate.ts';
import { examplesOf } from './corpus.ts';
import { trainedWeights } from './weigh.ts';

const BAGS = 4;

/**
 * Trains the attribution model on the train part of PolNeAR, calibrates its confidence on the dev part beside it, and writes `weights.bin` with `weights.json`, its hash. The same corpus
 * gives the same bytes. Takes some three minutes on one core.
 */
export function trainAttribution(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  say(`${examples.length} articles to train on`);
  write(calibrated(trainedWeights(examples, { bags: BAGS, without: [] }, say), join(folder, '../dev')));
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
