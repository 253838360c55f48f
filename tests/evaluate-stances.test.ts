import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { stanceLines, targetLines } from '../pipeline/evaluate/lines.ts';
import { mentionOf } from '../pipeline/evaluate/mention.ts';
import { oneWithinOther } from '../pipeline/evaluate/names.ts';
import { scoreStances } from '../pipeline/evaluate/stances.ts';
import { scoreTargets } from '../pipeline/evaluate/targets.ts';
import { polarities, triplets } from '../pipeline/evaluate/triplets.ts';
import type {
  SentenceGold,
  Sentiment,
  SentimentOdds,
  StanceGold,
  StancePrediction,
  Triplet,
} from '../pipeline/gold.ts';
import type { Call, Reading, ScoredArticle, Span } from '../pipeline/model.ts';
import { readNewsmtsc } from '../pipeline/read/newsmtsc.ts';
import { readSeesaw } from '../pipeline/read/seesaw.ts';
import { article } from './support/article.ts';
import { attributed, entity, type Said } from './support/attributed.ts';
import { parallax } from './support/parallax.ts';
import { scratch } from './support/scratch.ts';
import { PLAIN_READING } from './support/plain.ts';

describe('scores of the sentiment toward targets', () => {
  const judged = targetScores(
    ['negative', [0.9, 0.1, 0]],
    ['positive', [0.8, 0.1, 0.1]],
    ['neutral', [0.1, 0.7, 0.2]],
    ['positive', [0.1, 0.3, 0.6]],
    ['negative', null],
  );

  test('every measure, computed by hand; what has no prediction is surely neutral', () => {
    expect(judged).toEqual({
      targets: 5,
      withoutPrediction: 1,
      // Negative: 1 right of 2 called and 2 there, 50. Neutral: 1 of 2 and 1, 66.7. Positive: 1 of 1 and 2, 66.7.
      all: { macroF1: 61.1, accuracy: 60, meanRecall: 66.7, n: 5 },
      // Ranked: the last, the first, the second, the third. Negative 50, neutral 66.7, positive 0.
      top80: { macroF1: 38.9, accuracy: 50, meanRecall: 50, n: 4 },
      // Negative: 1 of 2 and 2. Neutral: 0 of 1.
      top60: { macroF1: 16.7, accuracy: 33.3, meanRecall: 16.7, n: 3 },
      // Half of 5 is rounded up.
      top50: { macroF1: 16.7, accuracy: 33.3, meanRecall: 16.7, n: 3 },
      polarAt70: { calls: 2, precision: 50, wrongSign: 50, recall: 25 },
    });
  });

  test('of equal probabilities the first names the label', () => {
    expect(targetScores(['negative', [0.4, 0.2, 0.4]]).all.accuracy).toBe(100);
    expect(targetScores(['neutral', [0.2, 0.4, 0.4]]).all.accuracy).toBe(100);
  });

  test('a call on what is neutral in gold is no wrong sign', () => {
    expect(targetScores(['neutral', [0.9, 0.1, 0]]).polarAt70).toEqual({
      calls: 1,
      precision: 0,
      wrongSign: 0,
      recall: 0,
    });
  });

  test('for people: a line a measure', () => {
    const lines = targetLines(judged);
    expect(lines).toContain('all                           61.1      60.0         66.7  5');
    expect(lines.at(-1)).toBe('                                       50.0        50.0    25.0      2');
  });
});

const GOLD = [triplet(0, 'Olga Marsh', 'NEG', 'Ivo Brandt'), triplet(1, 'Ivo Brandt', 'POS', 'Ellory Trust')];

