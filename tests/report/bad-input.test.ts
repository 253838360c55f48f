import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entity, Result } from '../../pipeline/model.ts';
import { readStudy } from '../../pipeline/read/inputs.ts';
import { readAssets } from '../../pipeline/report/assets.ts';
import { countOf, sheet } from '../../pipeline/report/csv.ts';
import { missingGlyphs } from '../../pipeline/report/fonts.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { openSetting } from '../../pipeline/report/setting.ts';
import { plain, table, textColumn } from '../../pipeline/report/view-parts.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { dataFiles } from '../../pipeline/report/tables.ts';
import { entity } from '../support/attributed.ts';
import { readPdf } from '../support/pdf-read.ts';
import { METADATA } from '../support/print-fixture.ts';
import { sharedPrinter } from '../support/printing.ts';
import { sampleResult, sampleStudy } from '../support/sample-result.ts';
import { scratch } from '../support/scratch.ts';

const assets = readAssets();

describe('a title of five hundred characters', () => {
  const printer = sharedPrinter();
  const title = `${'On tides and ferries '.repeat(24)}in summer`.slice(0, 500);

  test('stands whole on the first page and in the metadata, and cut at the head of the others', async () => {
    const html = renderHtml(buildView(sampleResult({ study: { ...sampleStudy, title } })), assets);
    const { document, pages } = await readPdf((await printer().print(html, { ...METADATA, title })).pdf);
    expect(document.getTitle()).toBe(title);
    expect(squeezed(pages[0]!).includes(squeezed(title))).toBe(true);
    expect(squeezed(pages[1]!).includes(squeezed(title.slice(0, 90)))).toBe(true);
    expect(squeezed(pages[1]!).includes(squeezed(title.slice(0, 120)))).toBe(false);
  });
});

test('a table of 100,000 rows is cut in the page, which says so, and whole in its file', () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => ({ head: plain(String(n)), cells: [] }));
  const { rows: shown, note } = table(openSetting(sampleResult(), english), {
    id: 'long',
    data: 'long.csv',
    title: 'Long',
    note: 'Note.',
    first: textColumn('N'),
    spans: null,
    columns: [],
    rows,
  });
  expect(shown.length).toBeLessThan(1000);
  expect(note).toMatch(/100[,.\u202f ]?000/u);
  const { text } = sheet('long.csv', rows, [countOf('n', 'rows', 'N.', (row) => Number(row.head.text))]);
  expect(text.split('\n')).toHaveLength(rows.length + 2);
});

describe('ten thousand targets', () => {
  const MANY = 10_000;
  const result = withTargets(MANY);
  const view = buildView(result);
  const { body } = view.speakers;

  test('the table of stances has its first rows, and says how many there are', () => {
    expect(body.stances!.rows).toHaveLength(100);
    expect(body.stances!.note).toContain('The first 100 of 10,000 rows; all are in the data file.');
  });

  test('the figure has the targets with the most calls, and says that it has these only', () => {
    expect(body.matrix!.chart).toMatchObject({ kind: 'matrix', columns: { length: 9 } });
    expect(body.matrix!.note).toMatch(/The 1 speakers? and 9 targets with the most calls/u);
  });

  test('a speaker and a statement with all of them tell the first, and where the others are', () => {
    expect(body.speakers[0]!.stances).toHaveLength(21);
    expect(body.speakers[0]!.stances.at(-1)).toBe('and 9,980 more in data/stances.csv');
    const { facts } = view.statements.body.articles[0]!.statements[3]!;
    expect(facts.filter(({ term }) => term === 'Stance')).toHaveLength(21);
    expect(facts.at(-1)!.value).toBe('and 9,980 more in data/statements.jsonl');
  });

  test('the data files hold all', () => {
    const files = new Map(dataFiles(result).map(({ name, text }) => [name, text]));
    expect(files.get('stances.csv')!.trim().split('\n')).toHaveLength(MANY + 1);
    expect(files.get('statements.jsonl')!.split('"Topic ')).toHaveLength(MANY + 1);
  });

  test('the page stays one that a browser shows: only what its script searches grows', () => {
    expect(renderHtml(view, assets).length).toBeLessThan(2_500_000);
    const printed = (one: object): number =>
      JSON.stringify(one, (key, value: unknown) => (key === 'data' ? null : value)).length;
    expect(printed(view) / printed(buildView(withTargets(150)))).toBeLessThan(1.1);
  });

  test('the study that names them is read', async () => {
    const topics = Array.from({ length: MANY }, (_, n) => `  - { id: topic-${n}, name: topic ${n} }\n`).join('');
    const study = `id: many\ntitle: Many\narticles: texts\ntargets:\n${topics}${GROUPS}`;
    const folder = scratch({ 'study.yaml': study, 'texts/a.txt': 'Rain.' });
    expect((await readStudy(join(folder, 'study.yaml'))).study.targets).toHaveLength(MANY);
  });
});

