import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Prediction } from '../gold.ts';
import { refusing } from './refusing.ts';

/**
 * Writes predictions, one JSON object a line, with the folders that are missing. Under its name the file is always whole;
 * an earlier one is replaced. Throws a `Refusal` (exit 73) where it cannot be written.
 */
export function writePredictions(file: string, predictions: readonly Prediction[]): void {
  const unfinished = `${file}.unfinished-${process.pid}`;
  refusing(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(unfinished, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''));
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}