describe('scores of who is for or against whom', () => {
  test('every measure, computed by hand', () => {
    const found = [
      triplet(0, 'Marsh', 'NEG', 'Brandt'),
      triplet(1, 'Ivo Brandt', 'NEG', 'the Ellory Trust'),
      triplet(1, 'Olga Marsh', 'POS', 'Ellory Trust'),
    ];
    expect(stanceScores(GOLD, [0.2, 0.5], found)).toEqual({
      polarityGivenPair: { macroF1: 100, accuracy: 100, meanRecall: 100, n: 2 },
      endToEnd: {
        triplets: { p: 33.3, r: 50, f1: 40, tp: 1, predicted: 3, gold: 2 },
        pairs: { p: 66.7, r: 100, f1: 80, tp: 2, predicted: 3, gold: 2 },
        wrongSignShare: 50,
      },
    });
  });

  test.each<[string, readonly Triplet[], readonly [number, number]]>([
    ['another sentence does not agree', [{ ...GOLD[0]!, sentence: 1 }], [0, 0]],
    ['source and target are not to be swapped', [triplet(0, 'Ivo Brandt', 'NEG', 'Olga Marsh')], [0, 0]],
    ['of two the first is taken', [{ ...GOLD[0]!, polarity: 'POS' }, GOLD[0]!], [0, 1]],
    ['nothing found', [], [0, 0]],
  ])('%s', (_trap, found, expected) => {
    const { triplets: whole, pairs } = stanceScores(GOLD, [0, 0], found).endToEnd;
    expect([whole.tp, pairs.tp]).toEqual(expected);
  });

  test('one prediction serves one gold triplet', () => {
    expect(stanceScores([GOLD[0]!, GOLD[0]!], [0, 0], [GOLD[0]!]).endToEnd.pairs.tp).toBe(1);
  });

  test('an article without a prediction has no pair to judge, and everything in it is missed', () => {
    const scores = scoreStances([stanceGold(GOLD)], []);
    expect(scores.polarityGivenPair).toBeNull();
    expect(scores.endToEnd.triplets).toEqual({ p: 0, r: 0, f1: 0, tp: 0, predicted: 0, gold: 2 });
    expect(stanceLines(scores)[2]).toMatch(/^from the sentences alone/u);
  });

  test('for people: a line a measure', () => {
    const lines = stanceLines(stanceScores(GOLD, [0, 0], GOLD));
    // Half of 66.7, which was rounded before.
    expect(lines[1]).toMatch(/^all +33\.4 +50\.0 +50\.0 +2$/u);
    expect(lines[5]).toMatch(/^source and target +100\.0 +100\.0 +100\.0 +2 +2 +2$/u);
    expect(lines.at(-1)).toBe('wrong sign among the found pairs  0.0');
  });

  test.each<[string, string, string, boolean]>([
    ['words of the shorter in the longer', 'Marsh', 'Olga Marsh', true],
    ['a first name is enough here', 'Olga', 'Olga Marsh', true],
    ['titles are words here', 'Gov. Marsh', 'Olga Marsh', false],
    ['case and accents do not count', 'MÁRSH', 'Olga Marsh', true],
    ['no name', '…', 'Olga Marsh', false],
  ])('names: %s', (_trap, a, b, expected) => {
    expect([oneWithinOther(a, b), oneWithinOther(b, a)]).toEqual([expected, expected]);
  });
});

describe('what is compared with SEESAW', () => {
  test.each<[string, string, string, string | null]>([
    ['the whole name', 'So Olga Marsh left.', 'Olga Marsh', 'Olga Marsh'],
    ['a part of it', 'So Marsh’s ship left.', 'Olga Marsh', 'Marsh'],
    ['the longest part, wherever it stands', 'Marsh met Olga Marsh.', 'Olga Marsh', 'Olga Marsh'],
    ['of equal parts the first', 'Marsh and Olga', 'Olga Marsh', 'Marsh'],
    ['other order and case', 'the port department', 'Department of the Port', 'port department'],
    ['linking words at the ends are left out', 'the Port of and Vest', 'The Port of Vest', 'Port'],
    ['initials and hyphens join', 'Olga V. Marsh-Brek', 'Olga V. Marsh Brek', 'Olga V. Marsh-Brek'],
    ['a full stop between sentences does not', 'He met Olga. “Marsh left.', 'Olga Marsh', 'Olga'],
    ['what an apostrophe leaves is no word', 'Ivo’s ship', 'Olga’s rule', null],
    ['a placeholder names nobody', 'It is not in the list.', 'Not in the list', null],
    ['not named', 'She left.', 'Olga Marsh', null],
  ])('a mention: %s', (_trap, sentence, name, expected) => {
    const span = mentionOf(sentence, name);
    expect(span === null ? null : sentence.slice(...span)).toBe(expected);
  });

  test('a pair is read at the target’s mention in its sentence; of one that is not named it is known who speaks', () => {
    const text = 'She left Marsh.\nMarsh praised Ivo Brandt.';
    const gold = { article: article(text), sentences: spansOf(text), stances: [triplet(1, 'Marsh', 'POS', 'Brandt')] };
    const asked: [string, Span | null][] = [];
    const sentiments = {
      sentiment: (sentence: string, target: Span): SentimentOdds => {
        asked.push([sentence, target]);
        return [0.1, 0.6, 0.3];
      },
      unnamed: (sentence: string, apart: Span | null): SentimentOdds => {
        asked.push([sentence, apart]);
        return [0.3, 0.6, 0.1];
      },
    };
    expect(polarities(gold, sentiments)).toEqual([{ sentence: 1, source: 'Marsh', target: 'Brandt', p: 0.3 / 0.4 }]);
    const unnamed = { ...gold, stances: [triplet(0, 'Marsh', 'POS', 'Brandt'), triplet(0, 'Ada', 'POS', 'Brandt')] };
    expect(polarities(unnamed, sentiments).map(({ p }) => p)).toEqual([0.1 / 0.4, 0.1 / 0.4]);
    expect(asked).toEqual([
      ['Marsh praised Ivo Brandt.', [18, 24]],
      ['She left Marsh.', [9, 14]],
      ['She left Marsh.', null],
    ]);
  });

  test('polar stances of known speakers, in the sentence that decides, each once', () => {
    const text = 'Marsh spoke.\nIvo Brandt is a liar, she said.';
    const said: Said[] = [
      { content: 'Ivo Brandt is a liar', speaker: entity('Olga Marsh') },
      { content: 'a liar', speaker: entity('Olga Marsh') },
      { content: 'liar' },
    ];
    const sure = stancesOf(text, ['opposes', 'Ivo Brandt', 'liar'], ['neither', 'Marsh'], ['no call', 'Marsh']);
    const scored: ScoredArticle = {
      ...attributed(text, said),
      readings: [sure, sure, sure],
      frames: [],
      roles: [],
      harms: [],
      ownStances: [],
    };
    expect(triplets(scored, spansOf(text))).toEqual([triplet(1, 'Olga Marsh', 'NEG', 'Ivo Brandt')]);
    const other = { ...scored, readings: [stancesOf(text, ['supports', 'Marsh']), sure, sure] };
    expect(triplets(other, spansOf(text))[0]).toEqual(triplet(0, 'Olga Marsh', 'POS', 'Marsh'));
  });
});

