import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { goldOf, understand } from '../pipeline/arguments.ts';
import { scoreAttributions, type AttributionMeasures } from '../pipeline/evaluate/attributions.ts';
import { goldTokens, tokensIn } from '../pipeline/evaluate/gold-tokens.ts';
import { goldType } from '../pipeline/evaluate/gold-type.ts';
import { attributionLines, statementLines } from '../pipeline/evaluate/lines.ts';
import { mentions, sameName } from '../pipeline/evaluate/names.ts';
import { outermost } from '../pipeline/evaluate/outermost.ts';
import { scoreStatements } from '../pipeline/evaluate/statements.ts';
import { analyseAll } from '../pipeline/evaluation.ts';
import type { Attribution, GoldStatement, PointSpan, Role, SourcedStatement } from '../pipeline/gold.ts';
import { readPolnear } from '../pipeline/read/polnear.ts';
import { readStatements } from '../pipeline/read/sourced-statements.ts';
import { writePredictions } from '../pipeline/store/predictions.ts';
import { article } from './support/article.ts';
import { attributed, entity } from './support/attributed.ts';
import { parallax } from './support/parallax.ts';
import { refusal } from './support/refusal.ts';
import { scratch } from './support/scratch.ts';

describe('tokens that accuracy is counted in', () => {
  test('words keep what an apostrophe or hyphen joins; offsets are code points; lines are paragraphs', () => {
    expect(goldTokens('😀 Olga’s vice-chair,\n\n“no”')).toEqual({
      starts: [0, 2, 9, 19, 22, 23, 25],
      ends: [1, 8, 19, 20, 23, 25, 26],
      paragraph: [0, 0, 0, 0, 1, 1, 1],
    });
  });

  test.each<[string, readonly PointSpan[], readonly number[]]>([
    ['a token that is only touched counts', [[3, 6]], [0, 1]],
    ['a span that ends where a token starts does not touch it', [[0, 5]], [0]],
    [
      'a token of two spans counts once',
      [
        [0, 2],
        [3, 4],
      ],
      [0],
    ],
    ['no span, no token', [], []],
  ])('%s', (_trap, spans, expected) => {
    expect([...tokensIn(goldTokens('Olga Marsh'), spans)]).toEqual(expected);
  });
});

const PORT = 'Olga Marsh said the port was shut.\nIvo Brandt denied it.';
const MARSH = { source: ['Olga Marsh'], cue: ['said'], content: ['the port was shut'] };
const BRANDT = { source: ['Ivo Brandt'], cue: ['denied'], content: ['it'] };

