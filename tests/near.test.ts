import { expect, test } from 'vitest';
import { nearest } from '../pipeline/text/near.ts';

test.each([
  ['a swap of neighbours is one edit', 'nroth', ['north', 'south'], 'north'],
  ['case is no edit', 'BELLA', ['bella', 'bello'], 'bella'],
  ['a word of two letters may lack one', 'ab', ['a', 'xyz'], 'a'],
  ['what is far away is not guessed', 'tangerine', ['north', 'south'], null],
  ['a tie goes to the lower in code-unit order', 'cat', ['hat', 'bat'], 'bat'],
  ['nothing to choose from', 'north', [], null],
])('%s', (_trap, word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
