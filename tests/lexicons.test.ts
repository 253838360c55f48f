import { expect, test } from 'vitest';
import { sentence } from '../pipeline/issue.ts';
import { checkLexicons } from '../pipeline/read/lexicons.ts';
import { taken } from './support/checks.ts';

const cues = `sources: { own: Invented. }
cues:
  - { class: speech, reporting: neutral, engagement: assert, note: Plain., source: own, lemmas: { say: plain } }
  - { class: speech, reporting: negative, engagement: deny, polarity: -1, note: Sharp., source: own, lemmas: { spurn: sharp } }
`;

test('each lemma of a set is a cue with the set’s readings', () => {
  expect(taken(checkLexicons(lexiconTexts(cues))).cues).toEqual([
    { lemma: 'say', class: 'speech', reporting: 'neutral', engagement: 'assert', polarity: 0 },
    { lemma: 'spurn', class: 'speech', reporting: 'negative', engagement: 'deny', polarity: -1 },
  ]);
});

test.each([
  ['a term in two sets', 'spurn: sharp', 'say: sharp', ['4: “say” already stands in line 3: keep one of the two.']],
  ['a set without terms', '{ spurn: sharp }', '{}', ['4: The set holds no terms: fill or remove it.']],
  [
    'a term without a reason',
    'spurn: sharp',
    'spurn: ""',
    ['4: “spurn” must not be empty, nor begin or end with a blank.'],
  ],
  [
    'a capital, which no lemma has',
    'spurn:',
    'Spurn:',
    ['4: “Spurn” must be lower case, its words parted by single blanks.'],
  ],
  ['a polarity between the signs', 'polarity: -1', 'polarity: 0.5', ['4: “polarity” must be -1, 0 or 1.']],
  [
    'a class that does not exist',
    'class: speech, reporting: negative',
    'class: speach, reporting: negative',
    ['4: “class” must be one of speech, attitude, not “speach”. Did you mean “speech”?'],
  ],
])('%s', (_trap, before, after, expected) => {
  const { problems } = checkLexicons(lexiconTexts(cues.replace(before, after)));
  expect(problems.map(sentence)).toEqual(expected.map((line) => `cues.yaml:${line}`));
});

test('a value that the list does not know', () => {
  const texts = { ...lexiconTexts(cues), negation: { file: 'negation.yaml', text: terms('deontic') } };
  expect(checkLexicons(texts).problems.map(sentence)).toEqual([
    'negation.yaml:3: “value” must be one of negation, not “deontic”.',
  ]);
});

function lexiconTexts(cueText: string) {
  return {
    cues: { file: 'cues.yaml', text: cueText },
    evaluation: { file: 'evaluation.yaml', text: terms('irony') },
    modality: { file: 'modality.yaml', text: terms('deontic') },
    negation: { file: 'negation.yaml', text: terms('negation') },
    roles: { file: 'roles.yaml', text: terms('group') },
  };
}

function terms(value: string): string {
  return `sources: { own: Invented. }\nsets:\n  - { value: ${value}, note: Some., source: own, terms: { tide: plain } }\n`;
}
