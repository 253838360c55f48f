import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT, sentence } from '../pipeline/issue.ts';
import type { Frame } from '../pipeline/model.ts';
import { checkDictionaries } from '../pipeline/read/dictionaries.ts';
import { readStudy } from '../pipeline/read/inputs.ts';
import { globMatcher } from '../pipeline/text/globs.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { refusalFrom, taken } from './support/checks.ts';
import { scratch } from './support/scratch.ts';

const LIWC = `%
1\ttide
2\tharbour
%
ebb*\t1
quay\t1\t2
low water\t1
`;

describe('LIWC’s format', () => {
  test('categories are frames with their words', () => {
    expect(frames('coast.dic', LIWC).map(({ id, title, match, terms }) => [id, title, match, terms])).toEqual([
      ['coast-tide', 'tide (coast.dic)', 'surface', weighed('ebb*', 'quay', 'low water')],
      ['coast-harbour', 'harbour (coast.dic)', 'surface', weighed('quay')],
    ]);
  });

  test.each([
    ['numbers behind blanks', LIWC.replace('quay\t1\t2', 'quay  1 2'), ['ebb*', 'quay', 'low water']],
    [
      'headings indented and described',
      LIWC.replace('2\tharbour', '\t2\tharbour (All of it)'),
      ['ebb*', 'quay', 'low water'],
    ],
    ['capitals', LIWC.replace('quay', 'Quay'), ['ebb*', 'quay', 'low water']],
    ['line ends of Windows', LIWC.replaceAll('\n', '\r\n'), ['ebb*', 'quay', 'low water']],
    ['blank lines', `\n${LIWC}\n\n`, ['ebb*', 'quay', 'low water']],
    ['a word twice with the same categories', `${LIWC}quay\t2\t1\n`, ['ebb*', 'quay', 'low water']],
  ])('%s', (_trap, text, expected) => {
    expect(frames('coast.dic', text)[0]?.terms).toEqual(weighed(...expected));
    expect(frames('coast.dic', text)[1]?.title).toBe('harbour (coast.dic)');
  });

  test('a category without words is no frame', () => {
    expect(frames('coast.dic', LIWC.replace('2\tharbour', '2\tharbour\n3\tempty'))).toHaveLength(2);
  });

  test.each([
    [
      'a word that hangs on others',
      'like\t(02 134)125/464\t1',
      '“like (02 134)125/464” has marks that are no part of a word',
    ],
    ['codes joined by strokes', 'kind\t(of)135/126', '“kind (of)135/126” has no plain numbers of categories behind it'],
    ['an emoticon', ':)\t1', '“:)” has no letter: only words are counted here'],
    ['two wildcards', 'a**\t1', '“a**” has two wildcards in a row: one is enough'],
  ])('%s is left out and told', (_trap, line, expected) => {
    const { frames: read, issues } = taken(checkDictionaries([{ file: 'coast.dic', text: `${LIWC}${line}\n` }], []));
    expect(read[0]?.terms).toHaveLength(3);
    expect(issues.map(({ code, file, line: at }) => [code, file, at])).toEqual([['dictionary-entry', 'coast.dic', 8]]);
    expect(issues[0]?.message).toBe(
      `The entry ${expected}. It is left out; write it as a word and numbers to have it.`,
    );
  });

  test.each([
    [
      'no header',
      'ebb\t1\n',
      'coast.dic:1: A LIWC dictionary begins with a line “%”, its categories, and another line “%”: add them.',
    ],
    [
      'an empty file',
      '',
      'coast.dic:1: A LIWC dictionary begins with a line “%”, its categories, and another line “%”: add them.',
    ],
    [
      'a header that never ends',
      '%\n1\ttide\n',
      'coast.dic:1: A LIWC dictionary begins with a line “%”, its categories, and another line “%”: add them.',
    ],
    [
      'a category without number',
      LIWC.replace('1\ttide', 'tide\n1\ttide'),
      'coast.dic:2: A category is a number and a name behind a tab: write it so.',
    ],
    [
      'a number twice',
      LIWC.replace('2\tharbour', '2\tharbour\n1\tsea'),
      'coast.dic:4: The number 1 is already that of “tide” in line 2: choose another.',
    ],
    [
      'a number that the header lacks',
      `${LIWC}wave\t7\n`,
      'coast.dic:8: No category has the number 7: add it between the two “%”, or take it off.',
    ],
    [
      'a word with two lists of categories',
      `${LIWC}quay\t1\n`,
      'coast.dic:8: “quay” has other categories in line 6: write all of them in one line.',
    ],
    ['no words', '%\n1\ttide\n%\n', 'coast.dic:3: The dictionary holds no words: add some below the second “%”.'],
  ])('%s is refused', (_trap, text, expected) => {
    expect(checkDictionaries([{ file: 'coast.dic', text }], []).problems.map(sentence)).toEqual([expected]);
  });
});

const QUANTEDA = `Sea:
  - ebb*
  - Harbour:
      - quay
      - low water
  - ebb*
Land: [Hill, un*able]
Sky: cloud?
`;