const GROUPS = 'groups:\n  - { id: western, label: Western, members: { outlets: [bbc] } }\n';

describe('a speaker without a name leaves no blank', () => {
  const NAMELESS = /^No name given \(nobody\)$/u;

  test.each<[trap: string, name: string, shown: RegExp]>([
    ['an empty name', '', NAMELESS],
    ['blanks, a no-break space and a tab', ' \u00a0\t', NAMELESS],
    ['a soft hyphen', '\u00ad', NAMELESS],
    ['the empty cell of Braille', '\u2800', NAMELESS],
    ['control characters', '\u0000\u001b', /^\[U\+0000\]\[U\+001B\]$/u],
    ['zero-width characters', '\u200b\ufeff', /^\[U\+200B\]\[U\+FEFF\]$/u],
  ])('%s', (_trap, name, shown) => {
    const { speakers, voices, statements } = buildView(withSpeaker({ ...entity('Nobody'), id: 'nobody', name }));
    const names = [
      ...speakers.body.speakers.map((one) => one.name),
      ...speakers.body.stances!.rows.map(({ head }) => head.text),
      ...voices.body.sources!.rows.map(({ head }) => head.text),
      ...voices.body.links!.rows.flatMap(({ head, cells }) => [head.text, cells[0]!.text]),
      ...statements.body.articles.flatMap((article) => article.statements.map(({ speaker }) => speaker)),
      ...statements.body.find.data.speakers,
    ];
    expect(names.filter((one) => one.trim() === '')).toEqual([]);
    expect(names.filter((one) => shown.test(one)).length).toBeGreaterThan(3);
  });

  test('no speaker at all', () => {
    const { speakers, statements } = buildView(withSpeaker(null));
    const said = statements.body.articles.flatMap((article) => article.statements.map(({ speaker }) => speaker));
    expect(said).toContain('Speaker not told');
    expect([...said, ...speakers.body.speakers.map(({ name }) => name)]).not.toContain('');
  });

  test('a result whose entities all have names stays what it was', () => {
    const result = sampleResult();
    expect(openSetting(result, english).result).toBe(result);
  });
});

test.each([
  ['Chinese', '港口关闭'],
  ['Arabic', 'ميناء'],
  ['Devanagari', 'बंदर'],
])('each letter of %s that no font has is named, to be said', (_script, text) => {
  const missing = missingGlyphs(`Port ${text}`, assets.fonts);
  expect(missing.join('')).not.toMatch(/[Port ]/u);
  expect([...new Set(text)].filter((letter) => /\p{L}/u.test(letter) && !missing.includes(letter))).toEqual([]);
});

/** One speaker and one statement with a stance toward each of so many topics. */
function withTargets(count: number): Result {
  const result = sampleResult();
  const targets = Array.from({ length: count }, (_, n) => entity(`Topic ${n + 1}`, 'topic'));
  const [pair] = result.comparison.stances;
  const calls = { opposes: 1, neither: 0, supports: 0, 'no call': 0 };
  return {
    ...result,
    study: { ...result.study, targets: targets.map((target) => ({ ...target, type: 'topic', aliases: [] })) },
    comparison: { ...result.comparison, stances: targets.map((target) => ({ ...pair!, target, calls })) },
    articles: result.articles.map((article) => ({
      ...article,
      readings: article.readings.map((reading) =>
        reading.statement === 'ferries#4'
          ? { ...reading, stances: targets.map((target) => ({ ...reading.stances[0]!, target })) }
          : reading,
      ),
    })),
  };
}

/** The sample with another in place of the minister, of whom statements, sources, links and stances tell. */
function withSpeaker(other: Entity | null): Result {
  const result = sampleResult();
  const { id } = result.comparison.stances[0]!.speaker;
  const inPlace = <T extends Entity | null>(one: T): T | Entity | null => (one?.id === id ? other : one);
  const { comparison } = result;
  return {
    ...result,
    comparison: {
      ...comparison,
      sources: comparison.sources.map((one) => ({ ...one, speaker: inPlace(one.speaker) })),
      chain: comparison.chain.map((one) => ({ ...one, to: inPlace(one.to) })),
      stances: other === null ? [] : comparison.stances.map((one) => ({ ...one, speaker: other })),
    },
    articles: result.articles.map((article) => ({
      ...article,
      statements: article.statements.map((one) => ({ ...one, speaker: inPlace(one.speaker) })),
    })),
  };
}

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}