const PRAISE = '😀 Olga Marsh praised Ivo Brandt.';

describe('the command', () => {
  test('NewsMTSC: offsets are code points; one line a target', async () => {
    const targets = [
      { 'Input.gid': 'm', from: 2, to: 12, polarity: 4 },
      { 'Input.gid': 'b', from: 21, to: 31, polarity: 6 },
    ];
    const line = { primary_gid: 'm', sentence_normalized: PRAISE, targets };
    const folder = scratch({ 'g.jsonl': JSON.stringify(line) });
    const ended = await parallax(['evaluate', 'newsmtsc', 'g.jsonl', '--json', '--predictions', 'p.jsonl'], folder);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ targets: 2, all: { n: 2 } });
    const [first, second] = linesOf(join(folder, 'p.jsonl')) as { id: string; p: SentimentOdds }[];
    expect([first?.id, second?.id]).toEqual(['m', 'b']);
    expect(second?.p.reduce((sum, p) => sum + p)).toBeCloseTo(1, 10);
    expect(second?.p[2]).toBeGreaterThan(first!.p[2]);
  });

  test('SEESAW: a table for people; given and found', async () => {
    const sentences = ['Olga Marsh spoke.', 'Olga Marsh praised Belarus.'];
    const line = { id: 'a', sentences, stances: [triplet(1, 'Olga Marsh', 'POS', 'Belarus')] };
    const folder = scratch({ 'g.jsonl': JSON.stringify(line) });
    const ended = await parallax(['evaluate', 'seesaw', 'g.jsonl', '--predictions', 'p.jsonl'], folder);
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    expect(ended.stderr).toMatch(/source, polarity and target +100\.0/u);
    const given = expect.objectContaining({ sentence: 1, source: 'Olga Marsh', target: 'Belarus' }) as unknown;
    expect(linesOf(join(folder, 'p.jsonl'))).toEqual([
      { article: 'a', given: [given], found: [triplet(1, 'Olga Marsh', 'POS', 'Belarus')] },
    ]);
  });
});

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));
const NEWSMTSC = join(SHARED, 'gold/newsmtsc/train.jsonl');
const SEESAW = join(SHARED, 'gold/seesaw/train.jsonl');
const SCORERS = join(SHARED, 'eval');
const ABSENT = [NEWSMTSC, SEESAW, SCORERS].filter((path) => !existsSync(path));

