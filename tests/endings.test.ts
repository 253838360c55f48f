import { describe, expect, test } from 'vitest';
import { endCases, type EndCase } from '../models/attribution/train/endings.ts';
import { fitEndings } from '../models/attribution/train/fit-endings.ts';
import { endChoices, settleEnds, type EndChoice } from '../pipeline/attribute/sequence/endings.ts';
import { featuresOf } from '../pipeline/attribute/sequence/features.ts';
import { LABEL_COUNT, LABELS } from '../pipeline/attribute/sequence/labels.ts';
import { link, type Linked } from '../pipeline/attribute/sequence/link.ts';
import type { Reading } from '../pipeline/attribute/sequence/reading.ts';
import { segmentsOf } from '../pipeline/attribute/sequence/segments.ts';
import { weightsOf, type Endings } from '../pipeline/attribute/sequence/weights.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { tableOf } from '../pipeline/text/table.ts';
import { reading } from './support/reading.ts';

/** Each text with its source, cue and content as the sequence model found them, and where content can end: after these words. */
const ENDS: readonly (readonly [trap: string, text: string, parts: Parts, ends: readonly string[] | null])[] = [
  [
    'any word of the sentence, and no other sentence',
    'Olga said mills close and left. Ivo slept.',
    ['Olga', 'said', 'mills close'],
    ['mills', 'close', 'and', 'left', '.'],
  ],
  ['no other paragraph', 'Olga said mills close\n\nIvo slept', ['Olga', 'said', 'mills'], ['mills', 'close']],
  [
    'not the source that stands behind',
    'Mills close soon, Olga said.',
    ['Olga', 'said', 'Mills close'],
    ['Mills', 'close', 'soon', ','],
  ],
  [
    'a quotation is not cut, where the model did not do so itself',
    'Olga said mills “may well close down soon” and left.',
    ['Olga', 'said', 'mills'],
    ['mills', '”', 'and', 'left', '.'],
  ],
  [
    'what is quoted ends with its mark',
    'Olga said “mills may well close”.',
    ['Olga', 'said', '“mills may well close”'],
    null,
  ],
  ['without a cue there is nothing to go by', 'Mills close soon.', [null, null, 'Mills'], null],
  ['a single word at the end of all', 'Olga said so', ['Olga', 'said', 'so'], null],
  [
    'the eight likeliest, the model’s own among them or beside them',
    'Olga said one two three four five six seven eight nine ten eleven twelve.',
    ['Olga', 'said', 'one two three four five six seven eight nine ten eleven'],
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eleven', '.'],
  ],
];

describe('where content may end', () => {
  test.each(ENDS)('%s', (_trap, text, parts, ends) => {
    const read = found(text, parts);
    const choices = endChoices(read);
    expect(choices.map((choice) => wordsBefore(read, choice))).toEqual(ends === null ? [] : [ends]);
  });

  test('every end has as many features, and no two the same', () => {
    const read = found('Olga said mills close and left, but (not) soon.', ['Olga', 'said', 'mills close']);
    const { ends, keys, beliefs } = endChoices(read)[0]!;
    const rows = rowsOf(keys, ends.length);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(new Set(rows.map((row) => row.join())).size).toBe(ends.length);
    expect(beliefs).toHaveLength(2 * ends.length);
    expect(beliefs.every((belief) => belief <= 0)).toBe(true);
  });

  test('where the rules end a content is seen', () => {
    const read = found('Olga said mills close and left.', ['Olga', 'said', 'mills close']);
    const plain = rowsOf(endChoices(read)[0]!.keys, 5);
    const ruled = rowsOf(endChoices({ ...read, ruledEnds: new Set([3]) })[0]!.keys, 5);
    const changed = ruled.map((row, n) => row.filter((key) => !plain[n]!.includes(key)).length);
    expect(changed).toEqual([2, 2, 2, 2, 2]);
    expect(ruled[0]!.filter((key) => !ruled[1]!.includes(key)).length).toBeGreaterThan(1);
  });
});

describe('ends are settled', () => {
  const text = 'Olga said mills close and left. Ivo slept.';
  const read = found(text, ['Olga', 'said', 'mills close']);
  const { linked } = read;

  test('at the end of the highest score, and nothing else of an attribution changes', () => {
    const [before] = linked;
    const [settled] = settleEnds(read, favouring(endChoices(read)[0]!, 3));
    expect(wordsOf(read, settled!)).toEqual(['Olga', 'said', 'mills close and left']);
    expect([settled!.source, settled!.cue]).toEqual([before!.source, before!.cue]);
    expect(settled!.content).toEqual([{ ...before!.content[0]!, end: before!.content[0]!.end + 2 }]);
  });

  test('sooner, too', () => {
    const settled = settleEnds(read, favouring(endChoices(read)[0]!, 0));
    expect(settled.map((one) => wordsOf(read, one))).toEqual([['Olga', 'said', 'mills']]);
  });

  test('of equal scores the sequence model’s stays', () => {
    expect(settleEnds(read, { ...endings([]), beliefs: [0, 0] })).toEqual(linked);
  });

  test('weights that know nothing of ends leave them alone', () => {
    expect(settleEnds(read, { ...endings([]), beliefs: [] })).toBe(linked);
  });
});

