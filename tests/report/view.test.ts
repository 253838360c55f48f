import { describe, expect, test } from 'vitest';
import type { Result, Side, SideShare, Statement } from '../../pipeline/model.ts';
import type { FigureView, TableView } from '../../pipeline/report/view-parts.ts';
import { cutWords, inContext } from '../../pipeline/report/view-text.ts';
import { buildView, type ReportView } from '../../pipeline/report/view.ts';
import { marrow, sampleResult, sampleStudy } from '../support/sample-result.ts';

const view = buildView(sampleResult());

test('equal results give equal views', () => {
  expect(JSON.stringify(buildView(structuredClone(sampleResult())))).toBe(JSON.stringify(view));
});

describe('summary', () => {
  test.each([
    [
      'the corpus is told with its outlets and words',
      'The corpus holds 2 articles from The Harbour Post, 64 words in all.',
    ],
    ['an article without a publisher is said', 'For 1 article no publisher of the registry is known.'],
    ['one date is no span', 'The dates given are 3 May 2031.'],
    ['unknown speakers are no named ones', '7 statements by 4 named speakers were found: 3 direct and 4 indirect.'],
    ['what the text does not tell is said', 'In 1 statement the text does not tell who speaks.'],
    [
      'shares rest on all words',
      'Of all words, 56% are someone else’s: 27% within quotation marks, 30% reported without them.',
    ],
    [
      'a speaker’s words are summed over groups',
      'Ilse Marrow (17 words in 3 statements), Upland Wire (7 words in 1 statement)',
    ],
    ['relays are counted', '1 statement reaches the reader through a relay: Upland Wire (1).'],
    [
      'what is left open is counted, with the threshold',
      '1 opposes, 0 support, 0 do neither, and 1 is left without a call because no reading reached the threshold of 0.70',
    ],
  ])('%s', (_trap, sentence) => {
    expect(
      view.summary.body.paragraphs
        .flat()
        .map(({ text }) => text)
        .join(' '),
    ).toContain(sentence);
  });

  test('where no difference may be claimed the heading says so, and the reasons follow', () => {
    expect(view.summary.body.claims).toEqual({
      title: 'No difference between groups is claimed',
      reasons: [
        'There is one article: its words are described and counted, and no difference between groups is claimed.',
        'The group “Coast” has 1 article and 2 outlets; the study asks for at least 20 articles and 2 outlets, so it lacks 19 articles.',
      ],
    });
    expect(view.groups.body.intro).toContain('no difference between them is claimed');
  });

  test('only where the comparison claims differences does the report speak of them', () => {
    const { comparison } = sampleResult();
    const claims = { differences: true, reasons: [] };
    const claimed = buildView(sampleResult({ comparison: { ...comparison, claims } }));
    expect(claimed.summary.body.claims.title).toBe('What may be claimed');
    expect(claimed.groups.body.intro).toBe('What may be said of differences:');
  });
});

describe('nothing', () => {
  const empty = buildView(emptyResult());

  test('without statements there is no figure but those of the methods, and the tables that would be empty are left out', () => {
    expect(figuresOf(empty).map(({ id }) => id)).toEqual(['figure-calibration', 'figure-agreement']);
    expect(tablesOf(empty).map(({ id }) => id)).toEqual(['table-corpus', 'table-settings', 'table-inputs']);
  });

  test('the summary says that nothing was found', () => {
    expect(
      empty.summary.body.paragraphs
        .flat()
        .map(({ text }) => text)
        .join(' '),
    ).toContain('No statement was found');
    expect(empty.warnings.body).toEqual({ intro: 'Nothing odd was met, and no article was set aside.', table: null });
  });
});