describe.skipIf(ABSENT.length > 0)(
  ABSENT.length > 0
    ? 'beside the reference scorers: skipped, for the shared corpora are absent'
    : 'beside the reference scorers',
  () => {
    test.each([
      ['newsmtsc', NEWSMTSC, 300, 'score-targets.mjs'],
      ['seesaw', SEESAW, 8, 'score-stances.mjs'],
    ])('the command on a part of %s', async (name, path, number, scorer) => {
      const folder = scratch({ 'g.jsonl': readFileSync(path, 'utf8').split('\n').slice(0, number).join('\n') });
      const ended = await parallax(['evaluate', name, 'g.jsonl', '--json', '--predictions', 'p.jsonl'], folder);
      expect(JSON.parse(ended.stdout)).toEqual(reference(scorer, join(folder, 'g.jsonl'), join(folder, 'p.jsonl')));
    });

    test('probabilities made from the numbers of the targets, on all of NewsMTSC', () => {
      const gold = readNewsmtsc(NEWSMTSC);
      const targets = gold.flatMap((sentence) => sentence.targets).filter((_, i) => i % 11 !== 0);
      const predictions = targets.map(({ id, sentiment }, i) => ({ id, p: oddsAround(sentiment, i) }));
      const file = join(scratch({ 'p.jsonl': jsonLines(predictions) }), 'p.jsonl');
      expect(scoreTargets(gold, predictions)).toEqual(reference('score-targets.mjs', NEWSMTSC, file));
    });

    test('triplets made from gold by turning, renaming and moving, on all of SEESAW', () => {
      const gold = readSeesaw(SEESAW);
      const predictions = gold.slice(1).map(({ article: { id }, stances }) => prediction(id, stances));
      const file = join(scratch({ 'p.jsonl': jsonLines(predictions) }), 'p.jsonl');
      expect(scoreStances(gold, predictions)).toEqual(reference('score-stances.mjs', SEESAW, file));
    });
  },
);

/** Scores of targets, each with its gold and what was predicted (`null`: nothing). */
function targetScores(...targets: readonly (readonly [Sentiment, SentimentOdds | null])[]) {
  const gold: SentenceGold[] = targets.map(([sentiment], i) => ({
    article: article('x'),
    targets: [{ id: `${i}`, span: [0, 1], further: [], sentiment }],
  }));
  return scoreTargets(
    gold,
    targets.flatMap(([, p], i) => (p === null ? [] : [{ id: `${i}`, p }])),
  );
}

function triplet(sentence: number, source: string, polarity: Triplet['polarity'], target: string): Triplet {
  return { sentence, source, polarity, target };
}

function stanceGold(stances: readonly Triplet[]): StanceGold {
  return { article: article('x'), sentences: [[0, 1]], stances };
}

function stanceScores(gold: readonly Triplet[], given: readonly number[], found: readonly Triplet[]) {
  const pairs = gold.map((one, i) => ({ ...one, p: given[i]! }));
  return scoreStances([stanceGold(gold)], [{ article: 'sample', given: pairs, found }]);
}

function spansOf(text: string): readonly Span[] {
  return [...text.matchAll(/.+/gu)].map(({ 0: line, index }): Span => [index, index + line.length]);
}

/** A reading with these stances: the call, the target's name where the text first has it, and the deciding words. */
function stancesOf(text: string, ...stances: readonly (readonly [Call, string, ...string[]])[]): Reading {
  const placed = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  return {
    statement: 'sample#1',
    ...PLAIN_READING,
    stances: stances.map(([call, name, ...words]) => {
      return { target: entity(name), call, p: [0.2, 0.6, 0.2], evidence: [name, ...words].map(placed), coreferent: [] };
    }),
  };
}

/** More often right than not; many targets share a probability. */
function oddsAround(gold: Sentiment, i: number): SentimentOdds {
  const [most, rest] = [0.4 + (i % 13) * 0.04, (0.6 - (i % 13) * 0.04) / 2];
  const right = ['negative', 'neutral', 'positive'].indexOf(gold);
  const [a, b, c] = [0, 1, 2].map((label) => (label === (i % 3 === 0 ? i % 4 : right) % 3 ? most : rest));
  return [a!, b!, c!];
}

function prediction(id: string, stances: readonly Triplet[]): StancePrediction {
  return {
    article: id,
    given: stances.map(({ sentence, source, target }, i) => ({ sentence, source, target, p: (i % 5) / 4 })),
    found: stances.flatMap(disturbed),
  };
}

function disturbed(one: Triplet, i: number): readonly Triplet[] {
  if (i % 5 === 0) return [];
  const source = i % 3 === 0 ? one.source.split(' ').at(-1)! : `Mr. ${one.source}`.slice(i % 2 === 0 ? 4 : 0);
  const polarity = i % 4 === 0 ? 'POS' : one.polarity;
  const moved = { ...one, source, polarity, sentence: one.sentence + (i % 7 === 0 ? 1 : 0) };
  return i % 6 === 0 ? [moved, one] : [moved];
}

function reference(scorer: string, corpus: string, predictions: string): unknown {
  return JSON.parse(execFileSync(process.execPath, [join(SCORERS, scorer), corpus, predictions], { encoding: 'utf8' }));
}

function linesOf(file: string): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function jsonLines(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
