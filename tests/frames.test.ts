import { describe, expect, test } from 'vitest';
import { curveOf, probability, thresholdOf } from '../models/frames/train/calibrate.ts';
import { examplesOf, type Example } from '../models/frames/train/corpus.ts';
import { fitKernel, scoresBy } from '../models/frames/train/fit.ts';
import { crossJudged } from '../models/frames/train/folds.ts';
import { vectorLookUp } from '../models/frames/train/kernel.ts';
import { fileOf, trained } from '../models/frames/train/model.ts';
import { decisionOf } from '../models/frames/train/questions.ts';
import type { FrameName, FrameReading } from '../pipeline/model.ts';
import { readWeights } from '../pipeline/read/weights.ts';
import { frames } from '../pipeline/score/frames/frames.ts';
import { articleTerms, CLASS, wordKey } from '../pipeline/score/frames/terms.ts';
import { frameReliability, FRAMES, frameWeightsOf } from '../pipeline/score/frames/weights.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { scratch } from './support/scratch.ts';

const { bytes } = readWeights('frames');
const PADDING = 'It was on the way there and back again, as it had been on each of the days before. '.repeat(4);
const QUARREL =
  'The two parties attacked each other over the plan, and the opposition accused the government of lies. Critics slammed the bill, while its supporters blamed their opponents. ';
const MONEY =
  'The costs of the plan will rise to $40 billion, and economic growth, jobs, prices, taxes and trade will all suffer losses. ';

describe('terms of an article', () => {
  test('lemmas and pairs are counted; all names are one word, and so are all numbers', () => {
    const terms = (text: string): readonly number[] => [...articleTerms(tokenise(article(text)).tokens).counts.keys];
    expect(terms('Harlow met 12 sailors.')).toEqual(terms('Ellory met 70 sailors.'));
    expect(terms('Harlow met 12 sailors.').slice(0, 1)).toEqual([CLASS.name]);
    expect(terms('Harlow met sailors.')).not.toEqual(terms('Harlow met farmers.'));
  });

  test('a term that comes again is counted where it came first', () => {
    const { counts, firsts, widths } = articleTerms(tokenise(article('ships sank and ships sank')).tokens);
    const at = counts.keys.indexOf(wordKey('ship'));
    expect([counts.sums[at], firsts[at], widths[at]]).toEqual([2, 0, 1]);
    expect(counts.size).toBe(3 + 3);
  });
});

describe('the weights in use', () => {
  test('tell a quarrel from a bill, and show the words that told', () => {
    expect(byFrame(QUARREL + PADDING).conflict.p).toBeGreaterThan(byFrame(MONEY + PADDING).conflict.p + 0.2);
    expect(byFrame(MONEY + PADDING).economic.present).toBe(true);
    expect(byFrame(QUARREL + PADDING).economic.present).toBe(false);
    expect(shown(MONEY + PADDING, 'economic')).toContain('costs');
  });

  test('say nothing of a text that is too short', () => {
    expect(read(QUARREL)).toEqual([]);
    expect(read('')).toEqual([]);
  });

  test('do not know a name', () => {
    const text = `${QUARREL}Marsh met Ellory in Callow. ${PADDING}`;
    expect(read(text.replaceAll('Ellory', 'Harlow'))).toEqual(read(text));
  });

  test.each([
    ['words that nobody knows', 'Zzyqx qqvrt brgl mnopq. '.repeat(20)],
    ['one word again and again', 'cost '.repeat(400)],
    ['signs of other scripts', '船は港を出た。 '.repeat(60)],
  ])('read %s', (_trap, text) => {
    for (const { p, words } of read(text)) {
      expect(p > 0 && p < 1).toBe(true);
      expect(words.length).toBeLessThanOrEqual(5);
    }
  });

  test('words lie in the text, at most five, and none overlaps another', () => {
    const text = QUARREL + MONEY + PADDING;
    for (const { words } of read(text)) {
      const sorted = [...words].sort((a, b) => a[0] - b[0]);
      expect(words.length).toBeLessThanOrEqual(5);
      expect(sorted.every(([start, end], i) => start < end && (i === 0 || sorted[i - 1]![1] <= start))).toBe(true);
      expect(words.every(([, end]) => end <= text.length)).toBe(true);
    }
  });

  test('hold their own figures, with those of people beside them', () => {
    const found = frameReliability(bytes);
    expect(found.map(({ frame }) => frame)).toEqual(FRAMES);
    for (const { macroF1, human, present, articles } of found) {
      expect(macroF1).toBeGreaterThan(0.6);
      expect(human.alpha).toBeLessThan(human.agreement);
      expect(present).toBeLessThan(articles);
    }
  });

  test('are refused where they are cut short', () => {
    expect(() => frameWeightsOf(bytes.slice(0, bytes.length - 200_000))).toThrow(RangeError);
  });
});

describe('the questions', () => {
  test.each<[FrameName, readonly string[], boolean]>([
    ['conflict', ['co1', 'co3'], true],
    ['conflict', ['co2'], false],
    ['moral', ['mo2'], true],
    ['resolution', ['re2'], false],
    ['resolution', ['re2', 're6'], true],
  ])('%s by %j: %s', (frame, yes, expected) => {
    expect(decisionOf(frame, (question) => yes.includes(question))).toBe(expected);
  });
});