describe('tables', () => {
  test('figures and tables are numbered as they come', () => {
    expect(tablesOf(view).map(({ label }) => label)).toEqual(tablesOf(view).map((_, i) => `Table ${i + 1}`));
    expect(figuresOf(view).map(({ label }) => label)).toEqual(figuresOf(view).map((_, i) => `Figure ${i + 1}`));
    expect(view.lists).toHaveLength(tablesOf(view).length + figuresOf(view).length);
  });

  test.each(tablesOf(view).map((one) => [one.id, one] as const))(
    '%s: each row has a cell for each column',
    (_id, one) => {
      expect(one.rows.length).toBeGreaterThan(0);
      expect(one.rows.map(({ cells }) => cells.length)).toEqual(one.rows.map(() => one.columns.length));
      if (one.spans !== null) expect(one.spans.reduce((sum, { columns }) => sum + columns, 0)).toBe(one.columns.length);
    },
  );

  test('every number but zero leads to what it rests on', () => {
    const numbers = tablesOf(view).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'number')),
    );
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter(({ text, href }) => (href === null) !== (text === '0'))).toEqual([]);
  });

  test.each([
    ['one statement is reached at once', 'table-chain', 0, '#s-1'],
    ['several are listed', 'table-chain', 1, '#e-'],
  ])('%s', (_trap, id, row, href) => {
    const cell = tableOf(view, id).rows[row]!.cells.at(-1)!;
    expect(cell.href).toContain(href);
  });

  test('numbers that rest on the same statements lead to the same place', () => {
    const [, statements, quoted, attributed, share] = tableOf(view, 'table-sources').rows[0]!.cells;
    expect(new Set([statements, quoted, attributed, share].map((cell) => cell!.href)).size).toBe(1);
  });

  test('an outlet that the registry does not know is named as the article names it', () => {
    expect(tableOf(view, 'table-corpus').rows[1]!.cells[0]!.text).toBe('Night Letter (not in the registry)');
  });

  test('the article’s address is a link only with a scheme that is safe', () => {
    const { articles } = sampleResult();
    const [safe, unsafe] = [articles[0]!, { ...articles[0]!, url: 'javascript:alert(1)' }];
    const href = (one: typeof safe) =>
      tableOf(buildView(sampleResult({ articles: [one, articles[1]!] })), 'table-corpus').rows[0]!.head.href;
    expect(href(safe)).toBe('https://harbour-post.example/ferries?a=1&b=2');
    expect(href(unsafe)).toBeNull();
  });

  test('an address longer than a word may be stays as it is', () => {
    const { articles } = sampleResult();
    const url = `https://harbour-post.example/${'x'.repeat(3000)}`;
    const long = buildView(sampleResult({ articles: [{ ...articles[0]!, url }, articles[1]!] }));
    expect(tableOf(long, 'table-corpus').rows[0]!.head.href).toBe(url);
  });

  test('what was set aside comes before what was odd, each with its place in code points', () => {
    expect(tableOf(view, 'table-warnings').rows.map(({ head, cells }) => [head.text, cells[1]!.text])).toEqual([
      ['articles/blank.txt', 'set aside'],
      ['quiet-night, line 1, 0–4', 'read on'],
    ]);
  });

  test('zero uses of a name in a set in use are shown; a set without any use is only named', () => {
    expect(tableOf(view, 'table-naming-1').rows.map(({ head }) => head.text)).toEqual(['regime', 'government']);
    expect(view.groups.body.sets).toHaveLength(2);
    expect(view.groups.body.unused).toContain('What the closing of the port is called');
  });

  test('a table longer than a page can bear is cut and says so; a chart shows its widest links', () => {
    const { comparison } = sampleResult();
    const one = comparison.chain[0]!;
    const chain = Array.from({ length: 612 }, (_, i) => ({
      ...one,
      to: { ...marrow, id: `speaker-${i}`, name: `Speaker ${i}` },
    }));
    const long = buildView(sampleResult({ comparison: { ...comparison, chain } }));
    expect(tableOf(long, 'table-chain').rows).toHaveLength(100);
    expect(tableOf(long, 'table-chain').note).toContain('The first 100 of 612 rows');
    const figure = long.front.figure!;
    expect(figure.chart.kind === 'chain' && figure.chart.links).toHaveLength(16);
    expect(figure.note).toContain('The 16 widest of 612 links are drawn.');
  });
});