describe('scores of attributions', () => {
  test('every measure, computed by hand', () => {
    const { allFiles } = scored(
      [[MARSH, BRANDT]],
      [{ ...MARSH, source: ['Marsh'], content: ['port was shut'] }, BRANDT],
    );
    const half = { p: 50, r: 50, f1: 50, tp: 1, predicted: 2, gold: 2 };
    const whole = { p: 100, r: 100, f1: 100, tp: 2, predicted: 2, gold: 2 };
    expect(allFiles).toEqual({
      segments: {
        exact: { source: half, cue: whole, content: half },
        begin: { source: half, cue: whole, content: half },
        // (1/2 + 1) / 2; (3/4 + 1) / 2
        jaccard: { source: 75, cue: 100, content: 87.5 },
      },
      tokens: {
        source: { p: 100, r: 75, f1: 85.7, tp: 3, predicted: 3, gold: 4 },
        cue: whole,
        content: { p: 100, r: 80, f1: 88.9, tp: 4, predicted: 4, gold: 5 },
      },
      relations: { exact: half, allRolesOverlap: whole, sourceAndContentHalf: whole },
      // 3 of 4 words of the first content are less than .8.
      byType: {
        attitude: { gold: 1, recovered: 1, share: 100 },
        'indirect speech': { gold: 1, recovered: 0, share: 0 },
      },
    } satisfies AttributionMeasures);
  });

  test('two annotators count twice in all files, and once for the first alone', () => {
    const both = scored([[MARSH], [MARSH, BRANDT]], [MARSH]);
    expect(both).toMatchObject({ articles: 1, annotationFiles: 2, articlesWithoutPrediction: 0 });
    expect(both.allFiles.relations.exact).toEqual({ p: 100, r: 66.7, f1: 80, tp: 2, predicted: 2, gold: 3 });
    expect(both.firstAnnotatorOnly.relations.exact).toEqual({ p: 100, r: 100, f1: 100, tp: 1, predicted: 1, gold: 1 });
  });

  test('without a prediction everything is missed, and nothing divides by zero', () => {
    const none = scored([[MARSH], [MARSH]], null);
    expect(none.articlesWithoutPrediction).toBe(2);
    expect(none.allFiles.tokens.cue).toEqual({ p: 0, r: 0, f1: 0, tp: 0, predicted: 0, gold: 2 });
    expect(none.allFiles.segments.jaccard).toEqual({ source: 0, cue: 0, content: 0 });
    expect(none.allFiles.byType).toEqual({ 'indirect speech': { gold: 2, recovered: 0, share: 0 } });
    expect(scored([[]], []).allFiles.byType).toEqual({});
  });

  test.each<[string, readonly Marked[], readonly Marked[], Partial<Counted>]>([
    [
      'a role is cut where a paragraph ends',
      [said('shut.\nIvo')],
      [said('shut.'), said('Ivo')],
      { segments: [2, 2, 2] },
    ],
    [
      'a gap cuts a role; its parts need not come in order',
      [said('shut', 'port')],
      [said('shut')],
      { segments: [1, 1, 2] },
    ],
    [
      'equal segments of two attributions count once',
      [said('port'), said('port')],
      [said('port')],
      { segments: [1, 1, 1] },
    ],
    [
      'a found segment that touches no gold pulls the overlap down',
      [said('port')],
      [said('port'), said('it')],
      { overlap: 50 },
    ],
    ['of several, the best overlap counts', [said('the port')], [said('port was shut'), said('port')], { overlap: 50 }],
    ['one prediction serves one gold attribution', [said('port'), said('port')], [said('port')], { linked: [1, 1, 2] }],
    [
      'the one that shares most is taken, so that the other stays free',
      [said('the port was'), said('the')],
      [said('the'), said('the port')],
      { linked: [2, 2, 2] },
    ],
    [
      'a source on one side only does not agree',
      [said('port')],
      [{ ...said('port'), source: ['Olga'] }],
      { linked: [0, 1, 1] },
    ],
  ])('%s', (_trap, gold, found, expected) => {
    const { segments, relations } = scored([gold], found).allFiles;
    const counted: Counted = {
      segments: counts(segments.exact.content),
      overlap: segments.jaccard.content,
      linked: counts(relations.allRolesOverlap),
    };
    expect(counted).toMatchObject(expected);
  });

  test.each<[string, string, string, string]>([
    ['marks at both ends', '“Shut it”', 'said', 'direct'],
    ['a full stop after the closing mark', '“Shut it”.', 'said', 'direct'],
    ['marks within', 'the “port” was shut', 'said', 'mixed'],
    ['only the opening mark', '“shut', 'said', 'mixed'],
    ['a verb of speech', 'it was shut', 'has TOLD', 'indirect speech'],
    ['a word that only begins like one', 'it was shut', 'saysay', 'attitude'],
  ])('kind: %s', (_trap, content, cue, expected) => {
    const points = Array.from(`${cue} ${content}`);
    const marked: Attribution = { source: [], cue: [[0, cue.length]], content: [[cue.length + 1, points.length]] };
    expect(goldType(marked, points)).toBe(expected);
  });

  test('for people: a line a measure, aligned', () => {
    const lines = attributionLines(scored([[MARSH, BRANDT]], [MARSH]));
    expect(lines[0]).toBe('Articles: 1 · annotation files: 1 · of them without prediction: 0');
    expect(lines).toContain('segments, exact: source                     100.0    50.0  66.7      1          1     2');
    expect(lines).toContain('recovered by kind  share  recovered  gold');
    expect(lines).toContain('indirect speech    100.0          1     1');
  });
});