describe('quanteda’s format', () => {
  test('nested categories are named by both, and repeated patterns count once', () => {
    expect(frames('themes.yml', QUANTEDA).map(({ id, title, terms }) => [id, title, terms])).toEqual([
      ['themes-sea', 'Sea (themes.yml)', weighed('ebb*')],
      ['themes-sea-harbour', 'Sea.Harbour (themes.yml)', weighed('quay', 'low water')],
      ['themes-land', 'Land (themes.yml)', weighed('hill', 'un*able')],
      ['themes-sky', 'Sky (themes.yml)', weighed('cloud?')],
    ]);
  });

  test('a map within a map', () => {
    expect(frames('a.yaml', 'Sea: { Tide: [ebb] }\n').map(({ id }) => id)).toEqual(['a-sea-tide']);
  });

  test.each([
    ['a list', '- ebb\n', 'themes.yml:1: A quanteda dictionary is a map of categories: write “category: [word, …]”.'],
    [
      'a number',
      'Sea:\n  - ebb\n  - 7\n',
      'themes.yml:3: The category “Sea” holds what is no word: put it into quotation marks, or take it out.',
    ],
    [
      'nothing under a category',
      'Sea:\n',
      'themes.yml:1: The category “Sea” holds what is no word: put it into quotation marks, or take it out.',
    ],
    [
      'a mark',
      'Sea: ["?!"]\n',
      'themes.yml:1: “?!” has no letter: only words are counted here. Mend it or take it out.',
    ],
    ['no words', 'Sea: []\n', 'themes.yml:1: The dictionary holds no words: add some.'],
    [
      'an alias',
      'Sea: &a [ebb]\nLand: *a\n',
      'themes.yml:1: Anchors and aliases (& and *) are not read here: write the value out.',
    ],
  ])('%s is refused', (_trap, text, expected) => {
    expect(checkDictionaries([{ file: 'themes.yml', text }], []).problems.map(sentence)[0]).toBe(expected);
  });
});

describe('several files', () => {
  test('a format that is not known', () => {
    expect(checkDictionaries([{ file: 'words.csv', text: 'ebb' }], []).problems.map(sentence)).toEqual([
      'words.csv: This is no dictionary of a known format: bring LIWC’s .dic or quanteda’s .yml, and name the file accordingly.',
    ]);
  });

  test('an id that is taken', () => {
    const [taken_] = frames('coast.dic', LIWC);
    const expected =
      'coast.dic:2: The category “tide” would be the frame “coast-tide”, which there is already: rename the file or the category.';
    expect(checkDictionaries([{ file: 'coast.dic', text: LIWC }], [taken_!]).problems.map(sentence)).toEqual([
      expected,
    ]);
    const twice = [1, 2].map(() => ({ file: 'coast.dic', text: LIWC.replace('2\tharbour\n', '').replace('\t2', '') }));
    expect(checkDictionaries(twice, []).problems.map(sentence)).toEqual([expected]);
  });
});

describe('globs', () => {
  test.each([
    ['the word as it stands', ['attack'], 'Attack, attacks and ATTACK.', ['Attack', 'ATTACK']],
    ['any ending', ['attack*'], 'Attack, attacks and counterattacks.', ['Attack', 'attacks']],
    ['any beginning', ['*attack'], 'Attack, attacks and counterattack.', ['Attack', 'counterattack']],
    ['any middle', ['un*able'], 'Unbearable, unable, unstable tables.', ['Unbearable', 'unable', 'unstable']],
    ['going back to the last star', ['*ab*ab'], 'abaab cabxab abac', ['abaab', 'cabxab']],
    ['one letter', ['wom?n'], 'A woman, women, womn.', ['woman', 'women']],
    ['words parted by a blank', ['low *ter'], 'At low water, low in water.', ['low water']],
    ['a word that never ends', ['low *ter'], 'very low', []],
    ['apostrophes of any kind', ["can't"], "We can’t, we can't.", ['can’t', "can't"]],
    ['a hyphen', ['self-*'], 'Self-rule and self.', ['Self-rule']],
  ])('%s', (_trap, patterns, text, expected) => {
    const { tokens } = tokenise(article(text));
    expect(globMatcher(patterns)(text, tokens).map((span) => text.slice(...span))).toEqual(expected);
  });
});

describe('in a study', () => {
  const study = `id: tides\ntitle: Two coasts\narticles: texts\ngroups:\n  - { id: west, label: West, members: { groups: [western] } }\n`;
  const files = { 'texts/a.txt': 'Rain.', 'coast.dic': LIWC, 'study.yaml': `${study}dictionaries: [coast.dic]\n` };

  test('dictionaries are frames behind those of the codebook, inputs, and their odd lines issues', async () => {
    const folder = scratch({ ...files, 'coast.dic': `${LIWC}:)\t1\n` });
    const { codebooks, inputs, issues } = await readStudy(join(folder, 'study.yaml'));
    expect(codebooks.frames.slice(-2).map(({ id }) => id)).toEqual(['coast-tide', 'coast-harbour']);
    expect(inputs.map(({ file }) => file)).toContain('coast.dic');
    expect(issues.some(({ code }) => code === 'dictionary-entry')).toBe(true);
  });

  test.each([
    ['missing', null, EXIT.missingInput, 'coast.dic: There is no such file: check the path.'],
    [
      'broken',
      'ebb\t1\n',
      EXIT.badStudy,
      'coast.dic:1: A LIWC dictionary begins with a line “%”, its categories, and another line “%”: add them.',
    ],
    [
      'not UTF-8',
      Buffer.from([0x25, 0x0a, 0xff]),
      EXIT.badStudy,
      'coast.dic:2: The file is not valid UTF-8 from here on: save it as UTF-8.',
    ],
  ])('one that is %s is refused', async (_trap, content, exit, expected) => {
    const folder = scratch({ ...files, 'coast.dic': content });
    const refusal = await refusalFrom(readStudy(join(folder, 'study.yaml')));
    expect([refusal.exit, refusal.message.replace(`${folder}/`, '')]).toEqual([exit, expected]);
  });
});

function frames(file: string, text: string): readonly Frame[] {
  return taken(checkDictionaries([{ file, text }], [])).frames;
}

function weighed(...terms: readonly string[]): Frame['terms'] {
  return terms.map((term) => ({ term, weight: 1 }));
}