describe('figures', () => {
  test('the widest link is the title; where several are as wide, none is singled out', () => {
    const { comparison } = sampleResult();
    expect(view.front.figure!.title).toBe('2 links carry 2 statements each, and none carries more');
    const one = buildView(sampleResult({ comparison: { ...comparison, chain: comparison.chain.slice(2) } }));
    expect(one.front.figure!.title).toBe('The widest link leads from The Harbour Post to Ilse Marrow: 2 statements');
  });

  test('the chain’s links lead between the right names, each with its weight, and outlets with their group', () => {
    const { chart } = view.front.figure!;
    if (chart.kind !== 'chain') throw new Error('The chain is drawn as something else.');
    const told = chart.links.map(
      ({ from, to, weight }) => `${chart.left[from]!.label} > ${chart.right[to]!.label} ${weight}`,
    );
    expect(told).toContain('Upland Wire > Ilse Marrow 1');
    expect(told).toContain('The Harbour Post > Upland Wire 2');
    expect(told).toContain('Publisher not named > Speaker not told 1');
    expect(chart.left.map(({ detail, tone }) => `${detail} ${tone}`)).toEqual([
      'Coast · 5 statements 1',
      'Upland · 1 statement 2',
      'No known group · 2 statements none',
    ]);
    expect(chart.right.map(({ label }) => label).slice(0, 2)).toEqual(['Ilse Marrow', 'Upland Wire']);
    expect(chart.description).toContain('Upland Wire to Ilse Marrow, 1 statement');
  });

  test('within a group the outlet that passes most on comes first', () => {
    const { comparison } = sampleResult();
    const [first, ...rest] = comparison.chain;
    const office = { ...first!, from: first!.to, to: marrow };
    const { chart } = buildView(sampleResult({ comparison: { ...comparison, chain: [office, first!, ...rest] } })).front
      .figure!;
    expect(chart.kind === 'chain' && chart.left.map(({ label }) => label)).toEqual([
      'The Harbour Post',
      'the Harbour Office',
      'Upland Wire',
      'Publisher not named',
    ]);
  });

  test('the matrix shows what is left open beside what is called', () => {
    const { comparison } = sampleResult();
    const [first] = comparison.stances;
    const coast = { ...first!.target, id: 'coast-land', name: 'Coastland' };
    const open = { ...first!, target: coast, calls: { opposes: 0, neither: 0, supports: 0, 'no call': 3 } };
    const { matrix } = buildView(sampleResult({ comparison: { ...comparison, stances: [first!, open] } })).speakers
      .body;
    if (matrix?.chart.kind !== 'matrix') throw new Error('There is no matrix.');
    expect(matrix.chart.columns).toEqual(['Upland', 'Coastland']);
    expect(matrix.chart.cells).toEqual([
      [
        { lines: ['− 1', '? 1'], leads: 'few' },
        { lines: ['? 3'], leads: 'no-call' },
      ],
    ]);
    expect(matrix.title).toBe('1 reading of 5 carries a call; the others are left open');
  });

  test.each<[string, Record<Side, SideShare>, string, string]>([
    ['a side whose whole interval is above one half leads', sharesOf([0.8, 0.62, 0.94]), 'opposes', '62–94'],
    ['one whose interval reaches one half does not', sharesOf([0.7, 0.499, 0.85]), 'mixed', '49–85'],
  ])('with enough calls the matrix gives an interval: %s', (_trap, shares, leads, range) => {
    const { comparison } = sampleResult();
    const [first] = comparison.stances;
    const calls = { opposes: 8, neither: 1, supports: 1, 'no call': 4 };
    const told = [{ ...first!, calls, articles: 3, shares }, first!];
    const { body } = buildView(sampleResult({ comparison: { ...comparison, stances: told } })).speakers;
    if (body.matrix?.chart.kind !== 'matrix') throw new Error('There is no matrix.');
    expect(body.matrix.chart.cells[0]![0]).toEqual({ lines: ['+ 1', '− 8', '= 1', '? 4', range], leads });
    expect(body.matrix.chart.description).toContain(`opposes in ${range}% of the calls`);
    expect(body.stances!.note).not.toContain('no share is given');
    expect(body.shares!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      [
        'Upland',
        '10',
        '4',
        '3',
        `${Math.round(shares.opposes.share * 100)}% (${range})`,
        '10% (1–41 W)',
        '10% (1–41 W)',
      ],
    ]);
  });

  test('where no pair has enough calls there is no table of shares, and the note says why', () => {
    expect(view.speakers.body.shares).toBeNull();
    expect(view.speakers.body.stances!.note).toContain('No speaker has the 6 calls toward a target');
  });
});

