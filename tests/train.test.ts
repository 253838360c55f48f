import { describe, expect, test } from 'vitest';
import { examplesOf, type Example } from '../models/attribution/train/corpus.ts';
import { randomOf, shuffle } from '../models/attribution/train/random.ts';
import { countCues, cueRates } from '../models/attribution/train/rates.ts';
import { sequenceOf, vocabularyOf, type Keys } from '../models/attribution/train/vocabulary.ts';
import { LABELS } from '../pipeline/attribute/sequence/labels.ts';
import { reading } from './support/reading.ts';
import { scratch } from './support/scratch.ts';

/** The trap, the text, its attributions (roles and words), the labels that they give. */
const ANNOTATED: readonly (readonly [string, string, readonly (readonly string[])[], string])[] = [
  [
    'begin and inside of each role; the full stop is nothing',
    'Olga Marsh said the port was shut.',
    [['S:Olga Marsh', 'C:said', 'T:the port was shut']],
    'BsIsBcBtItItItO ',
  ],
  [
    'a segment ends with its paragraph',
    'Olga said: We stay.\n\nWe go.',
    [['S:Olga', 'C:said', 'T:We stay.\n\nWe go.']],
    'BsBcO BtItItBtItIt',
  ],
  [
    'a content in parts',
    'We stay, Olga said, for good.',
    [['S:Olga', 'C:said', 'T:We stay', 'T:for good']],
    'BtItO BsBcO BtItO ',
  ],
  [
    'of two that claim a token the first keeps it',
    'Olga said Ivo lied.',
    [
      ['S:Olga', 'C:said', 'T:Ivo lied'],
      ['S:Ivo', 'C:lied'],
    ],
    'BsBcBtItO ',
  ],
  ['two contents next to each other', 'Go home now', [['T:Go'], ['T:home now']], 'BtBtIt'],
  [
    'offsets count a character beyond 16 bits as one',
    '😀😀😀😀😀😀 Olga said so.',
    [['S:Olga', 'C:said', 'T:so']],
    'O O O O O O BsBcBtO ',
  ],
  ['a word belongs to the span that it starts in', 'Olga Marsh said so.', [['S:lga Ma', 'C:said']], 'O BsBcO O '],
  ['nothing is said', 'Olga left.', [], 'O O O '],
];

describe('the corpus', () => {
  test('labels are begin and inside of what the annotator marked', () => {
    const files = ANNOTATED.flatMap(([trap, text, attributions]) => [
      [`text/${trap}.txt`, text],
      [`attributions/${trap}_0000.ann`, annotated(text, attributions)],
    ]);
    const examples = examplesOf(scratch(Object.fromEntries(files) as Readonly<Record<string, string>>));
    const found = examples.map(({ reader, labellings }) => [reader.article.id, shown(labellings[0]!)]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(ANNOTATED.map(([trap, , , expected]) => [trap, expected])),
    );
  });

  test('each annotator of an article has labels of their own; articles come in the order of their names', () => {
    const text = 'Olga said so.';
    const folder = scratch({
      'text/b.txt': 'Ivo left.',
      'attributions/b_0000.ann': '',
      'text/a.txt': text,
      'attributions/a_0001.ann': annotated(text, []),
      'attributions/a_0000.ann': annotated(text, [['C:said']]),
    });
    const examples = examplesOf(folder);
    expect(examples.map(({ reader }) => reader.article.id)).toEqual(['a', 'b']);
    expect(examples.map(({ labellings }) => labellings.map(shown))).toEqual([['O BcO O ', 'O O O O '], ['O O O ']]);
  });
});

describe('cue rates', () => {
  const said = 'Olga said it. Ivo said so. She said no.';
  const [cues, none] = [example(said, ['say']), example(said, [])];

  test('a model must not know a word’s rate from the article that it is trained on', () => {
    const counts = countCues([cues, none]);
    expect(cueRates(counts, null).get('say/V')).toBeCloseTo(3 / 7, 12);
    expect(cueRates(counts, cues).get('say/V')).toBe(0);
    expect(cueRates(counts, none).get('say/V')).toBeCloseTo(3 / 4, 12);
  });

  test('a word of its own article alone is not known', () => {
    const counts = countCues([cues, example('Ivo left. She left. They all left.', [])]);
    expect(cueRates(counts, cues).has('say/V')).toBe(false);
    expect(cueRates(counts, null).has('say/V')).toBe(true);
  });

  test('a word met twice tells nothing; met three times it does', () => {
    expect(cueRates(countCues([example('Olga said it. Ivo said so.', ['say'])]), null).has('say/V')).toBe(false);
    expect(cueRates(countCues([cues]), null).get('say/V')).toBeCloseTo(3 / 4, 12);
  });

  test('an article that two read counts once', () => {
    const both = { ...cues, labellings: [...cues.labellings, ...none.labellings] };
    expect(cueRates(countCues([both]), null).get('say/V')).toBeCloseTo(1.5 / 4, 12);
  });

  test('words that go on with a cue are cues, too; those of a content are not', () => {
    const labels = Uint8Array.of(LABELS.indexOf('B-cue'), LABELS.indexOf('I-cue'), LABELS.indexOf('I-cue'));
    const contents = Uint8Array.of(
      LABELS.indexOf('B-content'),
      LABELS.indexOf('I-content'),
      LABELS.indexOf('I-content'),
    );
    const rate = (one: Uint8Array): unknown => [
      ...cueRates(countCues([{ ...reading('of of of'), labellings: [one] }]), null),
    ];
    expect(rate(labels)).toEqual([['of/O', 3 / 4]]);
    expect(rate(contents)).toEqual([['of/O', 0]]);
  });
});

