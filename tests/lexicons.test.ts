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

test.each([
  [
    'a term in two classes',
    'terms: { tide: plain }',
    'terms: { ebb: plain }',
    '4: “ebb” already stands in line 3: keep one of the two.',
  ],
  [
    'a term given twice',
    'terms: { tide: plain }',
    'terms: { tide: plain, tide: again }',
    '3: This is not valid YAML: Map keys must be unique.',
  ],
  ['a set without a source', 'source: own, terms: { tide', 'terms: { tide', '3: “source” is missing.'],
  [
    'a source that is not listed',
    'source: own, terms: { tide',
    'source: owm, terms: { tide',
    '3: The source “owm” is not listed under “sources”. Did you mean “own”?',
  ],
  ['a term without a reason', 'tide: plain', 'tide: ""', '3: “tide” must not be empty, nor begin or end with a blank.'],
])('in each list: %s is refused with file, line and mend', (_trap, before, after, expected) => {
  const values = {
    engagement: 'counter',
    denial: 'negator',
    commitment: 'possible',
    acts: 'demand',
    graduation: 'up',
    alignment: 'claim',
  };
  for (const [name, value] of Object.entries(values)) {
    const more = `  - { value: ${SECOND[name as keyof typeof SECOND]}, note: More., source: own, terms: { ebb: plain } }\n`;
    const file = `${name}.yaml`;
    const { problems } = checkLexicons({
      ...lexiconTexts(cues),
      [name]: { file, text: `${terms(value)}${more}`.replace(before, after) },
    });
    expect(problems.map(sentence)).toEqual([`${file}:${expected}`]);
  }
});

const SECOND = {
  engagement: 'none',
  denial: 'end',
  commitment: 'none',
  acts: 'none',
  graduation: 'down',
  alignment: 'agrees',
};

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
    engagement: { file: 'engagement.yaml', text: terms('counter') },
    denial: { file: 'denial.yaml', text: terms('negator') },
    commitment: { file: 'commitment.yaml', text: terms('possible') },
    acts: { file: 'acts.yaml', text: terms('demand') },
    graduation: { file: 'graduation.yaml', text: terms('up') },
    alignment: { file: 'alignment.yaml', text: terms('claim') },
    roles: { file: 'roles.yaml', text: terms('group') },
    harm: { file: 'harm.yaml', text: terms('doubtful verb and noun') },
    deeds: { file: 'deeds.yaml', text: terms('help noun') },
  };
}

function terms(value: string): string {
  return `sources: { own: Invented. }\nsets:\n  - { value: ${value}, note: Some., source: own, terms: { tide: plain } }\n`;
}
