import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printAgreement } from '../models/stance/gold/agreement.ts';
import { alphaInterval, nominalAlpha } from '../pipeline/stats/alpha.ts';
import { readCorpus } from '../models/stance/gold/corpus.ts';
import { drawFrom } from '../models/stance/gold/draw.ts';
import { sideOf } from '../models/stance/gold/figures.ts';
import { agreedStance, readCoded } from '../models/stance/gold/passes.ts';
import type { Coding, Row } from '../models/stance/gold/rows.ts';
import { callsOf } from '../models/stance/gold/scored.ts';
import { randomOf } from '../models/attribution/train/random.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { nameFinder } from '../pipeline/text/names.ts';
import { codeUnits } from '../pipeline/text/code-points.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { scratch } from './support/scratch.ts';

const GOLD = 'models/stance/gold';
const CORPUS = '../shared/corpora/ukraine-2022/articles.jsonl';
const seeds = readOwnSeeds();

describe('Krippendorff’s alpha', () => {
  // Worked examples of K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: A (two observers, two values),
  // B (two observers, five values), C (four observers, values missing; for nominal data).
  test.each([
    ['A', ['0100000010', '1110010000'], 0.095],
    ['B', ['aabbdcccedda', 'babbbccceddd'], 0.692],
    ['C', ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'], 0.743],
  ])('example %s as published', (_name, observers, expected) => {
    expect(nominalAlpha(unitsOf(observers))).toBeCloseTo(expected, 3);
  });

  test('full agreement is 1, agreement by chance is 0 or below', () => {
    expect(nominalAlpha(unitsOf(['abab', 'abab']))).toBe(1);
    expect(nominalAlpha(unitsOf(['abab', 'baba']))).toBeLessThan(0);
  });

  test('without variation or without pairs there is none', () => {
    for (const observers of [['aaa', 'aaa'], ['abc', '...'], []]) {
      expect(nominalAlpha(unitsOf(observers))).toBeNull();
      expect(alphaInterval(unitsOf(observers), 20, randomOf(1))).toBeNull();
    }
  });

  test('its interval holds it and is the same for the same seed', () => {
    const units = unitsOf(['aabbdcccedda', 'babbbccceddd']);
    const [low, high] = alphaInterval(units, 500, randomOf(3))!;
    expect(low).toBeLessThan(0.692);
    expect(high).toBeGreaterThan(0.692);
    expect(alphaInterval(units, 500, randomOf(3))).toEqual([low, high]);
  });
});

describe('the gold', () => {
  const coded = readCoded(GOLD);

  test('holds 150 statements of each group, one an article, each coded', () => {
    const groups = coded.map(({ row }) => row.group);
    expect([coded.length, groups.filter((group) => group === 'russian').length]).toEqual([300, 150]);
    expect(new Set(coded.map(({ row }) => row.article)).size).toBe(300);
  });

  test('the target stands in the content, and is not the holder', () => {
    for (const { row } of coded) {
      const [start, end] = row.target.span;
      expect(
        row.content.some(([from, to]) => from <= start && end <= to),
        row.row,
      ).toBe(true);
      expect(row.target.id, row.row).not.toBe(row.holder.id);
    }
  });

  test('who denies is coded as one who denies', () => {
    const denials = coded.flatMap(({ first, second }) => [first, ...(second === null ? [] : [second])]);
    expect(denials.filter(({ denial, engagement }) => denial && engagement !== 'deny')).toEqual([]);
  });

  test.skipIf(!existsSync(CORPUS))(
    'its targets are named where it says (needs the corpus beside the repository)',
    () => {
      const articles = new Map(readCorpus(CORPUS, seeds.registry).map((one) => [one.id, one]));
      for (const { row } of coded) {
        const own = articles.get(row.article)!;
        const at = codeUnits(own.text)(row.target.span);
        const names = nameFinder(seeds.registry)(own.text, tokenise(own).tokens);
        const named = names.find(({ span }) => span[0] === at[0])?.value.entity.id;
        expect(named, row.row).toBe(row.target.id);
      }
    },
  );
});

describe('the draw', () => {
  const texts = [
    '😀 “NATO must leave Ukraine,” said Olga Marsh, the mayor of Harbour Bay.',
    '“NATO must leave Ukraine,” said Olga Marsh, the mayor of Harbour Bay, today.',
    '“The harbour is shut,” said Olga Marsh.',
    '“Belarus and Poland are good friends of ours,” said Ivo Tarn, a baker.',
  ];
  const articles = texts.map((text, i) => article(text, { id: `post-${i}` }));

  test('takes one statement an article, never the same words twice, only where an actor is named', () => {
    const drawn = drawFrom(articles, seeds, randomOf(5));
    expect(drawn.map(({ holder }) => holder.name).toSorted()).toEqual(['Ivo Tarn', 'Olga Marsh']);
    expect(drawFrom(articles, seeds, randomOf(5))).toEqual(drawn);
    expect(drawFrom(articles, seeds, randomOf(5), 1)).toEqual(drawn.slice(0, 1));
  });

  test('its spans are code points', () => {
    const [row] = drawFrom(articles.slice(0, 1), seeds, randomOf(1));
    const points = Array.from(texts[0]!);
    expect(['NATO', 'Ukraine']).toContain(points.slice(...row!.target.span).join(''));
    expect(row!.cue.map((span) => points.slice(...span).join(''))).toEqual(['said']);
  });

  test('a row is found again in its article, whatever its statement is called', () => {
    const [drawn] = drawFrom(articles.slice(0, 1), seeds, randomOf(1));
    const row: Row = { row: 's1', group: 'russian', ...drawn! };
    expect(callsOf(articles[0]!, row, seeds)).toMatchObject({ found: true, sameSpeaker: true });
    const elsewhere: Row = { ...row, holder: { id: 'ivo-tarn', name: 'Ivo Tarn' }, content: [[0, 1]] };
    expect(callsOf(articles[0]!, elsewhere, seeds)).toMatchObject({ found: false, endToEnd: 'no call' });
  });
});

test('the corpus knows its publishers by name, else by address', () => {
  const line = { id: 'a', outlet: 'BBC', date: '2022-06-16', url: null, title: 'T', text: 'Olga left.' };
  const lines = [
    line,
    { ...line, id: 'b', outlet: 'Post', url: 'https://www.rt.com/x' },
    { ...line, id: 'c', outlet: 'Post' },
  ];
  const file = join(scratch({ 'a.jsonl': lines.map((one) => JSON.stringify(one)).join('\n') }), 'a.jsonl');
  expect(readCorpus(file, seeds.registry).map(({ publisher }) => publisher?.id)).toEqual(['bbc', 'rt', undefined]);
});

describe('two passes', () => {
  const coding: Coding = {
    row: 's1',
    holderRight: true,
    stance: 'opposes',
    denial: false,
    engagement: 'assert',
    reporting: 'neutral',
  };
  const row: Row = {
    row: 's1',
    article: 'a',
    group: 'western',
    holder: { id: 'olga-marsh', name: 'Olga Marsh' },
    target: { id: 'nato', name: 'NATO', span: [1, 5] },
    source: [],
    cue: [],
    content: [[0, 9]],
  };

  test.each([
    ['one pass alone', coding, null, 'opposes'],
    ['both the same', coding, coding, 'opposes'],
    ['not the same', coding, { ...coding, stance: 'neither' }, null],
    ['the wrong holder', coding, { ...coding, holderRight: false }, null],
    ['cannot tell', { ...coding, stance: 'cannot tell' }, { ...coding, stance: 'cannot tell' }, null],
  ] as const)('%s', (_case, first, second, expected) => {
    expect(agreedStance({ row, first, second })).toBe(expected);
  });

  test('agreement names what disagrees; a row that a pass leaves out is refused', () => {
    const rows = ['s1', 's2', 's3'].map((name) => ({ ...row, row: name }));
    const first = rows.map(({ row: name }) => ({ ...coding, row: name }));
    const second = first.map((one, i) => (i === 0 ? { ...one, stance: 'neither' } : one));
    const lines: string[] = [];
    printAgreement(folderOf(rows, first, second), (line) => lines.push(line));
    expect(lines).toContainEqual(expect.stringMatching(/^stance: 3 rows, equal 66\.7 %, alpha 0\.00 /u));
    expect(lines).toContain('  pass 1 → pass 2: opposes → neither 1');
    expect(lines.at(-1)).toContain('opposite sides 0 of 2');
    expect(() => readCoded(folderOf(rows, first.slice(1), second))).toThrow('“s1”');
  });

  test('with one pass no agreement is told', () => {
    const lines: string[] = [];
    printAgreement(folderOf([row], [coding], null), (line) => lines.push(line));
    expect(lines.at(-1)).toContain('no pass-2.jsonl yet');
  });

  test('silence takes no side', () => {
    expect((['opposes', 'no call', 'supports', 'neither'] as const).map(sideOf)).toEqual([
      'opposes',
      'neither',
      'supports',
      'neither',
    ]);
  });
});

/** Values by unit from one string an observer, a letter a unit; a full stop is a missing value. */
function unitsOf(observers: readonly string[]): readonly (readonly string[])[] {
  const length = observers[0]?.length ?? 0;
  return Array.from({ length }, (_, i) => observers.map((values) => values[i]!).filter((value) => value !== '.'));
}

function folderOf(rows: readonly object[], first: readonly object[], second: readonly object[] | null): string {
  const lines = (list: readonly object[]): string => list.map((one) => JSON.stringify(one)).join('\n');
  return scratch({
    'statements.jsonl': lines(rows),
    'pass-1.jsonl': lines(first),
    'pass-2.jsonl': second === null ? null : lines(second),
  });
}
