import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../pipeline/issue.ts';
import { readOwnSeeds, readStudy } from '../pipeline/read/inputs.ts';
import { LEXICON_NAMES } from '../pipeline/read/lexicons.ts';
import { refusalFrom } from './support/checks.ts';
import { scratch, type Content } from './support/scratch.ts';

const outlets = `sources: { own: Invented. }
outlets:
  - { id: harbour-post, name: The Harbour Post, aliases: [Harbour Post], domains: [harbour-post.example], country: AA, group: coast, medium: newspaper, note: Invented., source: own }
  - { id: tide-office, name: the Tide Office, country: AA, group: coast, medium: official, note: Invented., source: own }
`;
const actors = `sources: { own: Invented. }
actors:
  - { id: ilse-marrow, name: Ilse Marrow, type: person, country: AA, aliases: [Marrow], gender: female, roles: [{ title: Mayor of Saltby, from: 2030-01-01, to: null }], note: Invented., source: own }
  - { id: upland, name: Upland, type: country, country: UU, demonyms: [Uplander], metonyms: [Saltby], note: Invented., source: own }
`;
const study = `id: tides
title: Two coasts
articles: texts
groups:
  - { id: coast, label: Coast, members: { groups: [coast] } }
`;

const files = {
  'study.yaml': `${study}outlets: data/outlets.yaml\nactors: data/actors.yaml\n`,
  'data/outlets.yaml': outlets,
  'data/actors.yaml': actors,
  'texts/a.txt': 'Rain.',
};

test('every file it rests on is in its record, named as in the study', async () => {
  const { inputs, study: read, articles } = await readStudy(join(scratch(files), 'study.yaml'));
  expect(read.groups[0]?.members).toEqual(['harbour-post', 'tide-office']);
  expect(articles).toHaveLength(1);
  expect(inputs.map(({ file }) => file)).toEqual([
    'study.yaml',
    'data/outlets.yaml',
    'data/actors.yaml',
    ...LEXICON_NAMES.map((name) => `parallax/seeds/lexicons/${name}.yaml`),
    ...['naming', 'frames'].map((name) => `parallax/seeds/codebooks/${name}.yaml`),
    'parallax/models/attribution/weights.bin',
    'parallax/models/stance/weights.bin',
    'parallax/models/frames/weights.bin',
    'parallax/models/roles/weights.bin',
    'texts/a.txt',
  ]);
  expect(inputs.every(({ sha256 }) => /^[0-9a-f]{64}$/u.test(sha256))).toBe(true);
  expect(new Set(inputs.map(({ sha256 }) => sha256)).size).toBe(inputs.length);
});

test('the same study elsewhere gives the same record', async () => {
  const records = await Promise.all(
    [scratch(files), scratch(files)].map((folder) => readStudy(join(folder, 'study.yaml'))),
  );
  expect(records[0]!.inputs).toEqual(records[1]!.inputs);
});

test('articles outside the study’s window are left out and counted; a window without any is refused', async () => {
  const dated = (day: string) => `---\ndate: ${day}\noutlet: Harbour Post\n---\nRain.`;
  const folder = (to: string) =>
    scratch({
      ...files,
      'study.yaml': `${files['study.yaml']}comparison: { from: 2031-05-01, to: ${to} }\n`,
      'texts/b.txt': dated('2031-05-04'),
      'texts/c.txt': dated('2031-06-01'),
    });
  const { articles, issues, found } = await readStudy(join(folder('2031-05-31'), 'study.yaml'));
  expect(articles.map(({ id }) => id)).toEqual(['b']);
  expect(found).toBe(3);
  expect(issues).toMatchObject([
    {
      code: 'outside-window',
      message:
        '2 article(s) lie outside the study’s window (2031-05-01 to 2031-05-31), or have no date, and are left out.',
    },
  ]);
  const refusal = await refusalFrom(readStudy(join(folder('2031-05-02'), 'study.yaml')));
  expect(refusal.exit).toBe(EXIT.badInput);
  expect(refusal.problems[0]?.message).toContain('None is left: widen the window.');
});

test('reports go beside the study unless it says otherwise', async () => {
  const folder = scratch(files);
  expect((await readStudy(join(folder, 'study.yaml'))).reports).toBe(join(folder, 'reports'));
});

test('a file that a study names and that lies elsewhere is recorded without the way to it', async () => {
  const away = join(scratch({ 'outlets.yaml': outlets }), 'outlets.yaml');
  const folder = scratch({ ...files, 'study.yaml': `${study}outlets: ${away}\nactors: data/actors.yaml\n` });
  expect((await readStudy(join(folder, 'study.yaml'))).inputs[1]?.file).toBe('outlets.yaml');
});

test.each([
  ['no study', { 'study.yaml': null }, EXIT.missingInput, ['study.yaml: There is no such file: check the path.']],
  [
    'a folder for a study',
    { 'study.yaml': null, 'study.yaml/x': '' },
    EXIT.missingInput,
    ['study.yaml: This is a folder: name the file in it.'],
  ],
  [
    'no registry',
    { 'data/actors.yaml': null },
    EXIT.missingInput,
    ['data/actors.yaml: There is no such file: check the path.'],
  ],
  [
    'no articles',
    { 'texts/a.txt': null },
    EXIT.missingInput,
    ['No .txt or .jsonl file matches “texts”: check “articles” in the study.'],
  ],
  [
    'a study that is not UTF-8',
    { 'study.yaml': Buffer.from([0x61, 0xff]) },
    EXIT.badStudy,
    ['study.yaml:1: The file is not valid UTF-8 from here on: save it as UTF-8.'],
  ],
  [
    'a registry that is not UTF-8',
    { 'data/actors.yaml': Buffer.from([0x61, 0xff]) },
    EXIT.badStudy,
    ['data/actors.yaml:1: The file is not valid UTF-8 from here on: save it as UTF-8.'],
  ],
  [
    'a bad study',
    { 'study.yaml': 'id: x' },
    EXIT.badStudy,
    ['study.yaml:1: “title” is missing.', 'study.yaml:1: “articles” is missing.', 'study.yaml:1: “groups” is missing.'],
  ],
  [
    'a group that the registry does not know',
    { 'study.yaml': files['study.yaml'].replace('[coast]', '[cost]') },
    EXIT.badStudy,
    ['study.yaml:5: The registry of outlets knows no group “cost”. Did you mean “coast”?'],
  ],
  [
    'a bad registry',
    { 'data/outlets.yaml': outlets.replace('medium: newspaper', 'medium: paper') },
    EXIT.badStudy,
    [
      'data/outlets.yaml:3: “medium” must be one of agency, broadcaster, newspaper, magazine, online, official, not “paper”.',
    ],
  ],
])('%s is refused', async (_trap, changes: Readonly<Record<string, Content>>, exit, expected) => {
  const folder = scratch({ ...files, ...changes });
  const refusal = await refusalFrom(readStudy(join(folder, 'study.yaml')));
  expect(refusal.exit).toBe(exit);
  expect(refusal.message.split('\n').map((line) => line.replace(`${folder}/`, ''))).toEqual(expected);
});

test('what Parallax brings along can be read without a study', () => {
  expect(readOwnSeeds().registry.outlets.some(({ id }) => id === 'bbc')).toBe(true);
});