describe('speakers', () => {
  const [first] = view.speakers.body.speakers;

  test('who has the most words comes first, with kinds, relays and valence', () => {
    expect(first!.name).toBe('Ilse Marrow');
    expect(first!.facts).toEqual([
      '3 statements (2 direct and 1 indirect)',
      'through Upland Wire',
      'mean valence −0.14 (2 words on the list, in 2 statements)',
    ]);
  });

  test('calls and missing calls are both told', () => {
    expect(first!.stances).toEqual(['toward Upland: 1 opposes, 1 no call']);
    expect(view.speakers.body.speakers[1]!.stances).toEqual(['names no target']);
  });

  test('of many pairs those with calls are listed, the most calls first, and the others are counted', () => {
    const { comparison } = sampleResult();
    const [known] = comparison.stances;
    const stances = Array.from({ length: 101 }, (_, i) => {
      const calls = { opposes: i === 7 ? 2 : Number(i === 3), neither: 0, supports: 0, 'no call': 1 };
      return { ...known!, target: { ...known!.target, id: `bay-${i}`, name: `Bay ${i}` }, calls };
    });
    const { body } = buildView(sampleResult({ comparison: { ...comparison, stances } })).speakers;
    expect(body.stances!.rows.map(({ cells }) => cells[0]!.text)).toEqual(['Bay 7', 'Bay 3']);
    expect(body.stances!.note).toContain('99 pairs of speaker and target without any call are in the data file only.');
  });

  test('a speaker of many statements is shown with some, and who speaks unnamed has no sum of stances', () => {
    const { articles } = sampleResult();
    const [article, other] = articles;
    const many = Array.from({ length: 27 }, (_, i) => ({ ...article!.statements[0]!, id: `ferries#${i + 1}` }));
    const statements = many.map((one) => ({ ...one, speaker: null }));
    const readings = statements.map(({ id }) => ({ ...article!.readings[0]!, statement: id }));
    const told = [
      { ...article!, statements, readings },
      { ...other!, statements: [], readings: [] },
    ];
    const { speakers } = buildView(sampleResult({ articles: told })).speakers.body;
    const unnamed = speakers.find(({ more }) => more !== null);
    expect(unnamed!.statements).toHaveLength(8);
    expect(unnamed!.more).toBe('19 more statements stand in data/statements.jsonl.');
    expect(unnamed!.stances[0]).toContain('not summed');
  });

  test('what is denied is marked as denied', () => {
    expect(first!.statements.map(({ denial, words }) => [denial, words])).toEqual([
      [null, '“the blockade harms every family”'],
      [null, '“We will not yield to the regime in Upland,”'],
      ['denies that', 'talks were held'],
    ]);
  });

  test('a speaker whom the text does not tell is there under that name', () => {
    expect(view.speakers.body.speakers.map(({ name }) => name)).toContain('Speaker not told');
  });
});