describe('ends are learnt', () => {
  const weights = weightsOf(readOwnSeeds().attributionWeights.bytes);
  const training = { epochs: 8, rate: 0.3, dropout: 0, seed: 1 };

  test('the annotator’s end is the one of the content that shares most words; each annotator is a case', () => {
    const read = reading('Olga Marsh said the mill was old and left.');
    const labelled = (names: string): Uint8Array => Uint8Array.from(names, (name) => 'OsSxXcC'.indexOf(name));
    const labellings = ['ssxcCCCOOO', 'ssxcCCCCCO', 'ssxcCCCOcO', 'OOOOOOOOOO'].map(labelled);
    const cases = endCases({ ...read, labellings }, weights);
    expect(cases.map(({ choice, gold }) => choice.ends[gold])).toEqual([7, 9, 7]);
  });

  test('a toy task comes out right: not before the word that always follows', () => {
    const learnt = fitEndings(toyCases(), training);
    const { values, keys } = learnt;
    expect([...keys]).toEqual([...keys].sort((a, b) => a - b));
    expect(values[keys.indexOf(RIGHT)]).toBeGreaterThan(0);
    expect(values[keys.indexOf(WRONG)]).toBeLessThan(0);
    expect(keys.includes(RARE)).toBe(false);
    expect(keys.includes(SHARED)).toBe(false);
  });

  test('the same seed gives the same weights, another does not', () => {
    const some = { ...training, dropout: 0.5 };
    expect(fitEndings(toyCases(), some)).toEqual(fitEndings(toyCases(), some));
    expect(fitEndings(toyCases(), { ...some, seed: 2 })).not.toEqual(fitEndings(toyCases(), some));
  });
});

/** Source, cue and content; `null` where there is none. */
type Parts = readonly [source: string | null, cue: string | null, content: string];

/** An article with one attribution as the sequence model would have found it: an end is the likelier the sooner it comes. */
function found(text: string, parts: Parts): Reading {
  const { reader, lines } = reading(text);
  const { tokens } = reader.article;
  const labels = new Uint8Array(tokens.length);
  parts.forEach((part, role) => {
    const at = part === null ? -1 : text.indexOf(part);
    for (let i = 0; i < tokens.length && part !== null; i++)
      if (tokens.starts[i]! >= at && tokens.ends[i]! <= at + part.length)
        labels[i] = 2 * role + (tokens.starts[i] === at ? 1 : 2);
  });
  const marginals = new Float64Array(labels.length * LABEL_COUNT);
  const [begin, inside] = [LABELS.indexOf('B-content'), LABELS.indexOf('I-content')];
  labels.forEach((label, i) => {
    marginals[i * LABEL_COUNT + inside] = label === begin ? 0 : 0.9 ** i;
    marginals[i * LABEL_COUNT + (label === inside ? 0 : label)] = 1 - 0.9 ** i;
    if (label === begin) marginals[i * LABEL_COUNT + begin] = 1;
  });
  const features = featuresOf(reader, lines, new Map());
  const labelling = { labels, marginals };
  const linked = link(segmentsOf(labelling, features, tokens.paragraph));
  return { reader, features, labelling, linked, ruledEnds: new Set() };
}

function wordsBefore({ reader: { article } }: Reading, { ends }: EndChoice): readonly string[] {
  return ends.map((end) => article.text.slice(article.tokens.starts[end - 1], article.tokens.ends[end - 1]));
}

function wordsOf({ reader: { article } }: Reading, { source, cue, content }: Linked): readonly string[] {
  const { starts, ends } = article.tokens;
  return [source, cue, ...content].map((part) => article.text.slice(starts[part!.first], ends[part!.end - 1]));
}

function rowsOf(keys: readonly number[], count: number): readonly (readonly number[])[] {
  const width = keys.length / count;
  return Array.from({ length: count }, (_, n) => keys.slice(n * width, (n + 1) * width));
}

function endings(keys: readonly number[]): Endings {
  const values = Int16Array.from(keys, () => 10_000);
  return { table: tableOf(Int32Array.from(keys), values, 1), beliefs: [1, 0], step: 0.002 };
}

/** Weights that know one feature, which only this end has. */
function favouring({ ends, keys }: EndChoice, n: number): Endings {
  const rows = rowsOf(keys, ends.length);
  const own = rows[n]!.filter((key) => rows.every((row, other) => other === n || !row.includes(key)));
  return endings([own[0]!]);
}

const [RIGHT, WRONG, RARE, SHARED] = [11, 12, 13, 14] as const;

/** Ten contents with two ends each: the second is right, whatever the sequence model holds. */
function toyCases(): readonly EndCase[] {
  const read = found('Olga said mills close', ['Olga', 'said', 'mills']);
  const choice = endChoices(read)[0]!;
  return Array.from({ length: 10 }, (_, n) => ({
    choice: { ...choice, keys: [WRONG, SHARED, 100, RIGHT, SHARED, n < 3 ? RARE : 100] },
    gold: 1,
  }));
}
