import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Attribution } from '../pipeline/gold.ts';
import { readNewsmtsc } from '../pipeline/read/newsmtsc.ts';
import { readPolnear } from '../pipeline/read/polnear.ts';
import { readSeesaw } from '../pipeline/read/seesaw.ts';
import { readStatements } from '../pipeline/read/sourced-statements.ts';
import { refusal } from './support/refusal.ts';
import { scratch, type Content } from './support/scratch.ts';

const PORT = 'Olga Marsh said the port was shut.\nIvo Brandt denied it.';
const ANN =
  'T1\tSource 0 10\tOlga Marsh\nT2\tCue 11 15\tsaid\nT3\tContent 16 24;25 33\tthe port …\nE1\tAttribution:T9 Content:T3 Cue:T2 Source:T1\n';

describe('reading PolNeAR', () => {
  test('spans in parts, numbered roles, notes and words that go on in a new line; one text, two annotators', () => {
    const more = `${ANN}#1\tAnnotatorNotes T1\tSource?\nT4\tAttribution-no-source 0 4\tOlga\nT5\tContent 35 46\tIvo\nBrandt\nE2\tContent:T3 Content2:T5\n`;
    const folder = scratch({
      'text/a_b.txt': PORT,
      'attributions/a_b_00ff.ann': more,
      'attributions/a_b_0a00.ann': ANN,
    });
    const { articles, annotations } = readPolnear(folder);
    const first: Attribution = {
      source: [[0, 10]],
      cue: [[11, 15]],
      content: [
        [16, 24],
        [25, 33],
      ],
    };
    const second: Attribution = {
      source: [],
      cue: [],
      content: [
        [16, 24],
        [25, 33],
        [35, 46],
      ],
    };
    expect(articles.map(({ id, text }) => [id, text])).toEqual([['a_b', PORT]]);
    expect(annotations).toEqual([
      { article: 'a_b', attributions: [first, second] },
      { article: 'a_b', attributions: [first] },
    ]);
  });

  test('a byte order mark counts as a character, as annotators’ offsets count it', () => {
    const folder = scratch({ 'text/a.txt': `\uFEFF${PORT}`, 'attributions/a_0000.ann': '' });
    expect(readPolnear(folder).articles[0]!.text).toBe(`\uFEFF${PORT}`);
  });

  test.each<[string, Readonly<Record<string, Content>>, number, string]>([
    ['no folder', {}, 66, 'attributions: There is no such folder'],
    ['no annotations', { 'attributions/readme.txt': '' }, 66, 'attributions: The folder holds no .ann file'],
    ['a name without annotator', { 'attributions/a.ann': '' }, 65, 'a.ann: The name must end in four hex digits'],
    ['no text', { 'attributions/a_0000.ann': '' }, 66, 'a.txt: There is no such file'],
    ['a text that is no UTF-8', gold('', Buffer.from([0x61, 0x0a, 0xff])), 65, 'a.txt:2: The file is not valid UTF-8'],
    ['annotations that are no UTF-8', gold(Buffer.from([0xff])), 65, 'a_0000.ann:1: The file is not valid UTF-8'],
    ['a span beyond the text', gold('\nT1\tSource 0 99\tOlga\n'), 65, 'a_0000.ann:2: “0 99” does not lie in the text'],
    ['a span without an end', gold('T1\tSource 7;\tOlga\n'), 65, 'a_0000.ann:1: “7;” does not lie in the text'],
    ['a span without offsets', gold('T1\tSource\tOlga\n'), 65, 'a_0000.ann:1: The line must be like'],
    ['a link to nothing', gold(`${ANN}E2\tCue:T8\n`), 65, 'a_0000.ann:5: “Cue:T8” names a span that no T line marks'],
  ])('%s', (_trap, files, exit, message) => {
    expect(refusal(() => readPolnear(scratch(files)))).toMatchObject({
      exit,
      message: expect.stringContaining(message) as string,
    });
  });

  test('every problem is listed, in the order of files and lines', () => {
    const files = { ...gold('E1\tCue:T1\nT2\tCue 5 99\tx\n'), 'attributions/a_0001.ann': 'T1\tCue\n' };
    const { problems } = refusal(() => readPolnear(scratch(files)));
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 1]);
  });
});