describe('calibration', () => {
  test('a curve gives each score about its share of truths', () => {
    const scores = [-1, -1, -1, -1, 1, 1, 1, 1];
    const curve = curveOf(scores, [false, false, false, true, true, true, true, false]);
    expect(probability(curve, -1)).toBeCloseTo(0.25, 1);
    expect(probability(curve, 1)).toBeCloseTo(0.75, 1);
  });

  test('scores that part the classes wholly leave the curve finite', () => {
    const { slope, offset } = curveOf([-2, -1, 1, 2], [false, false, true, true]);
    expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
  });

  test('a rare frame has a low threshold', () => {
    expect(thresholdOf([0.02, 0.03, 0.02, 0.05, 0.04, 0.35, 0.4])).toBeLessThan(0.35);
    expect(thresholdOf([0.9, 0.8, 0.2, 0.1])).toBeCloseTo(0.5);
  });
});

describe('training', () => {
  const vectorOf = vectorLookUp(twoVectors());

  test('one class is told from the other in the span of its articles', () => {
    const products = { products: Float64Array.of(2, 0, 0, 2), size: 2 };
    const scores = scoresBy(products, [0, 1], fitKernel(products, [0, 1], [1, 0], 10), [0, 1]);
    expect(scores[0]).toBeGreaterThan(0.5);
    expect(scores[1]).toBeLessThan(-0.5);
  });

  test('the same articles give the same bytes, which read what they were trained on', () => {
    const examples = toy();
    const once = file(examples);
    expect(file(examples)).toEqual(once);
    const weights = frameWeightsOf(once);
    const conflict = examples.map(
      ({ article: { tokens }, truth }) => [frames(tokens, weights)[0]!.p, truth[0]!] as const,
    );
    const [yes, no] = [true, false].map((truth) => conflict.filter((one) => one[1] === truth).map(([p]) => p));
    expect(Math.min(...yes!)).toBeGreaterThan(Math.max(...no!));
  });

  test('each article is judged once for each frame', () => {
    const examples = toy();
    for (const judged of crossJudged(examples, vectorOf, 1)) expect(judged).toHaveLength(examples.length);
  });

  function file(examples: readonly Example[]): Uint8Array {
    return fileOf(trained(examples, vectorOf), [wordKey('quarrel')], vectorOf, frameReliability(bytes));
  }
});

/** Vectors of two words. */
function twoVectors(): Parameters<typeof vectorLookUp>[0] {
  return {
    keys: Int32Array.from(['quarrel', 'harvest'], wordKey),
    steps: Int8Array.from({ length: 200 }, (_, n) => (n < 100 ? 1 : -1) * ((n % 7) - 3)),
    worth: Float32Array.of(0.1, 0.1),
    vader: new Int8Array(2),
    valences: new Float32Array(2),
  };
}

/** Articles of which every other one has all frames: its text has quarrels, the others’ harvests. Read from files. */
function toy(): readonly Example[] {
  const rows = Array.from({ length: 30 }, (_, n) => ({ id: String(n), yes: n % 2 === 0 }));
  const text = (yes: boolean, n: number): string => `Day ${n}. A ""${yes ? 'quarrel' : 'harvest'}"" came. ${PADDING}`;
  const questions = ['co1', 'co2', 'co3', 'ec1', 'ec2', 'ec3', 'hi1', 'hi2', 'hi5', 'mo1', 'mo2', 're2', 're6'];
  const label = (yes: boolean): string => (yes ? 'True' : 'False');
  const answers = rows.map(({ id, yes }) => {
    const one = yes ? 'yes' : 'no';
    return [id, Object.fromEntries(questions.map((question) => [question, [one, [one, one, -1]]]))] as const;
  });
  const folder = scratch({
    'articles_metadata.tsv': `ID\tsource\tmbfc\tdate\ttext\n${rows.map(({ id, yes }, n) => `${id}\to\tb\td\t"${text(yes, n)}"`).join('\n')}\n`,
    'role_and_frame_annoations.tsv': `ID\tentity\tgroup\trole\tmbfc\tRE\tHI\tCO\tMO\tEC\n${rows.map(({ id, yes }) => `${id}\tMarsh\tx\thero\tb\t${Array(5).fill(label(yes)).join('\t')}`).join('\n')}\n`,
    'full_annotations.json': JSON.stringify(Object.fromEntries(answers)),
  });
  return examplesOf(folder);
}

function read(text: string): readonly FrameReading[] {
  return frames(tokenise(article(text)).tokens, frameWeightsOf(bytes));
}

function byFrame(text: string): Readonly<Record<FrameName, FrameReading>> {
  return Object.fromEntries(read(text).map((one) => [one.frame, one])) as Record<FrameName, FrameReading>;
}

function shown(text: string, frame: FrameName): readonly string[] {
  return byFrame(text)[frame].words.map(([start, end]) => text.slice(start, end));
}