const SHIP = 'Olga Marsh said the port was shut. She said it would open. “Soon,” said Ivo Brandt.';
const SHIP_GOLD = [
  goldStatement('Olga Marsh said the port was shut.', 'Olga Marsh'),
  goldStatement('She said it would open.', 'Olga Marsh', 'named Person'),
  goldStatement('“Soon,” said Ivo Brandt.', 'Ivo Brandt'),
];
const SHIP_FOUND = [
  sourcedStatement('Olga Marsh said the port was shut.', 'Marsh'),
  sourcedStatement('She said it would open.', 'Ivo Brandt'),
  sourcedStatement('“Soon,”', null),
];

describe('scores of sourced statements', () => {
  test('every measure, computed by hand', () => {
    const lost = { ...goldStatement('She', 'Olga Marsh'), offset: null };
    expect(statementScores([...SHIP_GOLD, lost], SHIP_FOUND)).toEqual({
      // 8 + 6 + 8 tokens, of which 8 + 6 + 4 are covered.
      wordsCovered: { p: 100, r: 81.8, f1: 90, tp: 18, predicted: 18, gold: 22 },
      // Half of the third is just enough.
      statements: { p: 100, r: 100, f1: 100, tp: 3, predicted: 3, gold: 3 },
      statementsWithName: { p: 33.3, r: 33.3, f1: 33.3, tp: 1, predicted: 3, gold: 3 },
      nameAccuracyAmongFound: 33.3,
      pronounOrNoMention: { gold: 1, found: 1, nameAccuracyAmongFound: 0 },
      unknownSpeakerAmongFoundQuotes: 100,
    });
  });

  test('a source without a name asks for none; a statement that is not found has no name to judge', () => {
    const unnamed = { ...goldStatement('She said it would open.', null), type: 'Unnamed individual' };
    const scores = statementScores([unnamed, SHIP_GOLD[0]!], [SHIP_FOUND[1]!]);
    expect(scores.statementsWithName).toMatchObject({ tp: 1, predicted: 1, gold: 2 });
    expect(scores.nameAccuracyAmongFound).toBe(0);
    expect(statementScores(SHIP_GOLD, []).statements).toMatchObject({ tp: 0, predicted: 0, gold: 3 });
    expect(scoreStatements([{ id: 7, article: article(SHIP), statements: SHIP_GOLD }], []).statements.gold).toBe(3);
  });

  test('of predictions that agree alike the last is taken', () => {
    const twice = [SHIP_FOUND[0]!, { ...SHIP_FOUND[0]!, speaker: 'Ivo Brandt' }];
    expect(statementScores(SHIP_GOLD.slice(0, 1), twice).statementsWithName.tp).toBe(0);
    expect(statementScores(SHIP_GOLD.slice(0, 1), twice.toReversed()).statementsWithName.tp).toBe(1);
  });

  test.each<[string, number]>([
    ['Named individual', 1],
    ['individual', 1],
    ['Named Organization', 1],
    ['A named person', 1],
    ['Unnamed individual', 0],
    ['Unamed Group of People', 0],
    ['Document', 0],
  ])('a source of type “%s” that goes by a pronoun: %i', (type, expected) => {
    expect(statementScores([{ ...SHIP_GOLD[1]!, type }], []).pronounOrNoMention.gold).toBe(expected);
  });

  test.each<[string, string, string, boolean]>([
    ['a surname alone', 'Marsh', 'Olga Marsh', true],
    ['a first name alone is not enough', 'Olga', 'Olga Marsh', false],
    ['titles, case and accents do not count', 'Gov. OLGA MÁRSH', 'Olga Marsh', true],
    ['a middle name more', 'Olga Marsh', 'Olga Vera Marsh', true],
    ['another surname', 'Olga Brandt', 'Olga Marsh', false],
    ['no name', '', 'Olga Marsh', false],
  ])('names: %s', (_trap, a, b, expected) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([expected, expected]);
  });

  test.each<[string, string, boolean]>([
    ['a surname mentions', 'Marsh said no.', true],
    ['a pronoun does not', 'She said no.', false],
    ['a short word does not', 'El said no.', false],
  ])('mentions: %s', (_trap, text, expected) => {
    expect(mentions(text, 'Olga El Marsh')).toBe(expected);
  });

  test('for people: a line a measure', () => {
    const lines = statementLines(statementScores(SHIP_GOLD, SHIP_FOUND));
    expect(lines).toContain('statements with the right name       33.3    33.3   33.3      1          3     3');
    expect(lines.at(-1)).toBe('unknown speakers among found quotations                 100.0');
  });
});

