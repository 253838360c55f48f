import type { EarlierRun } from '../../pipeline/model.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheet, textOf } from '../../pipeline/report/csv.ts';
import { fourPlaces } from '../../pipeline/report/statement-lines.ts';
import { changesBetween } from '../../pipeline/report/changes.ts';
import { dataFiles } from '../../pipeline/report/tables.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';
import { resultWithText, sampleResult } from '../support/sample-result.ts';

interface Codebook {
  readonly files: readonly {
    readonly file: string;
    readonly description: string;
    readonly columns: readonly { name: string; type: string; unit: string | null; description: string }[];
  }[];
}

/** A run of another version before the sample. */
const since: EarlierRun = {
  ...{ name: 'before', run: 'before', parallax: '0.0.1', packages: {}, inputs: [], seed: 1, study: {} },
  ...{ articles: [], contrasts: [] },
};
const files = new Map(
  dataFiles(contrastedResult(), english, changesBetween(since, contrastedResult())).map(({ name, text }) => [
    name,
    text,
  ]),
);
const codebook = JSON.parse(files.get('codebook.json')!) as Codebook;
const sheets = [...files.keys()].filter((name) => name.endsWith('.csv'));

test('equal results give equal files', () => {
  expect(dataFiles(structuredClone(sampleResult()))).toEqual(dataFiles(sampleResult()));
});

describe('codebook', () => {
  test('it tells every CSV, and the report tells every file', () => {
    expect(codebook.files.map(({ file }) => file)).toEqual(sheets);
    expect(Object.keys(english.files).sort()).toEqual(
      [
        ...sheets,
        'statements.jsonl',
        'ledger.jsonl',
        'figures/*.svg',
        'citation.bib',
        'citation.json',
        'references.json',
      ].sort(),
    );
  });

  test.each(codebook.files.map((one) => [one.file, one] as const))(
    '%s: its header is the codebook’s',
    (name, { columns, description }) => {
      expect(parse(files.get(name)!)[0]).toEqual(columns.map((column) => column.name));
      expect(description).not.toBe('');
      expect(
        columns.filter(
          (column) => column.description === '' || !['text', 'integer', 'number', 'date'].includes(column.type),
        ),
      ).toEqual([]);
      expect(columns.filter(({ type, unit }) => (unit === null) !== (type === 'text'))).toEqual([]);
    },
  );

  test.each(codebook.files.map((one) => [one.file, one] as const))(
    '%s: each record has a cell for each column, of its type',
    (name, { columns }) => {
      const [, ...records] = parse(files.get(name)!);
      expect(records.length).toBeGreaterThan(0);
      expect(records.filter((record) => record.length !== columns.length)).toEqual([]);
      const pattern = {
        text: /^/u,
        integer: /^(?:\d+)?$/u,
        number: /^(?:-?\d+(?:\.\d+)?)?$/u,
        date: /^(?:\d{4}-\d\d-\d\d)?$/u,
      };
      for (const record of records) {
        expect(record.filter((cell, i) => !pattern[columns[i]!.type as keyof typeof pattern].test(cell))).toEqual([]);
      }
    },
  );
});

