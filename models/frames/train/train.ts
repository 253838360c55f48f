import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyOfHash } from '../../../pipeline/text/table.ts';
import { prunedVectors } from '../../stance/train/vectors.ts';
import { writeWeights } from '../../write-weights.ts';
import { printAgreement } from './agreement.ts';
import { examplesOf } from './corpus.ts';
import { reliabilities } from './figures.ts';
import { vectorLookUp } from './kernel.ts';
import { fileOf, trained } from './model.ts';

/**
 * Trains the model of frames on narrative-frames, prints its figures, and writes the weights, which hold the figures as
 * well. The same corpus gives the same bytes. Takes some minutes on one core, and downloads word vectors.
 */
export function trainFrames(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  say(`${examples.length} articles to train on`);
  const vectors = prunedVectors(mkdtempSync(join(tmpdir(), 'frames-')));
  const vectorOf = vectorLookUp(vectors);
  const figures = reliabilities(examples, vectorOf, say);
  writeWeights('frames', fileOf(trained(examples, vectorOf), [...vectors.keys].map(keyOfHash), vectorOf, figures));
}

/** Prints what the model's card tells, and writes nothing. */
export function printFrameFigures(folder: string, say: (line: string) => void): void {
  const examples = examplesOf(folder);
  printAgreement(examples, say);
  reliabilities(examples, vectorLookUp(prunedVectors(mkdtempSync(join(tmpdir(), 'frames-')))), say);
}