describe('what is compared', () => {
  const text = '😀 Olga Marsh said Ivo Brandt denied it.';
  const reading = attributed(text, [
    { source: 'Olga Marsh', cue: 'said', content: 'Ivo Brandt denied it', speaker: entity('Olga Marsh') },
    { source: 'Ivo Brandt', cue: 'denied', content: 'it', within: 'sample#1' },
    { source: 'Ivo', cue: 'denied', content: [] },
  ]);

  test('PolNeAR: outermost statements, in code points', () => {
    expect(outermost(reading)).toEqual({
      article: 'sample',
      attributions: [
        { source: [[2, 12]], cue: [[13, 17]], content: [[18, 38]] },
        { source: [[18, 21]], cue: [[29, 35]], content: [] },
      ],
    });
  });

  test('PolNeAR: a colon right after a cue is part of it', () => {
    const colon = attributed('Olga Marsh said: no.', [{ source: 'Olga Marsh', cue: 'said', content: 'no' }]);
    expect(outermost(colon).attributions[0]!.cue).toEqual([[11, 16]]);
  });

  test('a text on which a stage fails is set aside, and the rest goes on', () => {
    const texts = [article('x', { id: 'bad', file: 'bad.txt' }), article(SHIP)];
    const analyse = (one: { id: string }) => {
      if (one.id === 'bad') throw new Error('no verb');
      return reading;
    };
    const { analysed: read, failed } = analyseAll(texts, analyse, () => undefined);
    expect(read).toEqual([reading]);
    expect(failed).toEqual([{ file: 'bad.txt', line: null, message: expect.stringContaining('“bad”') as string }]);
  });
});

const ANN =
  'T1\tSource 0 10\tOlga Marsh\nT2\tCue 11 15\tsaid\nT3\tContent 16 24;25 33\tthe port …\nE1\tAttribution:T9 Content:T3 Cue:T2 Source:T1\n';

