import { readerOf, type Reader } from '../../pipeline/attribute/reader.ts';
import { linesOf, type Line } from '../../pipeline/attribute/units.ts';
import { readOwnSeeds } from '../../pipeline/read/inputs.ts';
import { tokenise } from '../../pipeline/tokenise/tokenise.ts';
import { article } from './article.ts';

const { registry, lexicons } = readOwnSeeds();

/** A text as the sequence model gets it. */
export interface Reading {
  readonly reader: Reader;
  readonly lines: readonly Line[];
}

/** Reads a text with the product's own seeds. */
export function reading(text: string): Reading {
  const reader = readerOf(tokenise(article(text)), registry, lexicons);
  return { reader, lines: linesOf(reader.article) };
}
