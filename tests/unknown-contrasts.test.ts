import { expect, test } from 'vitest';
import { compared } from './support/compared.ts';
import type { Study } from '../pipeline/model.ts';
import { unknownContrasts } from '../pipeline/unknown-contrasts.ts';
import { northAndSouth, published } from './support/two-sides.ts';

const CODEBOOKS = { naming: [], frames: [] };

test('a main contrast or a family that no contrast answers is told, with what may be meant', () => {
  const words = [{ name: 'toll', patterns: ['toll'] }];
  const families = [{ name: 'tolls', contrasts: ['words/toll', 'naming/toll'] }];
  const messages = messagesOf(northAndSouth(1, { words, families, main: ['words/toll/own', 'words/tol/own'] }));
  expect(messages).toEqual([
    'The study’s comparison names “words/tol/own”, and no contrast has this id. Did you mean “words/toll/own”? All ids are in data/contrasts.csv.',
    'The study’s comparison names “naming/toll”, and no contrast has this id. All ids are in data/contrasts.csv.',
  ]);
});

test('where nothing is compared nothing is missed', () => {
  expect(messagesOf(northAndSouth(1, { groups: null, main: ['words/toll/own'] }))).toEqual([]);
});

function messagesOf(study: Study): readonly string[] {
  const articles = ['north-1', 'south-1'].map((outlet) => published(outlet, outlet, 'The toll rose.'));
  return unknownContrasts(compared(articles, study, CODEBOOKS), study).map(({ message }) => message);
}