test.each([
  [
    'the corpus, with a publisher that is not known',
    'articles.csv',
    2,
    { article: 'quiet-night', publisher: '', outlet_as_given: 'Night Letter', group: '', words: '12', statements: '2' },
  ],
  [
    'a speaker over groups',
    'speakers.csv',
    3,
    {
      speaker: 'Ilse Marrow',
      statements: '3',
      direct: '2',
      indirect: '1',
      relayed: '1',
      mean_valence: '-0.1375',
      valence_words: '2',
    },
  ],
  [
    'a speaker in one group',
    'sources.csv',
    1,
    {
      group: 'coast',
      speaker_id: 'ilse-marrow',
      quoted_words: '9',
      share: '0.705882',
      statement_ids: 'ferries#4;ferries#5',
    },
  ],
  [
    'a link from a publisher that is not named',
    'chain.csv',
    5,
    { from: '', to: '', group: '', statements: '1', statement_ids: 'quiet-night#1' },
  ],
  [
    'what was read in a statement',
    'readings.csv',
    4,
    {
      statement: 'ferries#4',
      engagement: 'assert',
      engagement_markers: 'deny: not',
      denial: 'no',
      denied: 'We will … yield to the regime in Upland',
      speech_act: 'threaten',
      alignment: 'disagrees',
      aligned_with: 'the Harbour Office',
      raised_by: 'every',
      lowered_by: '',
    },
  ],
  [
    'a statement without words',
    'readings.csv',
    5,
    { denial: 'yes', denied: '', alignment: '', valence: '', valence_words: '0' },
  ],
  ['calls and missing calls', 'stances.csv', 1, { target: 'Upland', opposes: '1', supports: '0', no_call: '1' }],
  ['what no group could be given', 'groups.csv', 3, { group: '', outlets: '0', own_words: '5', attributed_words: '4' }],
  ['a use of a name', 'naming.csv', 2, { set: 'state', name: 'regime', group: 'coast', voice: 'quoted', uses: '1' }],
  [
    'the words of a use',
    'evidence.csv',
    1,
    { table: 'naming', item: 'state', start: '196', end: '202', statement: 'ferries#4', words: 'regime' },
  ],
  [
    'a place behind a ship, in code points',
    'passages.csv',
    6,
    { voice: 'own', start: '271', end: '314', statement: '' },
  ],
  ['what was set aside', 'issues.csv', 1, { status: 'quarantined', article: '', start: '' }],
  ['what was odd', 'issues.csv', 2, { status: 'issue', code: 'outlet-unknown', line: '1', start: '0', end: '4' }],
  ['a package’s version', 'settings.csv', 9, { setting: 'package:sentiment', value: '5.0.2' }],
])('%s', (_trap, name, row, expected) => {
  const [header, ...records] = parse(files.get(name)!);
  const record = Object.fromEntries(header!.map((column, i) => [column, records[row - 1]![i]]));
  expect(record).toMatchObject(expected);
});