describe('the command', () => {
  test('wrong usage ends with 2 and one sentence', async () => {
    const { code, stdout, stderr } = await parallax(['evaluate', 'novels', '.']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      '“novels” is no gold corpus that this version knows. It knows: polnear, statements, newsmtsc, seesaw.',
    );
  });

  test.each([
    ['no gold', [], 'takes a gold corpus (polnear, statements, newsmtsc, seesaw)'],
    ['no path', ['polnear'], 'takes the path of the corpus'],
    ['a profile to come', ['polnear', '.', '--profile', 'accurate'], 'this version has only “fast”'],
    ['an option of another command', ['polnear', '.', '--quiet'], 'has no option --quiet'],
    ['a word too many', ['polnear', '.', 'b'], '“b” is one word too many'],
  ])('wrong usage: %s', (_trap, args, message) => {
    const { exit, message: said } = refusal(() => goldOf(understand(['evaluate', ...args])));
    expect([exit, said]).toEqual([2, expect.stringContaining(message)]);
  });

  test('PolNeAR: scores as JSON, and predictions in code points', async () => {
    const folder = scratch({ 'text/a.txt': `😀\n${PORT}`, 'attributions/a_0000.ann': ANN });
    const { code, stdout } = await parallax(
      ['evaluate', 'polnear', '.', '--json', '--predictions', 'new/p.jsonl'],
      folder,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ articles: 1, annotationFiles: 1, articlesWithoutPrediction: 0 });
    const [line] = readFileSync(join(folder, 'new/p.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line!)).toMatchObject({
      article: 'a',
      attributions: [{ source: [[2, 12]], cue: [[13, 17]] }, { source: [[37, 47]] }],
    });
    expect(readdirSync(join(folder, 'new'))).toEqual(['p.jsonl']);
  });

  test('sourced statements: a table for people; the id stays as it was given', async () => {
    const folder = scratch({ 'g.jsonl': JSON.stringify({ id: 7, text: SHIP, statements: SHIP_GOLD }) });
    const ended = await parallax(['evaluate', 'statements', 'g.jsonl', '--predictions', 'p.jsonl'], folder);
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    expect(ended.stderr).toContain('statements with the right name');
    expect(readFileSync(join(folder, 'p.jsonl'), 'utf8')).toMatch(/^\{"article":7,"statements":\[\{"spans":\[\[/u);
  });

  test.each([
    ['a folder of that name', 'text'],
    ['a file where a folder is needed', 'text/a.txt/p.jsonl'],
  ])('predictions that cannot be written: %s', (_trap, name) => {
    const folder = scratch({ 'text/a.txt': PORT });
    const { exit, message } = refusal(() => {
      writePredictions(join(folder, name), []);
    });
    expect([exit, message]).toEqual([73, expect.stringContaining(`${name}: cannot be written`)]);
    expect(readdirSync(folder)).toEqual(['text']);
  });
});

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));
const POLNEAR = join(SHARED, 'gold/polnear/dev');
const STATEMENTS = join(SHARED, 'gold/sourced-statements/dev.jsonl');
const SCORERS = join(SHARED, 'eval');

describe.skipIf(![POLNEAR, STATEMENTS, SCORERS].every((path) => existsSync(path)))(
  'beside the reference scorers',
  () => {
    test('the command on some articles of PolNeAR', async () => {
      const folder = scratch({});
      copySome(POLNEAR, folder, 9);
      const ended = await parallax(['evaluate', 'polnear', '.', '--json', '--predictions', 'p.jsonl'], folder);
      expect(JSON.parse(ended.stdout)).toEqual(reference('score-attribution.mjs', folder, join(folder, 'p.jsonl')));
    });

    test('the command on some sourced statements', async () => {
      const some = readFileSync(STATEMENTS, 'utf8').split('\n').slice(0, 4).join('\n');
      const folder = scratch({ 'g.jsonl': some });
      const ended = await parallax(['evaluate', 'statements', 'g.jsonl', '--json', '--predictions', 'p.jsonl'], folder);
      const expected = reference('score-statements.mjs', join(folder, 'g.jsonl'), join(folder, 'p.jsonl'));
      expect(JSON.parse(ended.stdout)).toEqual(expected);
    });

    test('predictions made from gold by moving, dropping and doubling, on the whole of PolNeAR', () => {
      const gold = readPolnear(POLNEAR);
      const last = new Map(gold.annotations.map(({ article: id, attributions }) => [id, attributions]));
      const predictions = [...last]
        .slice(3)
        .map(([id, list]) => ({ article: id, attributions: list.flatMap(disturbed) }));
      const file = join(scratch({ 'p.jsonl': jsonLines(predictions) }), 'p.jsonl');
      expect(scoreAttributions(gold, predictions)).toEqual(reference('score-attribution.mjs', POLNEAR, file));
    });

    test('predictions made from gold by moving and renaming, on all sourced statements', () => {
      const gold = readStatements(STATEMENTS);
      const predictions = gold
        .slice(1)
        .map(({ id, statements }) => ({ article: id, statements: statements.flatMap(renamed) }));
      const file = join(scratch({ 'p.jsonl': jsonLines(predictions) }), 'p.jsonl');
      expect(scoreStatements(gold, predictions)).toEqual(reference('score-statements.mjs', STATEMENTS, file));
    });
  },
);

/** An attribution by its words, each found where `PORT` first has them. */
type Marked = Readonly<Partial<Record<Role, readonly string[]>>>;

interface Counted {
  readonly segments: readonly number[];
  readonly overlap: number;
  readonly linked: readonly number[];
}

function counts({ tp, predicted, gold: marked }: { tp: number; predicted: number; gold: number }): readonly number[] {
  return [tp, predicted, marked];
}

function said(...content: readonly string[]): Marked {
  return { content };
}

/** Scores for the text `PORT`: a list of attributions for each annotator, and what was found (`null`: no prediction). */
function scored(annotators: readonly (readonly Marked[])[], found: readonly Marked[] | null) {
  const annotations = annotators.map((list) => ({ article: 'sample', attributions: list.map(attribution) }));
  const predictions = found === null ? [] : [{ article: 'sample', attributions: found.map(attribution) }];
  return scoreAttributions({ articles: [article(PORT)], annotations }, predictions);
}

function attribution(marked: Marked): Attribution {
  const spansOf = (role: Role) => (marked[role] ?? []).map((words) => spanOf(PORT, words));
  return { source: spansOf('source'), cue: spansOf('cue'), content: spansOf('content') };
}

function spanOf(text: string, words: string): PointSpan {
  const start = text.indexOf(words);
  return [start, start + words.length];
}

function statementScores(statements: readonly GoldStatement[], found: readonly SourcedStatement[]) {
  return scoreStatements(
    [{ id: 7, article: article(SHIP, { id: '7' }), statements }],
    [{ article: 7, statements: found }],
  );
}

function goldStatement(words: string, name: string | null, type = 'Named individual'): GoldStatement {
  return { statement: words, offset: spanOf(SHIP, words), type, name };
}

function sourcedStatement(words: string, speaker: string | null): SourcedStatement {
  return { spans: [spanOf(SHIP, words)], speaker };
}

function reference(scorer: string, corpus: string, predictions: string): unknown {
  return JSON.parse(execFileSync(process.execPath, [join(SCORERS, scorer), corpus, predictions], { encoding: 'utf8' }));
}

/** The articles with several annotators first: they are where the counts differ. */
function copySome(from: string, to: string, number: number): void {
  const names = readdirSync(join(from, 'attributions')).sort();
  const idOf = (name: string) => name.replace(/_[0-9a-f]{4}\.ann$/u, '');
  const many = (name: string) => names.filter((other) => idOf(other) === idOf(name)).length;
  const ids = [...new Set(names.toSorted((a, b) => many(b) - many(a)).map(idOf))].slice(0, number);
  for (const folder of ['text', 'attributions']) mkdirSync(join(to, folder));
  for (const id of ids) copyFileSync(join(from, 'text', `${id}.txt`), join(to, 'text', `${id}.txt`));
  for (const name of names.filter((one) => ids.includes(idOf(one))))
    copyFileSync(join(from, 'attributions', name), join(to, 'attributions', name));
}

/** Every third attribution is dropped or doubled, the others are moved by some characters. */
function disturbed(one: Attribution, i: number): readonly Attribution[] {
  const move = (spans: readonly PointSpan[]) =>
    spans.map(([start, end]): PointSpan => [Math.max(0, start - (i % 5)), end + (i % 4) * 7]);
  if (i % 6 === 0) return [];
  if (i % 6 === 3) return [one, { ...one, source: [] }];
  return [{ source: move(one.source), cue: one.cue, content: move(one.content) }];
}

function renamed({ offset, name }: GoldStatement, i: number): readonly SourcedStatement[] {
  if (offset === null || i % 5 === 0) return [];
  const speaker = [name, name?.split(' ').at(-1) ?? null, `Dr. ${name ?? 'Marsh'}`, 'Olga Marsh', null][i % 5] ?? null;
  const moved: PointSpan = [offset[0] + (i % 3) * 20, offset[1] + (i % 4) * 30];
  return [{ spans: [moved], speaker }, ...(i % 4 === 0 ? [{ spans: [moved], speaker: null }] : [])];
}

function jsonLines(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