describe('statements in context', () => {
  const [ferries] = view.statements.body.articles;

  test('a statement stands whole in its sentences, with its roles marked', () => {
    const { context, manner, within, facts } = ferries!.statements[2]!;
    expect(manner).toBe('through Upland Wire, direct');
    expect(within).toEqual({ text: 'within statement 2', href: '#s-2', kind: 'text', sort: null, language: null });
    expect(context.map(({ role, text }) => [role, text])).toEqual([
      ['plain', 'According to Upland Wire, '],
      ['source', 'the minister Ilse Marrow'],
      ['plain', ' '],
      ['cue', 'had warned'],
      ['plain', ' that '],
      ['content', '“the blockade harms every family”'],
      ['plain', '.'],
    ]);
    expect(facts.find(({ term }) => term === 'Stance')!.value).toBe(
      'toward Upland: no call; opposes 0.33, neither 0.33, supports 0.33; read from “blockade”',
    );
  });

  test('readings are told by their words, and a plain assertion is not told twice', () => {
    const told = (n: number) =>
      Object.fromEntries(ferries!.statements[n]!.facts.map(({ term, value }) => [term, value]));
    expect(told(3)).toMatchObject({
      'Reporter’s framing of the speaker': 'neutral',
      'Engagement in the words': 'denies (“not”)',
      Denied: '“We will … yield to the regime in Upland”',
      'Speech act': 'threatens',
      Graduation: 'raised by “every”',
      Alignment: 'disagrees with the Harbour Office',
    });
    expect(Object.keys(told(0))).not.toContain('Speech act');
    expect(view.statements.body.intro).toContain('never the speaker’s');
    expect(view.speakers.body.intro).toContain('a plain published baseline, the mean of the word list AFINN');
  });

  test('roles are named in words for those who cannot see them', () => {
    const [opens, closes] = [ferries!.statements[0]!.context[0]!.opens, ferries!.statements[0]!.context[0]!.closes];
    expect([opens, closes]).toEqual(['[source: ', ']']);
  });

  test('a statement without a word on the list, or without any word, says which', () => {
    const valence = (n: number) => ferries!.statements[n]!.facts.find(({ term }) => term === 'Valence')!.value;
    expect(valence(0)).toBe('0.00 (0 words on the list)');
    expect(valence(4)).toBe('no words to score');
  });

  const text = 'Aa bb. Cc dd. Ee ff. Gg.';
  const article = {
    ...sampleResult().articles[0]!,
    text,
    sentences: [
      [0, 6],
      [7, 13],
      [14, 20],
      [21, 24],
    ] as const,
  };
  const roles = (source: Statement['source'], cue: Statement['cue'], content: Statement['content']) => {
    const statement = { ...article.statements[0]!, source, cue, content };
    return inContext(article, statement).map((segment) => [segment.role, segment.text]);
  };

  test.each([
    [
      'sentences between that hold no part become a gap',
      roles([[0, 2]], [], [[14, 16]]),
      [
        ['source', 'Aa'],
        ['plain', ' bb.'],
        ['gap', ''],
        ['content', 'Ee'],
        ['plain', ' ff.'],
      ],
    ],
    [
      'neighbouring sentences run on',
      roles([[0, 2]], [], [[7, 9]]),
      [
        ['source', 'Aa'],
        ['plain', ' bb. '],
        ['content', 'Cc'],
        ['plain', ' dd.'],
      ],
    ],
    [
      'a cue within the content stays a cue',
      roles([], [[3, 5]], [[0, 6]]),
      [
        ['content', 'Aa '],
        ['cue', 'bb'],
        ['content', '.'],
      ],
    ],
    [
      'content over two sentences is one',
      roles([], [], [[3, 13]]),
      [
        ['plain', 'Aa '],
        ['content', 'bb. Cc dd.'],
      ],
    ],
    ['a statement without any span shows nothing', roles([], [], []), []],
  ])('%s', (_trap, found, expected) => {
    expect(found).toEqual(expected);
  });

  test.each([
    ['a short text stays', 'One two.', 'One two.'],
    ['a long one ends after a whole word', 'word '.repeat(60), `${'word '.repeat(36).trim()}\u00a0…`],
    ['one without spaces is cut where it must be', 'x'.repeat(300), `${'x'.repeat(180)}\u00a0…`],
  ])('%s', (_trap, long, short) => {
    expect(cutWords(long)).toBe(short);
  });
});

describe('evidence', () => {
  const entries = view.evidence.body.entries;

  test('a use stands between the words around it, with its place and statement', () => {
    const [regime] = entries.find(({ title }) => title.includes('regime, Coast, quoted'))!.passages;
    expect(regime).toEqual({
      place: 'ferries 196–202',
      statement: { text: 'statement 4', href: '#s-4', kind: 'text', sort: null, language: null },
      language: 'en',
      before: '“We will not yield to the ',
      words: 'regime',
      after: ' in Upland,” Marrow told reporters. She …',
    });
  });

  test('places are code points: a ship counts once', () => {
    const own = entries.find(({ title }) => title.endsWith('Coast, own voice') && title.startsWith('What each group'))!;
    expect(own.passages[1]!.place).toBe('ferries 271–314');
    expect(sampleResult().comparison.passages[5]!.span).toEqual([271, 315]);
  });

  test('more places than a page can bear are left to the data file', () => {
    const { comparison } = sampleResult();
    const passages = Array.from({ length: 230 }, () => comparison.passages[0]!);
    const long = buildView(sampleResult({ comparison: { ...comparison, passages } }));
    const entry = long.evidence.body.entries.find(({ more }) => more !== null)!;
    expect(entry.passages).toHaveLength(200);
    expect(entry.more).toBe('and 30 more in data/evidence.csv');
  });

  test('a number that rests on an article that is not there is a defect, not a blank', () => {
    const { articles } = sampleResult();
    expect(() => buildView(sampleResult({ articles: [articles[0]!] }))).toThrow('not in the result: quiet-night');
  });
});

