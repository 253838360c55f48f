import { expect, test } from 'vitest';
import { sentence } from '../pipeline/issue.ts';
import { checkCodebooks } from '../pipeline/read/codebooks.ts';
import { taken } from './support/checks.ts';

const naming = `sources: { own: Invented. }
sets:
  - id: flood
    title: What the water did
    note: Invented.
    source: own
    names:
      - { name: flood, patterns: [flood*] }
      - { name: high water, patterns: [high water] }
`;
const frames = `sources: { own: Invented. }
frames:
  - { id: blame, title: Blame, question: Who did it?, note: Invented., source: own, terms: { fault*: 1, blame: 0.5 } }
`;

test('they are read whole', () => {
  const { naming: sets, frames: read } = taken(checkCodebooks(codebookTexts(naming, frames)));
  expect(sets[0]).toMatchObject({
    id: 'flood',
    names: [{ name: 'flood' }, { name: 'high water' }],
    sourceNote: 'Invented.',
  });
  expect(read[0]?.terms).toEqual([
    { term: 'fault*', weight: 1 },
    { term: 'blame', weight: 0.5 },
  ]);
});

test.each([
  [
    'one word that two names match',
    '[high water]',
    '[flooding]',
    ['9: “flooding” matches the same words as “flood*” of “flood” in line 8: keep one of them.'],
  ],
  [
    'two open patterns of which one holds the other',
    '[high water]',
    '[fl*]',
    ['9: “fl*” matches the same words as “flood*” of “flood” in line 8: keep one of them.'],
  ],
  [
    'the same the other way round',
    '[high water]',
    '[flooded*]',
    ['9: “flooded*” matches the same words as “flood*” of “flood” in line 8: keep one of them.'],
  ],
  [
    'case alone tells no names apart',
    '[high water]',
    '[Flood]',
    ['9: “Flood” matches the same words as “flood*” of “flood” in line 8: keep one of them.'],
  ],
  ['a longer pattern is another use', '[high water]', '[flood warning]', []],
  ['patterns of one name may overlap', '[high water]', '[high water, high wat*]', []],
  [
    'but not repeat',
    '[high water]',
    '[high water, high water]',
    ['9: “high water” matches the same words as “high water” of “high water” in line 9: keep one of them.'],
  ],
  [
    'a star inside',
    '[high water]',
    '[high* water]',
    ['9: Item 1 of “patterns” must be words, with a * at the very end or nowhere.'],
  ],
  [
    'a star alone',
    '[high water]',
    '["*"]',
    ['9: Item 1 of “patterns” must be words, with a * at the very end or nowhere.'],
  ],
  ['a name without patterns', '[high water]', '[]', ['9: “patterns” must not be empty.']],
])('%s', (_trap, before, after, expected) => {
  const { problems } = checkCodebooks(codebookTexts(naming.replace(before, after), frames));
  expect(problems.map(sentence)).toEqual(expected.map((line) => `naming.yaml:${line}`));
});

test.each([
  ['a frame without terms', '{ fault*: 1, blame: 0.5 }', '{}', ['3: The frame “blame” has no terms: add some.']],
  ['a weight above 1', 'blame: 0.5', 'blame: 5', ['3: “blame” must not be above 1.']],
  ['no weight at all', 'blame: 0.5', 'blame: 0', ['3: “blame” must be above 0.']],
])('%s', (_trap, before, after, expected) => {
  const { problems } = checkCodebooks(codebookTexts(naming, frames.replace(before, after)));
  expect(problems.map(sentence)).toEqual(expected.map((line) => `frames.yaml:${line}`));
});

test('an id may stand once', () => {
  const twice = frames + (frames.split('frames:\n')[1] ?? '');
  expect(checkCodebooks(codebookTexts(naming, twice)).problems.map(sentence)).toEqual([
    'frames.yaml:4: The id “blame” already stands in line 3: choose another.',
  ]);
});

function codebookTexts(namingText: string, framesText: string) {
  return { naming: { file: 'naming.yaml', text: namingText }, frames: { file: 'frames.yaml', text: framesText } };
}