describe('reading sourced statements', () => {
  test('a line an article; what is left out is absent; other keys are not looked at', () => {
    const line = {
      id: 7,
      text: PORT,
      note: 1,
      statements: [
        { statement: 'She', offset: [35, 38], type: 'x', name: 'Olga' },
        { statement: 'It', name: '' },
      ],
    };
    const file = join(scratch({ 'g.jsonl': `\n${JSON.stringify(line)}\n` }), 'g.jsonl');
    expect(readStatements(file)).toEqual([
      {
        id: 7,
        article: expect.objectContaining({ id: '7', text: PORT }) as unknown,
        statements: [
          { statement: 'She', offset: [35, 38], type: 'x', name: 'Olga' },
          { statement: 'It', offset: null, type: '', name: null },
        ],
      },
    ]);
  });

  test.each<[string, Content, number, string]>([
    ['no file', null, 66, 'g.jsonl: There is no such file'],
    ['an empty file', '\n', 65, 'g.jsonl: The file holds no article'],
    ['no UTF-8', Buffer.from([0x0a, 0xff]), 65, 'g.jsonl:2: The file is not valid UTF-8'],
    ['no JSON', '{}x\n', 65, 'g.jsonl:1: The line is no JSON'],
    ['no text', '\n{"id":1,"statements":[]}', 65, 'g.jsonl:2: “text” is missing.'],
    ['an id that is a list', '{"id":[],"text":"","statements":[]}', 65, 'g.jsonl:1: “id” must be a text or a number'],
    ['a statement without words', entry('{}'), 65, 'g.jsonl:1: Statement 1: “statement” is missing.'],
    [
      'an offset beyond the text',
      entry('{"statement":"","offset":[0,99]}'),
      65,
      'Statement 1: “offset” must be a start',
    ],
    ['an offset without an end', entry('{"statement":"","offset":[0]}'), 65, 'Statement 1: “offset” must be a start'],
    ['one id twice', `${entry('')}\n${entry('')}`, 65, 'g.jsonl:2: The id “1” stands on line 1 already'],
  ])('%s', (_trap, content, exit, message) => {
    const file = join(scratch({ 'g.jsonl': content }), 'g.jsonl');
    expect(refusal(() => readStatements(file))).toMatchObject({
      exit,
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('reading NewsMTSC', () => {
  test('a line a sentence; other keys are not looked at', () => {
    const targets = [
      {
        'Input.gid': 'a_0_4',
        from: 2,
        to: 6,
        mention: 'Olga',
        polarity: 2.0,
        further_mentions: [{ from: 11, to: 13 }],
      },
      { 'Input.gid': 'a_8_11', from: 10, to: 13, mention: 'Ivo', polarity: 6.0 },
    ];
    const line = { primary_gid: 'a', sentence_normalized: '😀 Olga and Ivo', targets };
    const file = join(scratch({ 'g.jsonl': JSON.stringify(line) }), 'g.jsonl');
    expect(readNewsmtsc(file)).toEqual([
      {
        article: expect.objectContaining({ id: 'a', text: '😀 Olga and Ivo' }) as unknown,
        targets: [
          { id: 'a_0_4', span: [2, 6], further: [[11, 13]], sentiment: 'negative' },
          { id: 'a_8_11', span: [10, 13], further: [], sentiment: 'positive' },
        ],
      },
    ]);
  });

  test.each<[string, Content, number, string]>([
    ['no file', null, 66, 'g.jsonl: There is no such file'],
    ['an empty file', '', 65, 'g.jsonl: The file holds no target'],
    ['no JSON', '\n[', 65, 'g.jsonl:2: The line is no JSON'],
    ['another corpus', '{"id":1,"text":""}', 65, 'g.jsonl:1: “primary_gid” is missing.'],
    ['no target', sentence(''), 65, 'g.jsonl:1: “targets” must not be empty.'],
    ['a target without id', sentence('{"from":0,"to":4,"polarity":2}'), 65, 'Target 1: “Input.gid” is missing.'],
    ['a polarity that is none', sentence(target(0, 4, 3)), 65, 'Target 1: “polarity” must be one of 2, 4, 6'],
    ['half an offset', sentence(target(0.5, 4)), 65, 'g.jsonl:1: Target 1: “from” must be a whole number'],
    ['an end beyond the sentence', sentence(target(0, 5)), 65, 'g.jsonl:1: Target 1: “from” and “to” must mark words'],
    ['a start below the sentence', sentence(target(-1, 4)), 65, 'Target 1: “from” and “to” must mark words'],
    [
      'a further mention beyond the sentence',
      sentence('{"Input.gid":"t","from":0,"to":4,"polarity":2,"further_mentions":[{"from":3,"to":9}]}'),
      65,
      'Target 1: “from” and “to” must mark words',
    ],
    ['no words', sentence(target(2, 2)), 65, 'g.jsonl:1: Target 1: “from” and “to” must mark words'],
    ['one id twice', sentence(`${target(0, 1)},${target(2, 3)}`), 65, 'g.jsonl:1: The id “t” stands on line 1 already'],
  ])('%s', (_trap, content, exit, message) => {
    const file = join(scratch({ 'g.jsonl': content }), 'g.jsonl');
    expect(refusal(() => readNewsmtsc(file))).toMatchObject({
      exit,
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('reading SEESAW', () => {
  test.each<[string, readonly string[], string]>([
    ['a sentence is a paragraph; an empty one is nowhere', ['Olga left.', '', 'Ivo came.'], 'Olga left.\nIvo came.'],
    [
      'a quotation that goes on keeps its paragraph',
      ['He said: “No.', 'Never.”', 'He left.'],
      'He said: “No. Never.”\nHe left.',
    ],
    ['the same with straight marks', ['"No.', 'Never," he said.', 'He left.'], '"No. Never," he said.\nHe left.'],
    ['a mark opened again begins a paragraph', ['“No.', '“Never.”', 'He left.'], '“No.\n“Never.”\nHe left.'],
    ['an empty sentence closes nothing', ['“No.', '', 'Never.”'], '“No. Never.”'],
  ])('%s', (_trap, sentences, text) => {
    const stance = { sentence: 0, source: 'Olga', polarity: 'NEG', target: 'Ivo' };
    const line = { id: 'a', title: 'x', sentences, stances: [stance] };
    const file = join(scratch({ 'g.jsonl': JSON.stringify(line) }), 'g.jsonl');
    const [article] = readSeesaw(file);
    expect(article).toMatchObject({ article: { id: 'a', text }, stances: [stance] });
    expect(article?.sentences.map((span) => text.slice(...span))).toEqual(sentences);
  });

  test.each<[string, Content, number, string]>([
    ['no file', null, 66, 'g.jsonl: There is no such file'],
    ['an empty file', '\n', 65, 'g.jsonl: The file holds no article'],
    ['no sentences', '\n{"id":"a","stances":[]}', 65, 'g.jsonl:2: “sentences” is missing.'],
    ['no such polarity', stances('"NEU"'), 65, 'Stance 1: “polarity” must be one of NEG, POS, not “NEU”. Did you mean'],
    [
      'a sentence beyond the last',
      stances('"POS"', 1),
      65,
      'Stance 1: “sentence” must be the index of a sentence (0 to 0)',
    ],
    ['a sentence below the first', stances('"POS"', -1), 65, 'g.jsonl:1: Stance 1: “sentence” must be the index'],
    ['one id twice', `${stances('"POS"')}\n${stances('"NEG"')}`, 65, 'g.jsonl:2: The id “a” stands on line 1 already'],
  ])('%s', (_trap, content, exit, message) => {
    const file = join(scratch({ 'g.jsonl': content }), 'g.jsonl');
    expect(refusal(() => readSeesaw(file))).toMatchObject({
      exit,
      message: expect.stringContaining(message) as string,
    });
  });
});

/** A line of NewsMTSC with these targets, as JSON. */
function sentence(targets: string): string {
  return `{"primary_gid":"t","sentence_normalized":"Olga","targets":[${targets}]}`;
}

function target(from: number, to: number, polarity = 2): string {
  return JSON.stringify({ 'Input.gid': 't', from, to, polarity });
}

/** A line of SEESAW with one sentence and one stance, as JSON. */
function stances(polarity: string, sentence = 0): string {
  return `{"id":"a","sentences":["Olga"],"stances":[{"sentence":${sentence},"source":"x","polarity":${polarity},"target":"y"}]}`;
}

/** A corpus of one text. */
function gold(annotations: Content, text: Content = PORT): Readonly<Record<string, Content>> {
  return { 'text/a.txt': text, 'attributions/a_0000.ann': annotations };
}

/** A line of sourced statements with these statements, as JSON. */
function entry(statements: string): string {
  return `{"id":1,"text":"Olga","statements":[${statements}]}`;
}
