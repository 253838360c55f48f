import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EarlierContrast, EarlierRun } from '../pipeline/model.ts';
import { readCsv } from '../pipeline/read/csv.ts';
import { changesBetween } from '../pipeline/report/changes.ts';
import { buildReport } from '../pipeline/report/view.ts';
import { english } from '../pipeline/report/words/english.ts';
import { run } from '../pipeline/run.ts';
import { verify } from '../pipeline/verification.ts';
import { contrastedResult } from './support/sample-contrasts.ts';
import { scratch } from './support/scratch.ts';

const now = contrastedResult();
const held = now.comparison.contrasts!.contrasts;
const toldNow = held.find(({ verdict }) => verdict === 'differs' || verdict === 'these outlets differ')!;
const untold = held.find(({ verdict }) => verdict === 'not told apart')!;

/** The run before, as the sample itself would have left it, but for `other`. */
function earlier(other: Partial<EarlierRun> = {}): EarlierRun {
  const { parallax, packages, inputs, seed } = now.provenance;
  return {
    ...{ name: '2031-05-01-aaaaaaaaaaaa', run: 'aaaaaaaaaaaa', parallax, packages, inputs, seed },
    study: JSON.parse(JSON.stringify(now.study)) as Record<string, unknown>,
    articles: now.articles.map(({ id, sha256, statements }) => ({ id, sha256, statements: statements.length })),
    contrasts: held.map(({ id, verdict, difference, bca }) => ({ id, verdict, difference, interval: bca })),
    ...other,
  };
}

/** The contrasts of the run before, one of them (`null`: without it) another. */
function with1(id: string, other: Partial<EarlierContrast> | null): EarlierRun {
  const contrasts = earlier().contrasts.flatMap((one) =>
    one.id !== id ? [one] : other === null ? [] : [{ ...one, ...other }],
  );
  return earlier({ contrasts });
}

