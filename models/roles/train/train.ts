import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyOfHash } from '../../../pipeline/text/table.ts';
import { vectorLookUp } from '../../frames/train/kernel.ts';
import { prunedVectors } from '../../stance/train/vectors.ts';
import { writeWeights } from '../../write-weights.ts';
import { corpusOf } from './corpus.ts';
import { printFigures } from './figures.ts';
import { fileOf, trained } from './model.ts';

/**
 * Trains the model of the parts that actors play on narrative-frames, and writes the weights. The same corpus gives the same
 * bytes. Downloads word vectors.
 */
export function trainRoles(folder: string, say: (line: string) => void): void {
  const corpus = corpusOf(folder);
  say(`${corpus.examples.length} candidates to train on`);
  const vectors = prunedVectors(mkdtempSync(join(tmpdir(), 'roles-')));
  const vectorOf = vectorLookUp(vectors);
  writeWeights('roles', fileOf(trained(corpus, vectorOf), [...vectors.keys].map(keyOfHash), vectorOf));
}

/** Prints what the model's card tells, and writes nothing. */
export function printRoleFigures(folder: string, say: (line: string) => void): void {
  printFigures(corpusOf(folder), vectorLookUp(prunedVectors(mkdtempSync(join(tmpdir(), 'roles-')))), say);
}