describe('the vocabulary', () => {
  test('what is met often enough, counted over all articles, has a row of its own', () => {
    const { unigrams, pairs } = vocabularyOf([keys([5, -7, 5, 9], [1, 1]), keys([-7, -7, 5], [1, 2])], 3);
    expect([...unigrams.keys()].toSorted((a, b) => a - b)).toEqual([-7, 5]);
    expect([...unigrams.values()].toSorted()).toEqual([0, 1]);
    expect([...pairs]).toEqual([[1, 0]]);
  });

  test('rare ones that share a counter stay out, one by one', () => {
    const many = [1, 64, 130, 1, 64, 130, 2 ** 30, -1];
    expect(vocabularyOf([keys(many, [])], 3).unigrams.size).toBe(0);
    expect(vocabularyOf([keys([...many, 64], [])], 3).unigrams).toEqual(new Map([[64, 0]]));
  });

  test('0 has no row, for a table takes it for a free slot', () => {
    expect(vocabularyOf([keys([0, 0, 0, 4], [0])], 1)).toEqual({ unigrams: new Map([[4, 0]]), pairs: new Map() });
  });

  test('its order does not hang on the order of articles', () => {
    const [a, b] = [keys([8, 3, -2], [1]), keys([5, 8], [7])];
    expect([...vocabularyOf([a, b], 1).unigrams]).toEqual([...vocabularyOf([b, a], 1).unigrams]);
  });

  test('tokens keep the rows that they have, and those without any keep their place', () => {
    const all = { ...keys([], []), unigrams: columns([[5, 9, 5], [9], [-7]]) };
    const known = {
      unigrams: new Map([
        [5, 1],
        [-7, 0],
      ]),
      pairs: new Map<number, number>(),
    };
    const { unigrams } = sequenceOf(all, known, []);
    expect([[...unigrams.rows], [...unigrams.ends]]).toEqual([
      [1, 1, 0],
      [2, 2, 3],
    ]);
  });
});

describe('chance', () => {
  test('a seed gives the numbers that are published for it', () => {
    const random = randomOf(0);
    expect([random(), random()]).toEqual([0.26642920868471265, 0.0003297457005828619]);
  });

  // Seeded, so the counts are the same on every run. A shuffle that draws from all places, or never leaves the last one
  // where it is, misses some of the six orders or prefers others by far more than the bound.
  test('every order is as likely as any other', () => {
    const random = randomOf(1);
    const counts = new Map<string, number>();
    for (let n = 0; n < 6000; n++) {
      const list = [1, 2, 3];
      shuffle(list, random);
      counts.set(list.join(''), (counts.get(list.join('')) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.min(...counts.values())).toBeGreaterThan(900);
  });
});

/** Annotations of a text in brat's format: of each attribution its parts as role and words. */
function annotated(text: string, attributions: readonly (readonly string[])[]): string {
  let n = 0;
  return attributions
    .map((parts) => {
      const roles: string[] = [];
      const lines = parts.map((part) => {
        const words = part.slice(2);
        const start = Array.from(text.slice(0, text.lastIndexOf(words))).length;
        const role = NAMES[part[0]!]!;
        const end = start + Array.from(words).length;
        roles.push(`${role}:T${++n}`);
        return `T${n}\t${role} ${start} ${end}\t${words.replaceAll('\n', ' ')}\n`;
      });
      return `${lines.join('')}E${n}\t${roles.join(' ')}\n`;
    })
    .join('');
}

const NAMES: Readonly<Record<string, string>> = { S: 'Source', C: 'Cue', T: 'Content' };

/** Labels by two letters each: `Bs` begins a source, `It` goes on with a content. */
function shown(labels: Uint8Array): string {
  return Array.from(labels, (y) => ['O ', 'Bs', 'Is', 'Bc', 'Ic', 'Bt', 'It'][y]).join('');
}

/** A text of which every word with one of the lemmas is a cue. */
function example(text: string, lemmas: readonly string[]): Example {
  const read = reading(text);
  const cue = LABELS.indexOf('B-cue');
  const labels = Uint8Array.from(read.reader.article.tokens.lemmas, (lemma) => (lemmas.includes(lemma) ? cue : 0));
  return { ...read, labellings: [labels] };
}

function keys(unigrams: readonly number[], pairs: readonly number[]): Keys {
  return { unigrams: columns([unigrams]), pairs: columns([pairs]), startsParagraph: Uint8Array.of(1) };
}

function columns(tokens: readonly (readonly number[])[]): Keys['unigrams'] {
  const ends = tokens.map((_, i) => tokens.slice(0, i + 1).flat().length);
  return { keys: Int32Array.from(tokens.flat()), ends: Int32Array.from(ends) };
}