describe('what changed between two runs', () => {
  test('of equal runs nothing', () => {
    expect(changesBetween(earlier(), now)).toMatchObject({
      made: [],
      articles: { new: [], gone: [], changed: [] },
      findings: [],
      within: 0,
    });
  });

  test.each([
    ['a verdict that flips to a finding', with1(toldNow.id, { verdict: 'not told apart' }), toldNow.id, 'appeared'],
    ['a finding of a contrast that was not there', with1(toldNow.id, null), toldNow.id, 'appeared'],
    ['a finding that is lost', with1(untold.id, { verdict: 'differs' }), untold.id, 'disappeared'],
    ['a verdict that is none before and after', with1(untold.id, { verdict: 'too little' }), untold.id, 'verdict'],
    ['a figure that left its interval', with1(toldNow.id, { difference: -0.99, interval: null }), toldNow.id, 'moved'],
  ])('%s', (_trap, before, contrast, kind) => {
    expect(changesBetween(before, now).findings).toMatchObject([{ contrast, kind }]);
  });

  test('an untold contrast that was not there is not listed', () => {
    expect(changesBetween(with1(untold.id, null), now).findings).toEqual([]);
  });

  test('a figure that moved within its interval is counted, not listed', () => {
    const near = { difference: toldNow.difference! + 0.0001 };
    expect(changesBetween(with1(toldNow.id, near), now)).toMatchObject({ findings: [], within: 1 });
  });

  test('articles: new, gone and of another text', () => {
    const [first, second] = now.articles;
    const articles = [
      { id: first!.id, sha256: 'other', statements: 1 },
      { id: 'lost', sha256: 'x', statements: 7 },
    ];
    const found = changesBetween(earlier({ articles }), now);
    expect(found.articles).toMatchObject({ gone: ['lost'], changed: [first!.id] });
    expect(found.articles.new).toContain(second!.id);
    expect(found.statements.before).toBe(8);
  });

  test('another program and setting are told before all else; a new article is no such thing', () => {
    const study = { ...earlier().study, stanceThreshold: 0.99 };
    const model = { file: 'parallax/models/stance/weights.bin', sha256: 'a' };
    const inputs = [{ file: 'study.yaml', sha256: 'b' }, model, { file: 'articles/lost.txt', sha256: 'c' }];
    const { made } = changesBetween(earlier({ parallax: '0.0.9', study, inputs }), now);
    expect(made).toContainEqual({ kind: 'program', name: 'Parallax', before: '0.0.9', now: now.provenance.parallax });
    expect(made).toContainEqual(expect.objectContaining({ kind: 'setting', name: 'stanceThreshold', before: '0.99' }));
    expect(made).toContainEqual({ kind: 'file', name: model.file, before: 'a', now: null });
    expect(made.filter(({ name }) => name.startsWith('articles/'))).toEqual([]);
  });

  test('the section follows what differs, leads to the contrast, and leaves the ledger alone', () => {
    const changes = changesBetween(with1(toldNow.id, { verdict: 'not told apart' }), now);
    const { view, ledger } = buildReport(now, english, changes);
    const ids = view.contents.map(({ id }) => id);
    expect(ids[ids.indexOf('differs') + 1]).toBe('changes');
    expect(view.changes!.body.findings!.rows[0]!.head.href).toMatch(/^#table-contrasts-\d+$/u);
    expect(view.changes!.body.intro).toContain('are the same in both');
    expect(ledger).toEqual(buildReport(now).ledger);
    expect(buildReport(now).view.changes).toBeNull();
  });
});

test.each([
  ['a quote, a comma and a line within a cell', 'a,b\n"x ""y"", z",\n', [{ a: 'x "y", z', b: '' }]],
  ['a guard against formulas', "a\n'=1\n", [{ a: '=1' }]],
  ['first and last cell empty', 'a,b,c\n,m,\n', [{ a: '', b: 'm', c: '' }]],
])('CSV: %s', (_trap, text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

const STUDY = `id: tides
title: Two coasts
articles: texts
reports: out
groups:
  - { id: coast, label: Coast, members: { groups: [western] } }
`;
const FRONT = '---\ntitle: Ferries\noutlet: The Tidewater Post\ndate: 2031-05-01\n---\n';
const TEXT = `${FRONT}“The ferries will sail again,” said Ilse Marrow. The harbour was quiet.\n`;
const still = { now: () => 0, observe: () => undefined, out: null };
const print = () => Promise.resolve({ pdf: null, reason: 'No print in this test.' } as const);

describe('runs one after another', () => {
  const begin = async () => {
    const root = scratch({ 'study.yaml': STUDY, 'texts/one.txt': TEXT });
    const again = () => run(join(root, 'study.yaml'), { ...still, print });
    const add = () => {
      writeFileSync(join(root, 'texts', 'two.txt'), TEXT.replace('Ilse', 'Oda'));
    };
    return { root, again, add, first: await again() };
  };
  const page = (folder: string) => readFileSync(join(folder, 'report.html'), 'utf8');

  test('the second tells of the first, again so when it is made again, and is verified', async () => {
    const { root, again, add, first } = await begin();
    const [alone, name] = [page(first.folder), first.folder.split(/[\\/]/u).at(-1)!];
    expect(alone).not.toContain('id="changes"');
    expect(first.record['previous']).toBeNull();
    expect(page((await again()).folder)).toBe(alone);
    add();
    const second = await again();
    const told = page(second.folder);
    expect(told).toContain('1 article is new: two.');
    expect(second.record['previous']).toEqual({ name });
    const third = await again();
    expect(third.folder).toBe(second.folder);
    expect(page(third.folder)).toBe(told);
    expect(third.record).toEqual(second.record);
    expect((await verify(third.folder, join(root, 'study.yaml'), still)).verified).toBe(true);
  });

  test.each([
    ['a record that is no JSON', 'run.json', () => '{'],
    ['a record without what is compared', 'run.json', () => '{"previous":null}'],
    ['data of a version without the key', 'data/contrasts.csv', () => 'family,verdict\nframes,differs\n'],
    ['articles without their hashes', 'data/articles.csv', (text: string) => text.replace('sha256', 'md5')],
  ])('a run before with %s gives a warning and no section', async (_trap, file, spoil) => {
    const { again, add, first } = await begin();
    const path = join(first.folder, file);
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    add();
    const second = await again();
    expect(second.result.issues.map(({ code }) => code)).toContain('previous-run-unreadable');
    expect(page(second.folder)).not.toContain('id="changes"');
    expect(page((await again()).folder)).toBe(page(second.folder));
  });
});