test.each([
  ['a formula gets an apostrophe', '=1+1', "'=1+1"],
  ['so does a plus', '+1', "'+1"],
  ['and a minus', '-1', "'-1"],
  ['and an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['and a tab', '\t=1', "'\t=1"],
  ['and a carriage return', '\r=1', "'\r=1"],
  ['and a full-width sign', '＝1', "'＝1"],
  ['a sign within a text is none', 'a=1', 'a=1'],
  ['a comma, a quotation mark and a line end stay in their cell', 'a,"b"\nc', 'a,"b"\nc'],
  ['a text that begins with a quotation mark keeps it', '"=1"', '"=1"'],
])('%s', (_trap, text, cell) => {
  const { text: csv } = sheet('x.csv', [text], [textOf('t', 'T.', (row) => row)]);
  expect(parse(csv)).toEqual([['t'], [cell]]);
});

test('what is written is what is read, whatever it holds, but for the apostrophe before a formula', () => {
  const columns = [
    textOf('a', 'A.', (row: readonly string[]) => row[0]!),
    textOf('b', 'B.', (row: readonly string[]) => row[1]!),
  ];
  const texts = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '=', '-', ' ', '🚢', '\u202e') });
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts)), (rows) => {
      const [, ...records] = parse(sheet('x.csv', rows, columns).text);
      expect(records.map((record) => record.map((cell) => cell.replace(/^'/u, '')))).toEqual(rows);
      expect(records.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    }),
  );
});

describe('statements.jsonl', () => {
  const lines = files.get('statements.jsonl')!.split('\n').slice(0, -1);

  test('a line has the keys, the order and the form that others rely on', () => {
    expect(lines).toHaveLength(7);
    expect(lines[2]).toBe(
      '{"article":"ferries","id":"ferries#3","kind":"direct","source":[[93,117]],"cue":[[118,128]],"content":[[134,167]],' +
        '"speaker":{"id":"ilse-marrow","name":"Ilse Marrow","type":"person","country":"AA"},' +
        '"relay":[{"id":"upland-wire","name":"Upland Wire","type":"outlet","country":"BB"}],' +
        '"within":"ferries#2","origin":"upland",' +
        '"publisher":{"id":"harbour-post","name":"The Harbour Post","type":"outlet","country":"AA"},' +
        '"valence":{"mean":-0.4,"words":1},"denial":false,"reporting":"neutral",' +
        '"stances":[{"target":{"id":"upland","name":"Upland"},"call":"no call","p":[0.3333,0.3334,0.3333],"evidence":[[139,147]],"coreferent":[]}],' +
        '"engagement":"assert","commitment":"certain","modality":[],"confidence":0.9,"withheld":false,"denied":[],"engagementMarkers":[],' +
        '"speechAct":"assert","graduation":{"up":[],"down":[]},"alignment":null}',
    );
  });

  test('the words of readings are places in the text', () => {
    expect(JSON.parse(lines[3]!)).toMatchObject({
      denied: [
        [171, 178],
        [183, 212],
      ],
      engagementMarkers: [{ engagement: 'deny', span: [179, 182] }],
      speechAct: 'threaten',
      alignment: { side: 'disagrees', with: { id: 'harbour-office', name: 'the Harbour Office' } },
    });
  });

  test('what is absent is null or an empty list', () => {
    expect(JSON.parse(lines[5]!)).toMatchObject({
      speaker: null,
      relay: [],
      within: null,
      origin: null,
      publisher: null,
    });
    expect(JSON.parse(lines[4]!)).toMatchObject({
      valence: { mean: null, words: 0 },
      denial: true,
      engagement: 'deny',
    });
  });

  test('offsets count a character outside the basic plane once', () => {
    const text = '🚢🚢 sails';
    const line = JSON.parse(dataFiles(resultWithText(text))[0]!.text.split('\n')[5]!) as { content: unknown };
    expect(line.content).toEqual([[0, 8]]);
  });

  test('a line separator in a name does not end a line', () => {
    const { articles } = sampleResult();
    const [first] = articles;
    const statements = first!.statements.map((one) => ({
      ...one,
      speaker: { ...one.speaker!, name: 'a\u2028b\u0085c' },
    }));
    const { text } = dataFiles(sampleResult({ articles: [{ ...first!, statements }, articles[1]!] }))[0]!;
    expect(text).not.toMatch(/[\u0085\u2028]/u);
    expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ speaker: { name: 'a\u2028b\u0085c' } });
  });
});

test.each([
  ['a third each: what is left goes to the first', [1 / 3, 1 / 3, 1 / 3], [0.3334, 0.3333, 0.3333]],
  ['what is exact stays', [0.81, 0.12, 0.07], [0.81, 0.12, 0.07]],
  ['what is left goes to the largest remainder', [0.10004, 0.20001, 0.69995], [0.1, 0.2, 0.7]],
  ['of equal remainders the first gets it', [0.10004, 0.20004, 0.69992], [0.1001, 0.2, 0.6999]],
  ['certainty stays', [1, 0, 0], [1, 0, 0]],
])('%s', (_trap, p, places) => {
  expect(fourPlaces(p)).toEqual(places);
});

test('rounded probabilities sum to 1 in ten-thousandths, each within one of what it was', () => {
  const weight = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(weight, weight, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const p = [low, high - low, 1 - high];
      const parts = fourPlaces(p).map((value) => Math.round(value * 10_000));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(10_000);
      expect(Math.max(...parts.map((part, i) => Math.abs(part - p[i]! * 10_000)))).toBeLessThanOrEqual(1.001);
    }),
  );
});

/** A reader of RFC 4180 of its own, so that the writer is not judged by itself. */
function parse(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gu)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') {
      records.push(record);
      record = [];
    }
  }
  return records;
}