test('every text is fit to be shown, wherever in the result it came from', () => {
  const evil = 'a\u202eb';
  const { articles, comparison, provenance } = sampleResult();
  const named = { ...marrow, name: evil };
  const hostile = buildView(
    sampleResult({
      study: { ...sampleStudy, title: evil, question: evil, authors: [evil] },
      articles: articles.map((article) => ({ ...article, title: evil, outletName: evil, language: evil })),
      comparison: {
        ...comparison,
        chain: comparison.chain.map((link) => ({ ...link, to: named })),
        sources: comparison.sources.map((source) => ({ ...source, speaker: named })),
      },
      issues: sampleResult().issues.map((issue) => ({ ...issue, message: evil, code: evil })),
      provenance: { ...provenance, packages: { [evil]: evil } },
    }),
  );
  const text = JSON.stringify(hostile);
  expect(text).not.toContain('\u202e');
  expect(text.split('a[U+202E]b').length).toBeGreaterThan(20);
});

test.each([
  [
    'authors, year, title, version and run',
    {},
    'Ada Lindqvist and Bo Okafor (2031). Ferries & families: two coasts. Report made with Parallax 0.1.0, run 0123456789ab.',
  ],
  [
    'no date is said',
    { provenance: { ...sampleResult().provenance, date: null } },
    'Ada Lindqvist and Bo Okafor (no date). Ferries',
  ],
  ['no authors are no comma', { study: { ...sampleStudy, authors: [] } }, '(2031). Ferries'],
])('citation: %s', (_trap, changes, citation) => {
  expect(buildView(sampleResult(changes)).again.body.citation.startsWith(citation)).toBe(true);
});

test('what means something to TeX means itself in the BibTeX entry', () => {
  expect(view.again.body.bibtex).toContain('title = {{Ferries \\& families: two coasts}}');
  const { bibtex } = buildView(sampleResult({ study: { ...sampleStudy, title: '50% \\input{x}' } })).again.body;
  expect(bibtex).toContain('title = {{50\\% \\textbackslash{}input\\{x\\}}}');
});

function emptyResult(): Result {
  const { comparison, articles } = sampleResult();
  const silent = articles.map((article) => ({ ...article, statements: [], readings: [] }));
  const nothing = { passages: [], groups: [], sources: [], chain: [], naming: [], frames: [], stances: [] };
  return sampleResult({ articles: silent, issues: [], quarantined: [], comparison: { ...comparison, ...nothing } });
}

function tablesOf(report: ReportView): readonly TableView[] {
  const { warnings, corpus, voices, speakers, groups, again } = report;
  return [
    warnings.body.table,
    corpus.body.table,
    voices.body.links,
    voices.body.sources,
    speakers.body.stances,
    speakers.body.shares,
    groups.body.table,
    ...groups.body.sets,
    groups.body.frames,
    again.body.settings,
    again.body.inputs,
  ].filter((one) => one !== null);
}

function figuresOf({ front, voices, speakers, groups, methods }: ReportView): readonly FigureView[] {
  const [{ chain, words }, { matrix }, { naming }] = [voices.body, speakers.body, groups.body];
  return [front.figure, chain, words, matrix, naming, ...methods.body.figures].filter((one) => one !== null);
}

function tableOf(report: ReportView, id: string): TableView {
  const found = tablesOf(report).find((one) => one.id === id);
  if (found === undefined) throw new Error(`The report has no table ${id}.`);
  return found;
}

/** The share of those who oppose with its interval by bootstrap, and a tenth each of the others. */
function sharesOf([share, low, high]: readonly [number, number, number]): Record<Side, SideShare> {
  const tenth: SideShare = { share: 0.1, interval: [0.0179, 0.4042], method: 'wilson' };
  return { opposes: { share, interval: [low, high], method: 'bootstrap' }, neither: tenth, supports: tenth };
}
